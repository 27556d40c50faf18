"""What the recipes of drawn shapes have in common: how many points of each class, how far they scatter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.datasets.checking import LARGEST, check_samples, check_seed, checked_number
from engine.datasets.dataset import Dataset
from engine.errors import QT_TRANSLATE_NOOP, InputError

BYTES_PER_POINT = 96
"""What is drawn and worked out in float64 on the way, and the float32 that is kept."""


@dataclass(frozen=True)
class Drawn:
    """Points drawn along a shape, class after class, each moved by noise; the subclass says which shape.

    samples_per_class: points of class 0. noise: the standard deviation of what is added to each coordinate.
    balance: how many points each class has for one of the class before it; 1 makes all classes equal.
    Raises `InputError`.
    """

    samples_per_class: int = 500
    noise: float = 0.0
    balance: float = 1.0
    seed: int = 0
    class_count: ClassVar[int] = 2

    def __post_init__(self) -> None:
        noise = QT_TRANSLATE_NOOP("engine", "Noise is a number from {least:g} to {most:g}, such as 0.2; not {value}.")
        balance = QT_TRANSLATE_NOOP(
            "engine", "The balance is a number from {least:g} to {most:g}, 1 for equal classes; not {value}."
        )
        object.__setattr__(self, "noise", checked_number("noise", self.noise, 0, LARGEST, noise))
        object.__setattr__(self, "balance", checked_number("balance", self.balance, 0.01, 100, balance))
        each = sum(self.balance**number for number in range(self.class_count))
        check_samples(self.samples_per_class, each * BYTES_PER_POINT)
        check_seed(self.seed)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many points each class has, at least one."""
        wanted = (round(self.samples_per_class * self.balance**number) for number in range(self.class_count))
        return tuple(max(1, count) for count in wanted)

    @property
    def size(self) -> int:
        """How many points there will be."""
        return sum(self.sizes)

    def make(self) -> Dataset:
        """Draws the points, class after class; the same seed gives the same points."""
        generator = np.random.default_rng(self.seed)
        points = self._shape(generator)
        if self.noise > 0:
            points = points + generator.normal(0, self.noise, points.shape)
        numbers = np.arange(self.class_count, dtype=np.float32)[:, np.newaxis]
        return Dataset(points.astype(np.float32), np.repeat(numbers, self.sizes, axis=0), self.class_count)

    def source(self) -> tuple[str, ...]:
        """Lines of NumPy that make the same points."""
        noise = (f"inputs = inputs + rng.normal(0, {self.noise!r}, inputs.shape)",) if self.noise > 0 else ()
        numbers = ", ".join(f"[{number}]" for number in range(self.class_count))
        heading, *shape = self._shape_source()
        return (
            heading,
            f"rng = np.random.default_rng({self.seed})",
            f"sizes = {list(self.sizes)}",
            *shape,
            *noise,
            'inputs = inputs.astype("float32")',
            f'targets = np.repeat([{numbers}], sizes, axis=0).astype("float32")',
        )

    def _shape(self, generator: np.random.Generator) -> NDArray[np.float64]:
        """(n, 2): the points before noise is added."""
        raise NotImplementedError

    def _shape_source(self) -> tuple[str, ...]:
        """A comment on what is made, then the lines of `_shape`: from `rng` and `sizes` to `inputs`."""
        raise NotImplementedError


def checked_pair(field: str, value: object, template: str) -> tuple[float, float]:
    """Two numbers from 0 to `LARGEST`. Raises `InputError`, where {value} is the template's."""
    try:
        first, second = (float(number) for number in value)  # type: ignore[attr-defined]  # whatever is no pair raises
    except (TypeError, ValueError, OverflowError):
        first = second = -1.0
    if not (0 <= first <= LARGEST and 0 <= second <= LARGEST):
        raise InputError(field, template, value=value)
    return first, second
