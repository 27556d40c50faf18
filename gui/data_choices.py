"""Which data are chosen, as it is remembered until next time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from engine.datasets import Blobs, Circles, Moons, Recipe, Spirals, TwoGaussians, Xor, two_classes_of
from engine.reading.layout import DECIMALS, DELIMITERS, ENCODINGS, Layout
from engine.reading.own_data import OwnData
from engine.reading.source import FileSource


@dataclass(frozen=True, slots=True)
class OwnChoices:
    """Which file of the user's own was learned from, and how; see `Layout` and `OwnData`.

    path: "" for none. digest: as of `engine.reading.own_data.Prepared`; "" where it is not known.
    """

    path: str = ""
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None
    features: Sequence[str] = ()
    target: str = ""
    gaps: Literal["drop", "fill"] = "drop"
    standardise: bool = True
    across: int = 0
    up: int = 1
    digest: str = ""

    @staticmethod
    def of(data: OwnData, layout: Layout) -> OwnChoices:
        """What is to be remembered of these data, which were read in that layout."""
        source = data.table.source
        return OwnChoices(
            str(source.path) if isinstance(source, FileSource) else "",
            layout.encoding,
            layout.delimiter,
            layout.decimal,
            layout.has_header,
            data.features,
            data.target,
            "fill" if data.gaps == "fill" else "drop",
            data.standardise,
            digest=data.prepared.digest,
        )

    def layout(self) -> Layout:
        """How the file is to be read; whatever a hand-edited value says that is no such thing is recognised anew."""
        return Layout(
            self.encoding if self.encoding in ENCODINGS else None,
            self.delimiter if self.delimiter in DELIMITERS else None,
            self.decimal if self.decimal in DECIMALS else None,
            self.has_header,
        )


DrawnKind = Literal["two_gaussians", "circles", "xor", "spirals", "moons", "blobs"]


@dataclass(frozen=True, slots=True)
class DataChoices:
    """The kind of data, and for each kind of `engine.datasets.KINDS`, under its key, the recipe as last written.

    positive: which class counts as 1 where there are more than two. is_own: whether the user's own file is learned
    from instead, which is `own`.
    """

    kind: DrawnKind = "two_gaussians"
    two_gaussians: TwoGaussians = field(default_factory=TwoGaussians)
    circles: Circles = field(default_factory=Circles)
    xor: Xor = field(default_factory=Xor)
    spirals: Spirals = field(default_factory=Spirals)
    moons: Moons = field(default_factory=Moons)
    blobs: Blobs = field(default_factory=Blobs)
    positive: int = 1
    is_own: bool = False
    own: OwnChoices = field(default_factory=OwnChoices)

    def recipe(self) -> Recipe:
        """The chosen drawn data in two classes."""
        drawn = self.drawn()
        return two_classes_of(drawn, max(0, min(self.positive, drawn.class_count - 1)))

    def drawn(self) -> Recipe:
        """The chosen drawn data with all their classes."""
        return self.recipe_of(self.kind)

    def recipe_of(self, key: str) -> Recipe:
        """The recipe of that kind as it was last written."""
        recipe: Recipe = getattr(self, key)
        return recipe

    def with_kind(self, key: str) -> DataChoices:
        """These choices, but for that kind of drawn data."""
        return replace(self, kind=key, is_own=False)  # type: ignore[arg-type]  # a key of `KINDS`

    def with_recipe(self, key: str, recipe: Recipe) -> DataChoices:
        """These choices with another recipe of that kind."""
        return replace(self, **{key: recipe})  # type: ignore[arg-type]  # the key is the field's name
