"""How a session trains."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.datasets import check_seed
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.catalogue.specification import Value

FLOAT32 = np.finfo(np.float32)


def check_learning_rate(value: float) -> float:
    """A learning rate that teaches: finite and above 0, also as a float32. Raises `InputError`."""
    is_number = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    if not is_number or not float(FLOAT32.tiny) <= value <= float(FLOAT32.max):
        raise InputError(
            "learning_rate",
            QT_TRANSLATE_NOOP("engine", "The learning rate must be a number above 0, such as 0.1; not {value}."),
            value=value,
        )
    return float(value)


def check_batch_size(value: int | None, samples: int | None = None) -> int | None:
    """A number of points from 1 to `samples`, or None for all of them. Raises `InputError`."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < 1:
        raise InputError(
            "batch_size",
            QT_TRANSLATE_NOOP("engine", "The batch size must be a whole number, at least 1, not {value}."),
            value=value,
        )
    if samples is not None and value > samples:
        raise InputError(
            "batch_size",
            QT_TRANSLATE_NOOP("engine", "A batch of {value} is more than the {samples} points that there are."),
            value=value,
            samples=samples,
        )
    return int(value)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a session trains; the defaults are the notes' own.

    optimizer: "manual" (the notes' `assign_sub`) or the name of a Keras optimizer. learning_rate: above 0.
    batch_size: points a step, None for all of them. seed: draws the first weights and the shuffles.
    optimizer_arguments: what else the Keras optimizer is given, as in (("momentum", 0.9),); see the catalogue.
    Raises `InputError`; the optimizer, its arguments, and the batch size against the data are checked by the session.
    """

    optimizer: str = "manual"
    learning_rate: float = 0.1
    batch_size: int | None = None
    seed: int = 0
    optimizer_arguments: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "learning_rate", check_learning_rate(self.learning_rate))
        object.__setattr__(self, "batch_size", check_batch_size(self.batch_size))
        check_seed(self.seed)
