"""Some of the rows that a run learns from, where they can be had from here."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from weakref import WeakValueDictionary

import numpy as np

from engine.datasets import Dataset
from engine.distributed.description import Description
from engine.distributed.rows import KINDS, Rows, examples, find_files, find_rows
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.loading import load_tensorflow

MOST_POINTS, MOST_FILES = 2_000, 8

_MOST_ABOVE = 3
"""Folders above the run's, from which its rows may have been named: `--data 'rows/*.csv' --run-dir runs/first`."""


Shelf = WeakValueDictionary[Rows, Dataset]
"""The points that runs show; of the same rows, all show the same."""


def read_points(folder: Path, description: Description, shelf: Shelf) -> Generator[None, None, Dataset]:
    """Gives at most `MOST_POINTS` of the rows, from several of the files; pauses after each. Raises `Problem`."""
    rows = _find(folder, description)
    known = shelf.get(rows)
    if known is not None:
        return known
    yield
    places = np.linspace(0, len(rows.files) - 1, min(MOST_FILES, len(rows.files)))
    files = [rows.files[round(place)] for place in places]
    parts = []
    for file in files:
        parts.append(examples(rows, file, MOST_POINTS // len(files)))
        yield
    inputs, targets = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    if not len(inputs):
        template = QT_TRANSLATE_NOOP("engine", "The first rows of {pattern} hold no point of this run's classes.")
        raise Problem(template, pattern=description.data)
    negative = f"≠ {rows.positive}" if rows.negative is None else rows.negative
    dataset = shelf[rows] = Dataset(inputs, targets, 2, rows.features, (negative, rows.positive))
    return dataset


def _find(folder: Path, description: Description) -> Rows:
    above = () if Path(description.data).is_absolute() else folder.absolute().parents[:_MOST_ABOVE]
    for place in (Path(), *above):
        data = str(place / description.data)
        try:
            files = find_files(data)
        except InputError:
            continue
        if KINDS[Path(files[0]).suffix.lower()] == "tfrecord":
            load_tensorflow()
        rows = find_rows(data, description.features, description.target, description.positive)
        return replace(rows, negative=description.negative)
    template = QT_TRANSLATE_NOOP("engine", "The rows of this run, {pattern}, are not found from here.")
    raise Problem(template, pattern=description.data)
