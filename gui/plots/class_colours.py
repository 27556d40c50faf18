"""The colour and the shape of each class: two to four of them, told apart without either."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from gui.palette import Palette


def class_colour(palette: Palette, label: int) -> QColor:
    """Okabe and Ito's blue, orange, green and purple, which are told apart by everybody; a fifth class is the first."""
    colours = (palette.class_0, palette.class_1, palette.class_2, palette.class_3)
    return QColor(colours[label % len(colours)])


def class_shape(centre: QPointF, radius: float, label: int) -> QPainterPath:
    """A disc, a diamond, a triangle or a square, each as large to the eye as a disc of this radius."""
    shape = QPainterPath()
    kind = label % 4
    if kind == 0:
        shape.addEllipse(centre, radius, radius)
    elif kind == 1:
        _add_polygon(shape, centre, 1.22 * radius, corners=4, turn=0.0)
    elif kind == 2:
        _add_polygon(shape, centre, 1.42 * radius, corners=3, turn=0.0)
    else:
        _add_polygon(shape, centre, 1.26 * radius, corners=4, turn=math.pi / 4)
    return shape


def _add_polygon(shape: QPainterPath, centre: QPointF, reach: float, *, corners: int, turn: float) -> None:
    """The first corner is at the top, turned by so much."""
    for corner in range(corners):
        angle = 2 * math.pi * corner / corners + turn
        point = centre + QPointF(reach * math.sin(angle), -reach * math.cos(angle))
        if corner:
            shape.lineTo(point)
        else:
            shape.moveTo(point)
    shape.closeSubpath()
