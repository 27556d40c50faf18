"""Four squares, of which those in opposite corners belong together: the exclusive or of two signs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.checking import LARGEST, checked_number
from engine.datasets.drawn import Drawn
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Xor(Drawn):
    """Class 0 where x and y have the same sign, class 1 where they have not. side: of each of the four squares."""

    noise: float = 0.1
    side: float = 3.0

    def __post_init__(self) -> None:
        super().__post_init__()
        template = QT_TRANSLATE_NOOP(
            "engine", "The side of a square is a number from {least:g} to {most:g}, such as 3; not {value}."
        )
        object.__setattr__(self, "side", checked_number("side", self.side, 0, LARGEST, template))

    def _shape(self, generator: np.random.Generator) -> NDArray[np.float64]:
        corners = generator.uniform(0, self.side, (self.size, 2))
        signs = generator.choice([-1, 1], (self.size, 1))
        mirrored = np.repeat([[1, 1], [1, -1]], self.sizes, axis=0)
        points: NDArray[np.float64] = corners * signs * mirrored
        return points

    def _shape_source(self) -> tuple[str, ...]:
        return (
            "# Class 0 where x and y have the same sign, class 1 where they have not",
            f"corners = rng.uniform(0, {self.side!r}, (sum(sizes), 2))",
            "signs = rng.choice([-1, 1], (sum(sizes), 1))",
            "mirrored = np.repeat([[1, 1], [1, -1]], sizes, axis=0)",
            "inputs = corners * signs * mirrored",
        )
