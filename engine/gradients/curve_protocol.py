"""What the page of curves and its engine say to each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.dtypes import misfit
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.expressions.tree import Node
from engine.gradients.derivatives import HIGHEST_ORDER
from engine.gradients.naming import FREE_FALL

if TYPE_CHECKING:
    from engine.gradients.recording import Recording
    from engine.gradients.watching import Outcome

FEWEST_SAMPLES, MOST_SAMPLES = 2, 20_000

Watch = Literal["variable", "constant", "watched", "frozen", "integer"]
"""What t is to the tape; each is a `Kind` of engine.gradients.watching."""

Dtype = Literal["float32", "float64"]
Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class CurveSettings:
    """What is drawn: the formula `text` of t over `span`, `samples` points of it, and its derivatives up to `order`.

    Raises `InputError` for what no curve could be drawn of; the formula itself the engine reads.
    """

    text: str = FREE_FALL
    span: tuple[float, float] = (0.0, 3.0)
    samples: int = 2000
    order: int = 2
    dtype: Dtype = "float32"
    watch: Watch = "variable"

    def __post_init__(self) -> None:
        low, high = self.span
        for bound in self.span:
            if not math.isfinite(bound):
                raise InputError("span", QT_TRANSLATE_NOOP("engine", "The range lies between two finite numbers."))
            if refusal := misfit(bound, self.dtype):
                raise InputError("span", refusal[0], **refusal[1])
        if low >= high:
            template = QT_TRANSLATE_NOOP("engine", "The range starts at {low}, so it must end above it, not at {high}.")
            raise InputError("span", template, low=low, high=high)
        kind = np.dtype(self.dtype).type
        if not kind(high) - kind(low) > 8 * np.spacing(max(abs(kind(low)), abs(kind(high)))):
            template = QT_TRANSLATE_NOOP("engine", "{dtype} cannot tell {low} and {high} apart; choose a wider range.")
            raise InputError("span", template, dtype=self.dtype, low=low, high=high)
        if not FEWEST_SAMPLES <= self.samples <= MOST_SAMPLES:
            template = QT_TRANSLATE_NOOP("engine", "A curve has from {fewest} to {most} points, not {value}.")
            raise InputError("samples", template, fewest=FEWEST_SAMPLES, most=MOST_SAMPLES, value=self.samples)
        if not 1 <= self.order <= HIGHEST_ORDER:
            template = QT_TRANSLATE_NOOP("engine", "The order is a whole number from 1 to {most}, not {value}.")
            raise InputError("order", template, most=HIGHEST_ORDER, value=self.order)


# Commands


@dataclass(frozen=True, slots=True)
class ShowCurves:
    """Draw this; the point goes to `at`, or to the nearest place in the range."""

    settings: CurveSettings
    at: float


@dataclass(frozen=True, slots=True)
class MovePoint:
    """Pause, and put the point to this t."""

    at: float


@dataclass(frozen=True, slots=True)
class PlayCurves:
    """Let the point run on through the range, from its start where it is at the end."""


@dataclass(frozen=True, slots=True)
class PauseCurves:
    """Let the point rest."""


@dataclass(frozen=True, slots=True)
class CurvesDrawn:
    """The last frame is on the screen; the next one may come."""


CurveCommand = ShowCurves | MovePoint | PlayCurves | PauseCurves | CurvesDrawn

# Events


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a curve is not joined: from `start` to `end`, which are one where it breaks at a single point.

    kind: "undefined" where the result is no number, "pole" where it grows beyond all bounds, "jump", "infinite" where
    a sample is infinite.
    """

    kind: Literal["undefined", "pole", "jump", "infinite"]
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A line to draw: t and values (m,), NaN between what is not joined; `gaps` says where that is, and why.

    low, high: what is worth seeing of the values.
    """

    t: Array
    values: Array
    gaps: tuple[Gap, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """The largest relative difference between the tapes and another way to differentiate, over all orders drawn.

    float32, float64: None where there is none (yet). reason: why there is none, where there will not be one.
    """

    float32: float | None = None
    float64: float | None = None
    reason: Problem | None = None


@dataclass(frozen=True, slots=True)
class CurvesFrame:
    """All that the page of curves shows, at one moment.

    tree: the formula, read. formula: typeset, an SVG in black. samples: t (n,), at which `values` (order + 1 arrays)
    were computed; `curves` is the same to draw. A derivative is None where the tape gives None.
    at: the point's t, as the dtype holds it; point: the value of each order there.
    connected: up to which order gradient() gives a tensor; above, nothing depends on t, and the derivative is 0.
    watching: what one tape gave where the point rested last, with t as the settings have it.
    """

    settings: CurveSettings
    tree: Node
    formula: str
    samples: Array
    values: tuple[Array | None, ...]
    curves: tuple[Curve | None, ...]
    at: float
    point: tuple[float | None, ...]
    connected: int
    watching: Outcome
    symbols: Agreement
    differences: Agreement
    script: str
    recording: Recording | None
    playing: bool


@dataclass(frozen=True, slots=True)
class CurvesFailed:
    """What was asked could not be done; all is as the last frame shows it. `field` names the setting at fault."""

    problem: Problem
    field: str | None


CurveEvent = CurvesFrame | CurvesFailed
