"""Two clouds of points: the notes' own by default, whatever can be drawn, and a clear word about what cannot."""

from __future__ import annotations

import tracemalloc
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import within
from problems import assert_is_clear

from engine.datasets import LARGEST, MEMORY_LIMIT, Dataset, TwoGaussians, two_gaussians
from engine.errors import InputError


def test_the_defaults_are_the_notes_own() -> None:
    dataset = two_gaussians()
    assert dataset.inputs.shape == (2000, 2)
    assert dataset.targets.shape == (2000, 1)
    assert {dataset.inputs.dtype, dataset.targets.dtype} == {np.dtype(np.float32)}
    assert np.array_equal(dataset.targets[:, 0], np.repeat([0, 1], 1000))
    for index, mean in enumerate(([0, 3], [3, 0])):
        cloud = dataset.inputs[1000 * index : 1000 * (index + 1)]
        assert np.allclose(cloud.mean(axis=0), mean, atol=0.15)
        assert np.allclose(np.cov(cloud.T), [[1, 0.5], [0.5, 1]], atol=0.15)


def test_the_points_are_those_of_numpys_own_generator() -> None:
    generator = np.random.default_rng(5)
    negative = generator.multivariate_normal([1, 2], [[2, 0], [0, 1]], 30)
    positive = generator.multivariate_normal([-1, 0], [[2, 0], [0, 1]], 30)
    dataset = two_gaussians(30, ((1, 2), (-1, 0)), ((2, 0), (0, 1)), seed=5)
    assert np.array_equal(dataset.inputs, np.vstack((negative, positive)).astype(np.float32))


def test_the_seed_decides_the_points() -> None:
    assert np.array_equal(two_gaussians(10, seed=3).inputs, two_gaussians(10, seed=3).inputs)
    assert not np.array_equal(two_gaussians(10, seed=3).inputs, two_gaussians(10, seed=4).inputs)


def test_one_point_of_each_class_is_a_data_set() -> None:
    dataset = two_gaussians(1)
    assert len(dataset) == 2
    assert dataset.is_positive.tolist() == [False, True]


def test_a_data_set_cannot_be_changed() -> None:
    dataset = two_gaussians(5)
    for array in (dataset.inputs, dataset.targets):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_equal_recipes_are_equal_however_they_are_written() -> None:
    recipe = TwoGaussians(5, ((0, 3), (3, 0)), ((1, 0.5), (0.5, 1)))
    assert recipe == TwoGaussians(5, [[0, 3], [3, 0]], np.array([[1, 0.5], [0.5, 1]]))  # type: ignore[arg-type]
    assert recipe != TwoGaussians(5, ((0, 3), (3, 1)))
    assert len({recipe, TwoGaussians(5)}) == 1


coordinates = st.floats(-LARGEST, LARGEST)
variances = st.floats(0, LARGEST)


@given(st.tuples(coordinates, coordinates), variances, variances, st.floats(-1, 1))
def test_whatever_is_accepted_can_be_drawn(mean: tuple[float, float], xx: float, yy: float, correlation: float) -> None:
    corner = correlation * np.sqrt(xx) * np.sqrt(yy)
    recipe = TwoGaussians(3, (mean, (0, 0)), ((xx, corner), (corner, yy)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        dataset = recipe.make()
    assert np.isfinite(dataset.inputs).all()


NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("field", "arguments", "words"),
    [
        ("samples_per_class", {"samples_per_class": 0}, "at least 1, not 0"),
        ("samples_per_class", {"samples_per_class": -5}, "at least 1, not -5"),
        ("samples_per_class", {"samples_per_class": 2.5}, "not 2.5"),
        ("samples_per_class", {"samples_per_class": True}, "not True"),
        ("samples_per_class", {"samples_per_class": "many"}, "not many"),
        ("samples_per_class", {"samples_per_class": 10**9}, "52.2 GiB"),
        ("seed", {"seed": -1}, "not -1"),
        ("seed", {"seed": 2**31}, "not 2147483648"),
        ("seed", {"seed": 0.5}, "not 0.5"),
        ("seed", {"seed": None}, "not None"),
        ("means", {"means": ((0, 3),)}, "two means"),
        ("means", {"means": ((0, 3), (3, 0), (1, 1))}, "two means"),
        ("means", {"means": 5}, "two means"),
        ("mean_0", {"means": ((0, NAN), (3, 0))}, "nan"),
        ("mean_1", {"means": ((0, 3), (INF, 0))}, "inf"),
        ("mean_1", {"means": ((0, 3), (1e7, 0))}, "10000000"),
        ("mean_1", {"means": ((0, 3), (10**400, 0))}, "between -1000000 and 1000000"),
        ("means", {"means": np.zeros((3, 2))}, "two means"),
        ("mean_0", {"means": ((1, 2, 3), (3, 0))}, "(1, 2, 3)"),
        ("mean_0", {"means": ("ab", (3, 0))}, "ab"),
        ("covariance", {"covariance": ((1, 2), (2, 1))}, "at most 1 in size, not 2"),
        ("covariance", {"covariance": ((4, -7), (-7, 9))}, "at most 6 in size, not -7"),
        ("covariance", {"covariance": ((1, 0.5), (0.4, 1))}, "0.5 and 0.4"),
        ("covariance", {"covariance": ((-1, 0), (0, 1))}, "never negative"),
        ("covariance", {"covariance": ((1, 0), (0, -1e-6))}, "never negative"),
        ("covariance", {"covariance": ((1, NAN), (NAN, 1))}, "nan"),
        ("covariance", {"covariance": ((INF, 0), (0, 1))}, "inf"),
        ("covariance", {"covariance": ((1, 0, 0), (0, 1, 0))}, "two rows of two"),
        ("covariance", {"covariance": ((1, 0), (0,))}, "two rows of two"),
        ("covariance", {"covariance": "wide"}, "wide"),
        ("covariance", {"covariance": 1.0}, "1.0"),
        ("covariance", {"covariance": np.ones((3, 3))}, "[[1. 1. 1.] [1. 1. 1.] [1. 1. 1.]]"),
    ],
)
def test_what_cannot_be_drawn(field: str, arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(InputError) as caught:
        two_gaussians(**arguments)
    assert_is_clear(caught.value, field)
    assert words in str(caught.value)


def test_more_than_memory_holds_is_refused_at_once() -> None:
    tracemalloc.start()
    with within(0.1), pytest.raises(InputError) as caught:
        two_gaussians(10**9)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1 << 20
    TwoGaussians(caught.value.values["most"])  # type: ignore[arg-type]  # the number that the message offers is taken


def test_the_memory_that_is_named_is_really_needed() -> None:
    samples = 20_000
    tracemalloc.start()
    two_gaussians(samples)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with pytest.raises(InputError) as caught:
        two_gaussians(MEMORY_LIMIT)
    promised = caught.value.values["needed"] * 2**30 / MEMORY_LIMIT * samples  # type: ignore[operator]
    assert 0.5 * promised < most < 2 * promised


def test_a_data_set_of_ones_own_may_have_more_features() -> None:
    dataset = Dataset(np.ones((3, 5), np.float32), np.array([[0], [1], [1]], np.float32))
    assert len(dataset) == 3
    assert dataset.is_positive.tolist() == [False, True, True]
