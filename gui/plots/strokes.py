"""Long lines, drawn in time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

MOST_TURNS = 200
"""Points up to which a curve is drawn with a wide pen, in 1 ms at most.

Where a wide line turns, Qt computes its outline, for 100 ms and more where it crosses itself a few hundred times, and
all that while Python stands still, training too. Lines of one device pixel cost it a hundredth of that.
"""


def stroke(painter: QPainter, path: QPainterPath, points: int, colour: QColor, width: float) -> None:
    """Draws a path of so many points in a line of this width."""
    if points > MOST_TURNS:
        stroke_side_by_side(painter, path, colour, width)
    else:
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)


def stroke_side_by_side(painter: QPainter, path: QPainterPath, colour: QColor, width: float) -> None:
    """Draws a line of this width out of lines of one device pixel."""
    ratio = painter.device().devicePixelRatioF()
    lines = max(1, round(width * ratio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 0))
    for index in range(lines):
        shift = (index - (lines - 1) / 2) / ratio
        painter.drawPath(path.translated(shift, 0))
        if shift:
            painter.drawPath(path.translated(0, shift))
