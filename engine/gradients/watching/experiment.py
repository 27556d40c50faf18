"""What an experiment is made of: a program that goes wrong, why it does, and the program that is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from engine.errors import Problem

Formula = Callable[[Any], Any]
"""What the learner typed, as a function of the point: TensorFlow in, TensorFlow out."""


class Group(Enum):
    """What an experiment is about."""

    WATCHED = auto()
    """What the point is to the tape."""

    BROKEN = auto()
    """What comes between the point and the result."""

    ASKED = auto()
    """How the tape is used."""


@dataclass(frozen=True, slots=True)
class Version:
    """A program, as text and as the very same calls in Python.

    text: a template of its lines; those that begin with ">" matter. Its fields: {at} the point, {whole} the point as a
    whole number, {before} the point less 1, and the formula: {y} of t, {y_of_x} of x, {y_of_time} of time.
    make: makes the point. run: does the rest with it and gives the gradient. why: a sentence about what comes of it.
    """

    text: str
    make: Callable[[Point], Any]
    run: Callable[[Any, Formula], Any]
    why: Problem


@dataclass(frozen=True, slots=True)
class Point:
    """The point in the forms that programs take it in."""

    at: float

    @property
    def whole(self) -> int:
        """The nearest whole number that an int32 holds."""
        return max(min(round(self.at), 2**31 - 1), -(2**31))

    @property
    def before(self) -> float:
        """One less, without the noise of the last digits."""
        return float(f"{self.at - 1:.6g}")


@dataclass(frozen=True, slots=True)
class Experiment:
    """title: what is done, in a few words. call: the one that is to give the gradient.

    repair and repaired: how to mend it, and the program that is; None where there is nothing to mend.
    """

    key: str
    group: Group
    title: str
    call: str
    version: Version
    repair: Problem | None = None
    repaired: Version | None = None
    repaired_call: str = ""
