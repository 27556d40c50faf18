"""What a model makes of the plane, and of any points: one compiled call for each question."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf

from engine.keras_lab.building import FEATURES, POINTS, Model
from engine.keras_lab.protocol import Region
from engine.keras_lab.targets import Decision
from engine.training.records import FloatArray

CELLS = 100
"""The plane is asked at so many places in each direction."""


class Looker:
    """Asks a copy of the model, so that the one that is trained is left in peace."""

    def __init__(self, copy: Model, extent: tuple[float, float, float, float]) -> None:
        self._copy = copy
        self._extent = extent
        self._grid = tf.constant(grid(extent))
        self._number = 0
        self._held: object = None
        self._ask = tf.function(
            lambda points: copy(points, training=False), input_signature=[tf.TensorSpec((None, FEATURES), tf.float32)]
        )

    @property
    def copy(self) -> Model:
        """The copy, with the weights that were held last."""
        return self._copy

    def hold(self, weights: tuple[FloatArray, ...]) -> None:
        """Looks under these weights from now on."""
        if weights is not self._held:
            for variable, values in zip(self._copy.weights, weights, strict=True):
                variable.assign(values)
            self._held = weights

    def outputs(self, points: FloatArray) -> FloatArray:
        """(n, 2) to (n, outputs), a few thousand points at a time."""
        parts = [self._ask(points[start : start + POINTS]).numpy() for start in range(0, len(points), POINTS)]
        joined: FloatArray = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return joined

    def region(self, decision: Decision, threshold: float) -> Region:
        """The whole plane."""
        outputs = self._ask(self._grid).numpy()
        self._number += 1
        shape = (CELLS, CELLS)
        classes = decision.classes(outputs, threshold).astype(np.uint8).reshape(shape)
        strength = decision.strength(outputs, threshold).reshape(shape)
        pictures: list[Any] = [outputs.reshape(*shape, -1), classes, strength]
        for picture in pictures:
            picture.flags.writeable = False
        return Region(self._number, self._extent, *pictures)


def grid(extent: tuple[float, float, float, float]) -> FloatArray:
    """The middles of the cells, (CELLS², 2), row after row from the bottom."""
    left, right, bottom, top = extent
    middles = (np.arange(CELLS) + 0.5) / CELLS
    x, y = np.meshgrid(left + (right - left) * middles, bottom + (top - bottom) * middles)
    return np.column_stack((x.ravel(), y.ravel())).astype(np.float32)
