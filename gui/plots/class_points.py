"""The layer that draws the points of two to four classes; those that are held out from training as rings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.keras_lab.protocol import Points
from gui.palette import Palette
from gui.plots.class_colours import class_colour, class_shape
from gui.plots.cloud_picture import EXACT_LIMIT
from gui.plots.layer import Layer
from gui.plots.markers import CELL, mark_radius
from gui.plots.vectors import IMAGE_SCALE, MOST_OUTLINES, Vectors
from gui.plots.view import View

_CLASSES = 4
_RING = 7.5


class ClassPoints(Layer):
    """Of more than 20,000 points every second, third, … is drawn: they are drawn at random anyway."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._points: Points | None = None
        self._drawn: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        self._picture: QImage | None = None
        self._made_for: tuple[Points, View, Palette, float] | None = None
        self._highlighted: int | None = None
        self.stride = 1
        """Of the points only every so many-th is drawn."""

    def show_points(self, points: Points) -> None:
        """Shows these from now on."""
        if points is self._points:
            return
        self._points = points
        self.stride = -(-len(points.inputs) // EXACT_LIMIT) or 1
        self._drawn = np.arange(0, len(points.inputs), self.stride)

    def nearest(self, x: float, y: float, within: float) -> int | None:
        """The index of the drawn point nearest to this pixel, at most `within` pixels away."""
        if self._points is None or len(self._drawn) == 0:
            return None
        inputs = self._points.inputs[self._drawn].astype(np.float64)
        squares = (self._view.x_to_pixel(inputs[:, 0]) - x) ** 2 + (self._view.y_to_pixel(inputs[:, 1]) - y) ** 2
        place = int(squares.argmin())
        return int(self._drawn[place]) if squares[place] <= within**2 else None

    def highlight(self, index: int | None) -> None:
        """Puts a ring around this point of the data."""
        if index != self._highlighted:
            self._highlighted = index
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        points = self._points
        if points is None:
            return
        if self.is_picture:
            self._paint_for_picture(painter, points)
            return
        ratio = 1.0 if widget is None else widget.devicePixelRatioF()
        key = (points, self._view, self._palette, ratio)
        if self._picture is None or self._made_for is None or not _same(key, self._made_for):
            self._made_for = key
            self._picture = _picture(points, self._drawn, self._view, self._palette, ratio)
        view = self._view
        painter.drawImage(QRectF(view.left, view.top, view.width, view.height), self._picture)
        if self._highlighted is not None and self._highlighted < len(points.inputs):
            x, y = (float(value) for value in points.inputs[self._highlighted])
            painter.setPen(QPen(QColor(self._palette.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(view.x_to_pixel(x), view.y_to_pixel(y)), _RING, _RING)

    def _paint_for_picture(self, painter: QPainter, points: Points) -> None:
        """Sharp at any scale, and quick however many there are."""
        device, area = painter.device(), QRectF(self._view.left, self._view.top, self._view.width, self._view.height)
        if not isinstance(device, Vectors):
            ratio = painter.worldTransform().m11()
            painter.drawImage(area, _picture(points, self._drawn, self._view, self._palette, ratio))
        elif len(self._drawn) <= MOST_OUTLINES:
            self._paint_one_by_one(painter, points)
        else:
            image = _picture(points, self._drawn, self._view, self._palette, IMAGE_SCALE)
            painter.drawImage(area, device.stand_in(image))

    def _paint_one_by_one(self, painter: QPainter, points: Points) -> None:
        """Paints each point as an outline of its own."""
        radius = mark_radius(len(self._drawn))
        for index in _order(points, self._drawn).tolist():
            x, y = (float(value) for value in points.inputs[index])
            centre = QPointF(self._view.x_to_pixel(x), self._view.y_to_pixel(y))
            label, held_out = int(points.classes[index]) % _CLASSES, bool(points.held_out[index])
            paint_class_mark(painter, centre, radius, self._palette, label, held_out=held_out)


def _order(points: Points, drawn: NDArray[np.intp]) -> NDArray[np.intp]:
    """Those held out above the others, the classes mixed, so that none lies over all of another."""
    order = drawn[np.random.default_rng(0).permutation(len(drawn))]
    return order[np.argsort(points.held_out[order], kind="stable")]


def _same(first: tuple[Points, View, Palette, float], second: tuple[Points, View, Palette, float]) -> bool:
    """The points themselves are compared, not their arrays."""
    return first[0] is second[0] and first[1:] == second[1:]


def paint_class_mark(
    painter: QPainter, centre: QPointF, radius: float, palette: Palette, label: int, *, held_out: bool
) -> None:
    """A point of this class: filled where it is trained on, else a ring on the ground."""
    colour, surface = class_colour(palette, label), QColor(palette.surface)
    if held_out:
        # Darker than the class, since a thin line looks paler than a full mark.
        pen = QPen(colour.lighter(125) if palette.is_dark else colour.darker(125), 0.42 * radius)
        radius *= 0.92
        painter.setBrush(surface)
    else:
        surface.setAlphaF(0.6)
        pen = QPen(surface, 0.24 * radius)
        painter.setBrush(colour)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(class_shape(centre, radius, label))


def _sheet(palette: Palette, radius: float, ratio: float) -> QPixmap:
    """Every mark: across the classes, below them the same held out."""
    side = round(CELL * ratio)
    sheet = QPixmap(_CLASSES * side, 2 * side)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for held_out in (False, True):
        for label in range(_CLASSES):
            painter.resetTransform()
            painter.translate(label * side, held_out * side)
            painter.scale(side / CELL, side / CELL)
            paint_class_mark(painter, QPointF(CELL / 2, CELL / 2), radius, palette, label, held_out=held_out)
    painter.end()
    return sheet


def _picture(points: Points, drawn: NDArray[np.intp], view: View, palette: Palette, ratio: float) -> QImage:
    image = QImage(
        max(1, round(view.width * ratio)), max(1, round(view.height * ratio)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    if len(drawn) == 0:
        return image
    order = _order(points, drawn)
    inputs = points.inputs[order].astype(np.float64)
    sheet = _sheet(palette, mark_radius(len(drawn)), ratio)
    side = sheet.width() / _CLASSES
    array = PrimitiveArray(QPainter.PixmapFragment, 10)
    array.resize(len(order))
    fragments = array.ndarray()
    fragments[:] = 0
    # The fields in Qt's order: x, y, source left, source top, width, height, x scale, y scale, rotation, opacity.
    fragments[:, 0] = np.round(view.x_to_pixel(inputs[:, 0]) * ratio) / ratio
    fragments[:, 1] = np.round(view.y_to_pixel(inputs[:, 1]) * ratio) / ratio
    fragments[:, 2] = points.classes[order] % _CLASSES * side
    fragments[:, 3] = points.held_out[order] * side
    fragments[:, [4, 5]] = side
    fragments[:, [6, 7]] = 1 / ratio
    fragments[:, 9] = 1
    painter = QPainter(image)
    painter.translate(-view.left, -view.top)
    first, count = array.drawargs()
    painter.drawPixmapFragments(first, count, sheet)
    painter.end()
    return image
