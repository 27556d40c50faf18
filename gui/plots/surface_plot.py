"""A function of two variables as a picture, with its gradient field, and one point of it to look at closely."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from engine.gradients.surface.protocol import SurfaceFrame
from engine.gradients.surface.records import Picture
from gui.plots.canvas import Canvas
from gui.plots.gradient_arrows import GradientArrows
from gui.plots.grid import TickLabels
from gui.plots.surface_marks import SurfaceMarks, curvature_axes, gradient_arrow, model_contour
from gui.plots.surface_picture import SurfaceBar, SurfacePicture
from gui.plots.surface_scale import Spacing, SurfaceScale
from gui.plots.ticks import linear_ticks

SPACE = QMargins(56, 16, 92, 30)
LEAST_SHAPE, GREATEST_SHAPE = 0.4, 2.5
"""Up to these sides a unit of x is as long as one of y; beyond, the picture is stretched so that it can be seen."""

KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}
FARTHEST = 8_000.0
"""Pixels up to which anything is drawn; a descent may lead anywhere."""

STEPS = 100
"""Of the arrow keys, from edge to edge; ten times as long with Shift."""


class SurfacePlot(Canvas):
    """Draws a frame. Press or drag to move the point; the wheel zooms in."""

    # The user wants the point here: x, y, within the region.
    point_moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._frame: SurfaceFrame | None = None
        super().__init__(SPACE, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys move the point
        self._spacing: Spacing = "auto"
        self._scale = SurfaceScale(np.zeros(1), None, None, "linear")
        self._steepest = 0.0
        self._is_dragged = False
        self._names = ("x", "y")
        self._picture, self._bar, self.marks = SurfacePicture(), SurfaceBar(), SurfaceMarks()
        self._arrows, self._labels = GradientArrows(), TickLabels(inside=False)
        for layer in (self._picture, self._bar, self.marks, self._arrows, self._labels):
            self.add_layer(layer)
        self.retranslate()

    @property
    def is_log(self) -> bool:
        """Whether the colours are logarithmic."""
        return self._scale.is_log

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Surface"))
        self.setAccessibleDescription(self.tr("The function in colours. The point can also be typed on the left."))
        self.setToolTip(self.tr("Drag the point, or move it by the arrow keys; with Shift by ten steps. Wheel: zoom."))
        self.set_fit_text(self.tr("All"), self.tr("Show the whole picture (F, or double-click)"))

    def draw(self, frame: SurfaceFrame) -> None:
        """Draws this moment; of an earlier one only the picture is kept, where it is the same."""
        was = self._frame
        self._frame = frame
        self.hide_message()
        if was is None or was.picture is not frame.picture:
            self._show_picture(frame.picture)
            self._place_box()
            self._limit_to(frame.picture)
            self.fit()
        self.arrange()
        self.viewport().update()

    def set_names(self, x: str, y: str) -> None:
        """What the axes are called."""
        self._names = (x, y)

    def set_spacing(self, spacing: Spacing) -> None:
        """Colours evenly, logarithmically, or as the values want it."""
        self._spacing = spacing
        if self._frame is not None:
            self._show_picture(self._frame.picture)
            self.viewport().update()

    def set_arrows_shown(self, are_shown: bool) -> None:
        """Shows the gradient field, or hides it."""
        self._picture.show_arrows(are_shown)
        self.viewport().update()

    def fit(self) -> None:
        super().fit()
        if self._frame is not None:
            region = self._frame.picture.region
            self.set_range(region.x_low, region.x_high, region.y_low, region.y_high)

    def arrange(self) -> None:
        frame, view = self._frame, self.view()
        if frame is None:
            return
        self._labels.set_ticks(
            linear_ticks(view.x_low, view.x_high, view.width / 84),
            linear_ticks(view.y_low, view.y_high, view.height / 64),
        )
        place = frame.place
        path = np.array([*frame.path, (place.x, place.y)], dtype=np.float64)
        pixels = np.stack([view.x_to_pixel(path[:, 0]), view.y_to_pixel(path[:, 1])], -1)
        pixels = np.clip(pixels, -FARTHEST, FARTHEST)
        is_near = bool((np.abs(pixels[-1]) < FARTHEST).all())
        self.marks.show_marks(
            QPointF(*pixels[-1].tolist()),
            curvature_axes(place, view) if is_near else (),
            model_contour(place, view) if is_near else [],
            pixels,
        )
        self._arrows.show_arrows(gradient_arrow(place, view, self._steepest) if is_near else ())

    # The mouse and the keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._frame is None:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._box.geometry().contains(event.position()) or self.marks.is_near(event.position()):
            self._is_dragged = True
            self.marks.hold(True)
            self.hover_card.hide()
            self._move_to(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged and event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())
            event.accept()
            return
        self._let_go()
        super().mouseMoveEvent(event)
        self._tell_value(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self._frame
        if frame is None or event.key() not in KEYS:
            super().keyPressEvent(event)
            return
        across, up = KEYS[Qt.Key(event.key())]
        share = (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1) / STEPS
        view, place = self.view(), frame.place
        self._ask(
            place.x + across * share * (view.x_high - view.x_low), place.y + up * share * (view.y_high - view.y_low)
        )
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._let_go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.marks.hold(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.marks.hold(False)

    def _let_go(self) -> None:
        self._is_dragged = False
        self.marks.hold(self.hasFocus())

    def _move_to(self, pixel: QPointF) -> None:
        self._ask(self.view().x_at(pixel.x()), self.view().y_at(pixel.y()))

    def _ask(self, x: float, y: float) -> None:
        if self._frame is not None:
            self.point_moved.emit(*self._frame.picture.region.nearest(x, y))

    def _tell_value(self, pixel: QPointF) -> None:
        """The value nearest to the pointer, where the grid has one."""
        frame, view = self._frame, self.view()
        if frame is None or not self._box.geometry().contains(pixel):
            self.hover_card.hide()
            return
        region, (rows, columns) = frame.picture.region, frame.picture.values.shape
        across, down = region.x_high - region.x_low, region.y_high - region.y_low
        column = min(max(round((view.x_at(pixel.x()) - region.x_low) / across * (columns - 1)), 0), columns - 1)
        row = min(max(round((view.y_at(pixel.y()) - region.y_low) / down * (rows - 1)), 0), rows - 1)
        x, y = region.x_low + column * across / (columns - 1), region.y_low + row * down / (rows - 1)
        lines = (
            (self._names[0], f"{x:.4g}"),
            (self._names[1], f"{y:.4g}"),
            ("f", f"{frame.picture.values[row, column]:.6g}"),
        )
        self.hover_card.show_rows(lines, beside=QPoint(round(pixel.x()), round(pixel.y())))

    def _show_picture(self, picture: Picture) -> None:
        self._scale = SurfaceScale(picture.values, picture.least, picture.greatest, self._spacing)
        slopes = np.linalg.norm(picture.field.astype(np.float64), axis=1)
        self._steepest = float(slopes[np.isfinite(slopes)].max(initial=0.0))
        self._picture.show_picture(picture, self._scale)
        self._bar.show_surface(picture, self._scale)

    def _limit_to(self, picture: Picture) -> None:
        region = picture.region
        self._box.setLimits(xMin=region.x_low, xMax=region.x_high, yMin=region.y_low, yMax=region.y_high)

    def _place_box(self) -> None:
        """The margins are such that a unit is as long down as it is across, unless a sliver would be left."""
        if self._frame is not None:
            region = self._frame.picture.region
            shape = (region.x_high - region.x_low) / (region.y_high - region.y_low)
            width = self.width() - SPACE.left() - SPACE.right()
            height = self.height() - SPACE.top() - SPACE.bottom()
            if LEAST_SHAPE <= shape <= GREATEST_SHAPE and width > 0 and height > 0:
                across, down = max(0, width - int(height * shape)), max(0, height - int(width / shape))
                self._margins = SPACE + QMargins(across // 2, down // 2, across // 2, down // 2)
            else:
                self._margins = SPACE
        super()._place_box()
