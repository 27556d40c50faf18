"""An operation as a chip: its type, and after it what it computed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui import fonts
from gui.palette import Palette

CHIP_HEIGHT = 22
CHIP_PADDING = 8
RADIUS = 6.0
MOST_WIDTHS = 5_000


@dataclass(frozen=True, slots=True)
class ChipStyle:
    """is_solid: a tape recorded it. is_chosen: in the accent colour. edge: the colour of its edge; "" for the usual."""

    is_solid: bool
    is_chosen: bool = False
    has_focus: bool = False
    edge: str = ""


class ChipPainter:
    """Paints chips in the window's type, and knows how wide their words are."""

    def __init__(self) -> None:
        self._widths: dict[str, float] = {}
        self.follow_text_size()

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.font: QFont = fonts.mono(11)
        self._metrics = QFontMetricsF(self.font)
        self._widths.clear()

    def advance(self, text: str) -> float:
        """How wide a text is in a chip."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) > MOST_WIDTHS:
                self._widths.clear()
            width = self._widths[text] = self._metrics.horizontalAdvance(text)
        return width

    def paint(
        self, painter: QPainter, area: QRectF, words: tuple[str, str], style: ChipStyle, colours: Palette
    ) -> None:
        """`words`: the operation's type, and what follows it, cut short where there is no room."""
        pen = QPen(QColor(style.edge or colours.border), 1)
        if style.is_chosen:
            pen = QPen(QColor(colours.accent), 1.5)
        elif not style.is_solid:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_soft if style.is_chosen else colours.code_background))
        if not style.is_solid and not style.is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if style.has_focus:
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS - 1, RADIUS - 1)
        painter.setFont(self.font)
        inside = area.adjusted(fonts.px(CHIP_PADDING), 0, -fonts.px(CHIP_PADDING), 0)
        painter.setPen(QColor(colours.text if style.is_solid else colours.muted))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, words[0])
        painter.setPen(QColor(colours.muted))
        inside.setLeft(inside.left() + self.advance(f"{words[0]} "))
        text = words[1]
        if self.advance(text) > inside.width() + 1:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, text)
