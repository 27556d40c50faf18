"""What every recipe for a data set can do."""

from __future__ import annotations

from typing import Protocol

from engine.datasets.dataset import Dataset


class Recipe(Protocol):
    """How a data set is made: immutable, hashable, checked when it is written, equal where the points will be equal."""

    @property
    def size(self) -> int:
        """How many points there will be."""

    @property
    def class_count(self) -> int:
        """How many classes there will be."""

    def make(self) -> Dataset:
        """The points; every time the same."""

    def source(self) -> tuple[str, ...]:
        """Lines of NumPy, imported as `np`, that make the same `inputs` and `targets`."""
