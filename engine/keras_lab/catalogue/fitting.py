"""Whether loss, metrics, targets and last layer fit together, and if not, what would."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.catalogue.loss_trial import Meaning, try_loss
from engine.keras_lab.catalogue.metric_trial import try_metric
from engine.keras_lab.catalogue.offering import Choosable, loss_change, metric_change
from engine.keras_lab.catalogue.reasons import Reason
from engine.keras_lab.catalogue.resolving import resolve
from engine.keras_lab.catalogue.showing import shown_targets
from engine.keras_lab.catalogue.specification import Change, Choice, Custom, Kind, Misfit, OutputForm, TargetForm
from engine.keras_lab.catalogue.writing import value_code

__all__ = ["boundary", "misfits", "shown_targets"]


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
