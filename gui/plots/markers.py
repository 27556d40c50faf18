"""The marks of the points: the shape is the true class, the colour what is asked for, a ring says "wrong"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gui.palette import Palette

Colouring = Literal["prediction", "class"]

CELL = 16
"""Pixels of the square that a mark is drawn in."""


def class_colour(palette: Palette, label: int) -> QColor:
    return QColor(palette.class_1 if label else palette.class_0)


def mark_radius(count: int) -> float:
    """Smaller marks for more points: 3.4 pixels up to 2,000 of them, 2.2 for 20,000."""
    return min(3.4, max(2.2, 3.4 * math.pow(2000 / max(count, 1), 0.19)))


def paint_mark(
    painter: QPainter, centre: QPointF, radius: float, palette: Palette, colouring: Colouring, true: int, predicted: int
) -> None:
    """One point of the class `true` that the model takes for `predicted`: a disc for class 0, a diamond for class 1."""
    paint_marks(painter, [(centre.x(), centre.y())], radius, palette, colouring, true, predicted)


def paint_marks(
    painter: QPainter,
    centres: Sequence[tuple[float, float]],
    radius: float,
    palette: Palette,
    colouring: Colouring,
    true: int,
    predicted: int,
) -> None:
    """Points that all look alike."""
    outline = QPainterPath()
    if true:
        reach = radius * 1.22  # a diamond that looks as large as the disc
        outline.moveTo(0, -reach)
        outline.lineTo(reach, 0)
        outline.lineTo(0, reach)
        outline.lineTo(-reach, 0)
        outline.closeSubpath()
    else:
        outline.addEllipse(QPointF(0, 0), radius, radius)
    is_wrong = true != predicted
    rim = QColor(palette.text if is_wrong else palette.surface)
    if not is_wrong:
        rim.setAlphaF(0.5)  # just enough to tell marks apart that overlap
    pen = QPen(rim, (0.42 if is_wrong else 0.22) * radius)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(class_colour(palette, predicted if colouring == "prediction" else true))
    for x, y in centres:
        painter.drawPath(outline.translated(x, y))


def mark_sheet(palette: Palette, colouring: Colouring, radius: float, ratio: float) -> QPixmap:
    """All four marks in one picture of 2 × 2 cells: across the true class, down the predicted one.

    ratio: device pixels for one pixel.
    """
    side = round(CELL * ratio)
    sheet = QPixmap(2 * side, 2 * side)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for predicted in (0, 1):
        for true in (0, 1):
            painter.resetTransform()
            painter.translate(true * side, predicted * side)
            painter.scale(side / CELL, side / CELL)
            paint_mark(painter, QPointF(CELL / 2, CELL / 2), radius, palette, colouring, true, predicted)
    painter.end()
    return sheet
