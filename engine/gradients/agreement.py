"""Whether the tapes' derivatives are those that one gets in other ways: by symbols, and by finite differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Evaluate = Callable[[NDArray[Any]], Sequence[NDArray[Any]]]
"""y and its derivatives at points (n,)."""

AROUND_GAPS = 1e-5
"""How much of the range on either side of a gap is left out: there the two sides are told apart by rounding."""


def heights(values: Sequence[NDArray[Any]], width: float) -> list[float]:
    """The size of y and of each derivative over a range that is `width` wide: the median of what is finite.

    A derivative that is smaller than the curve above divided by the width does not change that curve by as much as
    its own size over the whole range; it is measured by that instead. So what should be 0 is compared with something.
    """
    found: list[float] = []
    for value in values:
        finite = np.abs(value[np.isfinite(value)].astype(np.float64))
        size = float(np.median(finite)) if len(finite) else 0.0
        found.append(max(size, found[-1] / width if found else 0.0))
    return found


def relative_difference(found: NDArray[Any], expected: Array, height: float, keep: NDArray[np.bool_]) -> float:
    """The largest |found - expected| where both are finite, relative to |expected| or to `height`, the larger one."""
    found = found.astype(np.float64)
    usable = np.isfinite(found) & np.isfinite(expected) & keep
    if not usable.any():
        return 0.0
    size = np.maximum(np.abs(expected[usable]), height)
    differences = np.abs(found[usable] - expected[usable])
    return float(np.max(np.divide(differences, size, out=differences.copy(), where=size > 0)))


def away_from(points: NDArray[Any], places: Sequence[tuple[float, float]], distance: NDArray[Any] | float) -> Any:
    """Which points (n,) lie farther than that from each of the stretches (start, end)."""
    keep = np.ones(len(points), bool)
    for start, end in places:
        keep &= (points < start - distance) | (points > end + distance)
    return keep


def finite_differences(
    evaluate: Evaluate, points: NDArray[Any], values: Sequence[NDArray[Any]], sizes: Sequence[float]
) -> Iterator[tuple[Array, Array]]:
    """For each order from 1 the derivative by central differences of the one above, and their widths 2h, each (n,).

    (f(t + h) - f(t - h)) / 2h errs by h² and by rounding over h; it is best where h is as the cube root of the dtype's
    precision, times the length over which f changes by its own size. `values`, `sizes`: y and its derivatives at the
    points, and their `heights`.
    """
    width = float(points[-1]) - float(points[0])
    precision = float(np.finfo(points.dtype).eps)
    for order in range(1, len(sizes)):
        above, here = (np.abs(value.astype(np.float64)) for value in values[order - 1 : order + 1])
        with np.errstate(all="ignore"):
            length = (above + 0.1 * sizes[order - 1]) / here
        length = np.clip(np.nan_to_num(length, nan=width, posinf=width), 1e-6 * width, width / 2)
        h = (3 * precision) ** (1 / 3) * length
        ahead, behind = ((points + sign * h).astype(points.dtype) for sign in (1, -1))
        steps = ahead.astype(np.float64) - behind.astype(np.float64)
        rises = (evaluate(side)[order - 1].astype(np.float64) for side in (ahead, behind))
        with np.errstate(all="ignore"):
            slopes = (next(rises) - next(rises)) / steps
        yield slopes, steps  # outside: whoever drops the generator may do so in another context
