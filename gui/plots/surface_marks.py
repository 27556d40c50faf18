"""What moves with the point on a surface: the point, the axes of its curvature, its second-order picture, its path."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.gradients.formulas import written_number
from engine.gradients.surface.records import Place
from gui import fonts
from gui.plots.contours import Doubles
from gui.plots.gradient_arrows import Arrow
from gui.plots.layer import Layer
from gui.plots.view import View

RADIUS = 6.5
REACH = 14.0
"""Pixels around the point in which a press takes hold of it."""

LONGEST_AXIS, SHORTEST_AXIS = 62.0, 14.0
LONGEST_ARROW, SHORTEST_ARROW = 112.0, 34.0
MODEL_POINTS = 72
OUTSIDE = 80.0
"""Pixels around the view in which a line goes on, so that none ends within it."""

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


def model_contour(place: Place, view: View) -> list[Doubles]:
    """In pixels the lines, each (n, 2), of the contour that the second-order Taylor polynomial has through the point.

    Where the gradient is 0 the contour through the point is the point alone, or a cross: then the next one is given.
    """
    gradient, curvatures = place.gradient.astype(np.float64), place.eigenvalues.astype(np.float64)
    if not (np.isfinite(gradient).all() and np.isfinite(curvatures).all() and curvatures.any()):
        return []
    reach = math.hypot(view.x_high - view.x_low, view.y_high - view.y_low)
    strong = int(np.abs(curvatures).argmax())
    along, across = place.eigenvectors.T.astype(np.float64)[[1 - strong, strong]]
    weak, strong_curvature = curvatures[1 - strong], curvatures[strong]
    level = strong_curvature * (MODEL_SHARE * reach) ** 2 / 4 if place.is_level else 0.0
    with np.errstate(all="ignore"):
        lines = _conic(weak, strong_curvature, gradient @ along, gradient @ across, level, reach)
        places = [np.array([place.x, place.y]) + line[:, :1] * along + line[:, 1:] * across for line in lines]
        pixels = [np.stack([view.x_to_pixel(line[:, 0]), view.y_to_pixel(line[:, 1])], -1) for line in places]
    least = np.array([view.left, view.top]) - OUTSIDE
    most = np.array([view.left + view.width, view.top + view.height]) + OUTSIDE
    for line in pixels:
        line[~((line > least) & (line < most)).all(axis=1)] = np.nan
    return [line for line in pixels if np.isfinite(line).any()]


def _conic(weak: float, strong: float, a: float, b: float, level: float, reach: float) -> list[Doubles]:
    """The lines (u, v) within `reach` where a u + b v + (weak u² + strong v²) / 2 is `level`; `strong` is not 0.

    For each u that is a quadratic equation for v: it has two solutions where its discriminant is above 0.
    """
    discriminant = np.array([-weak * strong, -2 * strong * a, b * b + 2 * strong * level])
    if not np.isfinite(discriminant).all():
        return []
    roots = np.roots(discriminant)
    inner = sorted({float(root.real) for root in roots if abs(root.imag) < 1e-12 * reach and abs(root.real) < reach})
    edges = [-reach, *inner, reach]
    shares = (1 - np.cos(np.linspace(0, np.pi, MODEL_POINTS))) / 2  # closer where the line turns back
    lines: list[Doubles] = []
    for start, end in pairwise(edges):
        if np.polyval(discriminant, (start + end) / 2) <= 0:
            continue
        u = start + (end - start) * shares
        half = np.sqrt(np.maximum(np.polyval(discriminant, u), 0.0))
        upper, lower = (np.stack([u, (sign * half - b) / strong], -1) for sign in (1, -1))
        if end != reach:  # the two sides meet there
            lines.append(np.concatenate([upper, lower[::-1]]))
        elif start != -reach:
            lines.append(np.concatenate([upper[::-1], lower]))
        else:
            lines += [upper, lower]
    return lines


class SurfaceMarks(Layer):
    """Painted anew with every frame."""

    def __init__(self) -> None:
        super().__init__(height=10)
        self._point: QPointF | None = None
        self._axes: tuple[Axis, ...] = ()
        self._model: list[Doubles] = []
        self._path: Doubles = np.zeros((0, 2))
        self._is_held = False

    @property
    def point(self) -> QPointF | None:
        """Its pixel; None before the first frame."""
        return self._point

    def show_marks(self, point: QPointF, axes: tuple[Axis, ...], model: list[Doubles], path: Doubles) -> None:
        """model: lines, each (n, 2), NaN where they break; path: (n, 2); all in pixels."""
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
        for line in self._model:
            path = pg.arrayToQPath(line[:, 0].copy(), line[:, 1].copy(), connect="finite")
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
