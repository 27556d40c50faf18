"""Points and the class of each, as every session, model and plot takes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.datasets.scaling import Scaling


@dataclass(frozen=True, eq=False)
class Dataset:
    """Points and their targets, both read-only.

    inputs: (n, features) float32. targets: (n, 1) float32, the number of each point's class, from 0 up: 0 or 1
    where there are two, as the binary classifier is taught. class_count: how many classes there are.
    feature_names, class_names: as the user's own table calls them; empty for points that were drawn.
    scaling: how the inputs were made from the numbers in that table, None where they are the numbers themselves.
    """

    inputs: NDArray[np.float32]
    targets: NDArray[np.float32]
    class_count: int = 2
    feature_names: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()
    scaling: Scaling | None = None

    def __post_init__(self) -> None:
        self.inputs.flags.writeable = False
        self.targets.flags.writeable = False

    def __len__(self) -> int:
        return len(self.inputs)

    @cached_property
    def is_positive(self) -> NDArray[np.bool_]:
        """(n,) bool: which points belong to class 1, of two."""
        return self.targets[:, 0] > 0.5

    @cached_property
    def classes(self) -> NDArray[np.int64]:
        """(n,) int64: the number of each point's class, as sparse losses and plots of many classes take it."""
        classes = self.targets[:, 0].astype(np.int64)
        classes.flags.writeable = False
        return classes

    def against_rest(self, positive: int) -> Dataset:
        """The same points in two classes: 1 for those of the class numbered `positive`, 0 for all others."""
        names = (f"≠ {self.class_names[positive]}", self.class_names[positive]) if self.class_names else ()
        targets = (self.targets == positive).astype(np.float32)
        return Dataset(self.inputs, targets, 2, self.feature_names, names, self.scaling)
