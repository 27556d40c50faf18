"""Data to learn from: points in the plane and the class of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeGuard

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError

MEMORY_LIMIT = 1 << 30
"""Bytes that a data set may need while it is made; more is refused before anything is allocated."""

BYTES_PER_SAMPLE = 2 * (2 * 8 + 3 * 4)
"""Of each class: two coordinates drawn as float64, and kept as float32 with one target."""

LARGEST = 1e6
"""A coordinate beyond this says nothing to a float32 picture any more."""


@dataclass(frozen=True, eq=False)
class Dataset:
    """Points and their targets, both read-only.

    inputs: (n, features) float32. targets: (n, 1) float32, 0 or 1.
    """

    inputs: NDArray[np.float32]
    targets: NDArray[np.float32]

    def __post_init__(self) -> None:
        self.inputs.flags.writeable = False
        self.targets.flags.writeable = False

    def __len__(self) -> int:
        return len(self.inputs)

    @cached_property
    def is_positive(self) -> NDArray[np.bool_]:
        """(n,) bool: which points belong to class 1."""
        return self.targets[:, 0] > 0.5


@dataclass(frozen=True)
class TwoGaussians:
    """The recipe for two clouds of normally distributed points; `make()` draws them.

    means: the centres of class 0 and class 1. covariance: (2, 2), shared by both; symmetric and positive
    semi-definite. Raises `InputError` for values that no such cloud has, or that memory has no room for.
    """

    samples_per_class: int = 1000
    means: Sequence[Sequence[float]] = ((0.0, 3.0), (3.0, 0.0))
    covariance: Sequence[Sequence[float]] = ((1.0, 0.5), (0.5, 1.0))
    seed: int = 0

    def __post_init__(self) -> None:
        _check_samples(self.samples_per_class)
        check_seed(self.seed)
        # Recipes are compared, so equal ones must look equal, whether they came as lists, tuples or arrays.
        object.__setattr__(self, "means", _checked_means(self.means))
        object.__setattr__(self, "covariance", _checked_covariance(self.covariance))

    def make(self) -> Dataset:
        """Draws the points: class 0 first, then class 1, as in the notes; the same seed gives the same points."""
        generator = np.random.default_rng(self.seed)
        clouds = [generator.multivariate_normal(mean, self.covariance, self.samples_per_class) for mean in self.means]
        inputs = np.vstack(clouds).astype(np.float32)
        targets = np.repeat(np.array([[0], [1]], dtype=np.float32), self.samples_per_class, axis=0)
        return Dataset(inputs, targets)


def two_gaussians(
    samples_per_class: int = 1000,
    means: Sequence[Sequence[float]] = ((0, 3), (3, 0)),
    covariance: Sequence[Sequence[float]] = ((1, 0.5), (0.5, 1)),
    seed: int = 0,
) -> Dataset:
    """Two clouds of points, `samples_per_class` in each; see `TwoGaussians` for the arguments and the errors."""
    return TwoGaussians(samples_per_class, means, covariance, seed).make()


def check_seed(value: object) -> None:
    """A seed that NumPy and TensorFlow both take is a whole number from 0 to 2**31 - 1. Raises `InputError`."""
    if not _is_whole(value, 0) or value >= 2**31:
        raise InputError(
            "seed",
            QT_TRANSLATE_NOOP("engine", "The seed must be a whole number from 0 to 2147483647, not {value}."),
            value=value,
        )


def _check_samples(value: object) -> None:
    if not _is_whole(value, 1):
        raise InputError(
            "samples_per_class",
            QT_TRANSLATE_NOOP("engine", "Each class needs a whole number of points, at least 1, not {value}."),
            value=value,
        )
    if value * BYTES_PER_SAMPLE > MEMORY_LIMIT:
        raise InputError(
            "samples_per_class",
            QT_TRANSLATE_NOOP(
                "engine", "{value} points a class would need {needed:.1f} GiB of memory; choose at most {most}."
            ),
            value=value,
            needed=value * BYTES_PER_SAMPLE / 2**30,
            most=MEMORY_LIMIT // BYTES_PER_SAMPLE,
        )


def _checked_means(value: object) -> tuple[tuple[float, ...], ...]:
    rows = list(value) if isinstance(value, Iterable) else [value]
    if len(rows) != 2:
        raise InputError("means", QT_TRANSLATE_NOOP("engine", "There are two classes, so give two means."))
    template = QT_TRANSLATE_NOOP(
        "engine", "A mean is two numbers between -1000000 and 1000000, such as 0, 3; not {value}."
    )
    means = [_finite_array(f"mean_{index}", row, (2,), template) for index, row in enumerate(rows)]
    return tuple(tuple(mean.tolist()) for mean in means)


def _checked_covariance(value: object) -> tuple[tuple[float, ...], ...]:
    template = QT_TRANSLATE_NOOP(
        "engine", "A covariance is two rows of two numbers up to 1000000, such as 1, 0.5; 0.5, 1; not {value}."
    )
    covariance = _finite_array("covariance", value, (2, 2), template)
    (xx, upper), (lower, yy) = covariance.tolist()
    if upper != lower:
        raise InputError(
            "covariance",
            QT_TRANSLATE_NOOP(
                "engine", "A covariance is symmetric: its corners {upper:g} and {lower:g} must be the same number."
            ),
            upper=upper,
            lower=lower,
        )
    if min(xx, yy) < 0:
        raise InputError(
            "covariance",
            QT_TRANSLATE_NOOP("engine", "A variance is never negative: make the first and the last number at least 0."),
        )
    if np.linalg.eigvalsh(covariance).min() < -1e-9 * np.abs(covariance).max():
        raise InputError(
            "covariance",
            QT_TRANSLATE_NOOP(
                "engine",
                "No cloud of points has this covariance: with these variances its corner may be at most {root:.4g} "
                "in size, not {corner:g}.",
            ),
            corner=upper,
            root=float(np.sqrt(xx * yy)),
        )
    return tuple(tuple(row) for row in covariance.tolist())


def _is_whole(value: object, minimum: int) -> TypeGuard[int]:
    return isinstance(value, int | np.integer) and not isinstance(value, bool) and int(value) >= minimum


def _finite_array(name: str, value: object, shape: tuple[int, ...], template: str) -> NDArray[np.float64]:
    try:
        array = np.array(value, dtype=np.float64)
    except (TypeError, ValueError, OverflowError):
        array = np.empty(0)
    if array.shape != shape or not (np.abs(array) <= LARGEST).all():
        raise InputError(name, template, value=value)
    return array
