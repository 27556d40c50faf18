"""The colour and the mark of each run: eight of them, told apart by every eye."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui import fonts
from gui.palette import Palette
from gui.plots.class_colours import class_shape
from gui.plots.view import View

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


def paint_run_names(painter: QPainter, view: View, palette: Palette, names: Sequence[tuple[int, str]]) -> None:
    """Looks and names, at the top on the right: for a picture that is taken away, where no list stands beside it."""
    font = fonts.words(12)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    line = metrics.height() + 2
    widest = max((metrics.horizontalAdvance(name) for _, name in names), default=0.0)
    left = view.left + view.width - widest - 12
    ground = QColor(palette.surface)
    ground.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(left - 20, view.top + 4, widest + 28, len(names) * line + 8), 4, 4)
    for place, (look, name) in enumerate(names):
        top = view.top + 8 + place * line
        paint_run_mark(painter, QPointF(left - 9, top + line / 2), 4.6, palette, look)
        painter.setPen(QColor(palette.text))
        words = QRectF(left, top, widest + 4, line)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, name)
