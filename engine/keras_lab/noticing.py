"""What is worth knowing about a plan, or about what came of it, and stops nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.datasets import Dataset
from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.points import Division
from engine.keras_lab.protocol import Curves, Notice, Plan, ValidationKind


def about_division(plan: Plan, dataset: Dataset, division: Division) -> Notice | None:
    """`validation_split` takes the last points as they lie, and points often lie class after class."""
    if plan.validation.kind is ValidationKind.NONE:
        return None
    classes, class_count = dataset.classes, dataset.class_count
    held, trained = (np.unique(classes[rows]).tolist() for rows in (division.held, division.training))
    if len(held) == len(trained) == class_count:
        return None
    shuffled = None
    if plan.validation.kind is ValidationKind.SPLIT and not plan.validation.shuffle_first:
        shuffled = replace(plan, validation=replace(plan.validation, shuffle_first=True))
    if len(held) == 1 and plan.validation.kind is ValidationKind.HOLD_OUT:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "All points held out are of class {classes}: what is measured on them says nothing of the others. "
            "Hold out more points.",
        )
        return Notice(Problem(template, classes=held[0]))
    if len(held) == 1:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "All points held out are of class {classes}: what is measured on them says nothing of the others. "
            "validation_split takes the last points as they lie; shuffle first.",
        )
        return Notice(Problem(template, classes=held[0]), shuffled)
    if len(held) < class_count:
        missing = sorted(set(range(class_count)) - set(held))
        template = QT_TRANSLATE_NOOP("engine", "No point of class {classes} is held out; shuffle first.")
    else:
        missing = sorted(set(range(class_count)) - set(trained))
        template = QT_TRANSLATE_NOOP("engine", "No point of class {classes} is trained on; shuffle first.")
    return Notice(Problem(template, classes=", ".join(map(str, missing))), shuffled)


def about_means(curves: Curves, epoch: int | None) -> Notice | None:
    """`fit`'s figures of an epoch are means over weights that changed meanwhile."""
    if not epoch or epoch > len(curves.evaluated) or not np.isfinite(curves.evaluated[epoch - 1, 0]):
        return None
    template = QT_TRANSLATE_NOOP(
        "engine",
        "fit says {fitted:.4g} for the loss of epoch {epoch}, evaluate says {evaluated:.4g} of the weights after it: "
        "fit's figure is the mean over the epoch, while the weights changed.",
    )
    fitted, evaluated = float(curves.training[epoch - 1, 0]), float(curves.evaluated[epoch - 1, 0])
    return Notice(Problem(template, fitted=fitted, epoch=epoch, evaluated=evaluated), about="figures")
