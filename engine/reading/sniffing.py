"""Recognises what a table's text looks like, from its first lines."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from engine.errors import QT_TRANSLATE_NOOP
from engine.reading.cells import is_gap, number
from engine.reading.encodings import sniff_encoding
from engine.reading.layout import DELIMITERS, KnownLayout, Layout
from engine.reading.source import Source, table_error, unreadable

SAMPLE_BYTES = 64 << 10
SAMPLE_ROWS = 60

Rows = list[list[str]]


def sniff(source: Source, wanted: Layout) -> tuple[KnownLayout, Rows]:
    """The layout, with what is wanted and what is recognised, and the first rows in it. Raises `InputError`."""
    sample, is_all = _head(source)
    encoding = wanted.encoding or sniff_encoding(sample)
    if encoding is None:
        raise table_error(
            QT_TRANSLATE_NOOP(
                "engine", "{path} is not a text file; save the table as CSV, in a spreadsheet program for example."
            ),
            source.name,
        )
    codec = KnownLayout(encoding, ",", ".", False).codec
    lines = io.StringIO(sample.decode(codec, "replace"), newline="").readlines(4 * SAMPLE_BYTES)
    if not is_all and len(lines) > 1:
        lines.pop()  # it may be cut off
    delimiter = wanted.delimiter or _sniff_delimiter(lines)
    rows = split(lines, delimiter)
    decimal = wanted.decimal or _sniff_decimal(rows, delimiter)
    has_header = _sniff_header(rows, decimal) if wanted.has_header is None else wanted.has_header
    return KnownLayout(encoding, delimiter, decimal, has_header), rows


def split(lines: list[str], delimiter: str) -> Rows:
    """The first rows that are not empty, as well as they can be made out."""
    rows: Rows = []
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            if any(cell.strip() for cell in row):
                rows.append(row)
            if len(rows) == SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # a quote that is never closed, say; whoever reads the whole tells where
    return rows


def _head(source: Source) -> tuple[bytes, bool]:
    """The first bytes, and whether these are all."""
    stream, size = source.open()
    with stream:
        try:
            sample = stream.read(SAMPLE_BYTES)
        except OSError as error:
            raise unreadable(source.name, error) from error
    return sample, len(sample) >= size


def _sniff_delimiter(lines: list[str]) -> str:
    """The one that makes the most rows equally long; of several such, the one that leaves the most numbers."""
    return max(DELIMITERS, key=lambda delimiter: _rank(split(lines, delimiter), delimiter))


def _rank(rows: Rows, delimiter: str) -> tuple[float, float, int]:
    lengths = Counter(len(row) for row in rows)
    if not lengths:
        return 0.0, 0.0, 0
    columns, count = lengths.most_common(1)[0]
    if columns < 2:
        return 0.0, 0.0, 0
    decimal = _sniff_decimal(rows, delimiter)
    cells = [cell for row in rows for cell in row]
    numbers = sum(number(cell, decimal) is not None or is_gap(cell) for cell in cells) / len(cells)
    return round(count / len(rows), 1), round(numbers, 2), columns


def _sniff_decimal(rows: Rows, delimiter: str) -> str:
    cells = [cell.strip() for row in rows for cell in row]
    commas = sum(re.fullmatch(r"[+-]?\d*,\d+(?:[eE][+-]?\d+)?", cell) is not None for cell in cells)
    points = sum(re.fullmatch(r"[+-]?\d*\.\d+(?:[eE][+-]?\d+)?", cell) is not None for cell in cells)
    if delimiter == ",":  # then 1,234 in quotes is more likely a thousand and some
        commas -= sum(re.fullmatch(r"[+-]?\d{1,3},\d{3}", cell) is not None for cell in cells)
    return "," if commas > points else "."


def _sniff_header(rows: Rows, decimal: str) -> bool:
    """Whether the first row has words where the rows below have numbers; or, where there are none, different words."""
    if not rows:
        return False
    first, rest = rows[0], rows[1:]
    for column, cell in enumerate(first):
        if is_gap(cell) or number(cell, decimal) is not None:
            continue
        below = [row[column] for row in rest if len(row) > column and not is_gap(row[column])]
        if not below or sum(number(text, decimal) is not None for text in below) > len(below) / 2:
            return True
    return False
