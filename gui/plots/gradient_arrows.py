"""Arrows on the decision line: W, and which way the gradients push W and b."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.protocol import Frame
from gui import fonts
from gui.plots.half_planes import Point
from gui.plots.layer import Layer

_HEAD = 10.0
"""Pixels from the tip of an arrow to the back of its head."""

_LABEL_GAP = 8.0
_WEIGHTS_LENGTH = 92.0
_SHORTEST, _LONGEST = 30.0, 96.0
_BESIDE = 84.0
"""Pixels along the line from the arrow of W to the arrow of b."""


@dataclass(frozen=True, slots=True)
class Gradients:
    """The gradients of the step in hand: weights (2, 1), bias (1,)."""

    weights: NDArray[Any]
    bias: NDArray[Any]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one pixel to another; `is_quiet` for what is, not for what is about to change."""

    label: str
    start: Point
    end: Point
    is_quiet: bool


def gradients_of(frame: Frame) -> Gradients | None:
    """The gradients, once the phase that makes them has run."""
    for phase in frame.inside:
        if phase.name == "gradients":
            return Gradients(phase.tensors["grad_W"], phase.tensors["grad_b"])
    return None


def arrows(weights: NDArray[Any], gradients: Gradients, anchor: Point) -> tuple[Arrow, ...]:
    """W from the anchor (a pixel), -∂L/∂W from its tip, and beside them the way in which -∂L/∂b shifts the line.

    Directions are true; lengths grow with the sizes, but are kept within what can be read. An arrow of length 0, or
    of a size that is not finite, is left out.
    """
    drawn: list[Arrow] = []
    weight = _on_screen(weights)
    size = math.hypot(*weight)
    tip = anchor
    normal = (0.0, 0.0)
    if 0 < size < math.inf:
        normal = (weight[0] / size, weight[1] / size)
        tip = _along(anchor, normal, _WEIGHTS_LENGTH)
        drawn.append(Arrow("W", anchor, tip, True))
    descent = _on_screen(-np.asarray(gradients.weights, dtype=np.float64))
    descent_size = math.hypot(*descent)
    if 0 < descent_size < math.inf:
        direction = (descent[0] / descent_size, descent[1] / descent_size)
        drawn.append(Arrow("−∂L/∂W", tip, _along(tip, direction, _readable(descent_size, size)), False))
    bias_descent = -float(gradients.bias[0])
    if math.isfinite(bias_descent) and bias_descent != 0 and normal != (0.0, 0.0):
        # A larger b lets the prediction reach 0.5 earlier: the line moves against W.
        sign = -math.copysign(1.0, bias_descent)
        shift = (sign * normal[0], sign * normal[1])
        start = _along(anchor, (-normal[1], normal[0]), _BESIDE)
        drawn.append(Arrow("−∂L/∂b", start, _along(start, shift, _readable(abs(bias_descent), size)), False))
    return tuple(drawn)


def _on_screen(vector: NDArray[Any]) -> Point:
    """A (2, 1) vector of the plane as a direction on the screen, whose y counts downwards."""
    return float(vector[0, 0]), -float(vector[1, 0])


def _along(start: Point, direction: Point, length: float) -> Point:
    return start[0] + length * direction[0], start[1] + length * direction[1]


def _readable(size: float, weights_size: float) -> float:
    """Pixels for a gradient of this size: as long as W's arrow when it is as large as W, within the limits."""
    share = size / weights_size if 0 < weights_size < math.inf else 1.0
    return min(_LONGEST, max(_SHORTEST, _WEIGHTS_LENGTH * math.sqrt(share)))


class GradientArrows(Layer):
    """The arrows of the step that is being taken apart."""

    def __init__(self) -> None:
        super().__init__(height=20)
        self._arrows: tuple[Arrow, ...] = ()

    def show_arrows(self, shown: tuple[Arrow, ...]) -> None:
        self._arrows = shown

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._arrows:
            return
        font = QFont() if widget is None else QFont(widget.font())
        font.setPixelSize(fonts.px(13))
        font.setWeight(QFont.Weight.DemiBold)
        for arrow in self._arrows:
            colour = QColor(self._palette.muted if arrow.is_quiet else self._palette.accent)
            _paint_arrow(painter, arrow, QColor(self._palette.surface), 5.5)
            _paint_arrow(painter, arrow, colour, 2.4)
        for arrow in self._arrows:
            colour = QColor(self._palette.muted if arrow.is_quiet else self._palette.accent)
            self._paint_label(painter, arrow, font, colour)

    def _paint_label(self, painter: QPainter, arrow: Arrow, font: QFont, colour: QColor) -> None:
        path = QPainterPath()
        path.addText(QPointF(0, 0), font, arrow.label)
        box = path.boundingRect()
        x, y = _unit(arrow)
        if arrow.is_quiet:  # beside the shaft: another arrow begins at its tip
            anchor, x, y = _middle(arrow), -y, x
        else:
            anchor = arrow.end
        reach_x, reach_y = box.width() / 2 + _LABEL_GAP, box.height() / 2 + _LABEL_GAP
        centre = QPointF(anchor[0] + x * reach_x, anchor[1] + y * reach_y)
        room = self.boundingRect().adjusted(reach_x, reach_y, -reach_x, -reach_y)
        centre.setX(min(max(centre.x(), room.left()), room.right()))
        centre.setY(min(max(centre.y(), room.top()), room.bottom()))
        path.translate(centre - box.center())
        halo = QPen(QColor(self._palette.surface), 4)
        halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, halo)
        painter.fillPath(path, colour)


def _middle(arrow: Arrow) -> Point:
    return (arrow.start[0] + arrow.end[0]) / 2, (arrow.start[1] + arrow.end[1]) / 2


def _unit(arrow: Arrow) -> Point:
    x, y = arrow.end[0] - arrow.start[0], arrow.end[1] - arrow.start[1]
    length = math.hypot(x, y)
    return x / length, y / length


def _paint_arrow(painter: QPainter, arrow: Arrow, colour: QColor, width: float) -> None:
    x, y = _unit(arrow)
    end = QPointF(*arrow.end)
    back = end - QPointF(x, y) * _HEAD
    side = QPointF(-y, x) * (0.5 * _HEAD)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(*arrow.start), back)
    painter.setPen(QPen(colour, width - 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([end, back + side, back - side]))
