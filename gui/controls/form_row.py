"""One row of a settings panel: what it sets, the widget that sets it, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from engine.errors import Problem
from gui import fonts
from gui.guide.keys import TERM_KEYS
from gui.guide.terms import TERM
from gui.problem_text import problem_text

ROW_HEIGHT = 28


class FormRow(QWidget):
    """Label, editor, and below them a line in words while there is a problem."""

    refused = Signal()  # the line in words has come up

    def __init__(self, editor: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._tooltip = ""
        self.setFocusProxy(editor)
        self._problem: Problem | None = None
        self._label = QLabel()
        self._label.setProperty("role", "muted")
        self._label.setBuddy(editor)
        self._error = QLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        editor.setFixedHeight(fonts.px(ROW_HEIGHT))
        # As wide as asked for, but rather narrower than cut off beside a long label.
        editor.setMinimumWidth(fonts.px(min(width, 60)))
        editor.setMaximumWidth(fonts.px(width))
        editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1000)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(editor, 0, 1)
        layout.addWidget(self._error, 1, 0, 1, 2)

    def set_label(self, label: str, tooltip: str, name: str = "") -> None:
        """What the row sets, in a word or two; the tooltip says it in a sentence.

        name: what a screen reader says, where rows of one label stand side by side.
        """
        self._label.setText(label)
        self._editor.setAccessibleName(name or label)
        self._tooltip = tooltip
        self._show_tooltip()

    def set_term(self, key: str) -> None:
        """What is set here stands in the glossary under that key; the tooltip says how to open it there."""
        self.setProperty(TERM, key)
        self._show_tooltip()

    def label(self) -> str:
        """What the row sets, in a word or two."""
        return self._label.text()

    def set_name(self, name: str, tooltip: str) -> None:
        """For a row below a heading of its own: no label beside the editor, which has its name for screen readers."""
        self.set_label(name, tooltip)
        self._label.hide()
        self._layout.setHorizontalSpacing(0)

    def name(self) -> str:
        """What the row sets."""
        return self._label.text() or self._editor.accessibleName()

    def wrap_label(self) -> None:
        """Lets a long label go on below, where it would push the editor out of the row."""
        self._label.setWordWrap(True)

    def make_heading(self) -> None:
        """Lets the label stand out as the heading of the rows that follow."""
        self._label.setProperty("role", "section")

    def set_error(self, problem: Problem | None) -> None:
        """Shows below the row what is wrong with its value, or that nothing is."""
        if problem is None and self._problem is None:
            return
        self._problem = problem
        self._show_problem()
        self._error.setVisible(problem is not None)
        self._editor.setProperty("wrong", problem is not None)
        self._editor.style().polish(self._editor)
        if problem is not None:
            self.refused.emit()

    def error(self) -> str:
        """The sentence that stands below the row; empty where all is well."""
        return "" if self._problem is None else self._error.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._show_problem()

    def _show_tooltip(self) -> None:
        tooltip = self._tooltip
        if self.property(TERM):
            more = self.tr("More in the glossary: {keys}").format(keys=TERM_KEYS)
            tooltip = f"{tooltip}\n{more}"
        for widget in (self._label, self._editor):
            widget.setToolTip(tooltip)

    def _show_problem(self) -> None:
        text = "" if self._problem is None else problem_text(self._problem)
        self._error.setText(text)
        self._editor.setAccessibleDescription(text)
