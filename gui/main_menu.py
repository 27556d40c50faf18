"""The button at the end of the top bar: what belongs to the window as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.controls.icon_button import IconButton


class MainMenu(IconButton):
    """Shows actions that others have made, in groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("menu", icon_size=18, parent=parent)
        self.entries = QMenu(self)
        self.setMenu(self.entries)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.retranslate()

    def add_group(self, actions: Sequence[QAction]) -> None:
        """After those that are there."""
        if self.entries.actions():
            self.entries.addSeparator()
        self.entries.addActions(list(actions))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_label(self.tr("Menu"))
