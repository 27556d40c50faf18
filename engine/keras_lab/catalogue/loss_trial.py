"""Tries a loss on targets and outputs of one form, to see whether it can teach a layer the classes.

Nothing here knows the losses by name: what is asked is what training needs. The loss is a finite number for whatever
the layer gives, it is lowest at outputs that tell the class, and its gradient leads there from everywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.expressions import ExpressionError
from engine.keras_lab.catalogue import reasons
from engine.keras_lab.catalogue.loss_values import Floats, LossTrial, Values
from engine.keras_lab.catalogue.reasons import Reason
from engine.keras_lab.catalogue.showing import first_sentence, shown_row, shown_target
from engine.keras_lab.catalogue.specification import Choice, Custom, OutputForm, TargetForm

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


def try_loss(loss: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm) -> Meaning | Reason:
    """What the outputs mean, or why the loss does not fit. Raises `InputError` for a loss that cannot be made."""
    found = _try(loss, classes, targets, few_units(output, classes))
    return found.with_units(output.units) if isinstance(found, Reason) else found


def few_units(output: OutputForm, classes: int) -> OutputForm:
    """The layer with no more units than it takes to see what the loss does: units beyond the classes are all alike."""
    return replace(output, units=min(output.units, classes + 2))


@cache
def _try(loss: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm) -> Meaning | Reason:
    found = _try_alone(loss, classes, targets, output)
    if isinstance(found, Reason) or isinstance(loss, Custom) or found.lost.size == 0:
        return found
    others = [one for one in RIVALS if one != output.activation and (one != "softmax" or output.units > 1)]
    rivals = [_try_alone(loss, classes, targets, OutputForm(output.units, one)) for one in others]
    lost = [rival.lost for rival in rivals if isinstance(rival, Meaning) and rival.lost.size]
    best = np.min([found.lost, *lost], axis=0)
    short = (found.lost - best) > REACH * found.margin
    if short.any():
        return reasons.OUT_OF_REACH(target=shown_target(int(np.argmax(short)), classes, targets))
    return found


@cache
def _try_alone(loss: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm) -> Meaning | Reason:
    trial = LossTrial(loss, classes, targets, output)
    columns = trial.targets.shape[1] if trial.targets.ndim == 2 else 1
    if columns != output.units and isinstance(loss, Choice) and not trial.reads_class_numbers(columns):
        return reasons.WIDTH(columns=columns, units=output.units)
    if np.ptp(trial.outputs, axis=0).max() < 1e-6:
        return reasons.CONSTANT(activation=output.activation, output=shown_row(trial.outputs[0]))
    try:
        values = trial.values()
        return values if isinstance(values, Reason) else _Judgement(trial, values).meaning()
    except InputError:
        raise
    except ExpressionError as error:
        return Reason(error.template, error.values)
    except Exception as error:  # Keras and TensorFlow refuse with errors of every kind
        return reasons.ERROR(reason=first_sentence(error))


class _Judgement:
    """Whether a loss with these values teaches the classes."""

    def __init__(self, trial: LossTrial, values: Values) -> None:
        self.trial, self.values = trial, values
        self.classes, self.form, self.output, self.outputs = trial.classes, trial.form, trial.output, trial.outputs
        self.best, self.at = values.loss.min(axis=1), values.loss.argmin(axis=1)
        # what each class loses more where the output is the best for another
        with np.errstate(invalid="ignore"):  # infinities are refused below
            self.costs = values.loss[:, self.at] - self.best[:, None] + np.diag(np.full(self.classes, np.inf))
        self.margin = float(self.costs.min())

    def meaning(self) -> Meaning | Reason:
        if reason := self._unfinished():
            return reason
        told = self._told()
        if not self.trial.is_custom or isinstance(told, Meaning):
            return told
        if (np.ptp(self.values.loss, axis=1) == 0).all():
            return reasons.NO_GRADIENT()
        none = np.zeros(0, np.float32)
        return Meaning(none.reshape(0, self.output.units), none, 0.0, none)

    def _unfinished(self) -> Reason | None:
        """Why the loss cannot be trained on whatever it means."""
        if not self.trial.is_custom and (reason := self._misread_logits()) is not None:
            return reason
        values = self.values
        bad = ~(np.isfinite(values.loss) & np.isfinite(values.slope) & np.isfinite(values.steepness))
        if bad.any():
            return reasons.NOT_FINITE(output=self._shown_output(bad), target=self._shown(bad))
        if self.trial.is_custom:
            return None
        steep = (values.steepness > STEEPEST) & (np.abs(self.trial.raw).max(axis=1) <= MODERATE)
        return reasons.STEEP(output=self._shown_output(steep), target=self._shown(steep)) if steep.any() else None

    def _misread_logits(self) -> Reason | None:
        """A loss that has the choice (`from_logits`) reads its outputs in one of two ways."""
        config = self.trial.config()
        if "from_logits" not in config:
            return None
        if config["from_logits"]:
            is_open = self.outputs.min() < -2 and self.outputs.max() > 2
            return None if is_open else reasons.NEEDS_LOGITS(activation=self.output.activation)
        if not self.trial.gives_probabilities():
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
        loss = np.asarray(self.trial.call(np.repeat(self.trial.targets[:1], 4, axis=0), base))
        return bool(abs(loss[3] - loss[1] - loss[2] + loss[0]) > 1e-4)

    def _told(self) -> Meaning | Reason:
        """Whether the loss is lowest where the outputs tell the class, and leads there."""
        loss, best, margin = self.values.loss, self.best, self.margin
        if margin <= 1e-4 * max(1.0, float(np.abs(best).max())):
            return reasons.BLIND(target=self._target(int(np.argmin(self.costs.min(axis=1)))))
        right = [self._furthest(loss[c] <= best[c] + 1e-3 * margin, c) for c in range(self.classes)]
        undecided = self._undecided(right)  # what is lost half way to another class
        falls = best < loss[:, np.abs(self.trial.raw).max(axis=1) < FAR].min(axis=1) - undecided / 10
        if falls.any():
            return reasons.BOTTOMLESS(target=self._target(int(np.argmax(falls))))
        near = loss <= (best + undecided / 2)[:, None]
        for c in range(self.classes):
            for row in self.outputs[near[c]]:
                if not self._tells(row, c, self.outputs[right]):
                    return reasons.BLIND_AT(output=shown_row(row), target=self._target(c))
        stuck = (loss > (best + 0.99 * undecided)[:, None]) & (self.values.slope < FLAT)
        if stuck.any():
            return reasons.STUCK(output=self._shown_output(stuck), target=self._shown(stuck))
        if self.form is TargetForm.SIGNS and self._reads_minus_as_0():
            return reasons.MINUS_AS_0()
        if self.form is TargetForm.DISTRIBUTION:
            shares = self.outputs[right] / self.outputs[right].sum(axis=1, keepdims=True)
            off = np.abs(shares - self.trial.targets).max(axis=1) > 0.05
            if off.any():
                which = int(np.argmax(off))
                return reasons.NOT_THE_SHARES(output=shown_row(shares[which]), target=self._target(which))
        return Meaning(self.outputs[right], best, margin, undecided)

    def _reads_minus_as_0(self) -> bool:
        """Whether it cuts targets off below 0, so that -1 is no other than a half of it."""
        minus = np.full((len(self.outputs), 1), -1, np.float32)
        return bool(np.allclose(self.trial.call(minus, self.outputs), self.trial.call(minus / 2, self.outputs)))

    def _undecided(self, right: list[int]) -> Floats:
        """What each class loses at least, beyond its best, where the output is half way to another class."""
        lost = np.full(self.classes, np.inf, np.float32)
        for a in range(self.classes):
            for b in range(self.classes):
                if a == b:
                    continue
                middle = (self.outputs[right[a]] + self.outputs[right[b]])[None] / 2
                if self.values.company is None:
                    loss = self.trial.call(self.trial.targets[a : a + 1], middle)
                else:
                    outputs = self.outputs[list(self.values.company)]
                    outputs[a] = middle
                    loss = self.trial.call(self.trial.targets, outputs)
                lost[a] = min(lost[a], float(np.mean(loss)) - self.best[a])
        return lost

    def _furthest(self, plateau: NDArray[np.bool_], which: int) -> int:
        """Of the outputs that are as right as any, the one that is furthest from what is right for other classes."""
        others = self.outputs[[place for c, place in enumerate(self.at) if c != which]]
        distances = np.linalg.norm(self.outputs[:, None] - others[None], axis=2).min(axis=1)
        return int(np.argmax(np.where(plateau, distances, -1)))

    def _tells(self, row: Floats, which: int, right: Floats) -> bool:
        """Whether one can read the class off the output: its column is the largest; of one unit, it lies nearest."""
        if self.output.units == 1:
            return int(np.abs(right[:, 0] - row[0]).argmin()) == which
        return bool(row.argmax() == which and (row == row.max()).sum() == 1)

    def _shown(self, where: NDArray[np.bool_]) -> str:
        return self._target(int(np.argwhere(where)[0][0]))

    def _shown_output(self, where: NDArray[np.bool_]) -> str:
        return shown_row(self.outputs[np.argwhere(where)[0][1]])

    def _target(self, which: int) -> str:
        return shown_target(which, self.classes, self.form)
