"""From samples to lines that may be drawn: broken where the curve is, and what of them is worth seeing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.gradients.curve_protocol import Array, Curve
from engine.gradients.gaps import find_gaps

HEADROOM = 0.08
CONSTANT_SHARE = 0.74
"""How high a constant stands in its view."""

VISIBLE = 1e-3
"""The share of a curve's size that a jump must have to be seen."""

ROUNDING = 64.0
"""How many units in the last place of the largest among the curves may be rounding in the smallest."""

SEEN_BESIDE_POLES = (0.08, 0.92)
"""The quantiles of the values that are in view where a curve goes beyond all bounds."""


def draw_curves(
    evaluate: Callable[[Array], Sequence[Array]], samples: Array, values: Sequence[Array]
) -> tuple[Curve, ...]:
    """One line for y and for each derivative, from the `values` at the `samples`; `evaluate` computes more of them."""
    t = samples.astype(np.float64)
    height = largest = 0.0
    is_number = np.ones(len(t), bool)
    curves = []
    for order, sampled in enumerate(values):
        curve_values = np.where(is_number, sampled.astype(np.float64), np.nan)
        is_number = is_number & ~np.isnan(curve_values)  # of what is no number there is no derivative either
        height = _height(curve_values, height / (t[-1] - t[0]))
        largest = max(largest, height)
        rounding = ROUNDING * float(np.finfo(samples.dtype).eps) * largest

        def one(points: Array, order: int = order) -> NDArray[np.float64]:
            found = [value.astype(np.float64) for value in evaluate(points)[: order + 1]]
            return np.where(np.isnan(found[:-1]).any(axis=0), np.nan, found[-1]) if order else found[0]

        edges = find_gaps(one, t, curve_values, max(VISIBLE * height, rounding))
        line_t, line = t, np.where(np.isfinite(curve_values), curve_values, np.nan)
        for behind, before, value_before, after, value_after, _ in reversed(edges):
            line_t = np.insert(line_t, behind + 1, (before, (before + after) / 2, after))
            line = np.insert(line, behind + 1, (value_before, np.nan, value_after))
        gaps = tuple(dict.fromkeys(edge[-1] for edge in edges))  # what lies on a sample is found from both sides
        is_endless = any(gap.kind in ("pole", "infinite") for gap in gaps)
        curves.append(Curve(line_t, line, gaps, *_view(curve_values, max(1e-5 * height, rounding), is_endless)))
    return tuple(curves)


def _height(values: Array, least: float) -> float:
    """The size of what is drawn: at least that which the curve above would have to rise by to be seen rising."""
    finite = np.abs(values[np.isfinite(values)])
    return max(float(np.median(finite)) if len(finite) else 0.0, least)


def _view(values: Array, least: float, is_endless: bool) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if not len(finite):
        return -1.0, 1.0
    low, high = (float(bound) for bound in (finite.min(), finite.max()))
    if is_endless:
        low, high = (float(bound) for bound in np.quantile(finite, SEEN_BESIDE_POLES))
    if high - low <= least or high == low:
        middle = (low + high) / 2
        if abs(middle) <= least or middle == 0:
            return -1.0, 1.0
        return (0.0, middle / CONSTANT_SHARE) if middle > 0 else (middle / CONSTANT_SHARE, 0.0)
    room = HEADROOM * (high - low)
    return (low if low == 0 else low - room), (high if high == 0 else high + room)
