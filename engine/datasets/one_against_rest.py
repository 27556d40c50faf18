"""Many classes as two, so that a classifier of two can learn one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.datasets.checking import checked_whole_number
from engine.datasets.dataset import Dataset
from engine.datasets.recipe import Recipe
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class OneAgainstRest:
    """The points of another recipe; those of its class numbered `positive` are class 1, all others class 0."""

    recipe: Recipe
    positive: int = 1
    class_count: ClassVar[int] = 2

    def __post_init__(self) -> None:
        template = QT_TRANSLATE_NOOP("engine", "Choose a class from {least} to {most}, not {value}.")
        checked_whole_number("positive", self.positive, 0, self.recipe.class_count - 1, template)

    @property
    def size(self) -> int:
        """How many points there will be."""
        return self.recipe.size

    def make(self) -> Dataset:
        """The points in two classes."""
        return self.recipe.make().against_rest(self.positive)

    def source(self) -> tuple[str, ...]:
        """Lines of NumPy that make the same points."""
        return (
            *self.recipe.source(),
            f'targets = (targets == {self.positive}).astype("float32")  # class {self.positive} against the rest',
        )


def two_classes_of(recipe: Recipe, positive: int = 1) -> Recipe:
    """The recipe itself where it has two classes, and else its class `positive` against the rest."""
    return recipe if recipe.class_count == 2 else OneAgainstRest(recipe, positive)
