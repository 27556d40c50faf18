"""The accuracy over a run, at a few hundred of its steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.training.history import History
from engine.training.records import FloatArray

MOST_SAMPLES = 256

Measure = Callable[[FloatArray, FloatArray], NDArray[np.float64]]
"""Weights (k, features, 1) and biases (k, 1) to the accuracies (k,) of all the data."""


@dataclass(frozen=True, slots=True)
class AccuracyView:
    """steps: (k,) int64, ascending, evenly spaced. values: (k,) float64, the share of right answers before each."""

    steps: NDArray[np.int64]
    values: NDArray[np.float64]


class AccuracyCurve:
    """Sampled at every `stride` steps; once the samples are too many, at every second of those.

    Every sample costs a pass over all the data, so they are taken a few at a time, as time allows.
    """

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._history: History | None = None
        self._stride = 1
        self._values: list[float] = []

    def extend(self, history: History, most: int) -> bool:
        """Takes the next samples of `history`, `most` of them; gives whether there are more to take.

        The samples that `history` shares with the one before it stay.
        """
        if history is not self._history:
            self._keep(history.own_from if self._history is not None else 0)
            self._history = history
        while len(history) // self._stride >= MOST_SAMPLES:
            self._stride *= 2
            self._values = self._values[::2]
        missing = range(len(self._values) * self._stride, len(history) + 1, self._stride)
        if missing:
            part = slice(missing.start, missing[:most].stop, self._stride)
            self._values.extend(self._measure(history.weights[part], history.bias[part]).tolist())
        return len(missing) > most

    @property
    def view(self) -> AccuracyView:
        view = AccuracyView(np.arange(len(self._values), dtype=np.int64) * self._stride, np.array(self._values))
        for array in (view.steps, view.values):
            array.flags.writeable = False
        return view

    def _keep(self, steps: int) -> None:
        """Keeps the samples before step `steps`."""
        del self._values[-(-steps // self._stride) :]
