"""Points drawn, moved and erased with the mouse: one stroke after the other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.plots.layer import Layer
from gui.plots.markers import paint_mark

Tool = Literal["look", "class_0", "class_1", "erase"]

TOOLS: tuple[Tool, ...] = ("look", "class_0", "class_1", "erase")
GAP = 14.0
"""Pixels between the points that one stroke draws."""

_RADIUS = 3.4
_RING = 7.5


@dataclass(frozen=True, slots=True)
class Added:
    """New points, at these places of the plane, of this class."""

    points: tuple[tuple[float, float], ...]
    label: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The point of this number now lies here."""

    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Erased:
    """The points of these numbers are gone."""

    numbers: tuple[int, ...]


Stroke = Added | Moved | Erased


class PointDrawing(Layer):
    """What the stroke in hand would do, painted over the data until they have changed.

    Places are in pixels; `near` is the number of the point under the pointer, None where there is none.
    """

    def __init__(self) -> None:
        super().__init__(height=3)
        self.tool: Tool = "look"
        self.is_under_way = False
        self._spots: list[tuple[float, float]] = []  # in the plane: where points are drawn, moved to, or erased
        self._numbers: list[int] = []
        self._last = QPointF()

    def set_tool(self, tool: Tool) -> None:
        """What the mouse does from now on."""
        self.tool = tool
        self.clear()

    def clear(self) -> None:
        """The data are as they were drawn, or the stroke is given up."""
        self.is_under_way = False
        self._spots, self._numbers = [], []
        self.update()

    def begin(self, pixel: QPointF, near: int | None) -> None:
        """The mouse is pressed."""
        self.clear()
        self.is_under_way = True
        self._last = pixel
        if self.tool == "erase":
            self.go_on(pixel, near)
        elif near is not None:
            self._numbers = [near]
        else:
            self._put(pixel)

    def go_on(self, pixel: QPointF, near: int | None) -> None:
        """The mouse is dragged."""
        if self.tool == "erase":
            if near is not None and near not in self._numbers:
                self._numbers.append(near)
                self._spots.append(self._place(pixel))
        elif self._numbers:
            self._spots = [self._place(pixel)]
        elif math.hypot(pixel.x() - self._last.x(), pixel.y() - self._last.y()) >= GAP:
            self._put(pixel)
        self.update()

    def end(self) -> Stroke | None:
        """The mouse is let go: what has been done, None for nothing. It stays in view until it is `clear`ed."""
        self.is_under_way = False
        if self.tool == "erase":
            return Erased(tuple(self._numbers)) if self._numbers else None
        if self._numbers:
            return Moved(self._numbers[0], *self._spots[0]) if self._spots else None
        return Added(tuple(self._spots), self._label()) if self._spots else None

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        for x, y in self._spots:
            centre = QPointF(self._view.x_to_pixel(x), self._view.y_to_pixel(y))
            if self.tool == "erase" or self._numbers:
                painter.setPen(QPen(QColor(self._palette.text), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, _RING, _RING)
            if self.tool == "erase":
                reach = QPointF(_RING, -_RING) * 0.7
                painter.drawLine(centre - reach, centre + reach)
            elif not self._numbers:
                label = self._label()
                paint_mark(painter, centre, _RADIUS, self._palette, "class", label, label)

    def _label(self) -> int:
        return int(self.tool == "class_1")

    def _put(self, pixel: QPointF) -> None:
        self._last = pixel
        self._spots.append(self._place(pixel))
        self.update()

    def _place(self, pixel: QPointF) -> tuple[float, float]:
        """In the plane, to a tenth of a pixel or finer: a point set by hand needs no more digits in the program."""
        view = self._view
        digits = max(0, 1 - math.floor(math.log10(max(abs(1 / view.x_scale), 1e-12))))
        return round(view.x_at(pixel.x()), digits), round(view.y_at(pixel.y()), digits)
