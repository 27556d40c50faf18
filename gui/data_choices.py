"""Which data are chosen, as it is remembered until next time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from engine.datasets import Blobs, Circles, Moons, Recipe, Spirals, TwoGaussians, Xor, two_classes_of

DrawnKind = Literal["two_gaussians", "circles", "xor", "spirals", "moons", "blobs"]


@dataclass(frozen=True, slots=True)
class DataChoices:
    """The kind of data, and for each kind of `engine.datasets.KINDS`, under its key, the recipe as last written.

    positive: which class counts as 1 where there are more than two.
    """

    kind: DrawnKind = "two_gaussians"
    two_gaussians: TwoGaussians = field(default_factory=TwoGaussians)
    circles: Circles = field(default_factory=Circles)
    xor: Xor = field(default_factory=Xor)
    spirals: Spirals = field(default_factory=Spirals)
    moons: Moons = field(default_factory=Moons)
    blobs: Blobs = field(default_factory=Blobs)
    positive: int = 1

    def recipe(self) -> Recipe:
        """The chosen data in two classes."""
        drawn = self.drawn()
        return two_classes_of(drawn, max(0, min(self.positive, drawn.class_count - 1)))

    def drawn(self) -> Recipe:
        """The chosen data with all their classes."""
        return self.recipe_of(self.kind)

    def recipe_of(self, key: str) -> Recipe:
        """The recipe of that kind as it was last written."""
        recipe: Recipe = getattr(self, key)
        return recipe

    def with_kind(self, key: str) -> DataChoices:
        """These choices, but for that kind of data."""
        return replace(self, kind=key)  # type: ignore[arg-type]  # a key of `KINDS`

    def with_recipe(self, key: str, recipe: Recipe) -> DataChoices:
        """These choices with another recipe of that kind."""
        return replace(self, **{key: recipe})  # type: ignore[arg-type]  # the key is the field's name
