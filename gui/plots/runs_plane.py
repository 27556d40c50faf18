"""The plane of two features with the decision line of each run, and the points that they learn to divide."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.datasets import Dataset
from engine.training.line import decision_line
from engine.training.records import FloatArray
from gui import fonts
from gui.plots.axis_names import AxisNames
from gui.plots.canvas import Canvas
from gui.plots.decision_line import Segment
from gui.plots.grid import GridLines, TickLabels
from gui.plots.half_planes import boundary, split
from gui.plots.layer import Layer
from gui.plots.point_cloud import PointCloud
from gui.plots.prediction_shade import PredictionShade
from gui.plots.run_looks import paint_run_mark, paint_run_names, run_colour
from gui.plots.ticks import linear_ticks
from gui.plots.view import View, extent

_TICK_PIXELS = 84
_HOVER_PIXELS = 8.0
_MOST_STRETCH = 3.0
"""How much wider than high, or higher than wide, the two features may be on one scale for both axes."""

_SPACE = QMargins(36, 16, 16, 30)
_WIDE, _THIN, _MARK = 2.8, 1.6, 5.0
_LEAST_REACH = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class PlaneLine:
    """The line of one run, where its prediction is 0.5. weights: (2, 1). bias: (1,)."""

    name: str
    look: int
    weights: FloatArray
    bias: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class PlaneMoment:
    """What the plane shows. chosen: the place among the lines of the one that the shade, the wrong points and the view
    are of. points: None where they are not to be had. names: of the two features."""

    lines: tuple[PlaneLine, ...]
    chosen: int
    names: tuple[str, str]
    points: Dataset | None


class _Lines(Layer):
    """Each in its run's colour, with its mark in the middle; the chosen one wide and on top."""

    def __init__(self) -> None:
        super().__init__(height=10)
        self._lines: list[tuple[int, Segment, bool]] = []
        self._names: list[tuple[int, str]] = []

    def show_lines(self, lines: Sequence[tuple[int, Segment, bool]], names: Sequence[tuple[int, str]]) -> None:
        """Looks, what is seen of the lines, and whether they are the chosen one; looks and names of all runs."""
        self._lines = sorted(lines, key=lambda line: line[2])
        self._names = list(names)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        for look, (start, end), is_chosen in self._lines:
            painter.setPen(QPen(run_colour(self._palette, look), _WIDE if is_chosen else _THIN))
            first, last = QPointF(*start), QPointF(*end)
            painter.drawLine(first, last)
            # Lines that lie one on the other keep their marks apart.
            paint_run_mark(painter, first + (last - first) * (0.5 - 0.07 * look), _MARK, self._palette, look)
        if self.is_picture:
            paint_run_names(painter, self._view, self._palette, self._names)


