"""What a loss gives for every class with every output that a layer may have, and how it slopes there."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import InputError
from engine.keras_lab.catalogue import reasons
from engine.keras_lab.catalogue.custom import custom_function
from engine.keras_lab.catalogue.examples import activated, encode, few_outputs, raw_outputs
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.reasons import Reason
from engine.keras_lab.catalogue.resolving import resolve
from engine.keras_lab.catalogue.specification import Choice, Custom, OutputForm, TargetForm

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False, slots=True)
class Values:
    """loss (classes, outputs); slope by the outputs and steepness by what stands before the activation, both lengths
    (classes, outputs). `company`: of a loss that is one number for a batch, the outputs that the other classes had.
    """

    loss: Floats
    slope: Floats
    steepness: Floats
    company: tuple[int, ...] | None = None


class LossTrial:
    """A loss, and what is computed of it for targets and outputs of one form."""

    def __init__(self, loss: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm) -> None:
        self.loss, self.classes, self.form, self.output = loss, classes, targets, output
        self.is_custom = isinstance(loss, Custom)
        self.targets = encode(np.arange(classes), targets, classes)
        self.raw = raw_outputs(output, classes, targets)
        self.outputs: Floats = np.asarray(activated(self.raw, output))
        self._call: Any = None
        self._sloped: Callable[[Any], Any]

    def call(self, y_true: Any, y_pred: Any) -> Any:
        """A loss for each sample, or one for the batch."""
        if self._call is None:
            if isinstance(self.loss, Custom):
                self._call = custom_function(self.loss, "loss")
            else:
                self._call = make("loss", resolve("loss", self.loss, self.form, self.output))
                self._call.reduction = "none"
        with warnings.catch_warnings():
            warnings.simplefilter("error", SyntaxWarning)  # what Keras warns of, it computes wrongly
            return self._call(y_true, y_pred)

    def config(self) -> dict[str, Any]:
        """The arguments of a loss of Keras's."""
        config: dict[str, Any] = self._call.get_config()
        return config

    def values(self) -> Values | Reason:
        """Of every class with every output. Raises whatever Keras raises."""
        many = len(self.raw)
        y_true = np.repeat(self.targets, many, axis=0)
        raw = tf.constant(np.tile(self.raw, (self.classes, 1)))
        with tf.GradientTape(persistent=True) as tape:
            tape.watch(raw)
            y_pred = tf.identity(activated(raw, self.output))  # without what Keras notes on it, which hides the slope
            loss = self.call(y_true, y_pred)
        if loss.shape == ():
            return self._joint_values()
        if (
            loss.shape[:1] != y_pred.shape[:1]
            or loss.shape.rank > 2
            or loss.shape[1:] not in ((), (1,), y_pred.shape[1:])
        ):
            return reasons.SHAPE(shape=str(tuple(loss.shape)))
        slope, steepness = tape.gradient(loss, y_pred), tape.gradient(loss, raw)
        if slope is None or steepness is None:
            return reasons.NO_GRADIENT()
        half = len(y_true) // 2
        alone = self.call(y_true[:half], y_pred[:half])
        if not np.allclose(alone, loss[:half], rtol=1e-3, atol=1e-5, equal_nan=True):
            return reasons.COUPLED()
        loss = tf.reduce_mean(loss, axis=list(range(1, loss.shape.rank))) if loss.shape.rank > 1 else loss
        return Values(
            loss.numpy().reshape(self.classes, many),
            np.linalg.norm(slope, axis=-1).reshape(self.classes, many),
            np.linalg.norm(steepness, axis=-1).reshape(self.classes, many),
        )

    def _joint_values(self) -> Values | Reason:
        """Of a loss that is one number for a batch: one sample of each class, where all others are right."""
        if not self.is_custom and not self.gives_probabilities():
            return reasons.NEEDS_PROBABILITIES(activation=self.output.activation)
        self.raw = few_outputs(self.output, self.classes, self.form)
        self.outputs = np.asarray(activated(self.raw, self.output))
        # A graph, since so many small batches are slow one by one.
        shape = tf.TensorSpec((len(self.raw), self.classes, self.output.units), tf.float32)
        self._sloped = tf.function(self._slopes, autograph=False).get_concrete_function(shape)
        chosen = np.zeros(self.classes, int)
        for _ in range(2):
            for which in range(self.classes):
                losses = self._joint(which, chosen)[:, 0]
                chosen[which] = np.argmin(np.nan_to_num(losses, nan=np.inf))
        found = np.array([self._joint(which, chosen) for which in range(self.classes)], np.float32)
        return Values(found[:, :, 0], found[:, :, 1], found[:, :, 2], tuple(chosen))

    def _joint(self, which: int, chosen: NDArray[np.int64]) -> NDArray[Any]:
        """Loss, slope and steepness for each output of the class `which`, all others as chosen."""
        batches = np.repeat(self.raw[None, chosen], len(self.raw), axis=0)
        batches[:, which] = self.raw
        loss, *slopes = self._sloped(tf.constant(batches))
        return np.stack([loss, *(np.linalg.norm(slope[:, which], axis=-1) for slope in slopes)], axis=1)

    def _slopes(self, batches: Any) -> tuple[Any, Any, Any]:
        def one(raw: Any) -> tuple[Any, Any, Any]:
            with tf.GradientTape(persistent=True) as tape:
                tape.watch(raw)
                y_pred = tf.identity(activated(raw, self.output))
                loss = self.call(self.targets, y_pred)
            zero = tf.UnconnectedGradients.ZERO
            slope, steepness = (tape.gradient(loss, part, unconnected_gradients=zero) for part in (y_pred, raw))
            return loss, slope, steepness

        found: tuple[Any, Any, Any] = tf.map_fn(one, batches, fn_output_signature=(tf.float32,) * 3)
        return found

    def gives_probabilities(self) -> bool:
        """Whether all outputs lie from 0 to 1."""
        return bool(self.outputs.min() >= 0 and self.outputs.max() <= 1)

    def reads_class_numbers(self, columns: int) -> bool:
        """Whether one column of targets beside several units is meant: a class's number, and an output for each class.

        Other losses would compare the one target with every unit in turn, or refuse. What refuses even targets that
        have a column for each unit is not asked for its columns.
        """
        if columns > 1:
            return False
        many = self.output.units + 1  # so that the numbers cannot be taken for a row
        labels, outputs = (
            np.arange(many) % self.classes,
            np.full((many, self.output.units), 1 / self.output.units, np.float32),
        )
        return self._computes(labels, outputs) or not self._computes(outputs, outputs)

    def _computes(self, y_true: Any, y_pred: Any) -> bool:
        try:
            self.call(y_true, y_pred)
        except InputError:
            raise
        except Exception:  # Keras and TensorFlow refuse with errors of every kind
            return False
        return True
