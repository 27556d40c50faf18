"""The points of a plan: drawn, their targets written as the loss wants them, some of them held out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Dataset, check_seed
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.catalogue.examples import encode
from engine.keras_lab.protocol import Plan, Points, Validation, ValidationKind
from engine.training.records import FloatArray

MARGIN = 0.08
"""How much wider than the points the plot is, on each side."""


@dataclass(frozen=True, slots=True)
class Division:
    """What `fit` is given. inputs, targets: with `validation_split`, the points that it will hold out come last.

    held_inputs, held_targets: None where no points are held out. training: (t,) and held: (v,) int64, the rows of the
    data that are trained on and held out, in the order in which they are given.
    """

    inputs: FloatArray
    targets: NDArray[np.float32]
    training: NDArray[np.int64]
    held: NDArray[np.int64]
    training_inputs: FloatArray
    training_targets: NDArray[np.float32]
    held_inputs: FloatArray | None
    held_targets: NDArray[np.float32] | None


def divide(dataset: Dataset, plan: Plan) -> Division:
    """Holds points out as the plan says. Raises `InputError` where nothing would be left of one part."""
    check_seed(plan.seed)
    inputs, count = dataset.inputs, len(dataset)
    order = np.arange(count)
    validation = plan.validation
    if validation.kind is ValidationKind.HOLD_OUT or (
        validation.kind is ValidationKind.SPLIT and validation.shuffle_first
    ):
        # The numbers of `np.random.permutation` after `keras.utils.set_random_seed`, without touching what is shared.
        order = np.random.RandomState(plan.seed).permutation(count)
    targets = encode(dataset.classes, plan.targets, dataset.class_count)
    held_count = _held_count(count, validation)
    if validation.kind is ValidationKind.SPLIT:  # Keras takes the last
        training, held = order[: count - held_count], order[count - held_count :]
    else:  # as in the notes, the first
        training, held = order[held_count:], order[:held_count]
    has_held = validation.kind is not ValidationKind.NONE
    given = order if validation.kind is ValidationKind.SPLIT else training
    return Division(
        inputs=inputs[given],
        targets=targets[given],
        training=training,
        held=held,
        training_inputs=inputs[training],
        training_targets=targets[training],
        held_inputs=inputs[held] if has_held else None,
        held_targets=targets[held] if has_held else None,
    )


def _held_count(count: int, validation: Validation) -> int:
    if validation.kind is ValidationKind.NONE:
        return 0
    share = validation.share
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 < share < 1:
        raise InputError(
            "share",
            QT_TRANSLATE_NOOP("engine", "The share held out must be above 0 and below 1, such as 0.3; not {value}."),
            value=share,
        )
    split = validation.kind is ValidationKind.SPLIT
    held = count - math.floor(count * (1.0 - share)) if split else int(share * count)  # as Keras, as the notes
    if not 0 < held < count:
        raise InputError(
            "share",
            QT_TRANSLATE_NOOP(
                "engine",
                "With a share of {value:g}, {held} of {count} points would be held out, and {left} left to train on; "
                "both need some.",
            ),
            value=share,
            held=held,
            count=count,
            left=count - held,
        )
    return held


def points_to_show(dataset: Dataset, held: NDArray[np.int64]) -> Points:
    """The data as the plot wants it. held: the rows that are held out."""
    held_out = np.zeros(len(dataset), np.bool_)
    held_out[held] = True
    held_out.flags.writeable = False
    low, high = dataset.inputs.min(axis=0).astype(float), dataset.inputs.max(axis=0).astype(float)
    width = np.maximum(high - low, 1e-3)
    (left, bottom), (right, top) = low - MARGIN * width, high + MARGIN * width
    extent = float(left), float(right), float(bottom), float(top)
    return Points(dataset.inputs, dataset.classes, dataset.class_count, held_out, extent)
