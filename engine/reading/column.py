"""One column of a table, and how it grows as the rows come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.reading.cells import LARGEST_NUMBER, is_gap, number

MOST_LABELS = 1000
"""Different texts that are told apart; a column with more is not one of classes."""

GLANCE = 20_000
"""Cells that are looked at before all of them are sorted."""

NO_TEXT, TOO_MANY = -1, -2
"""In place of a text's number: the cell is a number or a gap; it is one of too many texts."""


@dataclass(frozen=True, eq=False)
class Column:
    """Values as float64, NaN where there is no number, and for the cells with text the number of that text.

    codes: (n,) int32, an index into `labels`, or `NO_TEXT`, or `TOO_MANY`. first_text: the row of the first cell
    with text and what it says.
    """

    name: str
    values: NDArray[np.float64]
    codes: NDArray[np.int32]
    labels: tuple[str, ...]
    first_text: tuple[int, str] | None

    @cached_property
    def is_gap(self) -> NDArray[np.bool_]:
        """(n,) bool: where there is nothing."""
        gaps: NDArray[np.bool_] = np.isnan(self.values) & (self.codes == NO_TEXT)
        return gaps

    @cached_property
    def gap_count(self) -> int:
        """How many cells are empty."""
        return int(np.count_nonzero(self.is_gap))

    @cached_property
    def text_count(self) -> int:
        """How many cells hold text."""
        return int(np.count_nonzero(self.codes != NO_TEXT))

    @cached_property
    def is_numeric(self) -> bool:
        """Whether it is a column of numbers; a few cells may hold text all the same."""
        numbers = len(self.values) - self.gap_count - self.text_count
        return numbers > self.text_count

    @cached_property
    def extremes(self) -> tuple[float, float]:
        """The least and the greatest of its numbers; NaN where it has none."""
        numbers = self.values[~np.isnan(self.values)]
        return (float(numbers.min()), float(numbers.max())) if len(numbers) else (np.nan, np.nan)

    def describe(self) -> None:
        """Works out now all that is told of it, so that a window need not wait for it later."""
        _ = self.gap_count, self.text_count, self.is_numeric, self.extremes, self.classes

    @cached_property
    def classes(self) -> tuple[str, ...] | None:
        """Its different values, numbers first and in their order, then texts; None where they are too many."""
        if TOO_MANY in self.codes or len(np.unique(self.values[:GLANCE])) > MOST_LABELS + 1:
            return None
        numbers = np.unique(self.values[~np.isnan(self.values)])
        if len(numbers) + len(self.labels) > MOST_LABELS:
            return None
        return (*(number_label(float(value)) for value in numbers), *sorted(self.labels))

    def class_numbers(self) -> NDArray[np.int64]:
        """(n,) int64: the index of each cell's value in `classes`; -1 for a gap."""
        numbers = np.unique(self.values[~np.isnan(self.values)])
        result = np.full(len(self.values), -1, dtype=np.int64)
        is_number = ~np.isnan(self.values)
        result[is_number] = np.searchsorted(numbers, self.values[is_number])
        if self.labels:
            place = np.argsort(np.argsort(np.array(self.labels, dtype=object)))
            is_text = self.codes >= 0
            result[is_text] = len(numbers) + place[self.codes[is_text]]
        return result


def number_label(value: float) -> str:
    """A number as the name of a class: 1 for 1.0."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


class ColumnBuilder:
    """Takes the cells of a column, batch by batch."""

    def __init__(self, name: str, decimal: str = ".") -> None:
        self._name = name
        self._decimal = decimal
        self._values: list[NDArray[np.float64]] = []
        self._codes: list[NDArray[np.int32] | None] = []
        self._labels: dict[str, int] = {}
        self._seen: dict[str, int] = {}  # cells that are no numbers, as they stand in the text
        self._first_text: tuple[int, str] | None = None
        self._count = 0

    def add(self, cells: Sequence[str]) -> None:
        """The next cells."""
        values = self._numbers(cells)
        codes = None
        if values is None:
            values, codes = self._classified(cells)
        self._extend(values, codes)

    def add_numbers(self, values: NDArray[np.float64]) -> None:
        """The next cells, of which each is known to be a number, or NaN for a gap."""
        codes = None
        too_large = np.flatnonzero(np.abs(values) > LARGEST_NUMBER)
        if len(too_large):
            codes = np.full(len(values), NO_TEXT, dtype=np.int32)
            codes[too_large] = [self._code_of(repr(float(values[row])), int(row)) for row in too_large]
            values = np.where(codes == NO_TEXT, values, np.nan)
        self._extend(values, codes)

    def add_texts(self, cells: Sequence[str | None]) -> None:
        """The next cells, of which each is known to be a text, or None for a gap."""
        codes = np.full(len(cells), NO_TEXT, dtype=np.int32)
        seen = self._seen
        for row, cell in enumerate(cells):
            if cell is not None:
                code = seen.get(cell)
                codes[row] = self._code_of(cell, row) if code is None else code
        self._extend(np.full(len(cells), np.nan), codes)

    def column(self, kept: NDArray[np.bool_] | None = None) -> Column:
        """All of it, or the rows that are kept."""
        values = np.concatenate(self._values) if self._values else np.empty(0)
        parts = zip(self._values, self._codes, strict=True)
        codes = [np.full(len(part), NO_TEXT, np.int32) if code is None else code for part, code in parts]
        joined = np.concatenate(codes) if codes else np.empty(0, np.int32)
        first = self._first_text
        if kept is not None:
            values, joined = values[kept], joined[kept]
            first = None if first is None else (int(np.count_nonzero(kept[: first[0]])), first[1])
        for array in (values, joined):
            array.flags.writeable = False
        return Column(self._name, values, joined, tuple(self._labels), first)

    def _extend(self, values: NDArray[np.float64], codes: NDArray[np.int32] | None) -> None:
        self._values.append(values)
        self._codes.append(codes)
        self._count += len(values)

    def _numbers(self, cells: Sequence[str]) -> NDArray[np.float64] | None:
        """The cells as numbers, the quick way; None where they need a closer look."""
        joined = "\0".join(cells)
        if "_" in joined:
            return None
        if self._decimal == ",":
            if "." in joined:
                return None
            cells = joined.replace(",", ".").split("\0")
        try:
            values = np.fromiter(map(float, cells), np.float64, len(cells))
        except ValueError:
            return None
        return values if bool((np.abs(values) <= LARGEST_NUMBER).all()) else None

    def _classified(self, cells: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        values = np.full(len(cells), np.nan)
        codes = np.full(len(cells), NO_TEXT, dtype=np.int32)
        seen = self._seen
        known = list(map(seen.get, cells))
        if None not in known:
            return values, np.array(known, dtype=np.int32)
        for row, cell in enumerate(cells):
            code = seen.get(cell)
            if code is None:
                value = number(cell, self._decimal)
                if value is not None:
                    values[row] = value
                    continue
                code = self._code_of(cell, row)
            codes[row] = code
        return values, codes

    def _code_of(self, cell: str, row: int) -> int:
        """The number of a cell that is no number and was not met before."""
        if is_gap(cell):
            code = NO_TEXT
        else:
            label = cell.strip()
            if self._first_text is None:
                self._first_text = self._count + row, label
            code = self._labels.get(label, TOO_MANY)
            if code == TOO_MANY and len(self._labels) < MOST_LABELS:
                code = self._labels[label] = len(self._labels)
        if len(self._seen) < 4 * MOST_LABELS:
            self._seen[cell] = code
        return code
