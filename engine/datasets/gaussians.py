"""Two clouds of normally distributed points: the notes' own data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from engine.datasets.checking import check_samples, check_seed, finite_array
from engine.datasets.dataset import Dataset
from engine.errors import QT_TRANSLATE_NOOP, InputError

BYTES_PER_SAMPLE = 2 * (2 * 8 + 3 * 4)
"""Of each class: two coordinates drawn as float64, and kept as float32 with one target."""


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
    class_count: ClassVar[int] = 2

    def __post_init__(self) -> None:
        check_samples(self.samples_per_class, BYTES_PER_SAMPLE)
        check_seed(self.seed)
        # Recipes are compared, so equal ones must look equal, whether they came as lists, tuples or arrays.
        object.__setattr__(self, "means", _checked_means(self.means))
        object.__setattr__(self, "covariance", _checked_covariance(self.covariance))

    @property
    def size(self) -> int:
        """How many points there will be."""
        return 2 * self.samples_per_class

    @property
    def mean_0(self) -> Sequence[float]:
        """The centre of class 0."""
        return self.means[0]

    @property
    def mean_1(self) -> Sequence[float]:
        """The centre of class 1."""
        return self.means[1]

    def make(self) -> Dataset:
        """Draws the points: class 0 first, then class 1, as in the notes; the same seed gives the same points."""
        generator = np.random.default_rng(self.seed)
        clouds = [generator.multivariate_normal(mean, self.covariance, self.samples_per_class) for mean in self.means]
        inputs = np.vstack(clouds).astype(np.float32)
        targets = np.repeat(np.array([[0], [1]], dtype=np.float32), self.samples_per_class, axis=0)
        return Dataset(inputs, targets)

    def source(self) -> tuple[str, ...]:
        """Lines of NumPy that make the same points."""
        (x0, y0), (x1, y1) = self.means
        (xx, xy), (yx, yy) = self.covariance
        samples = self.samples_per_class
        return (
            "# Two classes of points in the plane",
            f"rng = np.random.default_rng({self.seed})",
            f"cov = [[{xx!r}, {xy!r}], [{yx!r}, {yy!r}]]",
            f"negative_samples = rng.multivariate_normal([{x0!r}, {y0!r}], cov, {samples})",
            f"positive_samples = rng.multivariate_normal([{x1!r}, {y1!r}], cov, {samples})",
            "inputs = np.vstack((negative_samples, positive_samples))",
            'inputs = inputs.astype("float32")',
            f'targets = np.repeat([[0], [1]], {samples}, axis=0).astype("float32")',
        )


def two_gaussians(
    samples_per_class: int = 1000,
    means: Sequence[Sequence[float]] = ((0, 3), (3, 0)),
    covariance: Sequence[Sequence[float]] = ((1, 0.5), (0.5, 1)),
    seed: int = 0,
) -> Dataset:
    """Two clouds of points, `samples_per_class` in each; see `TwoGaussians` for the arguments and the errors."""
    return TwoGaussians(samples_per_class, means, covariance, seed).make()


def _checked_means(value: object) -> tuple[tuple[float, ...], ...]:
    rows = list(value) if isinstance(value, Iterable) else [value]
    if len(rows) != 2:
        raise InputError("means", QT_TRANSLATE_NOOP("engine", "There are two classes, so give two means."))
    template = QT_TRANSLATE_NOOP(
        "engine", "A mean is two numbers between -1000000 and 1000000, such as 0, 3; not {value}."
    )
    means = [finite_array(f"mean_{index}", row, (2,), template) for index, row in enumerate(rows)]
    return tuple(tuple(mean.tolist()) for mean in means)


def _checked_covariance(value: object) -> tuple[tuple[float, ...], ...]:
    template = QT_TRANSLATE_NOOP(
        "engine", "A covariance is two rows of two numbers up to 1000000, such as 1, 0.5; 0.5, 1; not {value}."
    )
    covariance = finite_array("covariance", value, (2, 2), template)
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
