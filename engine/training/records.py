"""What one training step leaves to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, Problem

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Record:
    """One step: the loss and the parameters before its update, and the gradients that the update used.

    index: the step's number. weights, weights_gradient: (features, 1). bias, bias_gradient: (1,).
    """

    index: int
    loss: float
    weights: FloatArray
    bias: FloatArray
    weights_gradient: FloatArray
    bias_gradient: FloatArray


@dataclass(frozen=True, slots=True)
class Edit:
    """Parameters that were put in by hand before step `step`. weights: (features, 1). bias: (1,)."""

    step: int
    weights: FloatArray
    bias: FloatArray


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation that TensorFlow executed: its name (`MatMul`) and the shapes that went in and came out."""

    name: str
    inputs: tuple[tuple[int, ...], ...]
    outputs: tuple[tuple[int, ...], ...]


PHASES = ("batch", "forward", "loss", "gradients", "update")


@dataclass(frozen=True, slots=True)
class Phase:
    """One of the five parts of a training step, as it ran.

    name: one of `PHASES`. tensors: the real ones, by name, that the phase
    used and made. operations: what TensorFlow executed for it, in order.
    """

    name: str
    tensors: Mapping[str, FloatArray]
    operations: tuple[Operation, ...]


class Diverged(Problem):
    """The loss at `step` is no longer a finite number; every step before it is kept."""

    def __init__(self, step: int, learning_rate: float) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "engine",
                "The loss at step {step} is no longer finite: with a learning rate of {learning_rate:g} each step "
                "overshoots further. Go back and try {better:g}.",
            ),
            step=step,
            learning_rate=learning_rate,
            better=learning_rate / 10,
        )
        self.step = step
        self.learning_rate = learning_rate
