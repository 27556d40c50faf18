"""Numbers to colours: evenly to the eye, and what is no finite number in colours of its own."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from gui.palette import Palette

STEPS = 254
INFINITE, NAN = 254, 255
"""The places in the table of colours behind those of the scale."""


class ColourScale:
    """From `low` to `high`; where these have different signs, around 0, with as much on either side."""

    def __init__(self, low: float, high: float) -> None:
        self.is_diverging = low < 0 < high
        if self.is_diverging:
            high = max(-low, high)
            low = -high
        self.low, self.high = low, high

    def places(self, values: NDArray[Any]) -> NDArray[np.uint8]:
        """Where each value, a float, is in the table of colours."""
        # Halved, since the distance of the greatest float from the least is no float.
        span = self.high / 2 - self.low / 2
        with np.errstate(all="ignore"):
            shares = (values / 2 - self.low / 2) / span if span > 0 else np.full(values.shape, 0.5)
            places = np.clip(np.nan_to_num(shares, nan=0.0) * STEPS, 0, STEPS - 1).astype(np.uint8)
        places[np.isinf(values)] = INFINITE
        places[np.isnan(values)] = NAN
        return places

    def share(self, value: float) -> float:
        """How far up the scale a finite value is, from 0 to 1."""
        span = self.high / 2 - self.low / 2
        return min(max((value / 2 - self.low / 2) / span, 0.0), 1.0) if span > 0 else 0.5

    def table(self, palette: Palette) -> list[int]:
        """256 colours as Qt's `QRgb`."""
        return _diverging(palette) if self.is_diverging else _sequential(palette)


def is_pale(colour: QColor) -> bool:
    """Whether dark type is read better on it than light type."""
    return 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF() > 0.55


def colour_range(minimum: float | None, maximum: float | None) -> tuple[float, float]:
    """The range of a scale for values from `minimum` to `maximum`; they are None where nothing is finite."""
    if minimum is None or maximum is None or not (math.isfinite(minimum) and math.isfinite(maximum)):
        return 0.0, 0.0
    return minimum, maximum


@cache
def _sequential(palette: Palette) -> list[int]:
    return [*_colours(pg.colormap.get("viridis"), STEPS), *_apart(palette)]


@cache
def _diverging(palette: Palette) -> list[int]:
    """From orange over the ground to blue, which nobody confuses; each half even to the eye for itself."""
    halves = []
    for ends in ((palette.class_1, palette.surface), (palette.surface, palette.class_0)):
        half = pg.ColorMap([0.0, 1.0], [QColor(end) for end in ends])
        half.linearize()
        halves += _colours(half, STEPS // 2)
    return [*halves, *_apart(palette)]


def _colours(colour_map: Any, count: int) -> list[int]:
    table = colour_map.getLookupTable(nPts=count, alpha=False)
    return [QColor(*map(int, colour[:3])).rgb() for colour in table]


def _apart(palette: Palette) -> tuple[int, int]:
    return QColor(palette.text).rgb(), QColor(palette.line).rgb()
