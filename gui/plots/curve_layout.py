"""Where the curves stand: one panel for each, one below the other, over one axis."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from engine.gradients.curve_protocol import Curve
from gui import fonts
from gui.plots.ticks import Tick, linear_ticks
from gui.plots.view import View

LEFT, RIGHT, TOP, BELOW = 52, 18, 14, 24
"""Pixels beside, above and below each panel, for the numbers of the axes."""

CROWDED = 110
"""Pixels of height below which only the last panel has the numbers of t."""

BETWEEN = 12
X_TICK_PIXELS, Y_TICK_PIXELS = 90, 34
BEYOND = 3.0
"""How far a line is followed out of its panel, in heights of it."""


@dataclass(frozen=True, slots=True)
class Panel:
    """view: what it shows, and where. The numbers of t stand below it where there are any."""

    view: View
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    has_numbers: bool

    @property
    def area(self) -> QRectF:
        """The rectangle of the widget that it takes."""
        return QRectF(self.view.left, self.view.top, self.view.width, self.view.height)


def panels(width: float, height: float, span: tuple[float, float], bounds: list[tuple[float, float]]) -> list[Panel]:
    """One for each of the `bounds` (low, high) of the values."""
    count = max(len(bounds), 1)
    each = (height - TOP - fonts.px(BELOW)) / count
    is_crowded = each < fonts.px(CROWDED)
    gap = BETWEEN if is_crowded else fonts.px(BELOW) + BETWEEN
    inner = (height - TOP - fonts.px(BELOW) - gap * (count - 1)) / count
    result = []
    for index, (low, high) in enumerate(bounds):
        view = View(
            fonts.px(LEFT),
            TOP + index * (inner + gap),
            max(width - fonts.px(LEFT) - RIGHT, 1.0),
            max(inner, 1.0),
            *span,
            low,
            high,
        )
        x_ticks = linear_ticks(*span, view.width / X_TICK_PIXELS)
        y_ticks = linear_ticks(low, high, view.height / Y_TICK_PIXELS)
        result.append(Panel(view, x_ticks, y_ticks, has_numbers=not is_crowded or index == count - 1))
    return result


def curve_path(curve: Curve, view: View) -> tuple[QPainterPath, int]:
    """The line in pixels, broken where the curve is, and of how many points it is made."""
    with np.errstate(over="ignore", invalid="ignore"):
        x, y = view.x_to_pixel(curve.t), view.y_to_pixel(curve.values)
        y = np.clip(y, view.top - BEYOND * view.height, view.top + (1 + BEYOND) * view.height)
    if len(x) > 4 * view.width:
        x, y = _thinned(x, y)
    path: QPainterPath = pg.arrayToQPath(x, y, connect="finite")
    return path, len(x)


def _thinned(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of each pixel's column the first, the least, the greatest and the last point; every break stays."""
    columns = np.floor(x) + np.cumsum(np.isnan(y)) * (math.ceil(x.max()) + 2)  # a break begins a new column
    starts = np.flatnonzero(np.r_[True, np.diff(columns) != 0])
    stops = np.r_[starts[1:], len(x)] - 1
    low, high = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    has_break = np.isnan(np.add.reduceat(y, starts))
    xs = np.stack([x[starts], x[starts], x[stops], x[stops]], axis=1).ravel()
    falls = y[starts] > y[stops]  # then the greatest comes first, or the line would go to and fro
    middle = np.where(falls, high, low), np.where(falls, low, high)
    ys = np.stack([np.where(has_break, np.nan, y[starts]), *middle, y[stops]], axis=1).ravel()
    return xs, ys
