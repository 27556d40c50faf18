"""The small card beside the pointer that gives exact values."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette

_DISTANCE = 14
"""Pixels between the pointer and the card."""


class HoverCard(QLabel):
    """Rows of a name and a value, shown beside a point of its parent and always inside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.set_palette(LIGHT)
        self.hide()

    def set_palette(self, palette: Palette) -> None:
        self._muted = palette.muted
        self.setStyleSheet(
            f"QLabel {{ background: {palette.surface}; color: {palette.text}; border: 1px solid {palette.border};"
            " border-radius: 8px; padding: 5px 8px; font-size: 12px; }"
        )

    def show_rows(self, rows: Iterable[tuple[str, str]], beside: QPoint) -> None:
        """Shows (name, value) rows beside this point."""
        lines = "".join(
            f'<tr><td style="color:{self._muted}; padding-right:10px">{escape(name)}</td>'
            f'<td align="right" style="font-family:\'{fonts.MONO}\',monospace">{escape(value)}</td></tr>'
            for name, value in rows
        )
        self.setText(f'<table cellspacing="0" cellpadding="1">{lines}</table>')
        self.adjustSize()
        room = self._room.rect()
        x = beside.x() + _DISTANCE
        if x + self.width() > room.right():
            x = beside.x() - _DISTANCE - self.width()
        y = beside.y() - _DISTANCE - self.height()
        if y < room.top():
            y = beside.y() + _DISTANCE
        self.move(max(room.left(), x), max(room.top(), min(y, room.bottom() - self.height())))
        self.show()
        self.raise_()
