"""Makes a large array as small as its picture, without losing what stands out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MOST_READ = 5_000_000
"""So many elements are looked at for one picture, which so takes about a frame; of more, some are left out."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """values: (h, w) floats, each that of its block which is farthest from 0, or NaN where one is.

    rows, columns: how many of the array's one block has; the last blocks may reach over the edge.
    stride: of the rows and of the columns only every so many-th was looked at.
    """

    values: NDArray[Any]
    rows: int
    columns: int
    stride: int


def reduced(cells: NDArray[Any], most_rows: int, most_columns: int) -> Reduced:
    """The array, (rows, columns), in at most that many blocks each way. Complex values count by their magnitude."""
    rows, columns = cells.shape
    down, across = math.ceil(rows / max(most_rows, 1)), math.ceil(columns / max(most_columns, 1))
    stride = math.ceil(math.sqrt(cells.size / MOST_READ)) if cells.size > MOST_READ else 1
    # A block is a whole number of strides, so that the blocks stay as wide as they are said to be.
    down_stride, across_stride = min(stride, down), min(stride, across)
    down, across = (math.ceil(n / step) * step for n, step in ((down, down_stride), (across, across_stride)))
    read = _as_floats(cells[::down_stride, ::across_stride])
    values = _extremes(read, down // down_stride, across // across_stride)
    return Reduced(values, down, across, max(down_stride, across_stride))


def _extremes(values: NDArray[Any], down: int, across: int) -> NDArray[Any]:
    if down == across == 1:
        return values
    rows, columns = values.shape
    values = np.pad(values, ((0, -rows % down), (0, -columns % across)), mode="edge")
    high = values[::down, ::across].copy()
    low = high.copy()
    for row in range(down):
        for column in range(across):
            part = values[row::down, column::across]
            np.maximum(high, part, out=high)
            np.minimum(low, part, out=low)
    return np.where(high > -low, high, low)


def _as_floats(cells: NDArray[Any]) -> NDArray[Any]:
    if cells.dtype.kind == "c":
        return np.asarray(np.abs(cells))
    wide = cells.dtype.kind in "iu" or cells.dtype == np.float64
    return cells.astype(np.float64 if wide else np.float32)
