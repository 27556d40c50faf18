"""The part of a tensor that lies flat before the eye: two of its axes, each other axis held at one position."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray

from engine.tensors.values import Index

LONGEST_ROW = 12
"""A vector of up to so many elements lies in one row, a longer one stands in one column."""

PAGE = 100_000
"""So many rows or columns can be scrolled through at once; of longer axes one page is seen at a time."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plane:
    """shape: the tensor's. row_axis, column_axis: the axes that run down and across; None for a tensor that lacks one.
    positions: for each axis where it is held; of the two that are seen, where the page begins.
    """

    shape: tuple[int, ...]
    row_axis: int | None
    column_axis: int | None
    positions: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many are seen; those of the page where the axis is longer."""
        return self._length(self.row_axis)

    @property
    def columns(self) -> int:
        return self._length(self.column_axis)

    @property
    def first_row(self) -> int:
        """The number of the first one that is seen."""
        return 0 if self.row_axis is None else self.positions[self.row_axis]

    @property
    def first_column(self) -> int:
        return 0 if self.column_axis is None else self.positions[self.column_axis]

    @property
    def held(self) -> tuple[int, ...]:
        """The axes that are neither rows nor columns."""
        return tuple(axis for axis in range(len(self.shape)) if axis not in (self.row_axis, self.column_axis))

    @property
    def paged(self) -> tuple[int, ...]:
        """The axes that are seen and longer than a page."""
        return tuple(axis for axis in (self.row_axis, self.column_axis) if axis is not None and self.shape[axis] > PAGE)

    def of(self, array: NDArray[Any]) -> NDArray[Any]:
        """What is seen of the array, (rows, columns); a view of its memory."""
        if self.row_axis is None and self.column_axis is None:
            return array.reshape(1, 1)
        selection = tuple(
            slice(position, position + PAGE) if axis in (self.row_axis, self.column_axis) else position
            for axis, position in enumerate(self.positions)
        )
        seen = array[selection]
        if self.row_axis is None:
            return seen[None, :]
        if self.column_axis is None:
            return seen[:, None]
        return seen.T if self.row_axis > self.column_axis else seen

    def index(self, cell: Cell) -> Index:
        """The element's index in the tensor."""
        index = list(self.positions)
        for axis, offset in zip((self.row_axis, self.column_axis), cell, strict=True):
            if axis is not None:
                index[axis] += offset
        return tuple(index)

    def cell(self, index: Index) -> Cell | None:
        """Where the element is seen; None where it is not."""
        if any(index[axis] != self.positions[axis] for axis in self.held):
            return None
        row = 0 if self.row_axis is None else index[self.row_axis] - self.first_row
        column = 0 if self.column_axis is None else index[self.column_axis] - self.first_column
        return (row, column) if 0 <= row < self.rows and 0 <= column < self.columns else None

    def with_axes(self, row_axis: int, column_axis: int) -> Plane:
        """With these axes as rows and columns; each axis is held where it was held."""
        positions = tuple(
            position if axis not in (self.row_axis, self.column_axis) and axis not in (row_axis, column_axis) else 0
            for axis, position in enumerate(self.positions)
        )
        return Plane(self.shape, row_axis, column_axis, positions)

    def with_position(self, axis: int, position: int) -> Plane:
        """With this axis held, or its page beginning, at that position."""
        positions = list(self.positions)
        positions[axis] = position
        return replace(self, positions=tuple(positions))

    def label(self) -> str:
        """As in `[3, :, :]`, the subscript that gives it."""
        if not self.shape:
            return ""
        places = []
        for axis, position in enumerate(self.positions):
            if axis not in (self.row_axis, self.column_axis):
                places.append(str(position))
            elif self.shape[axis] > PAGE:
                places.append(f"{position}:{min(position + PAGE, self.shape[axis])}")
            else:
                places.append(":")
        return f"[{', '.join(places)}]"

    def _length(self, axis: int | None) -> int:
        return 1 if axis is None else min(self.shape[axis] - self.positions[axis], PAGE)


def first_plane(shape: tuple[int, ...]) -> Plane:
    """The last two axes, all others held at 0; a vector in a row or a column."""
    rank = len(shape)
    row_axis: int | None = rank - 2
    column_axis: int | None = rank - 1
    if rank == 0:
        row_axis = column_axis = None
    elif rank == 1:
        row_axis, column_axis = (None, 0) if shape[0] <= LONGEST_ROW else (0, None)
    return Plane(shape, row_axis, column_axis, (0,) * rank)
