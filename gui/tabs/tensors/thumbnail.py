"""A tensor as a picture the size of a letter."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.tensors.values import TensorValue
from gui import fonts
from gui.controls.tensor_view.number_format import kind_of
from gui.controls.tensor_view.plane import first_plane
from gui.palette import Palette
from gui.plots.colour_scale import INFINITE, NAN, ColourScale
from gui.theme import mixed

SIDE = 26
MOST = 13
"""Rows and columns that the picture can have, of two pixels each."""

FEW = 5
"""Up to so many rows and columns each element is a rounded square."""

PALEST = 0.22


def paint_thumbnail(painter: QPainter, left: float, top: float, value: TensorValue, palette: Palette) -> None:
    """Paints it with its upper left corner there, `SIDE` pixels wide and high."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    if value.array.size == 0 or kind_of(value.array) == "s":
        _paint_frame(painter, "∅" if value.array.size == 0 else "abc", palette)
    else:
        _paint_cells(painter, sampled(value), value, palette)
    painter.restore()


def sampled(value: TensorValue) -> NDArray[Any]:
    """At most `MOST` rows and columns of the first plane, spread over all of it."""
    cells = first_plane(value.shape).of(value.array)
    rows, columns = (np.unique(np.linspace(0, length - 1, min(length, MOST)).astype(np.intp)) for length in cells.shape)
    part = cells[np.ix_(rows, columns)]
    return np.asarray(np.abs(part) if part.dtype.kind == "c" else part.astype(np.float64))


def _paint_cells(painter: QPainter, cells: NDArray[Any], value: TensorValue, palette: Palette) -> None:
    finite = cells[np.isfinite(cells)]
    scale = ColourScale(float(finite.min()), float(finite.max())) if finite.size else ColourScale(0, 0)
    rows, columns = cells.shape
    few = rows <= FEW and columns <= FEW
    gap = 1.0 if few else 0.0
    side = min(SIDE / max(rows, columns), SIDE / 2.4)
    left, top = (SIDE - columns * side) / 2, (SIDE - rows * side) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    if not few:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    places = scale.places(cells)
    table = scale.table(palette) if scale.is_diverging else _shades(palette)
    for row in range(rows):
        for column in range(columns):
            painter.setBrush(QColor(table[places[row, column]]))
            area = QRectF(left + column * side, top + row * side, side - gap, side - gap)
            if few:
                painter.drawRoundedRect(area, 1.5, 1.5)
            else:
                painter.drawRect(area)


def _shades(palette: Palette) -> list[int]:
    """From pale to the full colour."""
    shades = [
        mixed(palette.surface, palette.class_0, PALEST + (1 - PALEST) * place / (INFINITE - 1)).rgb()
        for place in range(INFINITE)
    ]
    return [*shades, QColor(palette.text).rgb(), QColor(palette.line).rgb()][: NAN + 1]


def _paint_frame(painter: QPainter, text: str, palette: Palette) -> None:
    painter.setPen(QPen(QColor(palette.border), 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(QRectF(0.5, 0.5, SIDE - 1, SIDE - 1), 4, 4)
    painter.setPen(QColor(palette.muted))
    painter.setFont(fonts.words(10))
    painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, text)
