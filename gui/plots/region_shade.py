"""The layer that draws what a model makes of the plane: each class in its colour, the stronger the surer, and the lines
between."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.keras_lab.protocol import Region
from gui.palette import Palette
from gui.plots.class_colours import class_colour
from gui.plots.contours import contours
from gui.plots.layer import Layer
from gui.plots.view import View
from gui.theme import mixed

_LEAST, _MOST = 0.04, 0.34
"""How much of the class's colour lies on the ground where the answer is a toss-up, and where it is sure."""

_CLASSES, _LEVELS = 4, 63
"""A picture has at most 256 colours: so many steps of strength for so many classes, and the ground."""

_LINE_WIDTH = 2.5
_LEAST_STRENGTH = 1e-6


class RegionShade(Layer):
    """One picture for each region, which is kept until another comes, stretched to wherever the view goes."""

    def __init__(self) -> None:
        super().__init__(height=-10)
        self._region: Region | None = None
        self._picture: QImage | None = None
        self._lines: NDArray[np.float64] = np.empty((0, 2, 2))
        self._pieces: list[QLineF] = []  # the lines in pixels of the view
        self._placed: View | None = None
        self._painted: tuple[int, Palette] | None = None
        self.pictures_made = 0
        """How many pictures were made so far: one a region, however often it is drawn."""

    def show_region(self, region: Region | None) -> None:
        """Shows this region from now on."""
        self._region = region
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        region = self._region
        if region is None:
            return
        self._make_picture(region)
        self._place_lines(region)
        if self._picture is None:
            return
        view, (left, right, bottom, top) = self._view, region.extent
        target = QRectF(
            view.x_to_pixel(left), view.y_to_pixel(top), (right - left) * view.x_scale, (top - bottom) * view.y_scale
        )
        painter.save()
        painter.setClipRect(self.boundingRect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Square ends close the bends as round ones do, and are painted in a third of the time.
        painter.setPen(QPen(QColor(self._palette.line), _LINE_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        painter.drawLines(self._pieces)
        painter.restore()

    def _make_picture(self, region: Region) -> None:
        if self._painted == (region.number, self._palette):
            return
        self._painted = (region.number, self._palette)
        self.pictures_made += 1
        self._picture = picture_of(region, self._palette)
        self._lines = boundaries(region)
        self._placed = None

    def _place_lines(self, region: Region) -> None:
        if self._placed != self._view:
            self._placed = self._view
            self._pieces = self._line_pixels(region)

    def _line_pixels(self, region: Region) -> list[QLineF]:
        """The boundaries in pixels; the cell (r, c) of the grid has its middle at half a cell from its corner."""
        view, (left, right, bottom, top) = self._view, region.extent
        rows, columns = region.classes.shape
        y = view.y_to_pixel(bottom + (self._lines[..., 1] + 0.5) * (top - bottom) / rows)
        x = view.x_to_pixel(left + (self._lines[..., 0] + 0.5) * (right - left) / columns)
        return [QLineF(*ends) for ends in zip(x[:, 0], y[:, 0], x[:, 1], y[:, 1], strict=True)]


def picture_of(region: Region, palette: Palette) -> QImage:
    """One pixel for each cell, the lowest row last. What is not finite is left as the ground."""
    levels = np.clip(np.nan_to_num(region.strength, nan=0.0), 0, 1) * (_LEVELS - 1)
    places = region.classes % _CLASSES * np.uint8(_LEVELS) + levels.astype(np.uint8)
    places[~np.isfinite(region.strength)] = _CLASSES * _LEVELS
    places = np.ascontiguousarray(places[::-1])
    rows, columns = places.shape
    image = QImage(places.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(_colours(palette))
    # Converted, hence copied: the array is gone when this function ends.
    return image.convertToFormat(QImage.Format.Format_RGB32)


@cache
def _colours(palette: Palette) -> list[int]:
    """For each class its colours from a toss-up to sure, and at the end the ground."""
    shares = np.linspace(_LEAST, _MOST, _LEVELS)
    tints = [
        mixed(palette.surface, class_colour(palette, label).name(), float(share))
        for label in range(_CLASSES)
        for share in shares
    ]
    return [tint.rgb() for tint in (*tints, QColor(palette.surface))]


def boundaries(region: Region) -> NDArray[np.float64]:
    """Where one class gives way to another, as segments of grid places (column, row)."""
    labels = np.flatnonzero(np.bincount(region.classes.ravel()))
    # Of two classes, the line around the one is the line around the other.
    around = labels[1:] if len(labels) == 2 else labels
    # A strength of 0 does not say on which side it is, and far out everything may be a toss-up.
    strength = np.maximum(region.strength, _LEAST_STRENGTH)
    lines = [
        contours(np.where(region.classes == label, strength, -strength), [0.0], across_jumps=True)[0]
        for label in (around if len(labels) > 1 else ())
    ]
    return np.concatenate(lines) if lines else np.empty((0, 2, 2))
