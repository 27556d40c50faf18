"""Columns of the user's own table as data to learn from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Dataset, Scaling
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.reading.column import Column, number_label
from engine.reading.own_source import own_source
from engine.reading.table import Table

MOST_CLASSES = 50

Gaps = Literal["refuse", "drop", "fill"]
Labels = tuple[float | str, ...]


@dataclass(frozen=True)
class OwnData:
    """The recipe for a data set from a table: which columns are the features, and which one is the class.

    gaps: rows in which a chosen column has a gap are refused, or dropped; or a feature's gaps are filled with its
    mean, and only rows without a class are dropped. standardise: puts all features on one scale.
    Raises `InputError`, whose field is "features", "target", "gaps" or "data".
    """

    table: Table
    features: tuple[str, ...]
    target: str
    gaps: Gaps = "drop"
    standardise: bool = False
    prepared: Prepared = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "prepared", _prepare(self))

    @property
    def size(self) -> int:
        """How many points there are."""
        return len(self.prepared.dataset)

    @property
    def class_count(self) -> int:
        """How many classes there are."""
        return self.prepared.dataset.class_count

    def make(self) -> Dataset:
        """The points."""
        return self.prepared.dataset

    def source(self) -> tuple[str, ...]:
        """Lines of Python and NumPy that read the same points from the same table."""
        return own_source(
            self.table,
            tuple(_index(self.table, name, "features") for name in self.features),
            _index(self.table, self.target, "target"),
            self.prepared.labels,
            fills=self.gaps == "fill",
            standardises=self.standardise,
        )


@dataclass(frozen=True, eq=False)
class Prepared:
    """What became of the table. labels: the classes in their order, as numbers where they are numbers.

    dropped: the lines of the text whose rows were left out. filled: how many gaps were filled. digest: of the numbers
    and the classes as they were read, the same wherever they are.
    """

    dataset: Dataset
    labels: Labels
    dropped: NDArray[np.int64]
    filled: int
    digest: str


def suggested_columns(table: Table) -> tuple[tuple[str, ...], str]:
    """The columns of numbers, but for the last column that could be the class, and that one."""
    candidates = [column for column in table.columns if 2 <= len(column.classes or ()) <= MOST_CLASSES]
    texts = [column for column in candidates if not column.is_numeric]
    last = table.columns[-1]
    target = last if last in candidates or not candidates else (texts or candidates)[-1]
    features = tuple(column.name for column in table.columns if column is not target and column.is_numeric)
    return features, target.name


def _prepare(own: OwnData) -> Prepared:
    table, name = own.table, own.table.source.name
    target = table.columns[_index(table, own.target, "target")]
    if not own.features:
        raise InputError(
            "features",
            QT_TRANSLATE_NOOP("engine", "{path}: choose at least one column of numbers to learn from."),
            path=name,
        )
    features = [table.columns[_index(table, feature, "features")] for feature in own.features]
    for column in features:
        _check_feature(table, column, target)
    if len({column.name for column in features}) < len(features):
        raise InputError("features", QT_TRANSLATE_NOOP("engine", "{path}: choose each column only once."), path=name)
    if own.gaps == "refuse":
        _refuse_gaps(table, [*features, target])
    kept = ~target.is_gap
    if own.gaps != "fill":
        for column in features:
            kept &= ~column.is_gap
    if not kept.any():
        template = QT_TRANSLATE_NOOP(
            "engine", "{path}: every row has a gap in one of these columns; fill the gaps, or choose other columns."
        )
        raise InputError("gaps", template, path=name)
    numbers, labels = _classes(table, target, kept)
    values = np.column_stack([column.values[kept] for column in features])
    digest = _digest(own, values, numbers, labels)
    holes = np.isnan(values)
    if holes.any():
        values = np.where(holes, _means(table, features, values), values)
    scaling = Scaling.of(values) if own.standardise else None
    inputs = (values if scaling is None else scaling.scaled(values)).astype(np.float32)
    dataset = Dataset(
        inputs,
        numbers.astype(np.float32)[:, np.newaxis],
        len(labels),
        tuple(column.name for column in features),
        tuple(label if isinstance(label, str) else number_label(label) for label in labels),
        scaling,
    )
    return Prepared(dataset, labels, table.lines[~kept], int(np.count_nonzero(holes)), digest)


def _digest(own: OwnData, values: NDArray[np.float64], numbers: NDArray[np.int64], labels: Labels) -> str:
    digest = hashlib.blake2b(
        repr((own.features, own.target, labels)).encode("utf-8", "backslashreplace"), digest_size=16
    )
    digest.update(np.ascontiguousarray(values, "<f8").reshape(-1).data)
    digest.update(np.ascontiguousarray(numbers, "<i8").data)
    return digest.hexdigest()


def _index(table: Table, name: str, setting: str) -> int:
    index = table.index(name)
    if index is None:
        template = QT_TRANSLATE_NOOP("engine", "{path} has no column “{column}”; its columns are {columns}.")
        columns = ", ".join(column.name for column in table.columns)
        raise InputError(setting, template, path=table.source.name, column=name, columns=columns)
    return index


def _check_feature(table: Table, column: Column, target: Column) -> None:
    if column is target:
        template = QT_TRANSLATE_NOOP(
            "engine", "{path}: column {column} is the class, so it cannot be a feature too; leave it out."
        )
        raise InputError("features", template, path=table.source.name, column=column.name)
    if column.first_text is None:
        return
    row, text = column.first_text
    if column.is_numeric:
        template = QT_TRANSLATE_NOOP(
            "engine", "{path}, line {line}, column {column}: “{text}” is not a finite number; mend or remove it."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "{path}, line {line}: column {column} holds text such as “{text}”; learn from columns of numbers.",
        )
    raise InputError(
        "features", template, path=table.source.name, line=int(table.lines[row]), column=column.name, text=text
    )


def _refuse_gaps(table: Table, columns: list[Column]) -> None:
    for column in columns:
        if column.gap_count:
            row = int(np.argmax(column.is_gap))
            template = QT_TRANSLATE_NOOP(
                "engine", "{path}, line {line}, column {column}: there is a gap; drop such rows, or fill the gaps."
            )
            raise InputError("gaps", template, path=table.source.name, line=int(table.lines[row]), column=column.name)


def _classes(table: Table, target: Column, kept: NDArray[np.bool_]) -> tuple[NDArray[np.int64], Labels]:
    """The number of each kept row's class, and the classes that there are."""
    path, column = table.source.name, target.name
    names = target.classes
    if names is not None:
        numbers, present = np.unique(target.class_numbers()[kept], return_inverse=True)
        if 2 <= len(numbers) <= MOST_CLASSES:
            values = np.unique(target.values[~np.isnan(target.values)])
            labels = tuple(
                float(values[number]) if number < len(values) else names[number] for number in numbers.tolist()
            )
            return present.astype(np.int64), labels
        found: int | str = len(numbers)
    else:
        found = "> 1000"
    template = QT_TRANSLATE_NOOP(
        "engine",
        "{path}: column {column} is the class and must hold from 2 to {most} different values; it holds {found}.",
    )
    raise InputError("target", template, path=path, column=column, most=MOST_CLASSES, found=found)


def _means(table: Table, features: list[Column], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(features,): the mean of each column's numbers."""
    counts = np.count_nonzero(~np.isnan(values), axis=0)
    for column, count in zip(features, counts, strict=True):
        if count == 0:
            template = QT_TRANSLATE_NOOP(
                "engine", "{path}: column {column} has no number to fill its gaps from; leave it out."
            )
            raise InputError("features", template, path=table.source.name, column=column.name)
    means: NDArray[np.float64] = np.nanmean(values, axis=0)
    return means
