"""Contour lines of a grid of heights, by marching squares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

# A square's corners, and its sides, each between two corners: lower, right, upper, left.
_CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))
_SIDES = np.array([(0, 1), (1, 2), (3, 2), (0, 3)])

# For each set of corners that are above (bit 0: the first one) the sides that a line enters and leaves by.
_FIRST = np.array(
    [(0, 0), (3, 0), (0, 1), (3, 1), (1, 2), (3, 2), (0, 2), (3, 2), (2, 3), (2, 0), (0, 3), (2, 1), (1, 3), (1, 0),
     (0, 3), (0, 0)]
)  # fmt: skip
_SECOND = {5: (0, 1), 10: (1, 2)}
"""Where two opposite corners are above, there are two lines."""

_CLIFF = 0.3
"""A square that spans this share of all heights is a jump, not a slope: no line belongs there."""


def contours(heights: NDArray[Any], levels: Sequence[float], across_jumps: bool = False) -> list[Doubles]:
    """For each level the pieces of its line, (n, 2, 2): from and to, each as (column, row) of the grid.

    Squares with a corner that is not finite have none, nor have those where the heights jump, unless across_jumps.
    """
    apart = [heights[row : row - 1 or None, column : column - 1 or None] for row, column in _CORNERS]
    corners = np.stack(apart, -1)
    with np.errstate(invalid="ignore"):
        # Over four arrays, not over an axis of four, which takes thirty times as long.
        lowest, highest = reduce(np.minimum, apart), reduce(np.maximum, apart)
        finite = heights[np.isfinite(heights)]
        span = float(finite.max() - finite.min()) if finite.size else 0.0
        is_slope = np.isfinite(lowest) & np.isfinite(highest)
        if not across_jumps:
            is_slope &= highest - lowest <= _CLIFF * span
        return [_line(corners, is_slope & (lowest < level) & (highest >= level), level) for level in levels]


def _line(corners: Doubles, crossed: NDArray[np.bool_], level: float) -> Doubles:
    rows, columns = np.nonzero(crossed)
    around = corners[rows, columns].astype(np.float64)
    case = (around >= level) @ (1 << np.arange(4))
    starts, ends = around[:, _SIDES[:, 0]], around[:, _SIDES[:, 1]]
    with np.errstate(all="ignore"):
        shares = (level - starts) / (ends - starts)
    places = np.array(_CORNERS, dtype=np.float64)[:, ::-1]
    crossings = places[_SIDES[:, 0]] + shares[..., None] * (places[_SIDES[:, 1]] - places[_SIDES[:, 0]])
    crossings += np.stack([columns, rows], -1)[:, None]
    squares = np.arange(len(case))[:, None]
    pieces = [crossings[squares, _FIRST[case]]]
    for both, sides in _SECOND.items():
        pieces.append(crossings[case == both][:, list(sides)])
    return np.concatenate(pieces)
