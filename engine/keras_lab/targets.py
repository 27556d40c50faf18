"""How a program writes targets, and what a model's outputs say of the class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.keras_lab.catalogue.examples import SURE
from engine.keras_lab.catalogue.specification import TargetForm
from engine.training.records import FloatArray


def encode_source(class_count: int, form: TargetForm) -> tuple[str, ...]:
    """The lines of a program that make the same of `targets`, an array (n, 1) of class numbers."""
    one_hot = f'targets = keras.utils.to_categorical(targets, {class_count}).astype("float32")'
    match form:
        case TargetForm.ONE_HOT:
            return (one_hot,)
        case TargetForm.DISTRIBUTION:
            others = f"(1 - {SURE}) / {class_count - 1}"
            return (one_hot, f'targets = np.where(targets == 1, {SURE}, {others}).astype("float32")')
        case TargetForm.CLASSES:
            return ('targets = targets[:, 0].astype("int64")  # the number of each point\'s class',)
        case TargetForm.SIGNS:
            return ("targets = 2 * targets - 1  # -1 and 1 instead of 0 and 1",)
        case _:
            return ()


@dataclass(frozen=True, slots=True)
class Decision:
    """How the outputs of a model are read: which class they say, and how clearly.

    form: of the targets that it learnt from. logits: whether the loss takes the outputs for logits.
    """

    class_count: int
    form: TargetForm
    logits: bool
    outputs: int

    @property
    def has_threshold(self) -> bool:
        """Whether one output parts two classes."""
        return self.outputs == 1 and self.class_count == 2

    @property
    def threshold(self) -> float:
        """In the middle between the two classes, as the targets have them."""
        return 0.0 if self.logits or self.form is TargetForm.SIGNS else 0.5

    def scores(self, outputs: FloatArray) -> FloatArray:
        """(n,): the higher, the more of class 1, of two classes."""
        if self.outputs == 1:
            return outputs[:, 0]
        scores: FloatArray = outputs[:, 1] - outputs[:, 0]
        return scores

    def classes(self, outputs: FloatArray, threshold: float) -> NDArray[np.int64]:
        """(n,): the class that each row of outputs (n, outputs) says; 0 where they are not numbers."""
        if self.has_threshold:
            return (outputs[:, 0] >= np.float32(threshold)).astype(np.int64)
        if self.outputs == 1:  # the class's number is what the model was taught
            nearest = np.rint(np.nan_to_num(outputs[:, 0], nan=0.0, posinf=self.class_count, neginf=0.0))
            return np.clip(nearest, 0, self.class_count - 1).astype(np.int64)
        highest: NDArray[np.int64] = np.nan_to_num(outputs, nan=-np.inf).argmax(axis=1)
        return highest

    def strength(self, outputs: FloatArray, threshold: float) -> FloatArray:
        """(n,) from 0 to 1: how far the outputs are from saying another class."""
        with np.errstate(all="ignore"):
            if self.outputs == 1 and not self.has_threshold:
                distance = 1 - 2 * np.abs(outputs[:, 0] - np.clip(np.rint(outputs[:, 0]), 0, self.class_count - 1))
            elif self.outputs == 1:
                distance = np.abs(self._likelihood(outputs[:, 0]) - self._likelihood(np.float32(threshold))) * 2
            else:
                shares = np.exp(outputs - outputs.max(axis=1, keepdims=True)) if self.logits else outputs
                shares = shares / shares.sum(axis=1, keepdims=True) if self.logits else shares
                highest = np.sort(shares, axis=1)
                distance = highest[:, -1] - highest[:, -2]
        strength: FloatArray = np.clip(np.nan_to_num(distance), 0.0, 1.0).astype(np.float32)
        return strength

    def _likelihood(self, scores: FloatArray | np.float32) -> FloatArray | np.float32:
        """Of class 1, from 0 to 1 where the targets lie."""
        if self.logits:
            return np.float32(1) / (np.float32(1) + np.exp(-scores))
        return (scores + np.float32(1)) / np.float32(2) if self.form is TargetForm.SIGNS else scores
