"""Where a field that is known on a grid is 0: marching squares, with no loop over the squares."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.training.records import FloatArray

Segments = NDArray[np.float64]
"""(k, 2, 2): for each segment its two ends, as (row, column)."""

_EDGES = ((0, 1), (1, 2), (2, 3), (3, 0))
"""The edges of a square between its corners, which count from (0, 0) by (0, 1) and (1, 1) to (1, 0)."""

_CORNERS = np.array(((0, 0), (0, 1), (1, 1), (1, 0)), dtype=np.float64)


def zero_lines(field: FloatArray) -> Segments:
    """field: (rows, columns), what is not finite has no line near it. Values exactly 0 count as above."""
    above = field >= 0
    first = above[:-1, :-1]
    rows, columns = np.nonzero((first != above[:-1, 1:]) | (first != above[1:, 1:]) | (first != above[1:, :-1]))
    corners = np.stack([field[rows + int(down), columns + int(right)] for down, right in _CORNERS], axis=-1)
    is_finite = np.isfinite(corners).all(axis=-1)
    rows, columns, corners = rows[is_finite], columns[is_finite], corners[is_finite].astype(np.float64)
    if len(rows) == 0:
        return np.empty((0, 2, 2))
    is_above = corners >= 0
    crosses = is_above != np.roll(is_above, -1, axis=-1)  # edge e is between the corners e and e + 1
    ends = np.empty((len(rows), 4, 2))
    for edge, (start, end) in enumerate(_EDGES):
        span = corners[:, start] - corners[:, end]
        share = np.divide(corners[:, start], span, out=np.full(len(rows), 0.5), where=span != 0)
        ends[:, edge] = _CORNERS[start] + share[:, None] * (_CORNERS[end] - _CORNERS[start])
    ends += np.stack((rows, columns), axis=-1)[:, None]
    # The edges in order, those that are crossed first: two of them, or all four in a saddle, joined pairwise.
    order = np.argsort(~crosses, axis=1, kind="stable")
    ends = np.take_along_axis(ends, order[..., None], axis=1)
    is_saddle = crosses.all(axis=1)
    return np.concatenate((ends[:, :2], ends[is_saddle, 2:]))
