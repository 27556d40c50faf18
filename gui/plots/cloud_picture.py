"""The picture of a whole cloud of points, made once for each view: twice, as if all were predicted to be one class."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from engine.datasets import Dataset
from gui.palette import Palette
from gui.plots.density import bin_points, colour_counts
from gui.plots.markers import CELL, Colouring, mark_radius, mark_sheet
from gui.plots.view import View

EXACT_LIMIT = 20_000
"""Up to so many points in view are drawn one by one, more as a density."""

_X, _Y, _SOURCE_LEFT, _SOURCE_TOP, _WIDTH, _HEIGHT, _X_SCALE, _Y_SCALE, _ROTATION, _OPACITY = range(10)
# The fields of QPainter.PixmapFragment, in the order in which Qt keeps them.


@dataclass(frozen=True, slots=True)
class PictureKey:
    """All that a picture depends on; training changes none of it."""

    dataset: Dataset
    view: View
    palette: Palette
    colouring: Colouring
    ratio: float


@dataclass(frozen=True, slots=True)
class Marks:
    """The points in view, drawn one by one: which they are, where (pixels), and how Qt is told to draw them."""

    indices: NDArray[np.intp]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    is_positive: NDArray[np.bool_]
    radius: float
    sheet: QPixmap
    fragments: NDArray[np.float64]

    def paint(self, painter: QPainter, which: NDArray[np.intp], predicted: NDArray[np.bool_] | int) -> None:
        """Draws these of the marks, in this order, as they look when they are predicted so."""
        if len(which) == 0:
            return
        array = PrimitiveArray(QPainter.PixmapFragment, 10)
        array.resize(len(which))
        fragments = array.ndarray()
        fragments[:] = self.fragments[which]
        fragments[:, _SOURCE_TOP] = predicted * fragments[:, _HEIGHT]
        first, count = array.drawargs()
        painter.drawPixmapFragments(first, count, self.sheet)


@dataclass(frozen=True, slots=True)
class CloudPicture:
    """The cloud as if all points were predicted to be class 0, and class 1; `size` in pixels of the widget."""

    key: PictureKey
    size: QSizeF
    as_class: tuple[QImage, QImage]
    marks: Marks | None


def paint_cloud(key: PictureKey) -> Generator[None, None, CloudPicture]:
    """Makes the picture; for a large cloud in slices of about a millisecond, with a `yield` between."""
    visible: NDArray[np.intp] | None
    if len(key.dataset) <= EXACT_LIMIT:
        visible = points_in_view(key.dataset, key.view)
    else:
        binned = yield from bin_points(key.dataset, key.view, few=EXACT_LIMIT)
        visible = binned.visible
    if visible is not None:
        marks = place_marks(key, visible)
        images = (_paint_marks(key, marks, 0), _paint_marks(key, marks, 1))
        return CloudPicture(key, QSizeF(key.view.width, key.view.height), images, marks)
    class_0 = yield from colour_counts(binned.counts, key.palette, key.colouring, predicted=0)
    class_1 = yield from colour_counts(binned.counts, key.palette, key.colouring, predicted=1)
    return CloudPicture(key, QSizeF(class_0.size()), (class_0, class_1), None)


def points_in_view(dataset: Dataset, view: View) -> NDArray[np.intp]:
    """Which points can be seen, those included whose centre lies just outside."""
    x_margin, y_margin = CELL / view.x_scale, CELL / view.y_scale
    x, y = dataset.inputs[:, 0], dataset.inputs[:, 1]
    return np.flatnonzero(
        (x > view.x_low - x_margin)
        & (x < view.x_high + x_margin)
        & (y > view.y_low - y_margin)
        & (y < view.y_high + y_margin)
    )


def place_marks(key: PictureKey, visible: NDArray[np.intp], enlarged: float = 1.0) -> Marks:
    """Where these points of the data are to be drawn, and as what; each mark `enlarged` so many times."""
    view, ratio = key.view, key.ratio
    inputs = key.dataset.inputs[visible].astype(np.float64)
    x, y = view.x_to_pixel(inputs[:, 0]), view.y_to_pixel(inputs[:, 1])
    is_positive = key.dataset.is_positive[visible]
    radius = mark_radius(len(visible))
    sheet = mark_sheet(key.palette, key.colouring, radius, ratio * enlarged)
    side = sheet.width() / 2
    fragments = np.zeros((len(visible), 10))
    # On whole device pixels: Qt then copies the mark, and it looks the same in every picture.
    fragments[:, _X] = np.round(x * ratio) / ratio
    fragments[:, _Y] = np.round(y * ratio) / ratio
    fragments[:, _SOURCE_LEFT] = is_positive * side
    fragments[:, [_WIDTH, _HEIGHT]] = side
    fragments[:, [_X_SCALE, _Y_SCALE]] = 1 / ratio
    fragments[:, _OPACITY] = 1
    return Marks(visible, x, y, is_positive, radius, sheet, fragments)


def _paint_marks(key: PictureKey, marks: Marks, predicted: int) -> QImage:
    view, ratio = key.view, key.ratio
    image = QImage(
        max(1, round(view.width * ratio)), max(1, round(view.height * ratio)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.translate(-view.left, -view.top)
    is_right = marks.is_positive == bool(predicted)
    wrong_on_top = np.concatenate((np.flatnonzero(is_right), np.flatnonzero(~is_right)))
    marks.paint(painter, wrong_on_top, predicted)
    painter.end()
    return image
