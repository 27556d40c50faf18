"""What is looked at on the page of f(x, y), remembered until the next time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.gradients.surface.protocol import ShowSurface
from engine.gradients.surface.subjects import ClassifierLoss, Dtype, Formula, Region, Subject

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class SurfaceChoices:
    """subject: whether `formula` is looked at, or the classifier's loss with the bias `bias`. steps: of the grid.

    Raises `Problem` for what is no region, no bias and no learning rate; what the formula lacks, the engine says.
    """

    subject: Literal["formula", "loss"] = "formula"
    formula: str = "x**2 - y**2"
    bias: float = 0.0
    x_range: Pair = (-2.0, 2.0)
    y_range: Pair = (-2.0, 2.0)
    point: Pair = (1.0, 0.6)
    dtype: Dtype = "float32"
    steps: int = 200
    spacing: Literal["auto", "linear", "log"] = "auto"
    arrows: bool = True
    learning_rate: float = 0.1

    def __post_init__(self) -> None:
        self.region().check_steps(self.steps, self.dtype)
        ClassifierLoss(self.bias)
        if self.learning_rate <= 0:
            raise Problem(QT_TRANSLATE_NOOP("engine", "The learning rate must be a number above 0."))

    def region(self) -> Region:
        """What is seen of the plane."""
        return Region(*self.x_range, *self.y_range)

    def shown(self) -> Subject:
        """The function."""
        return ClassifierLoss(self.bias) if self.subject == "loss" else Formula(self.formula)

    def command(self, run: int) -> ShowSurface:
        """The command to look at it."""
        return ShowSurface(run, self.shown(), self.region(), self.dtype, self.steps, self.point)
