"""All recipes for drawn data and the words for their parameters: the one place that a form is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from engine.datasets.blobs import Blobs
from engine.datasets.circles import Circles
from engine.datasets.gaussians import TwoGaussians
from engine.datasets.moons import Moons
from engine.datasets.recipe import Recipe
from engine.datasets.spirals import Spirals
from engine.datasets.xor import Xor
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value of a recipe: its name there and in `InputError.field`, how it is typed, and the words for it.

    label and tooltip: English, for the window to translate in the context "engine".
    """

    name: str
    kind: Literal["count", "whole", "number", "pair", "matrix"]
    label: str
    tooltip: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A recipe to choose. write: makes one from values for its parameters, by name. Raises `InputError`."""

    key: str
    label: str
    tooltip: str
    parameters: tuple[Parameter, ...]
    write: Callable[..., Recipe]

    def values(self, recipe: Recipe) -> dict[str, Any]:
        """What the parameters are in a recipe of this kind; `write` makes the same one of them."""
        return {parameter.name: getattr(recipe, parameter.name) for parameter in self.parameters}


SAMPLES = Parameter(
    "samples_per_class",
    "count",
    QT_TRANSLATE_NOOP("engine", "Per class"),
    QT_TRANSLATE_NOOP("engine", "How many points each class has. Changing the data starts again at step 0."),
)
NOISE = Parameter(
    "noise",
    "number",
    QT_TRANSLATE_NOOP("engine", "Noise"),
    QT_TRANSLATE_NOOP("engine", "How far the points scatter: the standard deviation of what is added to x and y."),
)
BALANCE = Parameter(
    "balance",
    "number",
    QT_TRANSLATE_NOOP("engine", "Balance"),
    QT_TRANSLATE_NOOP(
        "engine",
        "How many points each class has for one of the class before it: 1 for equal classes, 0.1 for a rare class 1.",
    ),
)
SEED = Parameter(
    "seed",
    "whole",
    QT_TRANSLATE_NOOP("engine", "Seed"),
    QT_TRANSLATE_NOOP("engine", "Another seed draws other points of the same kind."),
)
RADIUS = Parameter(
    "radius", "number", QT_TRANSLATE_NOOP("engine", "Radius"), QT_TRANSLATE_NOOP("engine", "How far the shape reaches.")
)


def _write_two_gaussians(mean_0: Any, mean_1: Any, **values: Any) -> TwoGaussians:
    return TwoGaussians(means=(mean_0, mean_1), **values)


KINDS = (
    Kind(
        "two_gaussians",
        QT_TRANSLATE_NOOP("engine", "two gaussians"),
        QT_TRANSLATE_NOOP("engine", "Two clouds of points, as in the notes: a line parts them."),
        (
            SAMPLES,
            Parameter(
                "mean_0",
                "pair",
                QT_TRANSLATE_NOOP("engine", "Mean, class 0"),
                QT_TRANSLATE_NOOP("engine", "Where the middle of class 0 lies: x, y."),
            ),
            Parameter(
                "mean_1",
                "pair",
                QT_TRANSLATE_NOOP("engine", "Mean, class 1"),
                QT_TRANSLATE_NOOP("engine", "Where the middle of class 1 lies: x, y."),
            ),
            Parameter(
                "covariance",
                "matrix",
                QT_TRANSLATE_NOOP("engine", "Covariance"),
                QT_TRANSLATE_NOOP(
                    "engine", "The shape of both clouds: variance of x, covariance; covariance, variance of y."
                ),
            ),
            SEED,
        ),
        _write_two_gaussians,
    ),
    Kind(
        "circles",
        QT_TRANSLATE_NOOP("engine", "circles"),
        QT_TRANSLATE_NOOP("engine", "A ring within a ring: no line parts them."),
        (
            SAMPLES,
            NOISE,
            Parameter(
                "radii",
                "pair",
                QT_TRANSLATE_NOOP("engine", "Radii"),
                QT_TRANSLATE_NOOP("engine", "The radius of class 0 and of class 1."),
            ),
            BALANCE,
            SEED,
        ),
        Circles,
    ),
    Kind(
        "xor",
        QT_TRANSLATE_NOOP("engine", "XOR"),
        QT_TRANSLATE_NOOP("engine", "Four squares; opposite ones are of one class. No line parts them."),
        (
            SAMPLES,
            NOISE,
            Parameter(
                "side",
                "number",
                QT_TRANSLATE_NOOP("engine", "Side"),
                QT_TRANSLATE_NOOP("engine", "How long the sides of each square are."),
            ),
            BALANCE,
            SEED,
        ),
        Xor,
    ),
    Kind(
        "spirals",
        QT_TRANSLATE_NOOP("engine", "spirals"),
        QT_TRANSLATE_NOOP("engine", "Two spirals, one within the other: no line comes near to parting them."),
        (
            SAMPLES,
            NOISE,
            Parameter(
                "turns",
                "number",
                QT_TRANSLATE_NOOP("engine", "Turns"),
                QT_TRANSLATE_NOOP("engine", "How often each spiral winds around the middle."),
            ),
            RADIUS,
            BALANCE,
            SEED,
        ),
        Spirals,
    ),
    Kind(
        "moons",
        QT_TRANSLATE_NOOP("engine", "moons"),
        QT_TRANSLATE_NOOP("engine", "Two half circles that reach into each other: a line parts most of them."),
        (SAMPLES, NOISE, RADIUS, BALANCE, SEED),
        Moons,
    ),
    Kind(
        "blobs",
        QT_TRANSLATE_NOOP("engine", "blobs"),
        QT_TRANSLATE_NOOP("engine", "A round cloud of points for each of two to four classes."),
        (
            Parameter(
                "class_count",
                "count",
                QT_TRANSLATE_NOOP("engine", "Classes"),
                QT_TRANSLATE_NOOP("engine", "How many classes there are, from 2 to 4."),
            ),
            SAMPLES,
            NOISE,
            Parameter(
                "distance",
                "number",
                QT_TRANSLATE_NOOP("engine", "Distance"),
                QT_TRANSLATE_NOOP("engine", "How far the middle of each cloud is from the origin."),
            ),
            BALANCE,
            SEED,
        ),
        Blobs,
    ),
)


def kind_of(key: str) -> Kind:
    """The kind of recipe with that key. Raises `KeyError`."""
    return {kind.key: kind for kind in KINDS}[key]
