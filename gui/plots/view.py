"""Where the plane lies on the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Number = TypeVar("Number", float, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class View:
    """The rectangle of the plane that a plot shows, and the pixels of the widget that it shows it in.

    Two equal views put every point on the same pixel, so that a view can be the key of a cache.
    """

    left: float
    top: float
    width: float
    height: float
    x_low: float
    x_high: float
    y_low: float
    y_high: float

    @property
    def x_scale(self) -> float:
        """Pixels for one unit of x."""
        return self.width / (self.x_high - self.x_low)

    @property
    def y_scale(self) -> float:
        """Pixels for one unit of y."""
        return self.height / (self.y_high - self.y_low)

    def x_to_pixel(self, x: Number) -> Number:
        return self.left + (x - self.x_low) * self.x_scale

    def y_to_pixel(self, y: Number) -> Number:
        """Pixels count downwards, the plane's y upwards."""
        return self.top + (self.y_high - y) * self.y_scale

    def x_at(self, pixel: float) -> float:
        return self.x_low + (pixel - self.left) / self.x_scale

    def y_at(self, pixel: float) -> float:
        return self.y_high - (pixel - self.top) / self.y_scale


EMPTY_VIEW = View(0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0)
"""What a plot shows before it has a size."""


def extent(points: NDArray[np.float32], one_scale: bool = True) -> tuple[float, float, float, float]:
    """The least rectangle around the finite points of (n, 2), as x_low, x_high, y_low, y_high; never a mere line.

    one_scale: both axes count the same, so that a side that is short beside the other one is made longer.
    """
    x, y = points.T  # NumPy goes through one column far faster than through two side by side
    x_low, x_high, y_low, y_high = (float(bound) for bound in (x.min(), x.max(), y.min(), y.max()))
    if not all(math.isfinite(bound) for bound in (x_low, x_high, y_low, y_high)):
        finite = points[np.isfinite(points).all(axis=1)]
        return extent(finite, one_scale) if len(finite) else (0.0, 1.0, 0.0, 1.0)
    least = max(0.1 * math.hypot(x_high - x_low, y_high - y_low), 1e-3)
    x_least = least if one_scale else max(1e-6 * abs(x_high), 1e-9)
    y_least = least if one_scale else max(1e-6 * abs(y_high), 1e-9)
    if x_high - x_low < x_least:
        x_low, x_high = x_low - x_least / 2, x_high + x_least / 2
    if y_high - y_low < y_least:
        y_low, y_high = y_low - y_least / 2, y_high + y_least / 2
    return x_low, x_high, y_low, y_high
