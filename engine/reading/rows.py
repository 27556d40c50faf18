"""A table's rows, a few thousand at a time, with the lines that they stand in; memory is bounded whatever comes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.reading.layout import KnownLayout
from engine.reading.source import Source, table_error, unreadable

ROWS_PER_BATCH = 4096
BLOCK = 1 << 18
"""Characters that are read at a time."""

LONGEST_LINE = 1 << 20
"""Characters; a line that is longer is no row of a table, and is not read to its end."""

ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "gb18030": "GB18030",
    "latin-1": "Latin-1",
}


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as they were read, empty ones among them; share: how much of the whole table has been read with them."""

    rows: list[list[str]]
    first_line: int
    last_line: int
    share: float

    def lines(self) -> NDArray[np.int64]:
        """The line in which each row begins, from 1."""
        if self.last_line - self.first_line + 1 == len(self.rows):
            return np.arange(self.first_line, self.last_line + 1)
        breaks = [sum(cell.count("\n") or cell.count("\r") for cell in row) for row in self.rows]
        return self.first_line + np.concatenate(([0], np.cumsum(np.array(breaks[:-1], dtype=np.int64) + 1)))


def batches(source: Source, layout: KnownLayout) -> Iterator[Batch]:
    """Reads the table, its header too. Raises `InputError` with the line and the remedy."""
    stream, size = source.open()
    line = 0
    with stream:
        text = io.TextIOWrapper(stream, encoding=layout.codec, newline="")
        try:
            reader = csv.reader(_lines(text, source), delimiter=layout.delimiter, strict=True)
            while rows := list(islice(reader, ROWS_PER_BATCH)):
                yield Batch(rows, line + 1, reader.line_num, min(1.0, stream.tell() / max(size, 1)))
                line = reader.line_num
        except OSError as error:
            raise unreadable(source.name, error) from error
        except UnicodeError as error:
            raise _wrong_encoding(source, layout) from error
        except csv.Error as error:
            raise _wrong_quotes(source, layout) from error
        finally:
            text.detach()  # the stream is closed here, in order


def _lines(text: TextIO, source: Source) -> Iterator[str]:
    """The lines with their ends, a block of them at a time, which is far quicker than one by one."""
    return chain.from_iterable(io.StringIO(block, newline="") for block in _blocks(text, source))


def _blocks(text: TextIO, source: Source) -> Iterator[str]:
    """Some whole lines at a time."""
    rest, before = "", 0
    while block := text.read(BLOCK):
        block = rest + block
        # A carriage return at the very end may have a line feed to follow.
        end = block.rfind("\n") + 1 or block.rfind("\r", 0, -1) + 1
        rest = block[end:]
        if end:
            before += max(block.count("\n", 0, end), block.count("\r", 0, end))
            yield block[:end]
        if len(rest) > LONGEST_LINE:
            template = QT_TRANSLATE_NOOP(
                "engine", "{path}, line {line}: it has more than a million characters; break it into rows."
            )
            raise table_error(template, source.name, line=before + 1)
    if rest:
        yield rest


def _noting(lines: Iterator[str], noted: list[str]) -> Iterator[str]:
    for line in lines:
        noted.append(line)
        yield line


def _wrong_encoding(source: Source, layout: KnownLayout) -> InputError:
    return table_error(
        QT_TRANSLATE_NOOP("engine", "{path}, line {line}: this is not {encoding}; choose another encoding."),
        source.name,
        line=_line_that_is_not(source, layout),
        encoding=ENCODING_NAMES[layout.encoding],
    )


def _line_that_is_not(source: Source, layout: KnownLayout) -> int:
    """The first line that is not in the encoding. In UTF-16, where a line has no bytes of its own, the nearest."""
    stream, _ = source.open()
    number = 0
    with stream:
        if layout.encoding.startswith("utf-16"):
            text = io.TextIOWrapper(stream, encoding=layout.codec)
            try:
                while line_of_text := text.readline(LONGEST_LINE):
                    number += line_of_text.endswith("\n")
            except UnicodeError:
                pass
            text.detach()
            return number + 1
        while line := stream.readline(LONGEST_LINE):
            number += 1
            try:
                line.decode(layout.encoding)
            except UnicodeDecodeError:
                break
    return number


def _wrong_quotes(source: Source, layout: KnownLayout) -> InputError:
    """Reads the table once more, row by row, to the one that cannot be read."""
    stream, _ = source.open()
    line, reason = 0, ""
    pulled: list[str] = []  # the lines of the row in hand
    with stream:
        text = io.TextIOWrapper(stream, encoding=layout.codec, newline="")
        reader = csv.reader(_noting(_lines(text, source), pulled), delimiter=layout.delimiter, strict=True)
        try:
            for _ in reader:
                line = reader.line_num
                pulled.clear()
        except csv.Error as error:
            reason = str(error)
        text.detach()
    if "expected after" in reason:
        template = QT_TRANSLATE_NOOP(
            "engine",
            '{path}, line {line}: a quote stands within a cell; double it, as in "a ""b""", or take it out.',
        )
    elif "limit" in reason and pulled[0].count('"') % 2 == 0:
        template = QT_TRANSLATE_NOOP(
            "engine", "{path}, line {line}: a cell has more than a hundred thousand characters; leave that column out."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "engine", "{path}, line {line}: a quote is opened here and never closed; close it, or take it out."
        )
    return table_error(template, source.name, line=line + 1)
