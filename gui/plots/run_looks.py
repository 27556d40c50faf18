"""The colour and the mark of each run: eight of them, told apart by every eye."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.palette import Palette
from gui.plots.class_colours import class_shape

LOOKS = 8
"""Runs that differ in colour; of five and more, some have a mark in common."""

_LIGHT = ("#5b4bdb", "#d17417", "#00a274", "#8b0074", "#5d4600", "#b974d1", "#001b0d", "#435143")
_DARK = ("#a79bff", "#b9a217", "#2e8b46", "#b9468b", "#a2ffff", "#ffffa2", "#5e5ee4", "#f294ae")
_CONTRAST = ("#ffdd33", "#00e8e8", "#d14674", "#8b7400", "#b9e88b", "#5d74e8", "#9486c9", "#d7a128")


def run_colour(palette: Palette, look: int) -> QColor:
    """The colour of the run with this look; the first one is the accent."""
    colours = _CONTRAST if palette.is_contrast else _DARK if palette.is_dark else _LIGHT
    return QColor(colours[look % LOOKS])


def free_look(taken: Iterable[int]) -> int:
    """The first look that no other run has."""
    used = {look % LOOKS for look in taken}
    return next((look for look in range(LOOKS) if look not in used), 0)


def paint_run_mark(
    painter: QPainter, centre: QPointF, radius: float, palette: Palette, look: int, *, is_hollow: bool = False
) -> None:
    """A disc, a diamond, a triangle or a square in the run's colour. is_hollow: the ground shows through."""
    colour = run_colour(palette, look)
    painter.setPen(QPen(colour if is_hollow else QColor(palette.surface), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else colour)
    painter.drawPath(class_shape(centre, radius, look))
