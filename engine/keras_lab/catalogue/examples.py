"""Targets for classes, and outputs that a last layer can give: what losses and metrics are tried on."""

from __future__ import annotations

import warnings
from functools import cache
from typing import Any

import keras
import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.keras_lab.catalogue.specification import OutputForm, TargetForm

SURE = 0.9
"""The probability of a sample's own class in `TargetForm.DISTRIBUTION`; the others share the rest."""

SEED = 20
SIZES = (0.2, 0.5, 1.0, 2.0, 4.0, 6.0)
TINY = 1e-4
"""What stands before the activation: up to where a sigmoid or a softmax is sure, and close to 0."""


def encode(labels: ArrayLike, form: TargetForm, classes: int) -> NDArray[Any]:
    """The targets for samples of the classes `labels` (n,), whole numbers below `classes`.

    float32 of shape (n, 1) or (n, classes); int64 of shape (n,) for `TargetForm.CLASSES`.
    """
    labels = np.asarray(labels, np.int64)
    match form:
        case TargetForm.CLASSES:
            return labels
        case TargetForm.ZERO_ONE | TargetForm.REAL:
            return labels[:, None].astype(np.float32)
        case TargetForm.SIGNS:
            return (2 * labels[:, None] - 1).astype(np.float32)
        case TargetForm.ONE_HOT:
            return np.asarray(np.eye(classes)[labels], np.float32)
    sure = np.eye(classes) * SURE + (1 - np.eye(classes)) * (1 - SURE) / max(1, classes - 1)
    return np.asarray(sure[labels], np.float32)


def target_forms(classes: int) -> tuple[TargetForm, ...]:
    """Those that so many classes can be written in."""
    two = (TargetForm.ZERO_ONE, TargetForm.SIGNS) if classes == 2 else ()
    return (*two, TargetForm.CLASSES, TargetForm.ONE_HOT, TargetForm.DISTRIBUTION, TargetForm.REAL)


@cache
def raw_outputs(output: OutputForm, classes: int, form: TargetForm) -> NDArray[np.float32]:
    """What may stand before the layer's activation: (many, units). Patterns for each class, some at random, and those
    that give the targets themselves where the activation can."""
    return _raw_outputs(output, classes, form, SIZES, 12)


@cache
def few_outputs(output: OutputForm, classes: int, form: TargetForm) -> NDArray[np.float32]:
    """Some of them, for what is slow."""
    return _raw_outputs(output, classes, form, (0.5, 4.0, 6.0), 2)


def _raw_outputs(
    output: OutputForm, classes: int, form: TargetForm, sizes: tuple[float, ...], at_random: int
) -> NDArray[np.float32]:
    units = output.units
    rng = np.random.default_rng(SEED)
    rows: list[NDArray[Any]] = []
    if units == 1:
        rows += [np.array([sign * size]) for size in (TINY, *sizes, 1.5, 3.0) for sign in (-1, 1)]
        rows.append(np.zeros(1))
    else:
        own = np.eye(units)
        for size in sizes:
            rows += [*(own * size), *((2 * own - 1) * size), np.full(units, size), np.full(units, -size)]
        rows += [*(0.5 - own * (0.5 - TINY))]
        rows += [*(rng.normal(size=(at_random, units))), *(rng.normal(size=(at_random, units)) * 2)]
    rows += target_outputs(output, classes, form)
    return np.array(rows, np.float32)


def target_outputs(output: OutputForm, classes: int, form: TargetForm) -> list[NDArray[Any]]:
    """What before the activation would give the targets themselves: as they are, by logarithm, by logit, by artanh."""
    targets = encode(np.arange(classes), form, classes)
    if targets.ndim == 1:
        targets = np.eye(max(classes, output.units))[targets] if output.units > 1 else targets[:, None]
    if targets.shape[1] != output.units:
        return []
    shares = np.clip(targets, 2e-3, 1 - 2e-3)
    return [*targets.astype(float), *np.log(shares), *np.log(shares / (1 - shares)), *np.arctanh(shares)]


def activated(raw: Any, output: OutputForm) -> Any:
    """The layer's output, a tensor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a softmax of one unit is told in our own words
        return keras.activations.get(output.activation)(keras.ops.convert_to_tensor(raw))
