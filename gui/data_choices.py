"""Which data are chosen, as it is remembered until next time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath
from typing import Literal

import resources
from engine.datasets import Blobs, Circles, Moons, Recipe, Spirals, TwoGaussians, Xor, two_classes_of
from engine.reading.layout import DECIMALS, DELIMITERS, ENCODINGS, Layout
from engine.reading.own_data import OwnData
from engine.reading.source import FileSource, PastedSource, Source

EXAMPLES = ("iris", "penguins", "challenger")
"""The tables that come with the program."""

MOST_PARTS = 40
"""Folders of a path that is looked for beside a project."""


@dataclass(frozen=True, slots=True)
class OwnChoices:
    """Which file of the user's own was learned from, and how; see `Layout` and `OwnData`.

    path: "" for none. text: what was pasted, "" for nothing. example: the name of one of the tables that come with the
    program, which lie elsewhere on every machine; "" for none. digest: as of `engine.reading.own_data.Prepared`; ""
    where it is not known.
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
    text: str = ""
    example: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a table at all."""
        return bool(self.path or self.text or self.example)

    def is_of_same(self, other: OwnChoices) -> bool:
        """Whether both are of one table, as far as can be told without reading it."""
        return (self.path, self.text, self.example) == (other.path, other.text, other.example)

    def source(self, name_of_pasted: str) -> Source:
        """Where to read it from. Raises `InputError` for a text that is too long."""
        if self.text:
            return PastedSource(self.text, name_of_pasted)
        if self.example in EXAMPLES:
            return FileSource(example_path(self.example))
        return FileSource(Path(self.path))

    def near(self, folder: Path) -> OwnChoices:
        """The same; where the file is gone, one that lies to this folder as it may have lain to the folder before."""
        if not self.path or Path(self.path).is_file():
            return self
        parts = PureWindowsPath(self.path).parts[1:]  # which knows the separators of all systems
        if len(parts) > MOST_PARTS or ".." in parts:
            return self
        if parts[-3:-1] == ("resources", "data") and (name := parts[-1].removesuffix(".csv")) in EXAMPLES:
            return replace(self, path="", example=name)
        for base in (folder, folder.parent):
            for first in range(len(parts)):
                path = base.joinpath(*parts[first:])
                if path.is_file():
                    return replace(self, path=str(path))
        return self

    @staticmethod
    def of(data: OwnData, layout: Layout) -> OwnChoices:
        """What is to be remembered of these data, which were read in that layout."""
        source = data.table.source
        path = source.path if isinstance(source, FileSource) else None
        example = next((name for name in EXAMPLES if path == example_path(name)), "") if path is not None else ""
        return OwnChoices(
            str(path) if path is not None and not example else "",
            layout.encoding,
            layout.delimiter,
            layout.decimal,
            layout.has_header,
            data.features,
            data.target,
            "fill" if data.gaps == "fill" else "drop",
            data.standardise,
            digest=data.prepared.digest,
            text=source.text if isinstance(source, PastedSource) else "",
            example=example,
        )

    def layout(self) -> Layout:
        """How the file is to be read; whatever a hand-edited value says that is no such thing is recognised anew."""
        return Layout(
            self.encoding if self.encoding in ENCODINGS else None,
            self.delimiter if self.delimiter in DELIMITERS else None,
            self.decimal if self.decimal in DECIMALS else None,
            self.has_header,
        )


def example_path(name: str) -> Path:
    """Where this one of `EXAMPLES` lies on this machine."""
    return resources.path(f"data/{name}.csv")


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
