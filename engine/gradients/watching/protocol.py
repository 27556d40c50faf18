"""What the page about watching and its engine say to each other."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.dtypes import misfit
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.gradients.naming import FREE_FALL
from engine.gradients.watching.outcome import Outcome

# Commands


@dataclass(frozen=True, slots=True)
class TryAll:
    """Run all the experiments with the formula `text` of t, at this t; those that were repaired are run repaired, too.

    Raises `InputError` for a t that no float32 holds; the formula itself the engine reads.
    """

    text: str = FREE_FALL
    at: float = 1.4

    def __post_init__(self) -> None:
        if not math.isfinite(self.at):
            raise InputError("at", QT_TRANSLATE_NOOP("engine", "The point is a finite number."))
        if refusal := misfit(self.at, "float32"):
            raise InputError("at", refusal[0], **refusal[1])


@dataclass(frozen=True, slots=True)
class ApplyRepair:
    """Mend the program of the experiment with this key, and run it."""

    key: str


@dataclass(frozen=True, slots=True)
class BreakAgain:
    """Take the repair back."""

    key: str


@dataclass(frozen=True, slots=True)
class WatchingDrawn:
    """The last frame is on the screen; the next one may come."""


WatchingCommand = TryAll | ApplyRepair | BreakAgain | WatchingDrawn

# Events


@dataclass(frozen=True, slots=True)
class Trial:
    """One experiment: what came of its program, and of the repaired one; None where that was not run (yet)."""

    key: str
    before: Outcome | None
    after: Outcome | None


@dataclass(frozen=True, slots=True)
class WatchingFrame:
    """All that the page shows, at one moment: what was asked for, and every experiment in the order of the list."""

    asked: TryAll
    trials: tuple[Trial, ...]

    @property
    def is_complete(self) -> bool:
        """Whether everything has been run."""
        return all(trial.before is not None for trial in self.trials)


@dataclass(frozen=True, slots=True)
class WatchingFailed:
    """What was asked could not be done; all is as the last frame shows it. `field` names the setting at fault."""

    problem: Problem
    field: str | None


WatchingEvent = WatchingFrame | WatchingFailed
