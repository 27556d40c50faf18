"""A row of small facts, each in a frame of its own; more lines where one is not wide enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette

HEIGHT = 25
FONT_SIZE = 12
GAP = 6
PADDING = 8
RADIUS = 6.0


@dataclass(frozen=True, slots=True)
class Chip:
    """text: what it says. tooltip: that in a sentence. tone: "" or, for what is to be noticed, "nan" or "inf"."""

    text: str
    tooltip: str
    tone: str = ""


class Chips(QWidget):
    """Painted by hand, centred."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._chips: tuple[Chip, ...] = ()
        self.setFont(fonts.mono(FONT_SIZE))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Shows these."""
        if tuple(chips) != self._chips:
            self._chips = tuple(chips)
            self.setAccessibleDescription(", ".join(chip.text for chip in chips))
            self._fit_height()
            self.update()

    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.text for chip in self._chips]

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.setFont(fonts.mono(FONT_SIZE))
        self._fit_height()

    def sizeHint(self) -> QSize:
        return QSize(400, fonts.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = {"": self._palette.text, "nan": self._palette.line, "inf": self._palette.caution}
        for chip, area in self._placed():
            border = self._palette.border if not chip.tone else tones[chip.tone]
            painter.setPen(QPen(QColor(border), 1))
            painter.setBrush(QColor(self._palette.code_background))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
            painter.setPen(QColor(tones[chip.tone]))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, chip.text)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            point = QPointF(event.pos())
            tooltip = next((chip.tooltip for chip, area in self._placed() if area.contains(point)), "")
            QToolTip.showText(event.globalPos(), tooltip, self)
            return True
        return super().event(event)

    def _fit_height(self) -> None:
        lines = max(len(self._lines(self.width())), 1)
        self.setFixedHeight(lines * (fonts.px(HEIGHT) + GAP) - GAP)

    def _placed(self) -> list[tuple[Chip, QRectF]]:
        metrics = QFontMetrics(self.font())
        placed = []
        for number, line in enumerate(self._lines(self.width())):
            widths = [metrics.horizontalAdvance(chip.text) + 2 * PADDING for chip in line]
            x = (self.width() - sum(widths) - GAP * (len(line) - 1)) / 2
            for chip, width in zip(line, widths, strict=True):
                placed.append(
                    (chip, QRectF(x + 0.5, number * (fonts.px(HEIGHT) + GAP) + 0.5, width - 1, fonts.px(HEIGHT) - 1))
                )
                x += width + GAP
        return placed

    def _lines(self, room: int) -> list[list[Chip]]:
        metrics = QFontMetrics(self.font())
        lines: list[list[Chip]] = []
        left = 0
        for chip in self._chips:
            width = metrics.horizontalAdvance(chip.text) + 2 * PADDING + GAP
            if not lines or width - GAP > left:
                lines.append([])
                left = room
            lines[-1].append(chip)
            left -= width
        return lines
