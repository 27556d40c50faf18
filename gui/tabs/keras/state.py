"""What a project keeps of the Keras tab."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.protocol import FirstWeights, FitDone, Fitting, Frame, Plan, Restore


@dataclass(frozen=True, slots=True)
class Training:
    """What was done with the plan, so that it can be done again; the fields are those of `Restore`.

    Raises `InputError` for what cannot have been.
    """

    path: str = ""
    weights: tuple[FirstWeights, ...] = ()
    fits: tuple[FitDone, ...] = ()
    looked_at: int | None = None
    looks_at_best: bool = False
    threshold: float | None = None

    def __post_init__(self) -> None:
        are_whole = all(
            math.prod(one.shape) == len(one.values) and all(size > 0 for size in one.shape) for one in self.weights
        )
        if not are_whole or any(fit.batches < 0 or fit.epochs < 0 for fit in self.fits):
            template = QT_TRANSLATE_NOOP("engine", "The weights or the calls of fit in the project cannot be.")
            raise InputError("fits", template)

    @staticmethod
    def of(frame: Frame) -> Training:
        """Of the model that is shown."""
        return Training(
            frame.loaded_from,
            tuple(FirstWeights(one.shape, tuple(np.ravel(one).tolist())) for one in frame.first_weights),
            frame.fits,
            frame.looked_at,
            frame.looks_at_best,
            frame.threshold if frame.has_own_threshold else None,
        )


@dataclass(frozen=True, slots=True)
class KerasState:
    """The plan, the arguments of the next `fit`, what was done, and what is in front (as of `KerasChoices`)."""

    plan: Plan = field(default_factory=Plan)
    fitting: Fitting = field(default_factory=Fitting)
    training: Training = field(default_factory=Training)
    page: Literal["data", "model", "compile", "fit"] = "model"
    work: Literal["code", "results", "predict", "side"] = "code"
    log_loss: bool = False
    metric: str = ""

    def command(self, run: int) -> Restore:
        """What does it again."""
        done = self.training
        return Restore(
            run, self.plan, done.path, done.weights, done.fits, done.looked_at, done.looks_at_best, done.threshold
        )
