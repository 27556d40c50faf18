"""Whether loss, metrics, targets and last layer fit together, and if not, what would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import chain

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.catalogue.classes import BY_SHAPE
from engine.keras_lab.catalogue.classes import classes as classes_of
from engine.keras_lab.catalogue.examples import encode, target_forms
from engine.keras_lab.catalogue.loss_trial import Meaning, shown_row, try_loss
from engine.keras_lab.catalogue.metric_trial import try_metric
from engine.keras_lab.catalogue.reading import specification, specifications
from engine.keras_lab.catalogue.reasons import Reason
from engine.keras_lab.catalogue.resolving import resolve
from engine.keras_lab.catalogue.specification import (
    Change,
    Choice,
    Custom,
    Kind,
    Misfit,
    OutputForm,
    Spec,
    TargetForm,
    Value,
)
from engine.keras_lab.catalogue.writing import value_code

Choosable = Choice | Custom


def misfits(
    loss: Choosable, metrics: tuple[Choosable, ...], classes: int, targets: TargetForm, output: OutputForm
) -> tuple[Misfit, ...]:
    """All that does not fit; nothing where the model can be trained. What is asked a second time is known at once."""
    try:
        meaning = try_loss(loss, classes, targets, output)
    except InputError as problem:
        return (Misfit(problem),)
    if isinstance(meaning, Reason):
        why = meaning.problem(_shown("loss", loss, targets, output), "loss")
        change = loss_change(loss, classes, targets, output)
        return (Misfit(why, _remedy(change, classes), change),)
    found = (_metric_misfit(at, metrics, loss, classes, targets, output) for at in range(len(metrics)))
    return tuple(misfit for misfit in found if misfit is not None)


def boundary(loss: Choosable, classes: int, targets: TargetForm, output: OutputForm) -> float | None:
    """Of an output of one unit: above it, the loss means class 1. None for several units, where the largest tells the
    class, and where nothing is known of the loss or it does not fit."""
    meaning = try_loss(loss, classes, targets, output)
    if not isinstance(meaning, Meaning) or output.units != 1 or classes != 2 or not meaning.right.size:
        return None
    return round(float(meaning.right.mean()), 2)


@cache
def loss_change(loss: Choosable, classes: int, targets: TargetForm, output: OutputForm) -> Change | None:
    """The least change of targets and last layer, or else of the loss's arguments, with which the loss fits; None where
    there is none."""
    for form, layer in _nearby(classes, targets, output):
        if isinstance(try_loss(loss, classes, form, layer), Meaning):
            return Change(form if form != targets else None, layer if layer != output else None)
    if isinstance(loss, Choice) and loss.arguments:
        plain = Choice(loss.name)
        if isinstance(try_loss(plain, classes, targets, output), Meaning):
            return Change(loss=plain)
    return None


def _nearby(classes: int, targets: TargetForm, output: OutputForm) -> Iterator[tuple[TargetForm, OutputForm]]:
    """Other targets and last layers, those first with which the least changes."""
    activations = dict.fromkeys(["softmax" if output.units > 1 else "sigmoid", "linear", "sigmoid", "tanh", "softplus"])
    layers = [OutputForm(output.units, one) for one in activations]
    usual = "softmax", "linear", "sigmoid", "tanh"
    layers += [OutputForm(classes, one) for one in usual] if classes > 1 else []
    layers += [OutputForm(1, one) for one in ("sigmoid", "linear", "tanh")] if classes == 2 else []
    forms = dict.fromkeys((targets, *target_forms(classes)))
    forms.pop(TargetForm.REAL, None)  # the classes' numbers as amounts: what nobody means
    pairs = [(form, layer) for form in forms for layer in dict.fromkeys((output, *layers))]
    pairs.sort(key=lambda pair: (pair[0] != targets) + (pair[1] != output) + (pair[1].units != output.units))
    return iter(pairs)


def _metric_misfit(
    at: int, metrics: tuple[Choosable, ...], loss: Choosable, classes: int, targets: TargetForm, output: OutputForm
) -> Misfit | None:
    metric = metrics[at]
    try:
        reason = try_metric(metric, loss, classes, targets, output)
    except InputError as problem:
        field = f"metrics.{at}" + problem.field.removeprefix("metric")
        return Misfit(InputError(field, problem.template, **problem.values))
    if reason is None:
        return None
    why = reason.problem(_shown("metric", metric, targets, output), f"metrics.{at}")
    change = metric_change(metric, loss, classes, targets, output)
    if change is None or change.metrics is None:
        return Misfit(why, _remedy(change, classes), change)
    (other,) = change.metrics
    change = replace(change, metrics=(*metrics[:at], other, *metrics[at + 1 :]))
    return Misfit(why, _instead(metric, other, change.targets, classes), change)


@cache
def metric_change(
    metric: Choosable, loss: Choosable, classes: int, targets: TargetForm, output: OutputForm
) -> Change | None:
    """What would make the metric fit: other arguments, a relative of it, or other targets and another last layer.

    `metrics` in it holds the one metric alone.
    """
    if isinstance(metric, Choice):
        same = _with_arguments(metric, classes, targets, output)
        relatives = (
            one
            for relative in _relatives(metric, classes)
            for one in (relative, *_with_arguments(relative, classes, targets, output))
        )
        for other in chain(same, relatives):
            if _fits(other, loss, classes, targets, output):
                return Change(metrics=(other,))
    for form, layer in _nearby(classes, targets, output):
        if not isinstance(try_loss(loss, classes, form, layer), Meaning):
            continue
        changed = Change(form if form != targets else None, layer if layer != output else None)
        if try_metric(metric, loss, classes, form, layer) is None:
            return changed
        if isinstance(metric, Choice) and layer == output:
            for other in _with_arguments(metric, classes, form, layer):
                if _fits(other, loss, classes, form, layer):
                    return replace(changed, metrics=(other,))
    return None


def _fits(metric: Choice, loss: Choosable, classes: int, targets: TargetForm, output: OutputForm) -> bool:
    try:
        return try_metric(metric, loss, classes, targets, output, on_purpose=False) is None
    except InputError:
        return False


def _with_arguments(metric: Choice, classes: int, targets: TargetForm, output: OutputForm) -> Iterator[Choice]:
    """The metric with arguments that say more of the targets and outputs."""
    spec = specification("metric", resolve("metric", metric, targets, output).name)
    if spec is None:
        return
    names = {argument.name for argument in spec.arguments}
    if "num_classes" in names:
        metric = _with(spec, metric, num_classes=classes)
        yield metric
    for tried in _TOGETHER:
        if set(tried) <= names:
            yield _with(spec, metric, **tried)
    if "k" in names and classes > 2:
        yield _with(spec, metric, k=classes - 1)
    if "k" in names:
        yield _with(spec, metric, k=1)


_TOGETHER: tuple[dict[str, Value], ...] = (
    {"from_logits": True},
    {"from_logits": False},
    {"threshold": 0.5},
    {"threshold": 0.0},
    {"sparse_y_pred": False},
    {"sparse_y_true": False, "sparse_y_pred": False},
    {"average": "macro"},
    {"average": "macro", "threshold": 0.5},
    {"class_aggregation": "uniform_average"},
    {"thresholds": None},
    {"axis": 0},
)


def _with(spec: Spec, metric: Choice, **arguments: Value) -> Choice:
    given = {**dict(metric.arguments), **arguments}
    order = [argument.name for argument in spec.arguments]
    return Choice(spec.name, tuple(sorted(given.items(), key=lambda item: order.index(item[0]))))


def _relatives(metric: Choice, classes: int) -> Iterator[Choice]:
    """Metrics whose name ends alike, as BinaryAccuracy and CategoricalAccuracy do; those most alike first."""
    name = "Accuracy" if metric.name == BY_SHAPE["metric"] else metric.name
    alike = [
        spec
        for spec in specifications("metric")
        if spec.obstacle is None and spec.name != metric.name and _family(spec.name) == _family(name)
    ]
    for spec in sorted(alike, key=lambda spec: -SequenceMatcher(None, spec.name, name).ratio()):
        has_classes = any(argument.name == "num_classes" for argument in spec.arguments)
        yield _with(spec, Choice(spec.name), **({"num_classes": classes} if has_classes else {}))


def _family(name: str) -> tuple[str, str, bool]:
    """Where Keras defines the metric, the last word of its name, and whether it is one measure at a value of another
    (PrecisionAtRecall)."""
    home = classes_of("metric")[name].__module__ if name in classes_of("metric") else ""
    words = re.findall(r"[A-Z][a-z0-9]+(?:[A-Z]$)?", name)
    return home, words[-1] if words else name, bool(re.search("[a-z]At[A-Z]", name))


def _shown(kind: Kind, choice: Choosable, targets: TargetForm, output: OutputForm) -> str:
    if isinstance(choice, Custom):
        return choice.name
    resolved = resolve(kind, choice, targets, output)
    return choice.name if resolved == choice else f'"{choice.name}" ({resolved.name})'


def _instead(metric: Choosable, other: Choosable, targets: TargetForm | None, classes: int) -> Problem:
    """Names only what differs from the metric as it is."""
    assert isinstance(other, Choice)
    assert isinstance(metric, Choice)
    is_same = other.name == metric.name
    changed = [pair for pair in other.arguments if not is_same or pair not in metric.arguments]
    arguments = ", ".join(f"{name}={value_code(value)}" for name, value in changed)
    choice = f"{other.name}({arguments})"
    if targets is None:
        return Problem(QT_TRANSLATE_NOOP("engine", "Take {choice} instead."), choice=choice)
    template = QT_TRANSLATE_NOOP("engine", "Take {choice} instead, and {targets} as targets.")
    return Problem(template, choice=choice, targets=shown_targets(targets, classes))


def _remedy(change: Change | None, classes: int) -> Problem | None:
    if change is None:
        return None
    if change.loss is not None:
        return Problem(QT_TRANSLATE_NOOP("engine", "Take {choice} instead."), choice=f"{change.loss.name}()")
    layer = change.output and f'Dense({change.output.units}, activation="{change.output.activation}")'
    if change.output is not None and change.output.activation == "linear":
        layer = f"Dense({change.output.units})"
    targets = change.targets and shown_targets(change.targets, classes)
    if layer is None:
        return Problem(QT_TRANSLATE_NOOP("engine", "Take {targets} as targets."), targets=targets)
    if targets is None:
        return Problem(QT_TRANSLATE_NOOP("engine", "Take {layer} as the last layer."), layer=layer)
    template = QT_TRANSLATE_NOOP("engine", "Take {targets} as targets, and {layer} as the last layer.")
    return Problem(template, targets=targets, layer=layer)


def shown_targets(form: TargetForm, classes: int) -> str:
    """What stands in the targets for each class, as in `0, 1, 2`, or for the first, as in `[1, 0, 0], …`."""
    rows = encode(range(classes), form, classes).reshape(classes, -1)
    return ", ".join(map(shown_row, rows)) if rows.shape[1] == 1 else f"{shown_row(rows[0])}, …"
