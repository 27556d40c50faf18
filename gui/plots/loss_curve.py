"""The layer that draws the loss: what was, what came after, and what came on branches that were left."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.plots.layer import Layer
from gui.plots.loss_curves import Curve, Curves

_MARKER_RADIUS = 5.0
_WIDTH = 2.0

_LONGEST_WIDE = 2_500.0
"""Pixels up to which a curve is drawn wide or dotted, in 3 ms at most.

A noisy curve turns often and crosses itself, and Qt needs 100 ms and more for a few hundred such turns with a wide
pen; with one of width 1 it takes 1 ms.
"""


class LossCurve(Layer):
    """Draws the curves, the marker of the present step, and the hair line under the pointer."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._curves: Curves | None = None
        self._probe: tuple[float, float] | None = None

    def show_curves(self, curves: Curves) -> None:
        self._curves = curves

    def show_probe(self, probe: tuple[float, float] | None) -> None:
        """Marks the (step, height) that the hover card speaks of; the height may be NaN."""
        if probe != self._probe:
            self._probe = probe
            self.update()

    def boundingRect(self) -> QRectF:
        margin = _MARKER_RADIUS + 2
        return super().boundingRect().adjusted(-margin, -margin, margin, margin)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._curves is None:
            return
        accent, surface = QColor(self._palette.accent), QColor(self._palette.surface)
        painter.setClipRect(self.boundingRect())
        if self._probe is not None:
            self._paint_hair(painter, self._probe[0])
        for ghost in self._curves.ghosts:
            self._paint_curve(painter, ghost, QPen(self._mixed(self._palette.muted, 0.5), 1))
        dotted = QPen(self._mixed(self._palette.accent, 0.45), _WIDTH)
        dotted.setCapStyle(Qt.PenCapStyle.RoundCap)
        dotted.setDashPattern([0.01, 2.6])
        self._paint_curve(painter, self._curves.future, dotted)
        solid = QPen(accent, _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        self._paint_curve(painter, self._curves.past, solid)
        if self._curves.marker is not None:
            self._paint_dot(painter, self._curves.marker, rim=surface, fill=accent)
        if self._probe is not None and math.isfinite(self._probe[1]):
            self._paint_dot(painter, self._probe, rim=accent, fill=surface)

    def _paint_curve(self, painter: QPainter, curve: Curve, pen: QPen) -> None:
        x, y = self._view.x_to_pixel(curve.steps), self._view.y_to_pixel(curve.heights)
        if pen.widthF() > 1 and np.nansum(np.hypot(np.diff(x), np.diff(y))) > _LONGEST_WIDE:
            pen = QPen(pen.color(), 1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(pg.arrayToQPath(x, y, connect="finite"))

    def _paint_hair(self, painter: QPainter, step: float) -> None:
        x = round(self._view.x_to_pixel(step)) + 0.5
        painter.setPen(QPen(self._mixed(self._palette.muted, 0.55), 1))
        painter.drawLine(QLineF(x, self._view.top, x, self._view.top + self._view.height))

    def _paint_dot(self, painter: QPainter, place: tuple[float, float], *, rim: QColor, fill: QColor) -> None:
        centre = QPointF(self._view.x_to_pixel(place[0]), self._view.y_to_pixel(place[1]))
        painter.setPen(QPen(rim, 2))
        painter.setBrush(fill)
        painter.drawEllipse(centre, _MARKER_RADIUS, _MARKER_RADIUS)

    def _mixed(self, colour: str, share: float) -> QColor:
        """So much of the colour on the ground. Not a transparent one: where lines overlap, their joints would show."""
        over, under = QColor(colour), QColor(self._palette.surface)
        return QColor.fromRgbF(
            share * over.redF() + (1 - share) * under.redF(),
            share * over.greenF() + (1 - share) * under.greenF(),
            share * over.blueF() + (1 - share) * under.blueF(),
        )
