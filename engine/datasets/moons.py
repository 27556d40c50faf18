"""Two half circles that reach into each other: nearly parted by a line, and never wholly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.checking import LARGEST, checked_number
from engine.datasets.drawn import Drawn
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Moons(Drawn):
    """An arch (class 0) and a bowl (class 1) whose tips reach into each other. radius: of both."""

    noise: float = 0.2
    radius: float = 2.0

    def __post_init__(self) -> None:
        super().__post_init__()
        template = QT_TRANSLATE_NOOP("engine", "The radius is a number from {least:g} to {most:g}, not {value}.")
        object.__setattr__(self, "radius", checked_number("radius", self.radius, 0, LARGEST, template))

    def _shape(self, generator: np.random.Generator) -> NDArray[np.float64]:
        angles = generator.uniform(0, np.pi, self.size) + np.repeat([0, np.pi], self.sizes)
        centres = np.repeat([[-0.5, -0.25], [0.5, 0.25]], self.sizes, axis=0)
        points: NDArray[np.float64] = self.radius * (centres + np.column_stack((np.cos(angles), np.sin(angles))))
        return points

    def _shape_source(self) -> tuple[str, ...]:
        return (
            "# An arch and a bowl whose tips reach into each other",
            "angles = rng.uniform(0, np.pi, sum(sizes)) + np.repeat([0, np.pi], sizes)",
            "centres = np.repeat([[-0.5, -0.25], [0.5, 0.25]], sizes, axis=0)",
            "circles = np.column_stack((np.cos(angles), np.sin(angles)))",
            f"inputs = {self.radius!r} * (centres + circles)",
        )
