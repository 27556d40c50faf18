"""What there is to look at: a function of two variables, and the part of the plane that is seen of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from engine.errors import QT_TRANSLATE_NOOP, InputError

NAMES = ("x", "y")
MOST_STEPS = 400
LARGEST = 1e15
"""A number beyond this is too coarse, as a float32 and as a position on the screen, to look around."""

ROUNDING = {"float32": 1.2e-7, "float64": 2.3e-16}
"""How far apart two neighbouring numbers are, as a share of their size."""

Dtype = Literal["float32", "float64"]


@dataclass(frozen=True, slots=True)
class Formula:
    """What a learner typed about x and y."""

    text: str


@dataclass(frozen=True, slots=True)
class ClassifierLoss:
    """The mean squared error of the notes' linear classifier on the notes' data, over W[0] and W[1]; b stays."""

    bias: float = 0.0

    def __post_init__(self) -> None:
        if not abs(self.bias) <= LARGEST:
            template = QT_TRANSLATE_NOOP("engine", "b is a number between -1e15 and 1e15, not {value}.")
            raise InputError("bias", template, value=self.bias)


Subject = Formula | ClassifierLoss


@dataclass(frozen=True, slots=True)
class Region:
    """The rectangle that is seen. Raises `InputError` where it is none, with the field "x_range" or "y_range"."""

    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def __post_init__(self) -> None:
        for name, low, high in (("x", self.x_low, self.x_high), ("y", self.y_low, self.y_high)):
            if not (abs(low) <= LARGEST and abs(high) <= LARGEST):
                template = QT_TRANSLATE_NOOP("engine", "A range is two numbers between -1e15 and 1e15, such as -2, 2.")
                raise InputError(f"{name}_range", template)
            if low >= high:
                template = QT_TRANSLATE_NOOP("engine", "A range begins with its lesser number: {high}, {low}.")
                if low == high:
                    template = QT_TRANSLATE_NOOP("engine", "A range needs two different numbers, not {low} twice.")
                raise InputError(f"{name}_range", template, low=f"{low:g}", high=f"{high:g}")

    @property
    def size(self) -> float:
        """The length of the diagonal."""
        return math.hypot(self.x_high - self.x_low, self.y_high - self.y_low)

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point itself, or the one on the edge that is nearest to it."""
        return min(max(x, self.x_low), self.x_high), min(max(y, self.y_low), self.y_high)

    def check_steps(self, steps: int, dtype: Dtype) -> None:
        """Refuses so many steps from edge to edge where `dtype` cannot tell one from the next, or nobody could wait."""
        if isinstance(steps, bool) or not 2 <= steps <= MOST_STEPS:
            template = QT_TRANSLATE_NOOP("engine", "The grid has from 2 to {most} steps a side, not {value}.")
            raise InputError("steps", template, most=MOST_STEPS, value=steps)
        for name, low, high in (("x", self.x_low, self.x_high), ("y", self.y_low, self.y_high)):
            if (high - low) / steps < 4 * ROUNDING[dtype] * max(abs(low), abs(high)):
                template = QT_TRANSLATE_NOOP(
                    "engine", "Between these two numbers {dtype} has too few others; choose a wider range."
                )
                raise InputError(f"{name}_range", template, dtype=dtype)

    def check_point(self, x: float, y: float) -> None:
        """Refuses a point that is not in the picture."""
        for name, value, low, high in (("x", x, self.x_low, self.x_high), ("y", y, self.y_low, self.y_high)):
            if not low <= value <= high:
                template = QT_TRANSLATE_NOOP(
                    "engine", "The picture goes from {low} to {high}; choose a number in it, or widen the range."
                )
                raise InputError(name, template, low=f"{low:g}", high=f"{high:g}")
