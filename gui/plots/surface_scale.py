"""Colours for the values of a surface, also where these are of very different sizes."""

from __future__ import annotations

import math
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from gui.plots.colour_scale import ColourScale
from gui.plots.ticks import Tick, format_tick, linear_ticks

Spacing = Literal["auto", "linear", "log"]
LEVELS = 13
"""Contour lines, about."""

UNEVEN = 0.1
"""Half of all values within this share of the whole range: then even colours would show the other half only."""

LOPSIDED = 0.1
"""Where one sign has less than this share of the other, 0 is no middle to begin from."""

FINEST = 0.02
"""The share of the values that lie on the even part of a logarithmic scale, around where it begins."""


class SurfaceScale(ColourScale):
    """Even, or logarithmic away from where most values are: from 0 to both sides where the values have both signs in
    earnest, else from the least up or from the greatest down."""

    def __init__(self, values: NDArray[Any], least: float | None, greatest: float | None, spacing: Spacing) -> None:
        """least, greatest: of the finite values; None where there are none. "auto": as the values want it."""
        low, high = (0.0, 0.0) if least is None or greatest is None else (least, greatest)
        super().__init__(low, high)
        if self.is_diverging and min(-low, high) < LOPSIDED * max(-low, high):
            self.is_diverging, self.low, self.high = False, low, high
        self.least, self.greatest = low, high
        self._unit = max(abs(low), abs(high)) or 1.0  # so that no difference is too large for a float
        self._origin, self._grain = (0.0 if self.is_diverging else low / self._unit), 1.0
        self.is_log = spacing == "log"
        if spacing != "linear" and low < high:
            self.is_log = self._take_measure(values) or spacing == "log"
        self._even = ColourScale(self.height(self.low), self.height(self.high))

    def heights(self, values: NDArray[Any]) -> NDArray[np.float64]:
        """The values as evenly as the colours: what is halfway between two of them has the colour halfway between."""
        with np.errstate(all="ignore"):
            away = values.astype(np.float64) / self._unit - self._origin
            return np.sign(away) * np.log1p(np.abs(away) / self._grain) if self.is_log else away

    def height(self, value: float) -> float:
        return float(self.heights(np.array(value)))

    def places(self, values: NDArray[Any]) -> NDArray[np.uint8]:
        return self._even.places(self.heights(values))

    def share(self, value: float) -> float:
        return self._even.share(self.height(value))

    def levels(self) -> list[float]:
        """The heights of the contour lines: of round values on an even scale, evenly apart on a logarithmic one."""
        if not self.is_log:
            return [self.height(tick.position) for tick in linear_ticks(self.least, self.greatest, LEVELS)]
        evenly = np.linspace(self.height(self.least), self.height(self.greatest), LEVELS + 2)[1:-1]
        return [float(height) for height in evenly]

    def marks(self, pixels: float, apart: float) -> list[Tick]:
        """Values to write beside a bar of so many pixels, so far apart at least."""
        if self.low == self.high:
            return [Tick(self.low, f"{self.low:.4g}".replace("-", "−"))]
        if not self.is_log:
            return list(linear_ticks(self.low, self.high, pixels / (1.5 * apart)))
        kept: list[Tick] = []
        for tick in (*self._round_values(), *(Tick(end, format_short(end)) for end in (self.low, self.high))):
            if all(abs(self.share(tick.position) - self.share(other.position)) * pixels >= apart for other in kept):
                kept.append(tick)
        return kept

    def _take_measure(self, values: NDArray[Any]) -> bool:
        """Sets where a logarithmic scale begins and how fine it is; gives whether one is called for."""
        shares = values[np.isfinite(values)].astype(np.float64) / self._unit
        low, high = self.least / self._unit, self.greatest / self._unit
        if not self.is_diverging:
            self._origin = low if np.median(shares) - low <= high - np.median(shares) else high
        away = np.abs(shares - self._origin)
        most = float(away.max())
        self._grain = float(np.quantile(away[away > 0], FINEST)) if most else 1.0
        return float(np.median(away)) < UNEVEN * most

    def _round_values(self) -> list[Tick]:
        """Those of one digit, the roundest first."""
        found = [0.0] if self.low <= 0 <= self.high else []
        top = math.floor(math.log10(self._unit))
        bottom = math.floor(math.log10(max(self._grain * self._unit, 1e-300))) - 1
        for digit in (1, 5, 2):
            for power in range(top, min(bottom, top - 7), -1):
                found += [sign * digit * 10.0**power for sign in (1, -1)]
        return [Tick(value, format_short(value)) for value in found if self.low <= value <= self.high]


def format_short(value: float) -> str:
    """Two digits or so, with k and M for thousands and millions."""
    if value == 0:
        return "0"
    power = math.floor(math.log10(abs(value)))
    if -3 <= power < 3:
        return f"{value:.3g}".replace("-", "−")
    return format_tick(value, 10.0**power if power < 12 else abs(value))
