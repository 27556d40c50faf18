"""Features on one scale, and back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Scaling:
    """Each feature minus its mean, divided by its spread, which is its standard deviation: both (features,) float64."""

    mean: Numbers
    spread: Numbers

    @staticmethod
    def of(values: Numbers) -> Scaling:
        """That of values (n, features); a feature that never changes keeps its spread of 1."""
        spread = values.std(axis=0)
        return Scaling(values.mean(axis=0), np.where(spread > 0, spread, 1.0))

    def scaled(self, values: Numbers) -> Numbers:
        """The values, (n, features), on one scale."""
        return (values - self.mean) / self.spread
