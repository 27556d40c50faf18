"""How often which values occur, and the curve that theory expects."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.tensors.values import Statistics
from gui import fonts
from gui.palette import LIGHT, Palette
from gui.plots.hover_card import HoverCard
from gui.plots.picture_actions import PictureActions
from gui.plots.ticks import linear_ticks
from gui.theme import mixed

LEFT, TOP, RIGHT, BOTTOM = 52, 12, 16, 26
CURVE_WIDTH = 2.0


class Histogram(QWidget):
    """A bar for each bin; the pointer is told its bounds and its count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._statistics: Statistics | None = None
        self._density: NDArray[np.float64] | None = None
        self._pointed: int | None = None
        self._card = HoverCard(self)
        self._pictures = PictureActions(self, self, shortcut="")  # around it, keys copy the tensor itself
        self.setMouseTracking(True)
        self.setMinimumHeight(fonts.px(120))
        self.retranslate()

    def show_statistics(self, statistics: Statistics | None, density: NDArray[np.float64] | None = None) -> None:
        """density: what theory expects, in counts, at the middle of each bin; None where there is no theory."""
        self._statistics, self._density = statistics, density
        self._point(None)
        self.update()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._card.set_palette(palette)
        self.update()

    def bar_rect(self, number: int) -> QRectF:
        """Where the bar of this bin is."""
        assert self._statistics is not None
        edges = self._statistics.edges
        left, right = self._x(edges[number]), self._x(edges[number + 1])
        top = self._y(float(self._statistics.counts[number]))
        return QRectF(left, top, right - left, self.height() - fonts.px(BOTTOM) - top)

    def sizeHint(self) -> QSize:
        return QSize(480, 240)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Histogram"))
        self.setToolTip(self.tr("How many elements have a value within each bin"))
        self._names = (self.tr("from"), self.tr("to"), self.tr("elements"), self.tr("expected"))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint(QPainter(self), self._pointed)

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the bars and the curve into a picture: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        self._paint(painter, None)

    def _paint(self, painter: QPainter, pointed: int | None) -> None:
        statistics = self._statistics
        if statistics is None or not len(statistics.counts):
            return
        painter.setFont(fonts.words(11))
        self._paint_axes(painter, statistics)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # bars have sharp edges
        fill = mixed(self._palette.surface, self._palette.accent, 0.45)
        strong = QColor(self._palette.accent)
        for number in range(len(statistics.counts)):
            bar = self.bar_rect(number)
            gap = 1.0 if bar.width() > 3 else 0.0
            painter.fillRect(bar.adjusted(gap / 2, 0, -gap / 2, 0), strong if number == pointed else fill)
        if self._density is not None and len(self._density) == len(statistics.counts):
            centres = (statistics.edges[:-1] + statistics.edges[1:]) / 2
            points = [QPointF(self._x(x), self._y(float(y))) for x, y in zip(centres, self._density, strict=True)]
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._palette.line), CURVE_WIDTH))
            painter.drawPolyline(QPolygonF(points))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._bin_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def _bin_at(self, point: QPointF) -> int | None:
        if self._statistics is None:
            return None
        inside = fonts.px(TOP) <= point.y() <= self.height() - fonts.px(BOTTOM)
        bins = range(len(self._statistics.counts))
        rects = ((number, self.bar_rect(number)) for number in bins) if inside else ()
        return next((number for number, bar in rects if bar.left() <= point.x() < bar.right()), None)

    def _point(self, number: int | None) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()
        if number is None or self._statistics is None:
            self._card.hide()
            return
        edges, counts = self._statistics.edges, self._statistics.counts
        values = [f"{edges[number]:.5g}", f"{edges[number + 1]:.5g}", f"{int(counts[number]):,}"]
        if self._density is not None:
            values.append(f"{self._density[number]:,.1f}")
        self._card.show_rows(zip(self._names, values, strict=False), beside=self.bar_rect(number).center().toPoint())

    def _paint_axes(self, painter: QPainter, statistics: Statistics) -> None:
        metrics = QFontMetricsF(painter.font())
        bottom, right = self.height() - fonts.px(BOTTOM), self.width() - RIGHT
        grid, muted = QColor(self._palette.grid), QColor(self._palette.muted)
        for tick in linear_ticks(0, self._highest(), (bottom - fonts.px(TOP)) / 44, least_step=1):
            y = round(self._y(tick.position))
            painter.setPen(grid)
            painter.drawLine(QLineF(fonts.px(LEFT), y, right, y))
            painter.setPen(muted)
            box = QRectF(0, y - metrics.height() / 2, fonts.px(LEFT) - 8, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, tick.label)
        low, high = float(statistics.edges[0]), float(statistics.edges[-1])
        painter.setPen(muted)
        for tick in linear_ticks(low, high, (right - fonts.px(LEFT)) / 80):
            width = metrics.horizontalAdvance(tick.label)
            left = min(self._x(tick.position) - width / 2, self.width() - width)
            painter.drawText(QRectF(left, bottom + 6, width + 2, metrics.height()), 0, tick.label)

    def _highest(self) -> float:
        assert self._statistics is not None
        expected = 0.0 if self._density is None or not len(self._density) else float(np.max(self._density))
        return max(float(self._statistics.counts.max()), expected, 1.0)

    def _x(self, value: float) -> float:
        assert self._statistics is not None
        low, high = float(self._statistics.edges[0]), float(self._statistics.edges[-1])
        half = high / 2 - low / 2  # the whole may be more than the greatest float
        share = (value / 2 - low / 2) / half if half > 0 else 0.5
        return fonts.px(LEFT) + share * (self.width() - fonts.px(LEFT) - RIGHT)

    def _y(self, count: float) -> float:
        return (
            self.height()
            - fonts.px(BOTTOM)
            - count / self._highest() * (self.height() - fonts.px(BOTTOM) - fonts.px(TOP))
        )
