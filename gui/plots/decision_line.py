"""The decision line, the lines of the steps before it, and where it can be taken hold of."""

from __future__ import annotations

import math
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.protocol import Frame
from engine.training.feature_plane import Plane
from gui.plots.half_planes import Point, boundary, split
from gui.plots.layer import Layer
from gui.plots.view import View

Segment = tuple[Point, Point]

_TRAIL_ALPHA = (120, 70, 40)
"""Opacity of the lines 1, 2 and 3 steps ago, out of 255."""

_REACH = 8.0
"""Pixels beside the line that still count as on it."""

_TURNING_SHARE = 0.22
"""How much of the line, at each end, turns it when dragged."""


def earlier_lines(frame: Frame, plane: Plane, view: View) -> tuple[Segment, ...]:
    """The visible parts of the lines of the last steps before the position, the latest first."""
    segments = []
    for step in range(frame.position - 1, max(-1, frame.position - 1 - len(_TRAIL_ALPHA)), -1):
        line = boundary(*plane.seen(frame.history.weights[step], frame.history.bias[step]), view)
        cut = None if line is None else split(view, line).cut
        if cut is not None:
            segments.append(cut)
    return tuple(segments)


class Grip(Enum):
    """What a drag that starts here does to the line."""

    MOVE = auto()
    TURN = auto()


class DecisionLine(Layer):
    """The visible part of the line where the prediction is 0.5."""

    def __init__(self) -> None:
        super().__init__(height=10)
        self._segment: Segment | None = None
        self._trail: tuple[Segment, ...] = ()
        self._grip: Grip | None = None

    @property
    def segment(self) -> Segment | None:
        """Its visible part, in pixels; None where it cannot be seen."""
        return self._segment

    def show_lines(self, segment: Segment | None, trail: tuple[Segment, ...]) -> None:
        """Shows this line, and fainter the earlier ones, the latest of them first."""
        self._segment, self._trail = segment, trail

    def set_grip(self, grip: Grip | None) -> None:
        """Shows that the line would move or turn if it were dragged, or is being dragged."""
        if grip is not self._grip:
            self._grip = grip
            self.update()

    def grip_at(self, x: float, y: float) -> Grip | None:
        """What dragging from this pixel would do; None away from the line."""
        if self._segment is None:
            return None
        (x0, y0), (x1, y1) = self._segment
        length = math.hypot(x1 - x0, y1 - y0)
        if length < 4 * _REACH:
            return None
        along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length
        beside = abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length
        if beside > _REACH or not 0 <= along <= length:
            return None
        is_near_end = min(along, length - along) < _TURNING_SHARE * length
        return Grip.TURN if is_near_end else Grip.MOVE

    def cursor_for(self, grip: Grip) -> Qt.CursorShape:
        """Arrows across the line to move it, a hand to turn it."""
        if grip is Grip.TURN or self._segment is None:
            return Qt.CursorShape.OpenHandCursor
        (x0, y0), (x1, y1) = self._segment
        angle = math.degrees(math.atan2(y1 - y0, x1 - x0)) % 180
        shapes = (
            Qt.CursorShape.SizeVerCursor,
            Qt.CursorShape.SizeBDiagCursor,
            Qt.CursorShape.SizeHorCursor,
            Qt.CursorShape.SizeFDiagCursor,
        )
        return shapes[round(angle / 45) % 4]

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        colour = QColor(self._palette.line)
        for segment, alpha in zip(self._trail, _TRAIL_ALPHA, strict=False):
            colour.setAlpha(alpha)
            painter.setPen(QPen(colour, 2))
            painter.drawLine(QPointF(*segment[0]), QPointF(*segment[1]))
        if self._segment is None:
            return
        colour.setAlpha(255)
        start, end = QPointF(*self._segment[0]), QPointF(*self._segment[1])
        painter.setPen(QPen(colour, 2.6 if self._grip is None else 4))
        painter.drawLine(start, end)
        if self._grip is not None:
            self._paint_handles(painter, colour, start, end)

    def _paint_handles(self, painter: QPainter, colour: QColor, start: QPointF, end: QPointF) -> None:
        painter.setPen(QPen(colour, 2.5))
        shares = (0.5,) if self._grip is Grip.MOVE else (_TURNING_SHARE / 2, 1 - _TURNING_SHARE / 2)
        for share in shares:
            painter.setBrush(QColor(self._palette.surface))
            painter.drawEllipse(start + (end - start) * share, 6, 6)
