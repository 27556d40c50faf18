"""Which rows to learn from: the files, the columns, and what the two classes are called."""

from __future__ import annotations

import csv
import glob
import io
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.reading.layout import KnownLayout, Layout
from engine.reading.parquet import import_polars
from engine.reading.sniffing import sniff
from engine.reading.source import FileSource, table_error, unreadable

Kind = Literal["csv", "parquet", "tfrecord"]

KINDS: dict[str, Kind] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".parquet": "parquet",
    ".tfrecord": "tfrecord",
    ".tfrecords": "tfrecord",
}
LOOKED_AT = 10_000
"""How many rows of a file are looked at to learn what the classes are called."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of numbers with a class each, in files.

    files: in the order in which their names sort. features: the columns to learn from. target: the one that is the
    class. positive: the value of class 1. negative: that of class 0, or None for every other. layout: of text files.
    """

    files: tuple[str, ...]
    kind: Kind
    features: tuple[str, ...]
    target: str
    positive: str
    negative: str | None
    layout: KnownLayout | None = None
    columns: tuple[str, ...] = ()


def is_many(data: str) -> bool:
    """Whether this names more than one table that fits into memory: a pattern, a folder, or records of TensorFlow."""
    path = Path(data)
    return glob.has_magic(data) or path.is_dir() or KINDS.get(path.suffix.lower()) == "tfrecord"


def find_rows(
    data: str, features: Sequence[str] | None = None, target: str | None = None, positive: str | None = None
) -> Rows:
    """Looks at the first rows of the files that fit the pattern; the whole is read by whoever trains.

    features: all columns but the target where None. target: the last column where None. positive: where None there
    must be two values, and the one that sorts last is class 1. Raises `InputError`.
    """
    files = find_files(data)
    kind = KINDS[Path(files[0]).suffix.lower()]
    look = LOOKS[kind]
    layout, columns, _ = look(files[0])
    target = target or columns[-1]
    chosen = tuple(features) if features else tuple(name for name in columns if name != target)
    for name in (*chosen, target):
        if name not in columns:
            template = QT_TRANSLATE_NOOP("engine", "{path} has no column {column}; it has {columns}.")
            raise table_error(template, Path(files[0]).name, column=name, columns=", ".join(columns))
    if not chosen or target in chosen:
        template = QT_TRANSLATE_NOOP("engine", "{path} needs a column to learn from beside the class {column}.")
        raise table_error(template, Path(files[0]).name, column=target)
    values: set[str] = set()
    for file in dict.fromkeys((files[0], files[-1])):
        its_layout, its_columns, its_rows = look(file)
        if its_columns != columns or its_layout != layout:
            template = QT_TRANSLATE_NOOP("engine", "{path} has other columns than {other}; leave one of them out.")
            raise table_error(template, Path(file).name, other=Path(files[0]).name)
        if positive is None:
            values |= {_plain(row[columns.index(target)]) for row in its_rows if len(row) == len(columns)}
    positive, negative = _classes(files[0], target, values, positive)
    return Rows(files, kind, chosen, target, positive, negative, layout, columns)


def find_files(data: str) -> tuple[str, ...]:
    """In the order in which their names sort, all of one kind. Raises `InputError`."""
    found = sorted(str(path) for path in Path(data).iterdir()) if Path(data).is_dir() else sorted(glob.glob(data))
    files = tuple(file for file in found if Path(file).suffix.lower() in KINDS and Path(file).is_file())
    if not files:
        template = QT_TRANSLATE_NOOP("engine", "No file fits {pattern}; its name must end in one of {kinds}.")
        raise InputError("data", template, pattern=data, kinds=", ".join(KINDS))
    kinds = {KINDS[Path(file).suffix.lower()] for file in files}
    if len(kinds) > 1:
        template = QT_TRANSLATE_NOOP("engine", "{pattern} has files of several kinds: {kinds}; name one kind.")
        raise InputError("data", template, pattern=data, kinds=", ".join(sorted(kinds)))
    return files


def _classes(path: str, target: str, values: set[str], positive: str | None) -> tuple[str, str | None]:
    """The values of class 1 and of class 0."""
    values.discard("")
    if positive is not None:
        return positive, None
    if len(values) == 1 and values <= {"0", "1"}:
        values = {"0", "1"}
    if len(values) != 2:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{path}: column {column} is the class and must hold two different values; its first rows hold {found}, so "
            "name the one to tell from the rest with --positive.",
        )
        raise table_error(template, Path(path).name, column=target, found=len(values))
    negative, positive = sorted(values)
    return positive, negative


