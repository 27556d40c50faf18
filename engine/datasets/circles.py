"""A ring within a ring: no straight line parts them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.drawn import Drawn, checked_pair
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Circles(Drawn):
    """Two rings around the origin. radii: of class 0 and of class 1."""

    noise: float = 0.2
    radii: tuple[float, float] = (3.0, 1.5)

    def __post_init__(self) -> None:
        super().__post_init__()
        template = QT_TRANSLATE_NOOP(
            "engine", "The radii are two numbers from 0 to 1000000, such as 3, 1.5; not {value}."
        )
        object.__setattr__(self, "radii", checked_pair("radii", self.radii, template))

    def _shape(self, generator: np.random.Generator) -> NDArray[np.float64]:
        angles = generator.uniform(0, 2 * np.pi, self.size)
        radii = np.repeat(self.radii, self.sizes)
        return np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))

    def _shape_source(self) -> tuple[str, ...]:
        outer, inner = self.radii
        return (
            "# A ring of points for each class",
            "angles = rng.uniform(0, 2 * np.pi, sum(sizes))",
            f"radii = np.repeat([{outer!r}, {inner!r}], sizes)",
            "inputs = np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))",
        )
