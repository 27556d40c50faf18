"""Reads a table of numbers with a class in its last column."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from engine.datasets import Dataset
from engine.errors import QT_TRANSLATE_NOOP, InputError

LARGEST_FILE = 256 << 20
LARGEST_NUMBER = float(np.finfo(np.float32).max)


def read_table(path: Path) -> Dataset:
    """A data set from a CSV file: numbers, the class in the last column, a header if the first row is no numbers.

    The two values of the class become 0 and 1 in their order. Raises `InputError` with the row, the column and
    the remedy.
    """
    header, rows = _read_rows(path)
    columns = len(rows[0][1])
    if columns < 2:
        raise _error(QT_TRANSLATE_NOOP("engine", "{path} needs at least two columns: numbers, then the class."), path)
    values = np.empty((len(rows), columns - 1), dtype=np.float32)
    for index, (line, row) in enumerate(rows):
        if len(row) != columns:
            template = QT_TRANSLATE_NOOP(
                "engine", "{path}, line {line}: there are {found} columns where the first row has {columns}."
            )
            raise _error(template, path, line=line, found=len(row), columns=columns)
        for column, text in enumerate(row[:-1]):
            number = _number(text)
            if number is None or not abs(number) <= LARGEST_NUMBER:
                template = QT_TRANSLATE_NOOP(
                    "engine",
                    "{path}, line {line}, column {column}: “{text}” is not a finite number; mend or remove it.",
                )
                name = header[column] if header and len(header) > column else column + 1
                raise _error(template, path, line=line, column=name, text=text)
            values[index, column] = number
    return Dataset(values, _targets(path, [row[-1].strip() for _, row in rows]))


def _read_rows(path: Path) -> tuple[list[str] | None, list[tuple[int, list[str]]]]:
    """The header, if there is one, and each row that is not empty with its line number."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _error(
                QT_TRANSLATE_NOOP("engine", "{path} is larger than {limit} MiB; train on a part of it."),
                path,
                limit=LARGEST_FILE >> 20,
            )
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            rows = [(reader.line_num, row) for row in reader if any(text.strip() for text in row)]
    except OSError as error:
        template = QT_TRANSLATE_NOOP("engine", "{path} cannot be read: {reason}.")
        raise _error(template, path, reason=error.strerror or error) from error
    except (UnicodeDecodeError, csv.Error) as error:
        template = QT_TRANSLATE_NOOP("engine", "{path} is not a CSV file in UTF-8: {reason}.")
        raise _error(template, path, reason=error) from error
    header = None
    if rows and any(_number(text) is None for text in rows[0][1][:-1]):
        header = rows.pop(0)[1]
    if not rows:
        raise _error(QT_TRANSLATE_NOOP("engine", "{path} has no rows of numbers."), path)
    return header, rows


def _targets(path: Path, labels: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """(n, 1) float32, 0 or 1: the two labels in the order of their numbers, or of the alphabet."""
    labels = [label if (number := _number(label)) is None else str(number) for label in labels]  # 1 and 1.0 are one
    found = sorted(set(labels), key=lambda label: ((number := _number(label)) is None, number or 0.0, label))
    if len(found) != 2:
        template = QT_TRANSLATE_NOOP(
            "engine", "{path}: the last column is the class and must hold two different values; it holds {found}."
        )
        raise _error(template, path, found=len(found))
    return np.array([[float(label == found[1])] for label in labels], dtype=np.float32)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _error(template: str, path: Path, **values: object) -> InputError:
    return InputError("data", template, path=path.name, **values)
