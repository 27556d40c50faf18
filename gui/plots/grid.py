"""Grid lines, and the numbers at the edges."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from gui import fonts
from gui.plots.layer import Layer
from gui.plots.ticks import Tick

LABEL_PIXELS = 11
_GAP = 5
_BACKING_ALPHA = 150


class GridLines(Layer):
    """A thin line at every tick, under the data."""

    def __init__(self) -> None:
        super().__init__(height=-20)
        self._x: tuple[Tick, ...] = ()
        self._y: tuple[Tick, ...] = ()

    def set_ticks(self, x: tuple[Tick, ...], y: tuple[Tick, ...]) -> None:
        self._x, self._y = x, y

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view = self._view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self._palette.grid), 1))
        right, bottom = view.left + view.width, view.top + view.height
        for tick in self._x:
            x = round(view.x_to_pixel(tick.position))
            painter.drawLine(QLineF(x, view.top, x, bottom))
        for tick in self._y:
            y = round(view.y_to_pixel(tick.position))
            painter.drawLine(QLineF(view.left, y, right, y))


class TickLabels(Layer):
    """The numbers of the ticks: inside the view along its left and lower edge, or outside in the margins."""

    def __init__(self, *, inside: bool) -> None:
        super().__init__(height=40)
        self._inside = inside
        self._x: tuple[Tick, ...] = ()
        self._y: tuple[Tick, ...] = ()

    def set_ticks(self, x: tuple[Tick, ...], y: tuple[Tick, ...]) -> None:
        self._x, self._y = x, y

    def boundingRect(self) -> QRectF:
        return super().boundingRect().adjusted(-100, -20, 100, 40)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        font = QApplication.font() if widget is None else widget.font()
        font.setPixelSize(fonts.px(LABEL_PIXELS))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        for box, label in self._boxes(metrics):
            if self._inside:
                backing = QColor(self._palette.surface)
                backing.setAlpha(_BACKING_ALPHA)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(backing)
                painter.drawRoundedRect(box.adjusted(-3, 0, 3, 0), 3, 3)
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(box, flags, label)

    def _boxes(self, metrics: QFontMetricsF) -> list[tuple[QRectF, str]]:
        view, height = self._view, metrics.height()
        right, bottom = view.left + view.width, view.top + view.height
        boxes = []
        for tick in self._x:
            x, width = view.x_to_pixel(tick.position), metrics.horizontalAdvance(tick.label)
            left = x - width / 2
            if self._inside:
                if left < view.left + 40 or left + width > right - _GAP:
                    continue  # it would lie in the corner, where the numbers of the other axis are, or be cut off
                boxes.append((QRectF(left, bottom - _GAP - height, width, height), tick.label))
            else:
                left = min(left, right + 14 - width)
                boxes.append((QRectF(left, bottom + _GAP, width, height), tick.label))
        for tick in self._y:
            y, width = view.y_to_pixel(tick.position) - height / 2, metrics.horizontalAdvance(tick.label)
            if self._inside:
                if y < view.top + _GAP or y + height > bottom - height - 2 * _GAP:
                    continue
                boxes.append((QRectF(view.left + 8, y, width, height), tick.label))
            else:
                boxes.append((QRectF(view.left - 8 - width, y, width, height), tick.label))
        return boxes
