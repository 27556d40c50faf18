"""The two arrows that undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.change_history import ChangeHistory
from gui.controls.icon_button import IconButton

UNDO_KEYS = ("Ctrl+Z",)
REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")


class UndoButtons(QWidget):
    """Each says what it would undo or redo."""

    def __init__(self, history: ChangeHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._undo = IconButton("undo", side=28, icon_size=16, role="quiet")
        self._redo = IconButton("redo", side=28, icon_size=16, role="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 10, 4)
        layout.setSpacing(2)
        layout.addWidget(self._undo)
        layout.addWidget(self._redo)
        layout.addStretch(1)
        self._undo.clicked.connect(history.undo)
        self._redo.clicked.connect(history.redo)
        history.changed.connect(self.retranslate)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        names = self.tr("Undo"), self.tr("Undo: {change}")
        _label(self._undo, names, self._history.undo_words(), UNDO_KEYS[0])
        names = self.tr("Redo"), self.tr("Redo: {change}")
        _label(self._redo, names, self._history.redo_words(), REDO_KEYS[0])


def _label(button: IconButton, names: tuple[str, str], words: tuple[str, str] | None, keys: str) -> None:
    button.setEnabled(words is not None)
    if words is None:
        button.set_label(names[0], keys)
        return
    change, remark = words
    button.set_label(names[1].format(change=change), keys)
    if remark:
        button.setToolTip(f"{button.toolTip()}\n{remark}")


def add_undo_keys(widget: QWidget, undo: Callable[[], None], redo: Callable[[], None]) -> None:
    """The usual keys undo and redo while the focus is in `widget`; a line in which something is typed undoes that."""
    for sequences, action in ((UNDO_KEYS, undo), (REDO_KEYS, redo)):
        for keys in sequences:
            shortcut = QShortcut(QKeySequence(keys), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
