"""What an element's cell looks like: plain, marked, chosen; NaN and infinity stand out."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui.palette import Palette
from gui.theme import mixed


class CellColours:
    """The colours of cells in one palette."""

    def __init__(self, palette: Palette) -> None:
        self.text = QColor(palette.text)
        self.muted = QColor(palette.muted)
        self.ground = QColor(palette.code_background)
        self.border = QColor(palette.border)
        self.hovered = QColor(palette.muted)
        self.marked = QColor(palette.accent_soft)
        self.mark = QColor(palette.accent)
        self.chosen = QColor(palette.accent)
        self.on_chosen = QColor(palette.on_accent)
        self.flaws = {"nan": QColor(palette.line), "inf": QColor(palette.caution)}
        self.flawed = {
            "nan": mixed(palette.surface, palette.line, 0.08),
            "inf": mixed(palette.surface, palette.caution, 0.12),
        }
