"""The button in the top bar with everything about projects."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.controls.icon_button import IconButton

KEYS = {"new": "Ctrl+Shift+N", "open": "Ctrl+O", "save": "Ctrl+S", "save_as": "Ctrl+Shift+S"}


class ProjectMenu(IconButton):
    """Tells what the user chose; the window does it."""

    new_requested = Signal()  # an empty project
    open_requested = Signal()  # a file that is yet to be named
    save_requested = Signal()  # to the file that it came from
    save_as_requested = Signal()  # to another file
    recent_chosen = Signal(object)  # the path of the project to open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("open", icon_size=18, parent=parent)
        self._recent: tuple[Path, ...] = ()
        self._menu = QMenu(self)
        signals = (self.new_requested, self.open_requested, self.save_requested, self.save_as_requested)
        self._actions: dict[str, QAction] = {}
        for (name, keys), signal in zip(KEYS.items(), signals, strict=True):
            action = self._menu.addAction("")
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(signal)
            self._actions[name] = action
            if name == "open":
                self._recent_menu = self._menu.addMenu("")
        self._menu.insertSeparator(self._actions["save"])
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_recent(())
        self.retranslate()

    def shortcuts(self) -> list[QAction]:
        """For the window, so that the keys work wherever the focus is."""
        return list(self._actions.values())

    def show_recent(self, paths: Sequence[Path]) -> None:
        """The projects that were used last, the newest first."""
        self._recent = tuple(paths)
        self._recent_menu.clear()
        for path in self._recent:
            action = self._recent_menu.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self.recent_chosen.emit, path))
        self._recent_menu.setToolTipsVisible(True)
        self._recent_menu.setEnabled(bool(self._recent))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_label(self.tr("Project"))
        texts = {
            "new": self.tr("New project"),
            "open": self.tr("Open …"),
            "save": self.tr("Save"),
            "save_as": self.tr("Save as …"),
        }
        for name, text in texts.items():
            self._actions[name].setText(text)
        self._recent_menu.setTitle(self.tr("Open recent"))
