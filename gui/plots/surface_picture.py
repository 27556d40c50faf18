"""What stays while the point moves: the surface in colours, its contour lines, and the field of its gradient."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.gradients.surface.records import Picture
from gui.palette import Palette
from gui.plots.colour_scale import INFINITE, NAN, is_pale
from gui.plots.contours import Doubles, contours
from gui.plots.heat_image import TICK_PIXELS, ColourBar
from gui.plots.layer import Layer
from gui.plots.surface_scale import SurfaceScale
from gui.plots.view import View

HATCHES = {NAN: Qt.BrushStyle.BDiagPattern, INFINITE: Qt.BrushStyle.DiagCrossPattern}
SHORTEST, LONGEST = 5.0, 0.84
"""Of the arrows: in pixels, and as a share of the distance from one to the next."""

HEAD = 0.34
"""Of an arrow's length."""


class SurfacePicture(Layer):
    """Painted once for a picture, a view and a palette; then it is one pixmap."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._picture: Picture | None = None
        self._scale = SurfaceScale(np.zeros(1), None, None, "linear")
        self._lines: list[Doubles] = []
        self._pixmap = QPixmap()
        self._made_for: tuple[View, Palette, float] | None = None
        self.has_arrows = True

    def show_picture(self, picture: Picture, scale: SurfaceScale) -> None:
        self._picture, self._scale = picture, scale
        self._lines = contours(scale.heights(picture.values), scale.levels())
        self._made_for = None

    def show_arrows(self, are_shown: bool) -> None:
        self.has_arrows = are_shown
        self._made_for = None
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._picture is None:
            return
        if self.is_picture:
            painter.save()
            painter.setClipRect(self.boundingRect())
            self._paint_all(painter, self._picture, ratio=1)
            painter.restore()
            return
        ratio = painter.device().devicePixelRatioF()
        if self._made_for != (self._view, self._palette, ratio):
            self._made_for = (self._view, self._palette, ratio)
            self._pixmap = self._painted(self._picture, ratio)
        painter.drawPixmap(QPointF(self._view.left, self._view.top), self._pixmap)

    def _painted(self, picture: Picture, ratio: float) -> QPixmap:
        view = self._view
        pixmap = QPixmap(max(1, round(view.width * ratio)), max(1, round(view.height * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-view.left, -view.top)
        self._paint_all(painter, picture, ratio)
        painter.end()
        return pixmap

    def _paint_all(self, painter: QPainter, picture: Picture, ratio: float) -> None:
        """ratio: of the pixels that are hatched."""
        table = self._scale.table(self._palette)
        places = self._scale.places(picture.values)
        self._paint_colours(painter, picture, places, table)
        if picture.nan or picture.infinite:
            painter.drawPixmap(QPointF(self._view.left, self._view.top), self._hatches(picture, places, ratio))
        self._paint_contours(painter, picture, table)
        if self.has_arrows:
            self._paint_field(painter, picture, table)

    def _paint_colours(self, painter: QPainter, picture: Picture, places: NDArray[np.uint8], table: list[int]) -> None:
        colours = np.array(table, dtype=np.uint32)
        colours[[INFINITE, NAN]] = 0  # transparent: they are hatched instead
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._area(picture), _image(colours[places]))

    def _hatches(self, picture: Picture, places: NDArray[np.uint8], ratio: float) -> QPixmap:
        """The places that have no finite value, each sort in a hatching of its own."""
        size = QSize(max(1, round(self._view.width * ratio)), max(1, round(self._view.height * ratio)))
        whole = QPixmap(size)
        whole.setDevicePixelRatio(ratio)
        whole.fill(Qt.GlobalColor.transparent)
        painter = QPainter(whole)
        for place, hatch in HATCHES.items():
            mask = places == place
            if not mask.any():
                continue
            part = QPixmap(size)
            part.setDevicePixelRatio(ratio)
            part.fill(Qt.GlobalColor.transparent)
            inner = QPainter(part)
            inner.fillRect(QRectF(0, 0, self._view.width, self._view.height), hatching(self._palette, hatch))
            inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            inner.translate(-self._view.left, -self._view.top)
            inner.drawImage(self._area(picture), _image(np.where(mask, np.uint32(0xFF000000), np.uint32(0))))
            inner.end()
            painter.drawPixmap(0, 0, part)
        painter.end()
        return whole

    def _area(self, picture: Picture) -> QRectF:
        """Where the grid's values lie, each in the middle of its cell: half a cell beyond the region's edges."""
        region, view = picture.region, self._view
        rows, columns = picture.values.shape
        left, right = view.x_to_pixel(region.x_low), view.x_to_pixel(region.x_high)
        top, bottom = view.y_to_pixel(region.y_high), view.y_to_pixel(region.y_low)
        across, down = (right - left) / (columns - 1) / 2, (bottom - top) / (rows - 1) / 2
        return QRectF(left, top, right - left, bottom - top).adjusted(-across, -down, across, down)

    def _paint_contours(self, painter: QPainter, picture: Picture, table: list[int]) -> None:
        region, view = picture.region, self._view
        rows, columns = picture.values.shape
        steps = ((region.x_high - region.x_low) / (columns - 1), (region.y_high - region.y_low) / (rows - 1))
        low, high = self._scale.height(self._scale.low), self._scale.height(self._scale.high)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for level, pieces in zip(self._scale.levels(), self._lines, strict=True):
            ends = pieces.reshape(-1, 2)
            x = view.x_to_pixel(region.x_low + ends[:, 0] * steps[0])
            y = view.y_to_pixel(region.y_low + ends[:, 1] * steps[1])
            share = (level - low) / (high - low) if high > low else 0.5
            colour = _ink(table[min(int(share * INFINITE), INFINITE - 1)])
            colour.setAlpha(120)
            painter.setPen(QPen(colour, 1))
            painter.drawPath(pg.arrayToQPath(x, y, connect="pairs"))

    def _paint_field(self, painter: QPainter, picture: Picture, table: list[int]) -> None:
        """The way up, at each place of a coarse grid; longer where it is steeper, but less than in proportion."""
        view, field = self._view, picture.field.astype(np.float64)
        across, down = field[:, 0] * view.x_scale, -field[:, 1] * view.y_scale
        steepness = np.hypot(*field.T)
        steepest = steepness[np.isfinite(steepness)].max(initial=0.0)
        places = self._scale.places(_values_at(picture))
        apart = min(view.width, view.height) / math.sqrt(len(field)) * self._zoom(picture)
        for number, (x, y) in enumerate(picture.field_points.tolist()):
            length = math.hypot(across[number], down[number])
            if not 0 < length < math.inf:
                continue
            size = max(SHORTEST, LONGEST * apart * math.sqrt(min(steepness[number] / steepest, 1.0)))
            way = QPointF(across[number], down[number]) * (size / length)
            colour = _ink(table[places[number]])
            colour.setAlpha(190)
            painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            _paint_small_arrow(painter, QPointF(view.x_to_pixel(x), view.y_to_pixel(y)), way)

    def _zoom(self, picture: Picture) -> float:
        return (picture.region.x_high - picture.region.x_low) / (self._view.x_high - self._view.x_low)


class SurfaceBar(ColourBar):
    """The scale beside the picture, also where it is not an even one. Painted once, then one pixmap."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: SurfaceScale | None = None
        self._pixmap = QPixmap()
        self._made_for: tuple[View, Palette, float] | None = None

    def show_surface(self, picture: Picture, scale: SurfaceScale) -> None:
        self._marks = scale
        self._made_for = None
        self.show_scale(scale, has_nan=picture.nan > 0, has_infinite=picture.infinite > 0)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._marks is None:
            return
        if self.is_picture:
            super().paint(painter, option, widget)
            return
        ratio, area = painter.device().devicePixelRatioF(), self.boundingRect()
        if self._made_for != (self._view, self._palette, ratio):
            self._made_for = (self._view, self._palette, ratio)
            self._pixmap = QPixmap((area.size() * ratio).toSize())
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            once = QPainter(self._pixmap)
            once.setRenderHint(QPainter.RenderHint.Antialiasing)
            once.translate(-area.topLeft())
            super().paint(once, option, widget)
            once.end()
        painter.drawPixmap(area.topLeft(), self._pixmap)

    def boundingRect(self) -> QRectF:
        """Only the strip beside the view."""
        area = super().boundingRect()
        area.setLeft(self._view.left + self._view.width)
        return area

    def _numbers(self, count: float) -> list[tuple[float, str]]:
        marks = self._marks.marks(TICK_PIXELS * count, apart=26) if self._marks is not None else []
        return [(mark.position, mark.label) for mark in marks]

    def _paint_swatch(self, painter: QPainter, area: QRectF, place: int) -> None:
        painter.fillRect(area, hatching(self._palette, HATCHES[place]))
        painter.setPen(QColor(self._palette.border))
        painter.drawRect(area)