class RunsPlane(Canvas):
    """Draws one moment. Without points it shows where the newest lines lie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(), parent)
        self._moment: PlaneMoment | None = None
        self._predicted: NDArray[np.bool_] = np.empty(0, np.bool_)
        self._shown: object = None  # the points, or the names, that the view was fitted to
        self._hovered: int | None = None
        self._is_locked = True
        self._grid, self._shade = GridLines(), PredictionShade()
        self.cloud, self._lines = PointCloud(self), _Lines()
        self._labels, self._names = TickLabels(inside=True), AxisNames()
        for layer in (self._grid, self._shade, self.cloud, self._lines, self._labels, self._names):
            self.add_layer(layer)
        self.cloud.set_colouring("class")
        self._box.setAspectLocked(True)
        self.viewport().setMouseTracking(True)
        self.cover_ground()
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Decision lines of the runs"))
        self.setAccessibleDescription(
            self.tr(
                "The points in the colours of their classes, and for each run the line where its prediction is 0.5."
            )
        )
        self.setToolTip(self.tr("Point at a mark for its numbers; turn the wheel to see more, or less."))
        self.set_fit_text(self.tr("Fit"), self.tr("Show all the data (F, or double-click)"))

    def draw(self, moment: PlaneMoment) -> None:
        """Draws this moment; nothing of an earlier one is kept, but for the picture of its points."""
        self._moment = moment
        self.hide_message()
        chosen, points = moment.lines[moment.chosen], moment.points
        if points is None:
            self._predicted = np.empty(0, np.bool_)
        else:
            with np.errstate(all="ignore"):  # what diverges shows as such
                self._predicted = (points.inputs @ chosen.weights + chosen.bias)[:, 0] > 0.5
        self._names.set_names(moment.names)
        shown = moment.names if points is None else points
        if shown is not self._shown and shown != self._shown:
            self._shown = shown
            self._look_at_all()
        self.cloud.setVisible(points is not None)
        if points is None and self.is_fitted and _cut(chosen, self.view()) is None:
            self.fit()  # there is nothing but the lines to be seen
        self.arrange()
        self.viewport().update()

    @property
    def wrong(self) -> int:
        """How many of the points are on the wrong side of the chosen line."""
        points = self._moment.points if self._moment is not None else None
        return 0 if points is None else int(np.count_nonzero(self._predicted != points.is_positive))

    def fit(self) -> None:
        super().fit()
        if self._moment is None:
            return
        x_low, x_high, y_low, y_high = self._extent(self._moment)
        space, view = _SPACE, self.view()
        across, down = view.width - space.left() - space.right(), view.height - space.top() - space.bottom()
        x_units, y_units = (x_high - x_low) / max(across, 1.0), (y_high - y_low) / max(down, 1.0)  # for one pixel
        if self._is_locked:
            x_units = y_units = max(x_units, y_units)
        x_low = (x_low + x_high - x_units * (view.width + space.left() - space.right())) / 2
        y_low = (y_low + y_high - y_units * (view.height + space.bottom() - space.top())) / 2
        self.set_range(x_low, x_low + x_units * view.width, y_low, y_low + y_units * view.height)

    def arrange(self) -> None:
        moment, view = self._moment, self.view()
        if moment is None:
            return
        x_ticks = linear_ticks(view.x_low, view.x_high, view.width / fonts.px(_TICK_PIXELS))
        y_ticks = linear_ticks(view.y_low, view.y_high, view.height / fonts.px(_TICK_PIXELS))
        self._grid.set_ticks(x_ticks, y_ticks)
        self._labels.set_ticks(x_ticks, y_ticks)
        cuts = []
        for place, line in enumerate(moment.lines):
            border = boundary(line.weights, line.bias, view)
            halves = None if border is None else split(view, border)
            if halves is not None and halves.cut is not None:
                cuts.append((line.look, halves.cut, place == moment.chosen))
            if place == moment.chosen:
                self._shade.set_halves(halves)
                if moment.points is not None:
                    self.cloud.show_model(moment.points, self._predicted, border, halves)
        self._lines.show_lines(cuts, [(line.look, line.name) for line in moment.lines])
        self._tell_hovered()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        is_free = self._moment is not None and self._moment.points is not None
        point = self.cloud.nearest(event.position().x(), event.position().y(), _HOVER_PIXELS) if is_free else None
        self._hover(point)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _look_at_all(self) -> None:
        assert self._moment is not None
        self._hover(None)
        points = self._moment.points
        self._is_locked = True
        if points is not None:
            x_low, x_high, y_low, y_high = extent(points.inputs, one_scale=False)
            stretch = (x_high - x_low) / (y_high - y_low)
            self._is_locked = 1 / _MOST_STRETCH <= stretch <= _MOST_STRETCH
        self._box.setAspectLocked(self._is_locked)
        self.fit()

    def _extent(self, moment: PlaneMoment) -> tuple[float, float, float, float]:
        if moment.points is not None:
            return extent(moment.points.inputs, self._is_locked)
        reach = max([_LEAST_REACH, *(2 * _distance(line) for line in moment.lines)])
        return -reach, reach, -reach, reach

    def _hover(self, point: int | None) -> None:
        self._hovered = point
        self.cloud.highlight(point)
        self._tell_hovered()

    def _tell_hovered(self) -> None:
        """Gives the numbers of the point under the pointer, and what each run makes of it."""
        moment = self._moment
        if self._hovered is None or moment is None or moment.points is None:
            self.hover_card.hide()
            return
        points = moment.points
        x, y = (float(value) for value in points.inputs[self._hovered])
        target = int(points.is_positive[self._hovered])
        name = f"{target} ({points.class_names[target]})" if points.class_names else str(target)
        rows = [(moment.names[0], f"{x:.6g}"), (moment.names[1], f"{y:.6g}"), (self.tr("class"), name)]
        rows += [(line.name, f"{_predict(line, x, y):.4f}") for line in moment.lines]
        pixel = QPoint(round(self.view().x_to_pixel(x)), round(self.view().y_to_pixel(y)))
        self.hover_card.show_rows(rows, beside=pixel)


def _cut(line: PlaneLine, view: View) -> Segment | None:
    """What is seen of a line."""
    border = boundary(line.weights, line.bias, view)
    return None if border is None else split(view, border).cut


def _predict(line: PlaneLine, x: float, y: float) -> float:
    with np.errstate(all="ignore"):
        return float(line.weights[0, 0]) * x + float(line.weights[1, 0]) * y + float(line.bias[0])


def _distance(line: PlaneLine) -> float:
    """Of the line from the origin; 0 where there is none."""
    if decision_line(line.weights, line.bias) is None:
        return 0.0
    return abs(0.5 - float(line.bias[0])) / math.hypot(*(float(weight) for weight in line.weights[:, 0]))
