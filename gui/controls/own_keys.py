"""Keys that belong to the widget that has the focus, even where they are also shortcuts of the tab."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


def keep_keys(widget: QWidget, *keys: Qt.Key) -> None:
    """While `widget` has the focus, these keys go to it, and not to a shortcut; together with others they do not."""
    widget.installEventFilter(_KeyKeeper(frozenset(keys), widget))


def leave_idle_undo(line: QLineEdit) -> None:
    """Where `line` has nothing to undo or to redo of its own, the keys for it go to the tab, which it would not let."""
    line.installEventFilter(_UndoLeaver(line))


class _KeyKeeper(QObject):
    def __init__(self, keys: frozenset[Qt.Key], widget: QWidget) -> None:
        super().__init__(widget)
        self._keys = keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt asks the widget first whether it wants the key more than the shortcut does.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and event.key() in self._keys
        ):
            event.accept()
            return True
        return False


class _UndoLeaver(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        keys, line = QKeySequence.StandardKey, watched
        assert isinstance(line, QLineEdit)
        is_idle = (event.matches(keys.Undo) and not line.isUndoAvailable()) or (
            event.matches(keys.Redo) and not line.isRedoAvailable()
        )
        if is_idle:
            event.ignore()
        return is_idle
