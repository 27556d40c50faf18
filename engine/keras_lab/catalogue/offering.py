"""What would fit instead: other targets and another last layer, other arguments, a relative of a metric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import chain

from engine.errors import InputError
from engine.keras_lab.catalogue.classes import BY_SHAPE
from engine.keras_lab.catalogue.classes import classes as classes_of
from engine.keras_lab.catalogue.examples import target_forms
from engine.keras_lab.catalogue.loss_trial import Meaning, try_loss
from engine.keras_lab.catalogue.metric_trial import try_metric
from engine.keras_lab.catalogue.reading import specification, specifications
from engine.keras_lab.catalogue.resolving import resolve
from engine.keras_lab.catalogue.specification import Change, Choice, Custom, OutputForm, Spec, TargetForm, Value

Choosable = Choice | Custom


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