def _plain(value: Any) -> str:
    """The value as text, the same whether it was written 1, 1.0 or True."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    text = {"true": "1", "false": "0"}.get(text.strip().lower(), text.strip())
    return text.removesuffix(".0")


# What each kind of file begins with: its layout, the names of its columns, and its first rows

Look = tuple[KnownLayout | None, tuple[str, ...], Iterator[Sequence[Any]]]


def _look_at_text(path: str) -> Look:
    source = FileSource(Path(path), limit=None)
    layout, sample = sniff(source, Layout())
    if layout.codec.startswith("utf-16"):
        template = QT_TRANSLATE_NOOP("engine", "{path} is UTF-16, which cannot be streamed; save it as UTF-8.")
        raise table_error(template, source.name)
    if not sample:
        raise table_error(QT_TRANSLATE_NOOP("engine", "{path} is empty."), source.name)
    first = [cell.strip() for cell in sample[0]]
    columns = tuple(first if layout.has_header else (str(number) for number in range(1, len(first) + 1)))
    if len(set(columns)) < len(columns):
        raise table_error(
            QT_TRANSLATE_NOOP("engine", "{path} has two columns of one name; rename one of them."), source.name
        )
    return layout, columns, _text_rows(source, layout)


def _text_rows(source: FileSource, layout: KnownLayout) -> Iterator[list[str]]:
    stream, _ = source.open()
    with io.TextIOWrapper(stream, encoding=layout.codec, errors="replace", newline="") as text:
        reader = csv.reader(text, delimiter=layout.delimiter)
        try:
            yield from islice(reader, int(layout.has_header), LOOKED_AT)
        except (csv.Error, OSError) as error:
            raise unreadable(source.name, OSError(str(error))) from error


def _look_at_parquet(path: str) -> Look:
    polars = import_polars(Path(path).name)
    try:
        table = polars.scan_parquet(path).head(LOOKED_AT).collect()
    except Exception as error:  # polars raises what its file system and its decoder raise
        raise unreadable(Path(path).name, OSError(str(error).splitlines()[0])) from error
    return None, tuple(table.columns), iter(table.rows())


def _look_at_records(path: str) -> Look:
    import tensorflow as tf

    try:
        examples = [
            tf.train.Example.FromString(record.numpy()) for record in tf.data.TFRecordDataset(path).take(LOOKED_AT)
        ]
    except Exception as error:  # of the format, or of the message in it
        template = QT_TRANSLATE_NOOP("engine", "{path} holds no records of tf.train.Example.")
        raise table_error(template, Path(path).name) from error
    if not examples:
        raise table_error(QT_TRANSLATE_NOOP("engine", "{path} is empty."), Path(path).name)
    columns = tuple(sorted(examples[0].features.feature))
    return None, columns, ([_only(example, name) for name in columns] for example in examples)


def _only(example: Any, name: str) -> Any:
    feature = example.features.feature[name]
    values = getattr(feature, feature.WhichOneof("kind") or "float_list").value
    return values[0] if values else ""


LOOKS: dict[Kind, Callable[[str], Look]] = {
    "csv": _look_at_text,
    "parquet": _look_at_parquet,
    "tfrecord": _look_at_records,
}


def examples(rows: Rows, path: str, most: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Of the first rows of one of the files at most so many, evenly: inputs (r, k), targets (r, 1).

    Those that have a gap, or a class that is none of the two, are left out. Raises `InputError`.
    """
    _, columns, its_rows = LOOKS[rows.kind](path)
    places = [columns.index(name) for name in (*rows.features, rows.target)]
    whole = [row for row in islice(its_rows, 4 * most) if len(row) == len(columns)]
    found: list[list[float]] = []
    for row in whole[:: max(1, math.ceil(len(whole) / most))]:
        *inputs, target = (row[place] for place in places)
        with suppress(TypeError, ValueError):
            found.append([*(_number(cell, rows.layout) for cell in inputs), _class(rows, _plain(target))])
    numbers = np.array(found, np.float32).reshape(-1, len(places))
    numbers = numbers[np.isfinite(numbers).all(axis=1)]
    return numbers[:, :-1], numbers[:, -1:]


def _number(cell: Any, layout: KnownLayout | None) -> float:
    if isinstance(cell, str) and layout is not None and layout.decimal != ".":
        cell = cell.replace(layout.decimal, ".")
    return float(cell)


def _class(rows: Rows, value: str) -> float:
    """Raises `ValueError`."""
    if value == rows.positive:
        return 1.0
    if rows.negative is None or value == rows.negative:
        return 0.0
    raise ValueError
