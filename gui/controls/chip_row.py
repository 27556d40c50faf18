"""Buttons with a word each, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui import fonts
from gui.controls.own_keys import keep_keys

GAP = 6
HEIGHT = 26


class ChipRow(QWidget):
    """One of them at most is pressed, the one whose key is shown; a click asks for another."""

    chosen = Signal(str)  # the key of the button that was clicked

    def __init__(self, keys: Sequence[str], width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)
        self._shown: str | None = None
        self._buttons: dict[str, QPushButton] = {}
        for key in keys:
            button = QPushButton(self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keep_keys(button, Qt.Key.Key_Space)
            button.clicked.connect(lambda _=False, key=key: self._click(key))
            self._buttons[key] = button

    def set_label(self, key: str, label: str, tooltip: str) -> None:
        """How a button reads, and the sentence that explains it."""
        button = self._buttons[key]
        button.setText(label)
        button.setAccessibleName(label)
        button.setToolTip(tooltip)
        self._place()

    def show_key(self, key: str | None) -> None:
        """Presses this button, and no other."""
        self._shown = key
        for known, button in self._buttons.items():
            button.setChecked(known == key)

    def _click(self, key: str) -> None:
        self.show_key(self._shown)  # until it is so
        self.chosen.emit(key)

    def _place(self) -> None:
        x = y = 0
        for button in self._buttons.values():
            button.ensurePolished()
            width = button.sizeHint().width()
            if x and x + width > self.width():
                x, y = 0, y + fonts.px(HEIGHT) + GAP
            button.setGeometry(x, y, width, fonts.px(HEIGHT))
            x += width + GAP
        self.setFixedHeight(y + fonts.px(HEIGHT))
