"""A whole table, column by column."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP
from engine.reading.column import Column, ColumnBuilder
from engine.reading.layout import KnownLayout, Layout
from engine.reading.parquet import ROWS_PER_PART, is_parquet, open_parquet
from engine.reading.rows import Batch, batches
from engine.reading.sniffing import Rows, sniff
from engine.reading.source import Source, table_error

MOST_COLUMNS = 1000
MOST_CELLS = 32_000_000
"""At 12 bytes each."""


@dataclass(frozen=True, eq=False)
class Table:
    """What was read from a source.

    layout: None where there is nothing to ask, as in Parquet. lines: (n,) the line of the text in which each row
    begins, from 1; where there is no text, the number of the row.
    """

    source: Source
    layout: KnownLayout | None
    columns: tuple[Column, ...]
    lines: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.lines)

    def index(self, name: str) -> int | None:
        """Which column has that name, or, counted from 1, that number; None where there is none."""
        names = [column.name for column in self.columns]
        if name in names:
            return names.index(name)
        return int(name) - 1 if name.isdecimal() and 1 <= int(name[:9]) <= len(names) else None


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of a source, as cells of text, in a layout of which now everything is known, if it has any."""

    source: Source
    layout: KnownLayout | None
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def preview(source: Source, wanted: Layout) -> Preview:
    """Looks at the start of a table. Raises `InputError`."""
    if is_parquet(source):
        typed = open_parquet(source)
        return Preview(source, None, _distinct(typed.names), tuple(tuple(row) for row in typed.head()))
    layout, rows = sniff(source, wanted)
    names, rest = _names(rows, layout)
    return Preview(source, layout, names, tuple(tuple(row) for row in rest))


def read_table(source: Source, wanted: Layout) -> Table:
    """Reads all of it at once. Raises `InputError`."""
    reading = read_in_parts(source, wanted)
    while True:
        try:
            next(reading)
        except StopIteration as finished:
            table: Table = finished.value
            return table


def read_in_parts(source: Source, wanted: Layout) -> Generator[float, None, Table]:
    """Reads a few milliseconds' worth and yields the share that is done, again and again; gives the table.

    Raises `InputError` with the line and the remedy.
    """
    if is_parquet(source):
        return (yield from _read_parquet(source))
    layout, sample = sniff(source, wanted)
    names, _ = _names(sample, layout)
    _check_columns(source, max(map(len, sample), default=0))
    builders = [ColumnBuilder(name, layout.decimal) for name in names]
    lines: list[NDArray[np.int64]] = []
    header_due = layout.has_header
    count = 0
    for batch in batches(source, layout):
        rows, numbers = _even(batch, source, len(names))
        if header_due and rows:
            rows, numbers, header_due = rows[1:], numbers[1:], False
        if rows:
            for builder, cells in zip(builders, zip(*rows, strict=True), strict=True):
                builder.add(cells)
            lines.append(numbers)
            count += len(rows)
        _check_cells(source, count * len(names))
        yield batch.share
    return _table(source, layout, builders, np.concatenate(lines) if lines else np.empty(0, np.int64))


def _read_parquet(source: Source) -> Generator[float, None, Table]:
    typed = open_parquet(source)
    _check_columns(source, len(typed.names))
    _check_cells(source, typed.count * len(typed.names))
    builders = [ColumnBuilder(name) for name in _distinct(typed.names)]
    for part, columns in enumerate(typed.parts(), 1):
        for builder, cells in zip(builders, columns, strict=True):
            if isinstance(cells, list):
                builder.add_texts(cells)
            else:
                builder.add_numbers(cells)
        yield min(1.0, part * ROWS_PER_PART / typed.count)
    return _table(source, None, builders, np.arange(1, typed.count + 1))


def _table(
    source: Source, layout: KnownLayout | None, builders: list[ColumnBuilder], lines: NDArray[np.int64]
) -> Table:
    columns = tuple(builder.column() for builder in builders)
    kept = ~np.logical_and.reduce([column.is_gap for column in columns])  # a row of mere delimiters is none
    if not kept.all():
        columns = tuple(builder.column(kept) for builder in builders)
        lines = lines[kept]
    lines.flags.writeable = False
    if not len(lines):
        raise table_error(QT_TRANSLATE_NOOP("engine", "{path} has no rows of numbers."), source.name)
    return Table(source, layout, columns, lines)


def _check_cells(source: Source, cells: int) -> None:
    if cells > MOST_CELLS:
        template = QT_TRANSLATE_NOOP("engine", "{path} has more than {most} cells; train on a part of it.")
        raise table_error(template, source.name, most=MOST_CELLS)


def _check_columns(source: Source, columns: int) -> None:
    if columns == 0:
        raise table_error(QT_TRANSLATE_NOOP("engine", "{path} has no rows of numbers."), source.name)
    if columns < 2:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{path} needs at least two columns: numbers, then the class, with a delimiter between them.",
        )
        raise table_error(template, source.name)
    if columns > MOST_COLUMNS:
        template = QT_TRANSLATE_NOOP("engine", "{path} has {columns} columns; keep the {most} that matter most.")
        raise table_error(template, source.name, columns=columns, most=MOST_COLUMNS)


def _even(batch: Batch, source: Source, columns: int) -> tuple[Rows, NDArray[np.int64]]:
    """The rows that are not empty, all of the same length, and their lines."""
    if set(map(len, batch.rows)) == {columns}:
        return batch.rows, batch.lines()
    rows: Rows = []
    lines: list[int] = []
    for row, line in zip(batch.rows, batch.lines().tolist(), strict=True):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > columns and not any(cell.strip() for cell in row[columns:]):
            row = row[:columns]  # a delimiter too many at the end, as some programs write
        if len(row) != columns:
            template = QT_TRANSLATE_NOOP(
                "engine",
                "{path}, line {line}: there are {found} columns where the first row has {columns}; mend that line, or "
                "choose another delimiter.",
            )
            raise table_error(template, source.name, line=line, found=len(row), columns=columns)
        rows.append(row)
        lines.append(line)
    return rows, np.array(lines, dtype=np.int64)


def _names(rows: Rows, layout: KnownLayout) -> tuple[tuple[str, ...], Rows]:
    """A name for each column, different from all others, and the rows below the header."""
    if not rows:
        return (), rows
    if not layout.has_header:
        return tuple(str(number) for number in range(1, len(rows[0]) + 1)), rows
    return _distinct(rows[0]), rows[1:]


def _distinct(header: Sequence[str]) -> tuple[str, ...]:
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        plain = name = " ".join(cell.split())[:80] or str(number)
        copies = 1
        while name in names:
            copies += 1
            name = f"{plain} ({copies})"
        names.append(name)
    return tuple(names)
