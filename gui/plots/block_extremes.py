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
class Blocks:
    """rows, columns: how many of the array's one block has; the last blocks may reach over the edge.

    row_stride, column_stride: of the rows and of the columns only every so many-th is looked at.
    """

    rows: int
    columns: int
    row_stride: int
    column_stride: int


def blocks(rows: int, columns: int, most_rows: int, most_columns: int) -> Blocks:
    """An array of so many rows and columns in at most that many blocks each way."""
    down, across = max(1, math.ceil(rows / max(most_rows, 1))), max(1, math.ceil(columns / max(most_columns, 1)))
    stride = math.ceil(math.sqrt(rows * columns / MOST_READ)) if rows * columns > MOST_READ else 1
    # A block is a whole number of strides, so that the blocks stay as wide as they are said to be.
    down_stride, across_stride = min(stride, down), min(stride, across)
    down, across = (math.ceil(n / step) * step for n, step in ((down, down_stride), (across, across_stride)))
    return Blocks(down, across, down_stride, across_stride)


def reduced(cells: NDArray[Any], into: Blocks) -> NDArray[Any]:
    """(h, w) floats of the array, (rows, columns): each that of its block which is farthest from 0, or NaN where one
    is. Complex values count by their magnitude."""
    read = _as_floats(cells[:: into.row_stride, :: into.column_stride])
    return _extremes(read, into.rows // into.row_stride, into.columns // into.column_stride)


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
