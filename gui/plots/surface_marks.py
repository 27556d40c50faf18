"""What moves with the point on a surface: the point, the axes of its curvature, its second-order picture, its path."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.gradients.formulas import written_number
from engine.gradients.surface.records import Place
from gui import fonts
from gui.plots.contours import Doubles, contours
from gui.plots.gradient_arrows import Arrow
from gui.plots.layer import Layer
from gui.plots.view import View

RADIUS = 6.5
REACH = 14.0
"""Pixels around the point in which a press takes hold of it."""

LONGEST_AXIS, SHORTEST_AXIS = 62.0, 14.0
LONGEST_ARROW, SHORTEST_ARROW = 112.0, 34.0
MODEL_CELLS = 112
MODEL_SHARE = 0.12
"""Of the view: how far from the point the model's contour runs where the point itself has none."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A direction of the surface from the point: its half in pixels, and how strongly the surface curves along it."""

    half: QPointF
    curvature: float


def gradient_arrow(place: Place, view: View, steepest: float) -> tuple[Arrow, ...]:
    """From the point the way up; none where the gradient is 0 or not finite. steepest: the largest in the picture."""
    x, y = (float(part) for part in place.gradient)
    across, down = x * view.x_scale, -y * view.y_scale
    length, size = math.hypot(across, down), math.hypot(x, y)
    if not (0 < length < math.inf and size > 0):
        return ()
    share = min(size / steepest, 1.0) if 0 < steepest < math.inf else 1.0
    pixels = SHORTEST_ARROW + (LONGEST_ARROW - SHORTEST_ARROW) * math.sqrt(share)
    x, y = view.x_to_pixel(place.x), view.y_to_pixel(place.y)
    start, end = ((x + across / length * reach, y + down / length * reach) for reach in (RADIUS + 1, pixels))
    return (Arrow("∇f", start, end, is_quiet=False),)


def curvature_axes(place: Place, view: View) -> tuple[Axis, ...]:
    """Along the eigenvectors of the Hessian, upwards; the longer, the more curved. None for a curvature of 0."""
    strongest = float(np.abs(place.eigenvalues).max()) if np.isfinite(place.eigenvalues).all() else 0.0
    axes = []
    for curvature, (x, y) in zip(place.eigenvalues.tolist(), place.eigenvectors.T.tolist(), strict=True):
        if strongest and abs(curvature) > 1e-4 * strongest:
            sign = -1 if x * float(place.gradient[0]) + y * float(place.gradient[1]) < 0 else 1
            way = QPointF(x * view.x_scale, -y * view.y_scale) * sign
            pixels = SHORTEST_AXIS + (LONGEST_AXIS - SHORTEST_AXIS) * math.sqrt(abs(curvature) / strongest)
            axes.append(Axis(way * (pixels / math.hypot(way.x(), way.y())), curvature))
    return tuple(axes)


def model_contour(place: Place, view: View) -> Doubles:
    """In pixels the pieces, (n, 2, 2), of the contour that the second-order Taylor polynomial has through the point.

    Where the gradient is 0 the contour through the point is the point alone, or a cross: then the next one is given.
    """
    gradient, hessian = place.gradient.astype(np.float64), place.hessian.astype(np.float64)
    if not (np.isfinite(gradient).all() and np.isfinite(hessian).all() and hessian.any()):
        return np.zeros((0, 2, 2))
    pixels = np.linspace(0, 1, MODEL_CELLS + 1)
    x = view.x_low + (view.x_high - view.x_low) * pixels - place.x
    y = view.y_low + (view.y_high - view.y_low) * pixels[:, None] - place.y
    with np.errstate(all="ignore"):
        rise = gradient[0] * x + gradient[1] * y
        rise = rise + (hessian[0, 0] * x * x + 2 * hessian[0, 1] * x * y + hessian[1, 1] * y * y) / 2
    level = 0.0
    if place.is_level:
        reach = MODEL_SHARE * math.hypot(view.x_high - view.x_low, view.y_high - view.y_low)
        level = float(place.eigenvalues[np.abs(place.eigenvalues).argmax()]) * reach**2 / 4
    (pieces,) = contours(rise, [level])
    across, down = view.width / MODEL_CELLS, view.height / MODEL_CELLS
    return np.stack([view.left + pieces[..., 0] * across, view.top + view.height - pieces[..., 1] * down], -1)


