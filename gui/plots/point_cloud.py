"""The data as points, or as a density where there are too many."""

from __future__ import annotations

import time
from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.datasets import Dataset
from gui.plots.cloud_picture import EXACT_LIMIT, CloudPicture, Marks, PictureKey, paint_cloud, points_in_view
from gui.plots.half_planes import Boundary, HalfPlanes
from gui.plots.layer import Layer
from gui.plots.markers import Colouring, mark_radius, paint_mark

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
        if self.is_picture and self._paint_one_by_one(painter, self._dataset):
            return
        ratio = 1.0 if widget is None else widget.devicePixelRatioF()
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

    def _paint_one_by_one(self, painter: QPainter, dataset: Dataset) -> bool:
        """Paints each point as an outline of its own, the wrong ones on top; False where there are too many."""
        marks = self.marks
        if len(dataset) <= EXACT_LIMIT:
            visible = points_in_view(dataset, self._view)
        elif marks is not None:
            visible = marks.indices
        else:
            return False
        is_wrong = dataset.is_positive[visible] != self._predicted[visible]
        radius = mark_radius(len(visible))
        for index in visible[np.argsort(is_wrong, kind="stable")].tolist():
            x, y = (float(value) for value in dataset.inputs[index])
            centre = QPointF(self._view.x_to_pixel(x), self._view.y_to_pixel(y))
            true, predicted = int(dataset.is_positive[index]), int(self._predicted[index])
            paint_mark(painter, centre, radius, self._palette, self._colouring, true, predicted)
        return True

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
