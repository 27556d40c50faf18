"""Which term of the glossary a widget has to do with."""

from __future__ import annotations

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

TERM = "term"
"""The property of a widget that holds the term's key; what lies on the widget has to do with it too."""


def term_in_question() -> str:
    """That of what lies under the pointer, else of what has the focus; "" where neither has one."""
    return _term_of(QApplication.widgetAt(QCursor.pos())) or _term_of(QApplication.focusWidget())


def _term_of(widget: QWidget | None) -> str:
    while widget is not None:
        if term := widget.property(TERM):
            return str(term)
        widget = widget.parentWidget()
    return ""
