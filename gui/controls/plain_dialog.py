"""A window of its own beside the main one, which stays usable: the settings, the keys, the versions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from gui import fonts
from gui.controls.scroll_column import ScrollColumn
from gui.focus_order import move_focus
from gui.focus_ring import FocusRing


class PlainDialog(QDialog):
    """`column` takes the content, and scrolls where the screen is too low for it; `below`, what stands under it.

    Esc and Ctrl+W close it. A subclass names everything in `retranslate`.
    """

    def __init__(self, ring: FocusRing, width: int, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._ring = ring
        self._wanted = (width, height)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._scroll = ScrollColumn(20, 10)
        self.column = self._scroll.column
        self.below = QVBoxLayout()
        self.below.setContentsMargins(20, 10, 20, 16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self.below)
        QShortcut(QKeySequence("Ctrl+W"), self).activated.connect(self.close)

    def come_up(self) -> None:
        """Shows the dialog, or brings it to the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        raise NotImplementedError

    def follow_text_size(self) -> None:
        """As large as the type needs it, as far as the screen has room."""
        screen = self.screen().availableSize()
        wide, high = map(fonts.px, self._wanted)
        self.resize(min(wide, screen.width() - 40), min(high, screen.height() - 60))

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.follow_text_size()
        super().showEvent(event)
        self._ring.watch(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward=forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and QApplication.instance() is not None:
            self.retranslate()
            if self.isVisible():
                self.follow_text_size()
