"""The points of all classes over what the model makes of the plane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.keras_lab.protocol import Frame, Region
from gui import fonts
from gui.plots.asked_points import AskedPoints
from gui.plots.canvas import Canvas
from gui.plots.class_points import ClassPoints
from gui.plots.grid import GridLines, TickLabels
from gui.plots.region_shade import RegionShade
from gui.plots.ticks import linear_ticks

_TICK_PIXELS = 84
_HOVER_PIXELS = 8.0


class RegionPlot(Canvas):
    """Draws a frame. A point tells its numbers; a click asks the model about a new one."""

    # The place in the plane that was clicked: x, y.
    clicked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(), parent)
        self._frame: Frame | None = None
        self._pointer: QPointF | None = None
        self._pressed: QPointF | None = None
        self._grid = GridLines()
        self.shade = RegionShade()
        self.points = ClassPoints()
        self._asked = AskedPoints()
        self._labels = TickLabels(inside=True)
        for layer in (self._grid, self.shade, self.points, self._asked, self._labels):
            self.add_layer(layer)
        self.viewport().setMouseTracking(True)
        self.cover_ground()
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Region plot"))
        self.setAccessibleDescription(
            self.tr("The points of all classes, and the class that the model says at each place of the plane.")
        )
        self.setToolTip(self.tr("Click anywhere to ask the model about that point. Point at a mark for its numbers."))
        self.set_fit_text(self.tr("Fit"), self.tr("Show all the data (F, or double-click)"))

    def draw(self, frame: Frame) -> None:
        """Draws this moment; nothing of an earlier frame is kept but pictures of what is the same in both."""
        before, self._frame = self._frame, frame
        is_new_data = before is None or frame.points.inputs is not before.points.inputs
        self.hide_message()
        if before is not None and _look_alike(before, frame):
            self._tell_pointed()
            self.viewport().update(0, 0, 1, 1)  # so that the frame is painted
            return
        self.points.show_points(frame.points)
        self.shade.show_region(frame.region)
        self._asked.show_inference(frame.inference)
        if is_new_data:
            self.fit()
            self.arrange()
        self._tell_pointed()
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        if self._frame is not None:
            self.set_range(*self._frame.points.extent)

    def arrange(self) -> None:
        if self._frame is None:
            return
        view = self.view()
        x_ticks = linear_ticks(view.x_low, view.x_high, view.width / fonts.px(_TICK_PIXELS))
        y_ticks = linear_ticks(view.y_low, view.y_high, view.height / fonts.px(_TICK_PIXELS))
        self._grid.set_ticks(x_ticks, y_ticks)
        self._labels.set_ticks(x_ticks, y_ticks)
        self._tell_pointed()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton or self._frame is None:
            return
        if (event.position() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.clicked.emit(self.view().x_at(pressed.x()), self.view().y_at(pressed.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._pointer = event.position() if event.buttons() == Qt.MouseButton.NoButton else None
        self._tell_pointed()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self._tell_pointed()

    def _tell_pointed(self) -> None:
        """Gives the numbers of the point under the pointer, and what the model says there."""
        frame, pointer = self._frame, self._pointer
        if frame is None or pointer is None:
            self.points.highlight(None)
            self.hover_card.hide()
            return
        index = self.points.nearest(pointer.x(), pointer.y(), _HOVER_PIXELS)
        self.points.highlight(index)
        if index is None:
            x, y = self.view().x_at(pointer.x()), self.view().y_at(pointer.y())
            rows = [(self.tr("place"), f"{x:.3f}, {y:.3f}")]
        else:
            x, y = (float(value) for value in frame.points.inputs[index])
            held_out = self.tr("held out") if frame.points.held_out[index] else self.tr("trained on")
            rows = [
                (self.tr("point"), f"{x:.3f}, {y:.3f}"),
                (self.tr("true class"), str(frame.points.classes[index])),
                (self.tr("it is"), held_out),
            ]
        outputs = output_at(frame.region, x, y)
        if outputs is not None:
            rows.append((self.tr("output here"), ", ".join(f"{value:.3f}" for value in outputs)))
        self.hover_card.show_rows(rows, beside=pointer.toPoint())


def _look_alike(one: Frame, other: Frame) -> bool:
    return one.points is other.points and one.region is other.region and one.inference is other.inference


def output_at(region: Region | None, x: float, y: float) -> list[float] | None:
    """What the model gives in the grid's cell around this place; None outside the grid."""
    if region is None:
        return None
    left, right, bottom, top = region.extent
    rows, columns = region.classes.shape
    row, column = int((y - bottom) / (top - bottom) * rows // 1), int((x - left) / (right - left) * columns // 1)
    if not (0 <= row < rows and 0 <= column < columns):
        return None
    return [float(value) for value in region.outputs[row, column]]
