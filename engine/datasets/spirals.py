"""Two spirals, one within the other: the hardest of the well-known shapes in the plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.checking import LARGEST, checked_number
from engine.datasets.drawn import Drawn
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Spirals(Drawn):
    """Two arms from the origin outwards. turns: how often each winds around it. radius: how far out they reach."""

    noise: float = 0.1
    turns: float = 1.5
    radius: float = 4.0

    def __post_init__(self) -> None:
        super().__post_init__()
        turns = QT_TRANSLATE_NOOP("engine", "The turns are a number from {least:g} to {most:g}, not {value}.")
        radius = QT_TRANSLATE_NOOP("engine", "The radius is a number from {least:g} to {most:g}, not {value}.")
        object.__setattr__(self, "turns", checked_number("turns", self.turns, 0, 20, turns))
        object.__setattr__(self, "radius", checked_number("radius", self.radius, 0, LARGEST, radius))

    def _shape(self, generator: np.random.Generator) -> NDArray[np.float64]:
        along = np.sqrt(generator.uniform(0, 1, self.size))  # the root makes the arms equally dense all along
        angles = 2 * np.pi * self.turns * along + np.repeat([0, np.pi], self.sizes)
        radii = self.radius * along
        return np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))

    def _shape_source(self) -> tuple[str, ...]:
        return (
            "# Two arms from the origin outwards, one turned by half a circle",
            "along = np.sqrt(rng.uniform(0, 1, sum(sizes)))",
            f"angles = 2 * np.pi * {self.turns!r} * along + np.repeat([0, np.pi], sizes)",
            f"radii = {self.radius!r} * along",
            "inputs = np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))",
        )
