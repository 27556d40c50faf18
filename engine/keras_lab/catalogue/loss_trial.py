"""Tries a loss on targets and outputs of one form, to see whether it can teach a layer the classes.

Nothing here knows the losses by name: what is asked is what training needs. The loss is a finite number for whatever
the layer gives, it is lowest at outputs that tell the class, and its gradient leads there from everywhere else.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import InputError
from engine.expressions import ExpressionError
from engine.keras_lab.catalogue import reasons
from engine.keras_lab.catalogue.custom import custom_function
from engine.keras_lab.catalogue.examples import activated, encode, few_outputs, raw_outputs
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.reasons import Reason
from engine.keras_lab.catalogue.resolving import resolve
from engine.keras_lab.catalogue.specification import Choice, Custom, OutputForm, TargetForm

Floats = NDArray[np.float32]

STEEPEST = 1e3
"""A gradient before the activation beyond which a step leads anywhere."""
MODERATE = 1.5
"""Before the activation: as far as a network's first outputs go. The gradient is held to `STEEPEST` up to here."""
FLAT = 1e-7
FAR = 4.5
"""Before the activation: a loss that still falls much beyond has no bottom."""
REACH = 0.1
"""A layer reaches what a loss asks for when its best loses at most this share more than the best of other layers."""
RIVALS = ("linear", "sigmoid", "softmax", "tanh", "softplus")


@dataclass(frozen=True, eq=False, slots=True)
class Meaning:
    """What outputs mean to a loss: `right` (classes, units) is the output that each class is led to, and the furthest
    such from the other classes where there are many. `lost` (classes,) is what is lost there, `margin` what it costs at
    least to take one class for another, and `undecided` (classes,) what more is lost half way to another class. Nothing
    in them where it is not known, of a loss that was typed."""

    right: Floats
    lost: Floats
    margin: float
    undecided: Floats


@cache
def try_loss(loss: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm) -> Meaning | Reason:
    """What the outputs mean, or why the loss does not fit. Raises `InputError` for a loss that cannot be made."""
    found = _try_alone(loss, classes, targets, output)
    if isinstance(found, Reason) or isinstance(loss, Custom) or found.lost.size == 0:
        return found
    others = [one for one in RIVALS if one != output.activation and (one != "softmax" or output.units > 1)]
    rivals = [_try_alone(loss, classes, targets, OutputForm(output.units, one)) for one in others]
    lost = [rival.lost for rival in rivals if isinstance(rival, Meaning) and rival.lost.size]
    best = np.min([found.lost, *lost], axis=0)
    short = (found.lost - best) > REACH * found.margin
    if short.any():
        return reasons.OUT_OF_REACH(target=_shown_target(int(np.argmax(short)), classes, targets))
    return found


@cache
def _try_alone(loss: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm) -> Meaning | Reason:
    trial = _Trial(loss, classes, targets, output)
    columns = trial.targets.shape[1] if trial.targets.ndim == 2 else 1
    if columns != output.units and isinstance(loss, Choice) and not trial.reads_class_numbers(columns):
        return reasons.WIDTH(columns=columns, units=output.units)
    if np.ptp(trial.outputs, axis=0).max() < 1e-6:
        return reasons.CONSTANT(activation=output.activation, output=shown_row(trial.outputs[0]))
    try:
        values = trial.values()
    except InputError:
        raise
    except ExpressionError as error:
        return Reason(error.template, error.values)
    except Exception as error:  # Keras and TensorFlow refuse with errors of every kind
        return reasons.ERROR(reason=first_sentence(error))
    return values if isinstance(values, Reason) else trial.meaning(values)


@dataclass(frozen=True, eq=False, slots=True)
class _Values:
    """loss (classes, outputs); slope by the outputs and steepness by what stands before the activation, both lengths
    (classes, outputs). `company`: of a loss that is one number for a batch, the outputs that the other classes had.
    """

    loss: Floats
    slope: Floats
    steepness: Floats
    company: tuple[int, ...] | None = None