class SurfaceMarks(Layer):
    """Painted anew with every frame."""

    def __init__(self) -> None:
        super().__init__(height=10)
        self._point: QPointF | None = None
        self._axes: tuple[Axis, ...] = ()
        self._model: Doubles = np.zeros((0, 2, 2))
        self._path: Doubles = np.zeros((0, 2))
        self._is_held = False

    @property
    def point(self) -> QPointF | None:
        """Its pixel; None before the first frame."""
        return self._point

    def show_marks(self, point: QPointF, axes: tuple[Axis, ...], model: Doubles, path: Doubles) -> None:
        """model: (n, 2, 2) pieces; path: (n, 2); all in pixels."""
        self._point, self._axes, self._model, self._path = point, axes, model, path

    def hold(self, is_held: bool) -> None:
        """Shows that the point is, or can be, dragged, or moved by keys."""
        if is_held != self._is_held:
            self._is_held = is_held
            self.update()

    def is_near(self, pixel: QPointF) -> bool:
        return self._point is not None and math.dist(pixel.toTuple(), self._point.toTuple()) <= REACH

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._point is None:
            return
        painter.setClipRect(self.boundingRect())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_model(painter)
        self._paint_path(painter)
        for axis in self._axes:
            self._paint_axis(painter, self._point, axis)
        reach = RADIUS + 2 if self._is_held else RADIUS
        painter.setPen(QPen(QColor(self._palette.surface), 2.5))
        painter.setBrush(QColor(self._palette.accent))
        painter.drawEllipse(self._point, reach, reach)

    def _paint_model(self, painter: QPainter) -> None:
        if not len(self._model):
            return
        ends = self._model.reshape(-1, 2)
        path = pg.arrayToQPath(ends[:, 0].copy(), ends[:, 1].copy(), connect="pairs")
        for colour, width in ((self._palette.surface, 3.6), (self._palette.line, 1.8)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawPath(path)

    def _paint_path(self, painter: QPainter) -> None:
        if len(self._path) < 2:
            return
        path = pg.arrayToQPath(self._path[:, 0].copy(), self._path[:, 1].copy(), connect="finite")
        for colour, width in ((self._palette.surface, 4.0), (self._palette.accent, 2.0)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPath(path)
        if len(self._path) <= 200:
            painter.setPen(QPen(QColor(self._palette.surface), 1))
            painter.setBrush(QColor(self._palette.accent))
            for x, y in self._path[:-1].tolist():
                painter.drawEllipse(QPointF(x, y), 3, 3)

    def _paint_axis(self, painter: QPainter, point: QPointF, axis: Axis) -> None:
        """Whole where the surface curves up along it, dashed where it curves down; the curvature at its end."""
        line = QLineF(point - axis.half, point + axis.half)
        painter.setPen(QPen(QColor(self._palette.surface), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(line)
        pen = QPen(QColor(self._palette.text), 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if axis.curvature < 0:
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.drawLine(line)
        self._paint_label(painter, point - axis.half, axis)

    def _paint_label(self, painter: QPainter, end: QPointF, axis: Axis) -> None:
        text = f"λ = {written_number(axis.curvature)}"
        font = fonts.words(11)
        metrics = QFontMetricsF(font)
        away = -axis.half / math.hypot(axis.half.x(), axis.half.y())
        box = QRectF(0, 0, metrics.horizontalAdvance(text) + 10, metrics.height() + 2)
        box.moveCenter(end + QPointF(away.x() * (box.width() / 2 + 3), away.y() * (box.height() / 2 + 3)))
        room = self.boundingRect().adjusted(3, 3, -3, -3)
        box.moveLeft(min(max(box.left(), room.left()), room.right() - box.width()))
        box.moveTop(min(max(box.top(), room.top()), room.bottom() - box.height()))
        ground = QColor(self._palette.surface)
        ground.setAlpha(225)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._palette.text))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
