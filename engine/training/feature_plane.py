"""The plane in which data of any number of features are looked at: two of them, in the units of the user's table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Dataset
from engine.training.records import FloatArray

Axes = tuple[int, int | None]
"""Which feature goes to the right, and which one up; with a single feature, none does."""


@dataclass(frozen=True, eq=False)
class Plane:
    """A cut through the space of the features: all others are held at their mean.

    What a linear classifier says in it is again linear in the two features that are seen: `seen` gives the weights
    (2, 1) and the bias (1,) that it has there, and `lifted` takes such a pair back.
    """

    dataset: Dataset
    axes: Axes

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out: there are no other features."""
        return len(self.dataset.inputs[0]) <= 2

    @cached_property
    def points(self) -> Dataset:
        """The data in this plane: inputs (n, 2). Drawn points are themselves."""
        dataset = self.dataset
        if dataset.scaling is None and dataset.inputs.shape[1] == 2 and self.axes == (0, 1):
            return dataset
        inputs = np.zeros((len(dataset), 2), dtype=np.float32)
        for place, feature in enumerate(self.axes):
            if feature is not None:
                inputs[:, place] = self._raw(feature)
        return Dataset(inputs, dataset.targets, dataset.class_count, self.names, dataset.class_names)

    @property
    def names(self) -> tuple[str, ...]:
        """What the two axes are called; empty where the features have no names."""
        if not self.dataset.feature_names:
            return ()
        return tuple("" if feature is None else self.dataset.feature_names[feature] for feature in self.axes)

    def seen(self, weights: FloatArray, bias: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Of weights (features, 1) and bias (1,), the weights (2, 1) and the bias (1,) in this plane."""
        if self.points is self.dataset:
            return weights, bias
        with np.errstate(all="ignore"):  # what diverges shows as such
            per_unit = weights[:, 0].astype(np.float64) / self._spread
            intercept = bias.astype(np.float64) + self._others @ weights[:, 0] - self._shown_mean @ per_unit
            pair = [0.0 if feature is None else per_unit[feature] for feature in self.axes]
            return np.array(pair, dtype=np.float32).reshape(2, 1), intercept.astype(np.float32)

    def lifted(self, pair: FloatArray, intercept: FloatArray, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The weights (features, 1) and bias (1,) that look like this pair; those of the other features stay."""
        if self.points is self.dataset:
            return pair, intercept
        with np.errstate(all="ignore"):
            lifted = weights[:, 0].astype(np.float64)
            for place, feature in enumerate(self.axes):
                if feature is not None:
                    lifted[feature] = float(pair[place, 0]) * self._spread[feature]
            per_unit = lifted / self._spread
            bias = intercept.astype(np.float64) - self._others @ lifted + self._shown_mean @ per_unit
            return lifted.astype(np.float32).reshape(-1, 1), bias.astype(np.float32)

    @cached_property
    def _spread(self) -> NDArray[np.float64]:
        """(features,): by how many units of the table each input grows by 1."""
        scaling = self.dataset.scaling
        return np.ones(self.dataset.inputs.shape[1]) if scaling is None else scaling.spread

    @cached_property
    def _shown_mean(self) -> NDArray[np.float64]:
        """(features,): what was taken off the features that are seen; 0 for the others."""
        scaling = self.dataset.scaling
        means = np.zeros(self.dataset.inputs.shape[1])
        if scaling is not None:
            for feature in self.axes:
                if feature is not None:
                    means[feature] = scaling.mean[feature]
        return means

    @cached_property
    def _others(self) -> NDArray[np.float64]:
        """(features,): the mean of each input that is not seen; 0 for those that are."""
        means: NDArray[np.float64] = self.dataset.inputs.mean(axis=0, dtype=np.float64)
        for feature in self.axes:
            if feature is not None:
                means[feature] = 0.0
        return means

    def _raw(self, feature: int) -> NDArray[np.float64]:
        values = self.dataset.inputs[:, feature].astype(np.float64)
        scaling = self.dataset.scaling
        return values if scaling is None else values * scaling.spread[feature] + scaling.mean[feature]


def plane_of(dataset: Dataset, axes: tuple[int, int] = (0, 1)) -> Plane:
    """The plane of these two features, or, where the data have not got them, of the first ones."""
    features = dataset.inputs.shape[1]
    if features == 1:
        return Plane(dataset, (0, None))
    first, second = axes
    if first == second or not (0 <= first < features and 0 <= second < features):
        first, second = 0, 1
    return Plane(dataset, (first, second))
