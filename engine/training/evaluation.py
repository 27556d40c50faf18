"""What a set of parameters makes of all the data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.datasets import Dataset
from engine.training.classifier import Tensor, squared_errors
from engine.training.records import FloatArray


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All the data under one set of parameters: mean squared error, share and number of right answers.

    predicted: (n,) bool, where the prediction is above 0.5.
    """

    loss: float
    accuracy: float
    wrong: int
    predicted: NDArray[np.bool_]


class Evaluator:
    """Of one data set; traced once."""

    def __init__(self, dataset: Dataset, inputs: Tensor, targets: Tensor) -> None:
        """inputs, targets: those of the data set, as tensors."""
        self._dataset = dataset
        self._inputs, self._targets = inputs, targets
        self._evaluation = tf.function(self._trace)

    def __call__(self, weights: FloatArray, bias: FloatArray) -> Evaluation:
        """weights: (features, 1). bias: (1,)."""
        loss, answers = self._evaluation(tf.constant(weights), tf.constant(bias))
        predicted: NDArray[np.bool_] = answers.numpy()
        predicted.flags.writeable = False
        wrong = int(np.count_nonzero(predicted != self._dataset.is_positive))
        return Evaluation(float(loss), (len(self._dataset) - wrong) / len(self._dataset), wrong, predicted)

    def _trace(self, weights: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        predictions = tf.matmul(self._inputs, weights) + bias
        return tf.reduce_mean(squared_errors(self._targets, predictions)), predictions[:, 0] > 0.5
