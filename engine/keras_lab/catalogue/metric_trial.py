"""Tries a metric beside a loss, to see whether it measures what the loss teaches.

As with losses, nothing is known by name: fed with the outputs that the loss leads to, a metric must be a finite number
that tells right from wrong, also close to the line that the loss draws, and must not get worse as the loss gets better.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import InputError
from engine.expressions import ExpressionError
from engine.keras_lab.catalogue import reasons
from engine.keras_lab.catalogue.classes import classes as keras_classes
from engine.keras_lab.catalogue.classes import parameters
from engine.keras_lab.catalogue.custom import custom_function
from engine.keras_lab.catalogue.examples import activated, encode, raw_outputs
from engine.keras_lab.catalogue.loss_trial import Meaning, few_units, try_loss
from engine.keras_lab.catalogue.loss_values import Floats
from engine.keras_lab.catalogue.making import differing, make
from engine.keras_lab.catalogue.reading import specification, specifications
from engine.keras_lab.catalogue.reasons import Reason
from engine.keras_lab.catalogue.resolving import resolve
from engine.keras_lab.catalogue.showing import first_sentence, shown_row, shown_target
from engine.keras_lab.catalogue.specification import Choice, Custom, OutputForm, TargetForm

EACH = 4
"""Samples of each class in a batch."""
MILD = 0.51
"""How far an output that is just right lies towards the right one, from the one that is right for another class."""
TOLERANCE = 1e-5
OWN_THRESHOLDS = {"threshold", "thresholds", "num_thresholds"}
PARTIAL = {"class_id", "top_k", "ignore_class"}
"""Arguments with which a metric looks at some of the classes on purpose."""


def try_metric(
    metric: Choice | Custom,
    loss: Choice | Custom,
    classes: int,
    targets: TargetForm,
    output: OutputForm,
    on_purpose: bool = True,
) -> Reason | None:
    """Why the metric does not fit beside the loss, None where it does, or where the loss itself does not fit.

    on_purpose: thresholds that differ from Keras's own were meant, and may lie elsewhere than where the loss draws its
    line. Raises `InputError` for one that cannot be made.
    """
    meaning = try_loss(loss, classes, targets, output)
    if isinstance(meaning, Reason):
        return None
    right = tuple(map(tuple, meaning.right.tolist()))
    found = _try(metric, classes, targets, few_units(output, classes), right, on_purpose)
    if found is None:
        return None
    if "loss" in found.values:
        found = Reason(found.template, {**found.values, "loss": loss.name})
    return found.with_units(output.units)


@cache
def _try(
    metric: Choice | Custom,
    classes: int,
    targets: TargetForm,
    output: OutputForm,
    right: tuple[tuple[float, ...], ...],
    on_purpose: bool,
) -> Reason | None:
    trial = _Trial(metric, classes, targets, output, on_purpose)
    try:
        reason = trial.misread() or trial.unfinished()
        return reason or (trial.misled(np.array(right, np.float32)) if right else None)
    except InputError:
        raise
    except ExpressionError as error:
        return Reason(error.template, error.values)
    except Exception as error:  # Keras and TensorFlow refuse with errors of every kind
        if output.units > 1 and targets not in (TargetForm.ONE_HOT, TargetForm.DISTRIBUTION):
            return reasons.WIDTH(columns=1, units=output.units)
        return reasons.ERROR(reason=first_sentence(error))


class _Trial:
    def __init__(
        self, metric: Choice | Custom, classes: int, targets: TargetForm, output: OutputForm, on_purpose: bool
    ) -> None:
        self.classes, self.form, self.output, self.on_purpose = classes, targets, output, on_purpose
        self.twin: Meaning | None = None
        self.given: Mapping[str, object] = {}
        self.asked: set[str] = set()
        self.metric: Any = None
        self.measure: Callable[[Any, Any], Any]
        if isinstance(metric, Custom):
            function = custom_function(metric, "metric")
            self.measure = lambda y_true, y_pred: np.mean(function(y_true, y_pred))
        else:
            resolved = resolve("metric", metric, targets, output)
            self.metric = make("metric", resolved)
            spec = specification("metric", resolved.name)
            self.given = dict(differing(spec, resolved)) if spec is not None else {}
            self.asked = set(parameters(keras_classes("metric")[resolved.name]))
            self.measure = self._state

    def _state(self, y_true: Any, y_pred: Any) -> Any:
        self.metric.reset_state()
        self.metric.update_state(y_true, y_pred)
        return np.asarray(self.metric.result())

    def value(self, labels: NDArray[Any], outputs: Floats) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("error", SyntaxWarning)  # what Keras warns of, it computes wrongly
            return self.measure(encode(labels, self.form, self.classes), outputs)

    def misread(self) -> Reason | None:
        """A metric that is the mean of a loss must fit as that does; one with many thresholds has them from 0 to 1."""
        if self.metric is None:
            return None
        columns = encode([0], self.form, self.classes).shape[1:]
        if columns not in ((), (1,), (self.output.units,)):
            return reasons.WIDTH(columns=columns[0], units=self.output.units)
        kind: Any = type(self.metric)
        if (twin := _twin(kind, tuple(self.given.items()))) is not None:
            found = try_loss(twin, self.classes, self.form, self.output)
            if isinstance(found, Reason):
                return None if found.template == reasons.STUCK().template else found  # a metric needs no gradient
            self.twin = found
            return None
        outputs = np.asarray(activated(raw_outputs(self.output, self.classes, self.form), self.output))
        if getattr(self.metric, "num_classes", self.classes) < self.classes:
            return reasons.TOO_FEW_CLASSES(count=self.metric.num_classes, classes=self.classes)
        if self.given.get("from_logits", False):
            is_open = outputs.min() < -2 and outputs.max() > 2
            return None if is_open else reasons.NEEDS_LOGITS(activation=self.output.activation)
        if "num_thresholds" in self.asked and (outputs.min() < 0 or outputs.max() > 1):
            return reasons.NEEDS_PROBABILITIES(activation=self.output.activation)
        return None

    def unfinished(self) -> Reason | None:
        """Whether it gives one finite number for whatever the layer gives."""
        outputs = np.asarray(activated(raw_outputs(self.output, self.classes, self.form), self.output))
        labels = np.arange(len(outputs)) % self.classes
        if self.output.units > 1:  # a correlation along a row needs one that is not the same throughout
            uneven = np.ptp(outputs, axis=1) > 0
            labels, outputs = labels[uneven], outputs[uneven]
        value = self.value(labels, outputs)
        if np.shape(value) != ():
            return reasons.SEVERAL(count=int(np.size(value)))
        return None if np.isfinite(value) else reasons.NOT_A_NUMBER(activation=self.output.activation)

    def _looks_at_every_class(self) -> bool:
        return "target_class_ids" not in self.asked or len(set(self.metric.target_class_ids)) >= self.classes

    def misled(self, right: Floats) -> Reason | None:
        """Whether it measures what leads to those outputs, one for each class."""
        labels = np.repeat(np.arange(self.classes), EACH)
        distances = np.linalg.norm(right[:, None] - right[None], axis=2) + np.eye(self.classes) * 1e9
        other = distances.argmin(axis=1)  # the class that each is most easily taken for
        good, bad = right[labels], right[other[labels]]
        if self.output.units > 2:  # no tie for the second place, which a measure of the best few would count
            rest = np.ones_like(bad, bool)
            rest[np.arange(len(labels)), labels] = rest[np.arange(len(labels)), bad.argmax(axis=1)] = False
            bad = bad + rest * np.float32(0.01 * np.ptp(bad))
        best, worst = self.value(labels, good), self.value(labels, bad)
        sign = 1 if best > worst else -1
        if abs(best - worst) <= TOLERANCE:
            return reasons.TELLS_NOTHING()
        if self.twin is not None and self.twin.lost.size:
            enough = float(self.twin.lost.mean() + self.twin.undecided.mean() / 2)
            if float(best) > enough + TOLERANCE:
                return reasons.WANTS_OTHERS(output=shown_row(right[-1]), loss="")
        if "k" not in self.asked and not (self.on_purpose and OWN_THRESHOLDS & set(self.given)):
            just_good = self.value(labels, MILD * good + (1 - MILD) * bad)
            just_bad = self.value(labels, MILD * bad + (1 - MILD) * good)
            if sign * (just_good - just_bad) <= TOLERANCE:
                return reasons.OTHER_LINE(output=shown_row((right[0] + right[other[0]]) / 2), loss="")
            if sign * (best - just_good) < -TOLERANCE or sign * (just_bad - worst) < -TOLERANCE:
                return reasons.WORSE(output=shown_row(right[-1]), loss="")
        counts_only = "thresholds" in self.asked and "num_thresholds" not in self.asked
        if counts_only or PARTIAL & set(self.given) or not self._looks_at_every_class():
            return None
        for c in range(self.classes):
            one_bad = np.where((labels == c)[:, None], bad, good)
            if sign * (best - self.value(labels, one_bad)) <= TOLERANCE:
                return reasons.OVERLOOKS(target=shown_target(c, self.classes, self.form))
        return None


@cache
def _twin(metric: Any, given: tuple[tuple[str, Any], ...]) -> Choice | None:
    """The loss whose mean the metric is, with the arguments that were given; None where it is of another kind."""
    try:
        function = getattr(metric(), "_fn", None)
    except TypeError:  # it has arguments without a default, and no mean of a loss has those
        return None
    if function is None:
        return None
    for spec in specifications("loss"):
        made = make("loss", Choice(spec.name)) if spec.obstacle is None else None
        if getattr(made, "fn", None) is function:
            names = {argument.name for argument in spec.arguments}
            return Choice(spec.name, tuple(pair for pair in given if pair[0] in names))
    return None
