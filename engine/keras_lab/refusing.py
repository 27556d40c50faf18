"""Whether the parts of a plan go together, and the plan that a click would make of it where they do not."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.catalogue.checking import check_choice
from engine.keras_lab.catalogue.examples import target_forms
from engine.keras_lab.catalogue.fitting import misfits, shown_targets
from engine.keras_lab.catalogue.specification import Change, Misfit, OutputForm, TargetForm
from engine.keras_lab.protocol import Plan, Refusal

FORMS = TargetForm.ONE_HOT, TargetForm.CLASSES, TargetForm.DISTRIBUTION
"""The targets for more than two classes, the most usual first."""


def refusals(plan: Plan, class_count: int) -> tuple[Refusal, ...]:
    """Why it cannot be trained, each with what would help; nothing where it can. Raises `InputError`."""
    output = last_layer(plan)
    compilation = plan.compilation
    check_choice("optimizer", compilation.optimizer, "optimizer")
    if plan.targets not in target_forms(class_count):
        return (_wrong_targets(plan, class_count),)
    found = misfits(compilation.loss, compilation.metrics, class_count, plan.targets, output)
    return tuple(_refusal(plan, misfit) for misfit in found)


def _wrong_targets(plan: Plan, class_count: int) -> Refusal:
    """Offers targets and a last layer with which the rest of the plan goes together, or at least the loss."""
    template = QT_TRANSLATE_NOOP("engine", "Such targets are for two classes, and the data has {count}.")
    problem = Problem(template, count=class_count)
    layers = last_layer(plan), OutputForm(class_count, "softmax"), OutputForm(class_count)
    changes = [Change(targets=form, output=layer) for form in FORMS for layer in layers]
    offers = [(change, offered) for change in changes if (offered := changed(plan, change)) is not None]
    left = [refusals(offered, class_count) for _, offered in offers]
    for most in (0, len(plan.compilation.metrics)):
        for (change, offered), refused in zip(offers, left, strict=True):
            if len(refused) <= most and all(refusal.field == "metrics" for refusal in refused):
                return Refusal(problem, "targets", None, change, offered, _remedy(offered, class_count))
    return Refusal(problem, "targets")


def _remedy(offered: Plan, class_count: int) -> Problem:
    return Problem(
        QT_TRANSLATE_NOOP("engine", "Take {targets} as targets, and Dense({units}, {activation}) as the last layer."),
        targets=shown_targets(offered.targets, class_count),
        units=offered.layers[-1].units,
        activation=offered.layers[-1].activation,
    )


def last_layer(plan: Plan) -> OutputForm:
    """What the loss sees of the model."""
    return OutputForm(plan.layers[-1].units, plan.layers[-1].activation)


def changed(plan: Plan, change: Change | None) -> Plan | None:
    """The plan after the change, None where there is none."""
    if change is None:
        return None
    layers, compilation = plan.layers, plan.compilation
    if change.output is not None:
        last = replace(layers[-1], units=change.output.units, activation=change.output.activation)
        layers = (*layers[:-1], last)
    if change.loss is not None:
        compilation = replace(compilation, loss=change.loss)
    if change.metrics is not None:
        compilation = replace(compilation, metrics=change.metrics)
    return replace(plan, layers=layers, compilation=compilation, targets=change.targets or plan.targets)


def _refusal(plan: Plan, misfit: Misfit) -> Refusal:
    field, _, rest = misfit.problem.field.partition(".")
    at = rest.partition(".")[0]
    return Refusal(
        misfit.problem,
        field,
        int(at) if at.isdigit() else None,
        misfit.change,
        changed(plan, misfit.change),
        misfit.remedy,
    )
