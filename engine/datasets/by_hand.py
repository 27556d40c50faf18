"""Points that are drawn, moved and erased by hand, among those that another recipe makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.datasets.checking import LARGEST, checked_number, checked_whole_number
from engine.datasets.dataset import Dataset
from engine.datasets.recipe import Recipe
from engine.errors import QT_TRANSLATE_NOOP, InputError

ROWS_IN_LINE = 4
"""Of the program."""


@dataclass(frozen=True, slots=True)
class PointEdits:
    """added: (x, y, class) of each new point. moved: (row, x, y) in the recipe's data. erased: rows of them, sorted."""

    added: Sequence[tuple[float, float, int]] = ()
    moved: Sequence[tuple[int, float, float]] = ()
    erased: Sequence[int] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "added", tuple(map(tuple, self.added)))
        object.__setattr__(self, "moved", tuple(map(tuple, self.moved)))
        object.__setattr__(self, "erased", tuple(sorted(set(self.erased))))

    def __bool__(self) -> bool:
        return bool(self.added or self.moved or self.erased)


@dataclass(frozen=True)
class DrawnPoints:
    """The points of a recipe of two features, then changed: moved, erased, and new ones at the end.

    Raises `InputError` for a row or a class that is not there, and for a place that is none.
    """

    recipe: Recipe
    edits: PointEdits

    def __post_init__(self) -> None:
        row = QT_TRANSLATE_NOOP("engine", "There is no point number {value}; they go from {least} to {most}.")
        label = QT_TRANSLATE_NOOP("engine", "Choose a class from {least} to {most}, not {value}.")
        place = QT_TRANSLATE_NOOP("engine", "A point lies between {least:g} and {most:g}, not at {value}.")
        last = self.recipe.size - 1
        for number in (*self.edits.erased, *(moved[0] for moved in self.edits.moved)):
            checked_whole_number("data", number, 0, last, row)
        for point in self.edits.added:
            checked_whole_number("data", point[2], 0, self.recipe.class_count - 1, label)
        places = [*(moved[1:] for moved in self.edits.moved), *(point[:2] for point in self.edits.added)]
        for coordinate in (coordinate for pair in places for coordinate in pair):
            checked_number("data", coordinate, -LARGEST, LARGEST, place)
        if self.size < 1:
            raise InputError("data", QT_TRANSLATE_NOOP("engine", "Leave at least one point of each class."))

    @property
    def class_count(self) -> int:
        """How many classes there are."""
        return self.recipe.class_count

    @property
    def size(self) -> int:
        """How many points there will be."""
        return self.recipe.size - len(self.edits.erased) + len(self.edits.added)

    def make(self) -> Dataset:
        """The points in the recipe's order, without those that are erased, then the new ones."""
        made, edits = self.recipe.make(), self.edits
        inputs, targets = made.inputs.copy(), made.targets
        for row, x, y in edits.moved:
            inputs[row] = x, y
        inputs, targets = np.delete(inputs, edits.erased, axis=0), np.delete(targets, edits.erased, axis=0)
        if edits.added:
            added = np.array(edits.added, dtype=np.float32)
            inputs, targets = np.concatenate((inputs, added[:, :2])), np.concatenate((targets, added[:, 2:]))
        return Dataset(inputs, targets, made.class_count, made.feature_names, made.class_names, made.scaling)

    def source(self) -> tuple[str, ...]:
        """Lines of NumPy that make the same points."""
        edits = self.edits
        lines = [*self.recipe.source(), "# Changed by hand"]
        if edits.moved:
            lines += [
                f"inputs[{[row for row, *_ in edits.moved]}] = [",
                *_rows([f"[{x!r}, {y!r}]" for _, x, y in edits.moved]),
                "]",
            ]
        if edits.erased:
            lines += [
                f"erased = {list(edits.erased)}",
                "inputs, targets = np.delete(inputs, erased, axis=0), np.delete(targets, erased, axis=0)",
            ]
        if edits.added:
            lines += [
                "added = np.array([  # x, y, class",
                *_rows([f"[{x!r}, {y!r}, {label}]" for x, y, label in edits.added]),
                '], dtype="float32")',
                "inputs = np.concatenate((inputs, added[:, :2]))",
                "targets = np.concatenate((targets, added[:, 2:]))",
            ]
        return tuple(lines)

    # What is done next; points are numbered as in the data that are made now

    def with_added(self, points: Sequence[tuple[float, float]], label: int) -> DrawnPoints:
        """With new points of this class."""
        return self._with(added=(*self.edits.added, *((x, y, label) for x, y in points)))

    def with_moved(self, number: int, x: float, y: float) -> DrawnPoints:
        """With this point at another place."""
        if number < len(self._kept):
            row = int(self._kept[number])
            return self._with(moved=(*(moved for moved in self.edits.moved if moved[0] != row), (row, x, y)))
        added = list(self.edits.added)
        added[number - len(self._kept)] = (x, y, added[number - len(self._kept)][2])
        return self._with(added=tuple(added))

    def with_erased(self, numbers: Sequence[int]) -> DrawnPoints:
        """Without these points."""
        kept = self._kept
        rows = {int(kept[number]) for number in numbers if number < len(kept)}
        gone = {number - len(kept) for number in numbers if number >= len(kept)}
        return self._with(
            erased=tuple(sorted({*self.edits.erased, *rows})),
            moved=tuple(moved for moved in self.edits.moved if moved[0] not in rows),
            added=tuple(point for place, point in enumerate(self.edits.added) if place not in gone),
        )

    def _with(self, **changes: object) -> DrawnPoints:
        parts = {name: getattr(self.edits, name) for name in ("added", "moved", "erased")}
        return DrawnPoints(self.recipe, PointEdits(**{**parts, **changes}))

    @cached_property
    def _kept(self) -> NDArray[np.intp]:
        """The rows that are not erased."""
        return np.delete(np.arange(self.recipe.size), self.edits.erased)


def _rows(entries: Sequence[str]) -> list[str]:
    """The entries, a few to a line."""
    lines = [entries[start : start + ROWS_IN_LINE] for start in range(0, len(entries), ROWS_IN_LINE)]
    return [f"    {', '.join(line)}," for line in lines]
