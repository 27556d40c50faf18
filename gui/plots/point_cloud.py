"""The data as points, or as a density where there are too many."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.datasets import Dataset
from gui.plots.cloud_picture import (
    EXACT_LIMIT,
    CloudPicture,
    Marks,
    PictureKey,
    paint_cloud,
    place_marks,
    points_in_view,
)
from gui.plots.half_planes import Boundary, HalfPlanes
from gui.plots.layer import Layer
from gui.plots.markers import Colouring, mark_radius, paint_marks
from gui.plots.vectors import IMAGE_SCALE, MOST_OUTLINES, Vectors

_SETTLE_MS = 80
"""A large cloud is painted anew when the view has been still for so long; until then the old picture is stretched."""

_SLICE_SECONDS = 0.004
"""The longest stretch of painting between two looks at the event queue."""

_RING = 7.5
"""Pixels from a highlighted point to the ring around it."""


class PointCloud(Layer):
    """Points coloured by the model, at a cost per frame that hardly depends on how many there are.

    Points do not move in training; only the line does. So the cloud is painted once as if all were predicted to be
    class 0 and once as class 1, and a frame shows each picture on its side of the line. Marks that the line would
    cut in two are painted over it, by the predictions themselves.
    """

    def __init__(self, parent: QObject) -> None:
        """`parent` owns the timers."""
        super().__init__(height=0)
        self._dataset: Dataset | None = None
        self._predicted: NDArray[np.bool_] = np.empty(0, dtype=np.bool_)
        self._line: Boundary | None = None
        self._halves: HalfPlanes | None = None
        self._is_point_by_point = False
        self._colouring: Colouring = "prediction"
        self._picture: CloudPicture | None = None
        self._wanted: PictureKey | None = None
        self._highlighted: int | None = None
        self._work: Generator[None, None, CloudPicture] | None = None
        self._settled = QTimer(parent)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._begin)
        self._idle = QTimer(parent)
        self._idle.timeout.connect(self._work_on)

    def set_colouring(self, colouring: Colouring) -> None:
        self._colouring = colouring
        self.update()

    def show_model(
        self,
        dataset: Dataset,
        predicted: NDArray[np.bool_],
        line: Boundary | None,
        halves: HalfPlanes | None,
        is_point_by_point: bool = False,
    ) -> None:
        """Colours each point as it is predicted; without half planes (W or b is not finite) by `predicted` alone.

        `is_point_by_point`: the half planes do not tell how a point is predicted, since other features count too.
        Points are then drawn by `predicted`; a density, which knows no points, still by the half planes.
        """
        self._dataset, self._predicted, self._line, self._halves = dataset, predicted, line, halves
        self._is_point_by_point = is_point_by_point

    @property
    def is_painting(self) -> bool:
        """Whether a better picture is under way."""
        return self._work is not None or self._settled.isActive()

    @property
    def marks(self) -> Marks | None:
        """The points that are drawn one by one; None where a density is shown, or the view has just changed."""
        picture = self._picture
        return picture.marks if picture is not None and picture.key == self._wanted else None

    def nearest(self, x: float, y: float, within: float) -> int | None:
        """The index of the point nearest to this pixel, at most `within` pixels away; None in a density."""
        marks = self.marks
        if marks is None or len(marks.indices) == 0:
            return None
        squares = (marks.x - x) ** 2 + (marks.y - y) ** 2
        index = int(squares.argmin())
        return int(marks.indices[index]) if squares[index] <= within**2 else None

    def highlight(self, index: int | None) -> None:
        """Puts a ring around this point of the data."""
        if index != self._highlighted:
            self._highlighted = index
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._dataset is None:
            return
        if self.is_picture and self._paint_for_picture(painter, self._dataset):
            return
        ratio = 1.0 if widget is None else widget.devicePixelRatioF()
        if self.is_picture and self._wanted is not None:
            ratio = self._wanted.ratio  # what is on the screen stays as it is
        self._want(PictureKey(self._dataset, self._view, self._palette, self._colouring, ratio))
        picture = self._picture
        if picture is None:
            return
        target = self._target(picture)
        marks = self.marks
        if marks is not None and self._is_point_by_point:
            everything = np.arange(len(marks.indices))
            marks.paint(painter, everything, self._predicted[marks.indices])
        elif self._halves is None:
            painter.drawImage(target, picture.as_class[0])
        else:
            for image, part in zip(picture.as_class, (self._halves.class_0, self._halves.class_1), strict=True):
                if part:
                    path = QPainterPath()
                    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in part]))
                    painter.setClipPath(path)
                    painter.drawImage(target, image)
            painter.setClipping(False)
        if marks is not None and not self._is_point_by_point:
            cut = self._cut_by_line(marks)
            marks.paint(painter, cut, self._predicted[marks.indices[cut]])
        if self._highlighted is not None:
            x, y = (float(value) for value in self._dataset.inputs[self._highlighted])
            painter.setPen(QPen(QColor(self._palette.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(self._view.x_to_pixel(x), self._view.y_to_pixel(y)), _RING, _RING)

    def _paint_for_picture(self, painter: QPainter, dataset: Dataset) -> bool:
        """Paints each point, sharp at any scale, the wrong ones on top; False where there are too many."""
        marks = self.marks
        if len(dataset) <= EXACT_LIMIT:
            visible = points_in_view(dataset, self._view)
        elif marks is not None:
            visible = marks.indices
        else:
            return False
        device = painter.device()
        if not isinstance(device, Vectors):
            self._paint_marks(painter, dataset, visible)
        elif len(visible) <= MOST_OUTLINES:
            self._paint_outlines(painter, dataset, visible)
        else:
            painter.drawImage(self.boundingRect(), device.stand_in(self._image_of_marks(dataset, visible)))
        return True

    def _paint_outlines(self, painter: QPainter, dataset: Dataset, visible: NDArray[np.intp]) -> None:
        true, predicted = dataset.is_positive[visible], self._predicted[visible]
        x = self._view.x_to_pixel(dataset.inputs[visible, 0].astype(np.float64))
        y = self._view.y_to_pixel(dataset.inputs[visible, 1].astype(np.float64))
        radius = mark_radius(len(visible))
        for is_wrong in (False, True):
            for label in (0, 1):
                guess = label != is_wrong
                kind = (true == bool(label)) & (predicted == guess)
                centres = list(zip(x[kind].tolist(), y[kind].tolist(), strict=True))
                paint_marks(painter, centres, radius, self._palette, self._colouring, label, int(guess))

    def _paint_marks(self, painter: QPainter, dataset: Dataset, visible: NDArray[np.intp]) -> None:
        """In the pixels of the picture, where Qt need not scale them, which would take it a hundred times as long."""
        to_picture = painter.worldTransform()
        view, ratio = self._view, to_picture.m11()
        origin = to_picture.map(QPointF(view.left, view.top))
        enlarged = replace(view, left=origin.x(), top=origin.y(), width=view.width * ratio, height=view.height * ratio)
        marks = place_marks(PictureKey(dataset, enlarged, self._palette, self._colouring, 1.0), visible, ratio)
        is_wrong = marks.is_positive != self._predicted[visible]
        order = np.argsort(is_wrong, kind="stable")
        painter.save()
        painter.resetTransform()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing, False)
        marks.paint(painter, order, self._predicted[visible[order]])
        painter.restore()

    def _image_of_marks(self, dataset: Dataset, visible: NDArray[np.intp]) -> QImage:
        view, ratio = self._view, IMAGE_SCALE
        image = QImage(
            max(1, round(view.width * ratio)),
            max(1, round(view.height * ratio)),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.scale(ratio, ratio)
        painter.translate(-view.left, -view.top)
        self._paint_marks(painter, dataset, visible)
        painter.end()
        return image

    def _cut_by_line(self, marks: Marks) -> NDArray[np.intp]:
        """The marks that may show both pictures."""
        if self._line is None:
            return np.arange(len(marks.indices))
        if not self._line.is_line:
            return np.empty(0, dtype=np.intp)
        distance = self._line.distance(marks.x, marks.y)
        return np.flatnonzero(np.abs(distance) < 2 * marks.radius)

    def _target(self, picture: CloudPicture) -> QRectF:
        """Where the picture belongs now, the view having moved perhaps."""
        then, now = picture.key.view, self._view
        width, height = picture.size.width(), picture.size.height()
        return QRectF(
            now.x_to_pixel(then.x_low),
            now.y_to_pixel(then.y_high),
            width * now.x_scale / then.x_scale,
            height * now.y_scale / then.y_scale,
        )

    def _want(self, key: PictureKey) -> None:
        """Sees to it that this picture is there soon, or at once if that is quick."""
        if key == self._wanted:
            return
        previous, self._wanted = self._wanted, key
        self._abandon()
        if previous is not None and key.dataset is not previous.dataset:
            self._picture = None
        if len(key.dataset) <= EXACT_LIMIT:
            self._begin()
            while self._work is not None:
                self._advance()
        elif self._picture is not None and key.view != self._picture.key.view:
            self._settled.start()
        else:
            self._begin()

    def _abandon(self) -> None:
        self._settled.stop()
        self._idle.stop()
        self._work = None

    def _begin(self) -> None:
        if self._wanted is not None:
            self._work = paint_cloud(self._wanted)
            self._idle.start(0)

    def _work_on(self) -> None:
        end = time.perf_counter() + _SLICE_SECONDS
        while self._work is not None and time.perf_counter() < end:
            self._advance()
        if self._work is None:
            self.update()

    def _advance(self) -> None:
        if self._work is None:
            return
        try:
            next(self._work)
        except StopIteration as finished:
            self._picture = finished.value
            self._abandon()
