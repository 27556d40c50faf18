"""The data, what the model makes of it, and the line between."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from engine.datasets import DrawnPoints, Recipe
from engine.protocol import Frame
from engine.training.feature_plane import Plane, plane_of
from engine.training.records import FloatArray
from gui import fonts
from gui.plots.axis_names import AxisNames
from gui.plots.canvas import Canvas
from gui.plots.decision_line import DecisionLine, Grip, Segment, earlier_lines
from gui.plots.gradient_arrows import GradientArrows, Gradients, arrows, gradients_of
from gui.plots.grid import GridLines, TickLabels
from gui.plots.half_planes import boundary, split
from gui.plots.layer import Layer
from gui.plots.line_drag import LineDrag
from gui.plots.markers import Colouring
from gui.plots.point_cloud import PointCloud
from gui.plots.point_drawing import PointDrawing, Tool
from gui.plots.prediction_shade import PredictionShade
from gui.plots.ticks import linear_ticks
from gui.plots.view import extent

_TICK_PIXELS = 84
_HOVER_PIXELS = 8.0
_MOST_STRETCH = 3.0
"""Of features with names: how much wider than high, or higher than wide, they may be on one scale for both axes."""

_SPACE = QMargins(36, 16, 16, 30)
"""Pixels kept free around the data; the numbers of the axes are at the left and below."""


class DecisionPlot(Canvas):
    """Draws a frame: points, half planes, decision line. The line can be dragged; a point tells its numbers."""

    # The user drags the line: the weights (2, 1) and bias (1,), float32, that would put it there.
    line_dragged = Signal(object, object)
    # The user has let go of the line. Carries nothing.
    line_drag_finished = Signal()
    # The user has drawn, moved or erased points: a `gui.plots.point_drawing.Stroke`.
    points_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(), parent)
        self._frame: Frame | None = None
        self._drag: LineDrag | None = None
        self._hovered: int | None = None
        self._plane: Plane | None = None
        self._axes = (0, 1)
        self._is_locked = True
        self._grid = GridLines()
        self._shade = PredictionShade()
        self.cloud = PointCloud(self)
        self.line = DecisionLine()
        self._arrows = GradientArrows()
        self._drawing = PointDrawing()
        self._labels = TickLabels(inside=True)
        self._names = AxisNames()
        data: tuple[Layer, ...] = (self._grid, self._shade, self.cloud, self.line, self._arrows)
        for layer in (*data, self._drawing, self._labels, self._names):
            self.add_layer(layer)
        self._box.setAspectLocked(True)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Decision plot"))
        self.setAccessibleDescription(
            self.tr("The points of both classes, and the line where the prediction is 0.5. W and b can also be typed.")
        )
        self.setToolTip(self.tr("Drag the line to move it, its ends to turn it. Point at a mark for its numbers."))
        self.set_fit_text(self.tr("Fit"), self.tr("Show all the data (F, or double-click)"))

    def draw(self, frame: Frame) -> None:
        """Draws this moment; nothing of an earlier frame is kept, but for the picture of its data."""
        before = self._frame
        is_new_data = before is None or frame.dataset is not before.dataset
        self._frame = frame
        self.hide_message()
        if is_new_data:
            self._drawing.clear()
            # What is drawn by hand must not move away under the pen.
            is_redrawn = before is not None and _differ_by_hand(before.data, frame.data)
            self._look_at(plane_of(frame.dataset, self._axes), keeps_view=is_redrawn)
        self.arrange()
        self.viewport().update()

    def set_axes(self, axes: tuple[int, int]) -> None:
        """Which two features of the data are seen; the others are at their mean."""
        self._axes = axes
        if self._frame is not None:
            self._look_at(plane_of(self._frame.dataset, axes))
            self.arrange()
            self.viewport().update()

    @property
    def plane(self) -> Plane | None:
        """The plane that is seen; None before there are data."""
        return self._plane

    def set_tool(self, tool: Tool) -> None:
        """What the mouse does: look at points and drag the line, or draw and erase points."""
        self._drawing.set_tool(tool)
        self.line.set_grip(None)
        self._hover(None)
        if tool == "look":
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def forget_stroke(self) -> None:
        """What was drawn last is not to be."""
        self._drawing.clear()

    def set_colouring(self, colouring: Colouring) -> None:
        """Colours the points by "prediction", as the notes do, or by their true "class"."""
        self.cloud.set_colouring(colouring)

    def fit(self) -> None:
        super().fit()
        if self._plane is None:
            return
        x_low, x_high, y_low, y_high = extent(self._plane.points.inputs, self._is_locked)
        space, view = _SPACE, self.view()
        across, down = view.width - space.left() - space.right(), view.height - space.top() - space.bottom()
        x_units, y_units = (x_high - x_low) / max(across, 1.0), (y_high - y_low) / max(down, 1.0)  # for one pixel
        if self._is_locked:
            x_units = y_units = max(x_units, y_units)
        x_low = (x_low + x_high - x_units * (view.width + space.left() - space.right())) / 2
        y_low = (y_low + y_high - y_units * (view.height + space.bottom() - space.top())) / 2
        self.set_range(x_low, x_low + x_units * view.width, y_low, y_low + y_units * view.height)

    def arrange(self) -> None:
        frame, plane, view = self._frame, self._plane, self.view()
        if frame is None or plane is None:
            return
        x_ticks = linear_ticks(view.x_low, view.x_high, view.width / fonts.px(_TICK_PIXELS))
        y_ticks = linear_ticks(view.y_low, view.y_high, view.height / fonts.px(_TICK_PIXELS))
        self._grid.set_ticks(x_ticks, y_ticks)
        self._labels.set_ticks(x_ticks, y_ticks)
        weights, bias = plane.seen(frame.weights, frame.bias)
        line = boundary(weights, bias, view)
        halves = None if line is None else split(view, line)
        self._shade.set_halves(halves)
        self.cloud.show_model(plane.points, frame.predicted, line, halves, is_point_by_point=not plane.is_whole)
        segment = None if halves is None else halves.cut
        self.line.show_lines(segment, earlier_lines(frame, plane, view))
        gradients = gradients_of(frame)
        middle = _middle(segment) if segment else (view.left + view.width / 2, view.top + view.height / 2)
        # So that W stands upright on the line, also where the axes have scales of their own.
        stretch = np.array([[1.0], [view.x_scale / view.y_scale]])
        if gradients is not None:
            seen = Gradients(*plane.seen(gradients.weights, gradients.bias))
            gradients = Gradients(seen.weights * stretch, seen.bias)
        self._arrows.show_arrows(arrows(weights * stretch, gradients, middle) if gradients else ())
        self._tell_hovered()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drawing.tool != "look" and event.button() == Qt.MouseButton.LeftButton and self._frame is not None:
            self._drawing.begin(event.position(), self._near(event.position()))
            self._hover(None)
            event.accept()
            return
        grip = self.line.grip_at(event.position().x(), event.position().y())
        frame, plane = self._frame, self._plane
        if event.button() != Qt.MouseButton.LeftButton or grip is None or frame is None or plane is None:
            super().mousePressEvent(event)
            return
        segment = self.line.segment
        pivot = self._spot(QPointF(*_middle(segment))) if grip is Grip.TURN and segment else None
        self._drag = LineDrag(*plane.seen(frame.weights, frame.bias), self._spot(event.position()), pivot)
        self._hover(None)
        self.line.set_grip(grip)
        if grip is Grip.TURN:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing.is_under_way:
            self._drawing.go_on(event.position(), self._near(event.position()))
            event.accept()
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._drag = None  # let go where no plot could see it
        if self._drag is not None and self._frame is not None and self._plane is not None:
            pair = self._drag.to(*self._spot(event.position()))
            self.line_dragged.emit(*self._plane.lifted(*pair, self._frame.weights))
            event.accept()
            return
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self._point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drawing.is_under_way and event.button() == Qt.MouseButton.LeftButton:
            stroke = self._drawing.end()
            if stroke is not None:
                self.points_changed.emit(stroke)
            event.accept()
            return
        if self._drag is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        self._drag = None
        self._point_at(event.position())
        self.line_drag_finished.emit()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._drawing.tool == "look":
            super().mouseDoubleClickEvent(event)
        else:  # two points, one close to the other
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._drag is None:
            self.line.set_grip(None)
        self._hover(None)

    def _look_at(self, plane: Plane, keeps_view: bool = False) -> None:
        """Other data, or the same from another side."""
        self._plane = plane
        self._names.set_names(plane.names)
        x_low, x_high, y_low, y_high = extent(plane.points.inputs, one_scale=not plane.names)
        stretch = (x_high - x_low) / (y_high - y_low)
        # Drawn points keep their shape; quantities that cannot be compared get a scale each.
        self._is_locked = not plane.names or 1 / _MOST_STRETCH <= stretch <= _MOST_STRETCH
        self._box.setAspectLocked(self._is_locked)
        self._hover(None)
        if not keeps_view:
            self.fit()

    def _near(self, pixel: QPointF) -> int | None:
        """The number of the point under the pointer."""
        return self.cloud.nearest(pixel.x(), pixel.y(), _HOVER_PIXELS)

    def _spot(self, pixel: QPointF) -> tuple[float, float]:
        """Where in the plane a pixel is."""
        return self.view().x_at(pixel.x()), self.view().y_at(pixel.y())

    def _point_at(self, pixel: QPointF) -> None:
        if self._drawing.tool != "look":
            self._hover(self._near(pixel))
            return
        grip = self.line.grip_at(pixel.x(), pixel.y())
        self.line.set_grip(grip)
        if grip is not None:
            self.viewport().setCursor(self.line.cursor_for(grip))
            self._hover(None)
        else:
            self.viewport().unsetCursor()
            self._hover(self._near(pixel))

    def _hover(self, point: int | None) -> None:
        self._hovered = point
        self.cloud.highlight(point)
        self._tell_hovered()

    def _tell_hovered(self) -> None:
        """Gives the numbers of the point under the pointer, as the model sees it now."""
        frame, plane = self._frame, self._plane
        if self._hovered is None or frame is None or plane is None:
            self.hover_card.hide()
            return
        x, y = (float(value) for value in plane.points.inputs[self._hovered])
        target = float(frame.dataset.targets[self._hovered, 0])
        prediction = _predict(frame.weights, frame.bias, frame.dataset.inputs[self._hovered])
        pixel = QPoint(round(self.view().x_to_pixel(x)), round(self.view().y_to_pixel(y)))
        names = [(name, f"{value:.6g}") for name, value in zip(plane.names, (x, y), strict=False) if name]
        class_name = f" ({frame.dataset.class_names[int(target)]})" if frame.dataset.class_names else ""
        rows = (
            *(names or [(self.tr("point"), f"{x:.3f}, {y:.3f}")]),
            (self.tr("target"), f"{target:g}{class_name}"),
            (self.tr("prediction"), f"{prediction:.4f}"),
            (self.tr("squared error"), f"{(target - prediction) ** 2:.4f}"),
        )
        self.hover_card.show_rows(rows, beside=pixel)


def _middle(segment: Segment) -> tuple[float, float]:
    (x0, y0), (x1, y1) = segment
    return (x0 + x1) / 2, (y0 + y1) / 2


def _differ_by_hand(first: Recipe, second: Recipe) -> bool:
    """Whether one was made of the other by drawing and erasing points, or both of the same data."""
    bases = [data.recipe if isinstance(data, DrawnPoints) else data for data in (first, second)]
    return first != second and bases[0] == bases[1]


def _predict(weights: FloatArray, bias: FloatArray, inputs: FloatArray) -> float:
    with np.errstate(all="ignore"):
        return float(inputs.astype(np.float64) @ weights[:, 0].astype(np.float64)) + float(bias[0])