class _Trial:
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

    def values(self) -> _Values | Reason:
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
        return _Values(
            loss.numpy().reshape(self.classes, many),
            np.linalg.norm(slope, axis=-1).reshape(self.classes, many),
            np.linalg.norm(steepness, axis=-1).reshape(self.classes, many),
        )

    def _joint_values(self) -> _Values | Reason:
        """Of a loss that is one number for a batch: one sample of each class, where all others are right."""
        if not self.is_custom and not self._gives_probabilities():
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
        return _Values(found[:, :, 0], found[:, :, 1], found[:, :, 2], tuple(chosen))

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

    def _gives_probabilities(self) -> bool:
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

    def margin(self, values: _Values) -> float:
        best = values.loss.min(axis=1)
        at = values.loss.argmin(axis=1)
        return min(
            float(values.loss[a, at[b]] - best[a]) for a in range(self.classes) for b in range(self.classes) if a != b
        )

    def meaning(self, values: _Values) -> Meaning | Reason:
        if reason := self._unfinished(values):
            return reason
        nothing = Meaning(
            np.zeros((0, self.output.units), np.float32), np.zeros(0, np.float32), 0.0, np.zeros(0, np.float32)
        )
        if self.is_custom and (values.loss.min(axis=1) == values.loss.max(axis=1)).all():
            return reasons.NO_GRADIENT()
        told = self._told(values)
        if self.is_custom:
            return nothing if isinstance(told, Reason) else told
        return told

    def _unfinished(self, values: _Values) -> Reason | None:
        """Why the loss cannot be trained on whatever it means."""
        if not self.is_custom and (reason := self._misread_logits()) is not None:
            return reason
        bad = ~(np.isfinite(values.loss) & np.isfinite(values.slope) & np.isfinite(values.steepness))
        if bad.any():
            return reasons.NOT_FINITE(output=self._shown_output(bad), target=self._shown(bad))
        if self.is_custom:
            return None
        steep = (values.steepness > STEEPEST) & (np.abs(self.raw).max(axis=1) <= MODERATE)
        return reasons.STEEP(output=self._shown_output(steep), target=self._shown(steep)) if steep.any() else None

    def _misread_logits(self) -> Reason | None:
        """A loss that has the choice (`from_logits`) reads its outputs in one of two ways."""
        assert isinstance(self.loss, Choice)
        config = self._call.get_config()
        if "from_logits" not in config:
            return None
        if config["from_logits"]:
            is_open = self.outputs.min() < -2 and self.outputs.max() > 2
            return None if is_open else reasons.NEEDS_LOGITS(activation=self.output.activation)
        if not self._gives_probabilities():
            return reasons.NEEDS_PROBABILITIES(activation=self.output.activation)
        sums_to_1 = np.allclose(self.outputs.sum(axis=1), 1, atol=1e-3)
        if self.output.units > 1 and not sums_to_1 and self._weighs_columns_together():
            return reasons.NEEDS_SHARES(activation=self.output.activation)
        return None

    def _weighs_columns_together(self) -> bool:
        """Whether what one column adds to the loss depends on another, as where probabilities are shares of a sum."""
        units = self.output.units
        base = np.full((4, units), 0.3, np.float32)
        base[1, 0], base[2, 1], base[3, :2] = 0.6, 0.6, 0.6
        loss = np.asarray(self.call(np.repeat(self.targets[:1], 4, axis=0), base))
        return bool(abs(loss[3] - loss[1] - loss[2] + loss[0]) > 1e-4)

    def _told(self, values: _Values) -> Meaning | Reason:
        """Whether the loss is lowest where the outputs tell the class, and leads there."""
        loss, best, at = values.loss, values.loss.min(axis=1), values.loss.argmin(axis=1)
        margin = self.margin(values)
        if margin <= 1e-4 * max(1.0, float(np.abs(best).max())):
            cost = [min(loss[a, at[b]] - best[a] for b in range(self.classes) if b != a) for a in range(self.classes)]
            return reasons.BLIND(target=_shown_target(int(np.argmin(cost)), self.classes, self.form))
        right = [self._furthest(loss[c] <= best[c] + 1e-3 * margin, at, c) for c in range(self.classes)]
        undecided = self._undecided(values, right)  # what is lost half way to another class
        falls = best < loss[:, np.abs(self.raw).max(axis=1) < FAR].min(axis=1) - undecided / 10
        if falls.any():
            return reasons.BOTTOMLESS(target=_shown_target(int(np.argmax(falls)), self.classes, self.form))
        near = loss <= (best + undecided / 2)[:, None]
        for c in range(self.classes):
            for row in self.outputs[near[c]]:
                if not self._tells(row, c, self.outputs[right]):
                    return reasons.BLIND_AT(output=shown_row(row), target=_shown_target(c, self.classes, self.form))
        stuck = (loss > (best + 0.99 * undecided)[:, None]) & (values.slope < FLAT)
        if stuck.any():
            return reasons.STUCK(output=self._shown_output(stuck), target=self._shown(stuck))
        if self.form is TargetForm.SIGNS and self._reads_minus_as_0():
            return reasons.MINUS_AS_0()
        if self.form is TargetForm.DISTRIBUTION:
            shares = self.outputs[right] / self.outputs[right].sum(axis=1, keepdims=True)
            off = np.abs(shares - self.targets).max(axis=1) > 0.05
            if off.any():
                which = int(np.argmax(off))
                target = _shown_target(which, self.classes, self.form)
                return reasons.NOT_THE_SHARES(output=shown_row(shares[which]), target=target)
        return Meaning(self.outputs[right], best, margin, undecided)

    def _reads_minus_as_0(self) -> bool:
        """Whether it cuts targets off below 0, so that -1 is no other than a half of it."""
        minus = np.full((len(self.outputs), 1), -1, np.float32)
        return bool(np.allclose(self.call(minus, self.outputs), self.call(minus / 2, self.outputs)))

    def _undecided(self, values: _Values, right: list[int]) -> Floats:
        """What each class loses at least, beyond its best, where the output is half way to another class."""
        lost = np.full(self.classes, np.inf, np.float32)
        for a in range(self.classes):
            for b in range(self.classes):
                if a == b:
                    continue
                middle = (self.outputs[right[a]] + self.outputs[right[b]])[None] / 2
                if values.company is None:
                    loss = self.call(self.targets[a : a + 1], middle)
                else:
                    outputs = self.outputs[list(values.company)]
                    outputs[a] = middle
                    loss = self.call(self.targets, outputs)
                lost[a] = min(lost[a], float(np.mean(loss)) - values.loss[a].min())
        return lost

    def _furthest(self, plateau: NDArray[np.bool_], at: NDArray[np.int64], which: int) -> int:
        """Of the outputs that are as right as any, the one that is furthest from what is right for other classes."""
        others = self.outputs[[place for c, place in enumerate(at) if c != which]]
        distances = np.linalg.norm(self.outputs[:, None] - others[None], axis=2).min(axis=1)
        return int(np.argmax(np.where(plateau, distances, -1)))

    def _tells(self, row: Floats, which: int, right: Floats) -> bool:
        """Whether one can read the class off the output: its column is the largest; of one unit, it lies nearest."""
        if self.output.units == 1:
            return int(np.abs(right[:, 0] - row[0]).argmin()) == which
        return bool(row.argmax() == which and (row == row.max()).sum() == 1)

    def _shown(self, where: NDArray[np.bool_]) -> str:
        return _shown_target(int(np.argwhere(where)[0][0]), self.classes, self.form)

    def _shown_output(self, where: NDArray[np.bool_]) -> str:
        return shown_row(self.outputs[np.argwhere(where)[0][1]])


def _shown_target(which: int, classes: int, form: TargetForm) -> str:
    row = np.atleast_1d(encode([which], form, classes)[0])
    return shown_row(row)


def shown_row(row: NDArray[Any]) -> str:
    """As in 0.5, or [0, 1]."""
    numbers = [f"{round(float(number), 4) + 0:.2g}" for number in row]
    return numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]"


def first_sentence(error: Exception) -> str:
    """The first sentence of what Keras or TensorFlow says, without its full stop."""
    text = re.sub(r"\{\{.*?\}\}", "", " ".join(str(error).split())).strip()
    return re.split(r"(?<!vs)\. (?=[A-Z])|\s*\[Op:", text)[0].rstrip(".")