def hatching(palette: Palette, style: Qt.BrushStyle) -> QBrush:
    """What stands where there is no finite value."""
    colour = QColor(palette.muted)
    colour.setAlpha(150)
    return QBrush(colour, style)


def _ink(ground: int) -> QColor:
    """Dark on a pale colour, light on a dark one."""
    return QColor("#14161b" if is_pale(QColor.fromRgb(ground)) else "#ffffff")


def _image(colours: NDArray[np.uint32]) -> QImage:
    """Rows from the lowest one up, as ARGB; opaque or wholly transparent."""
    rows = np.ascontiguousarray(colours[::-1])
    height, width = rows.shape
    image = QImage(rows.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()  # the array is gone when this function ends


def _values_at(picture: Picture) -> NDArray[Any]:
    """The value nearest to each place of the field."""
    region, (rows, columns) = picture.region, picture.values.shape
    x, y = picture.field_points.T
    column = np.rint((x - region.x_low) / (region.x_high - region.x_low) * (columns - 1)).astype(int)
    row = np.rint((y - region.y_low) / (region.y_high - region.y_low) * (rows - 1)).astype(int)
    values: NDArray[Any] = picture.values[row, column]
    return values


def _paint_small_arrow(painter: QPainter, middle: QPointF, way: QPointF) -> None:
    tip, tail = middle + way / 2, middle - way / 2
    side = QPointF(-way.y(), way.x()) * (HEAD / 2)
    back = tip - way * HEAD
    painter.drawLines([QLineF(tail, tip), QLineF(tip, back + side), QLineF(tip, back - side)])
