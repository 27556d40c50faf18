"""What is worth knowing about a plan, or about what came of it, and stops nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.experiment import Experiment
from engine.keras_lab.protocol import Notice, ValidationKind


def notices(experiment: Experiment) -> tuple[Notice, ...]:
    """All that is to be said now."""
    found = [_one_sided_division(experiment), _running_means(experiment)]
    return tuple(notice for notice in found if notice is not None)


def _one_sided_division(experiment: Experiment) -> Notice | None:
    """`validation_split` takes the last points as they lie, and points often lie class after class."""
    plan, division = experiment.plan, experiment.division
    if plan.validation.kind is ValidationKind.NONE:
        return None
    classes = experiment.dataset.classes
    held, trained = (np.unique(classes[rows]).tolist() for rows in (division.held, division.training))
    if len(held) == len(trained) == experiment.class_count:
        return None
    shuffled = None
    if plan.validation.kind is ValidationKind.SPLIT and not plan.validation.shuffle_first:
        shuffled = replace(plan, validation=replace(plan.validation, shuffle_first=True))
    if len(held) == 1:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "All points held out are of class {classes}: what is measured on them says nothing of the others. "
            "validation_split takes the last points as they lie; shuffle first.",
        )
        return Notice(Problem(template, classes=held[0]), shuffled)
    if len(held) < experiment.class_count:
        missing = sorted(set(range(experiment.class_count)) - set(held))
        template = QT_TRANSLATE_NOOP("engine", "No point of class {classes} is held out; shuffle first.")
    else:
        missing = sorted(set(range(experiment.class_count)) - set(trained))
        template = QT_TRANSLATE_NOOP("engine", "No point of class {classes} is trained on; shuffle first.")
    return Notice(Problem(template, classes=", ".join(map(str, missing))), shuffled)


def _running_means(experiment: Experiment) -> Notice | None:
    """`fit`'s figures of an epoch are means over weights that changed meanwhile."""
    curves = experiment.recorder.view
    epoch = experiment.epoch
    if not epoch or epoch > len(curves.evaluated) or not np.isfinite(curves.evaluated[epoch - 1, 0]):
        return None
    template = QT_TRANSLATE_NOOP(
        "engine",
        "fit says {fitted:.4g} for the loss of epoch {epoch}, evaluate says {evaluated:.4g} of the weights after it: "
        "fit's figure is the mean over the epoch, while the weights changed.",
    )
    fitted, evaluated = float(curves.training[epoch - 1, 0]), float(curves.evaluated[epoch - 1, 0])
    return Notice(Problem(template, fitted=fitted, epoch=epoch, evaluated=evaluated))
