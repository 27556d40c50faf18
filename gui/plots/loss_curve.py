"""The layer that draws the loss: what was, what came after, and what came on branches that were left."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.plots.layer import Layer
from gui.plots.loss_curves import Curve, Curves
from gui.plots.strokes import stroke, stroke_side_by_side

_MARKER_RADIUS = 5.0
_WIDTH = 2.0

_LONGEST_DOTTED = 2_500.0
"""Pixels up to which a curve is drawn dotted, in 3 ms at most."""


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
            stroke(painter, self._path(ghost), len(ghost.steps), self._mixed(self._palette.muted, 0.5), width=1)
        self._paint_dotted(painter, self._curves.future, self._mixed(self._palette.accent, 0.45))
        past = self._curves.past
        stroke(painter, self._path(past), len(past.steps), accent, _WIDTH)
        if self._curves.marker is not None:
            self._paint_dot(painter, self._curves.marker, rim=surface, fill=accent)
        if self._probe is not None and math.isfinite(self._probe[1]):
            self._paint_dot(painter, self._probe, rim=accent, fill=surface)

    def _paint_dotted(self, painter: QPainter, curve: Curve, colour: QColor) -> None:
        path = self._path(curve)
        if path.length() > _LONGEST_DOTTED:
            stroke_side_by_side(painter, path, colour, width=1)
        else:
            pen = QPen(colour, _WIDTH, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.01, 2.6])
            painter.strokePath(path, pen)

    def _path(self, curve: Curve) -> QPainterPath:
        path: QPainterPath = pg.arrayToQPath(
            self._view.x_to_pixel(curve.steps), self._view.y_to_pixel(curve.heights), connect="finite"
        )
        return path

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
