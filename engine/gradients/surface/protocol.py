"""What the window's page of f(x, y) and its engine say to each other: commands in, events out, all immutable."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import Problem
from engine.gradients.surface.records import Check, Picture, Place, Script
from engine.gradients.surface.subjects import Dtype, Region, Subject

# Commands


@dataclass(frozen=True, slots=True)
class ShowSurface:
    """Look at this function. steps: of the grid, from edge to edge. A point outside the region is brought in."""

    run: int
    subject: Subject
    region: Region
    dtype: Dtype
    steps: int
    point: tuple[float, float]


@dataclass(frozen=True, slots=True)
class MovePoint:
    """Look at this point of the function that is shown."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Descend:
    """One step of gradient descent from the point on."""

    learning_rate: float


@dataclass(frozen=True, slots=True)
class Ascend:
    """Take the last step of the descent back; `wholly`: all of them."""

    wholly: bool = False


@dataclass(frozen=True, slots=True)
class SurfaceDrawn:
    """The last frame is on the screen: the next may come."""


SurfaceCommand = ShowSurface | MovePoint | Descend | Ascend | SurfaceDrawn

# Events


@dataclass(frozen=True, slots=True, eq=False)
class SurfaceFrame:
    """All that is seen at one moment.

    path: where gradient descent was before it came to the point, the start first; empty where there was none.
    learning_rates: of each of its steps.
    """

    run: int
    subject: Subject
    dtype: Dtype
    picture: Picture
    place: Place
    checks: tuple[Check, ...]
    path: tuple[tuple[float, float], ...]
    script: Script
    learning_rates: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SurfaceFailed:
    """What was asked cannot be done. field: the setting at fault, or None."""

    run: int
    problem: Problem
    field: str | None


SurfaceEvent = SurfaceFrame | SurfaceFailed
