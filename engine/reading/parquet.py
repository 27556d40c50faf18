"""Tables in Parquet, whose columns have types of their own; polars reads them, an extra that is installed apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.reading.source import FileSource, Source, table_error

ENDING = ".parquet"
MAGIC = b"PAR1"
ROWS_PER_PART = 50_000
HEAD_ROWS = 60
LONGEST_CELL = 200
"""Characters of a cell that are shown."""

Cells = NDArray[np.float64] | list[str | None]
"""The cells of a column of numbers, NaN for a gap; or of one of anything else, as texts, None for a gap."""


def is_parquet(source: Source) -> bool:
    """By its name or by its first bytes. Raises `InputError` for what is no file to read."""
    if not isinstance(source, FileSource):
        return False
    if source.path.suffix.lower() == ENDING:
        return True
    stream, _ = source.open()
    with stream:
        try:
            return stream.read(len(MAGIC)) == MAGIC
        except OSError:
            return False  # whoever reads on says why


@dataclass(frozen=True)
class ParquetTable:
    """What a file says of itself: its columns, and how many rows it has."""

    source: FileSource
    names: tuple[str, ...]
    count: int
    _polars: ModuleType

    def head(self) -> list[list[str]]:
        """The first rows, as text."""
        shown = self._rows(0, HEAD_ROWS).select(self._polars.all().cast(self._polars.String).fill_null(""))
        return [[cell[:LONGEST_CELL] for cell in row] for row in shown.rows()]

    def parts(self) -> Iterator[list[Cells]]:
        """All columns, some rows at a time. Raises `InputError`."""
        for first in range(0, self.count, ROWS_PER_PART):
            yield [self._cells(column) for column in self._rows(first, ROWS_PER_PART).get_columns()]

    def _rows(self, first: int, count: int) -> Any:
        with _Refusing(self.source, self._polars):
            return self._polars.scan_parquet(self.source.path, glob=False).slice(first, count).collect()

    def _cells(self, column: Any) -> Cells:
        if column.dtype.is_numeric():
            numbers: NDArray[np.float64] = column.cast(self._polars.Float64).to_numpy()
            return numbers
        texts: list[str | None] = column.cast(self._polars.String).to_list()
        return texts


def open_parquet(source: Source) -> ParquetTable:
    """Looks at what the file says of itself. Raises `InputError`: no polars, no Parquet, columns that hold lists."""
    assert isinstance(source, FileSource)
    stream, _ = source.open()  # which refuses what is no file, or too large
    stream.close()
    polars = import_polars(source.name)
    with _Refusing(source, polars):
        scan = polars.scan_parquet(source.path, glob=False)
        schema = scan.collect_schema()
        count = int(scan.select(polars.len()).collect().item())
    for name, dtype in schema.items():
        if dtype.is_nested() or dtype in (polars.Binary, polars.Object):
            template = QT_TRANSLATE_NOOP(
                "engine",
                "{path}: column {column} holds no single numbers or words but {kind}; leave it out of the file, or "
                "spread it over columns of its own.",
            )
            raise table_error(template, source.name, column=name, kind=str(dtype.base_type()))
    return ParquetTable(source, tuple(schema.names()), count, polars)


def import_polars(path: str) -> ModuleType:
    """The library that reads Parquet. Where it is missing, raises `InputError` about the file, with the remedy."""
    try:
        import polars
    except ImportError:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{path} is a table in Parquet; to open it, install polars with {command}, or save the table as CSV.",
        )
        raise table_error(template, path, command='pip install "tapelab[parquet]"') from None
    return polars


class _Refusing:
    """What polars cannot read is told in a sentence."""

    def __init__(self, source: FileSource, polars: ModuleType) -> None:
        self._source = source
        self._errors = (polars.exceptions.PolarsError, polars.exceptions.PanicException, OSError)

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if error is not None and isinstance(error, self._errors):
            raise _unreadable(self._source, error) from error


def _unreadable(source: Source, error: BaseException) -> InputError:
    template = QT_TRANSLATE_NOOP(
        "engine", "{path} cannot be read as Parquet: {reason}; write it anew, or save the table as CSV."
    )
    return table_error(template, source.name, reason=(str(error).splitlines() or ["?"])[0])
