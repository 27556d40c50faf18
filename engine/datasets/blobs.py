"""Round clouds of points, one for each of two to four classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.checking import LARGEST, checked_number, checked_whole_number
from engine.datasets.drawn import Drawn
from engine.errors import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Blobs(Drawn):
    """Clouds whose centres stand evenly on a circle. distance: of the centres from the origin. noise: their width."""

    noise: float = 0.8
    class_count: int = 3  # type: ignore[misc]  # here it is chosen, where the other shapes have two for good
    distance: float = 3.0

    def __post_init__(self) -> None:
        classes = QT_TRANSLATE_NOOP("engine", "Choose from {least} to {most} classes, not {value}.")
        distance = QT_TRANSLATE_NOOP("engine", "The distance is a number from {least:g} to {most:g}, not {value}.")
        object.__setattr__(self, "class_count", checked_whole_number("class_count", self.class_count, 2, 4, classes))
        object.__setattr__(self, "distance", checked_number("distance", self.distance, 0, LARGEST, distance))
        super().__post_init__()

    def _shape(self, generator: np.random.Generator) -> NDArray[np.float64]:
        angles = 2 * np.pi * np.arange(self.class_count) / self.class_count
        centres = self.distance * np.column_stack((np.cos(angles), np.sin(angles)))
        return np.repeat(centres, self.sizes, axis=0)

    def _shape_source(self) -> tuple[str, ...]:
        return (
            "# A cloud of points for each class, around centres that stand on a circle",
            f"angles = 2 * np.pi * np.arange({self.class_count}) / {self.class_count}",
            f"centres = {self.distance!r} * np.column_stack((np.cos(angles), np.sin(angles)))",
            "inputs = np.repeat(centres, sizes, axis=0)",
        )
