"""A tensor in a few numbers: the same that NumPy finds, whatever the dtype and however it is cut into pieces."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from numpy.typing import NDArray
from tensor_arrays import arrays

from engine.tensors import statistics
from engine.tensors.statistics import MOST_BINS, measure, statistics_of
from engine.tensors.values import Statistics


def found(array: Any) -> Statistics:
    result = statistics_of(np.asarray(array))
    assert result is not None
    return result


def assert_is_numpys(array: NDArray[Any], result: Statistics) -> None:
    flat = array.reshape(-1)
    real = np.abs(flat) if flat.dtype.kind == "c" else flat
    numbers = real.astype(np.float64)
    finite = numbers[np.isfinite(numbers)]
    assert result.nan == np.isnan(numbers).sum()
    assert result.infinite == np.isinf(numbers).sum()
    assert result.counts.sum() == finite.size
    if not finite.size:
        assert (result.minimum, result.maximum, result.mean, result.deviation) == (None, None, None, None)
        return
    assert result.minimum == (real.min() if flat.dtype.kind in "iu" else finite.min())
    assert result.maximum == (real.max() if flat.dtype.kind in "iu" else finite.max())
    scale = max(np.abs(finite).max(), np.finfo(float).tiny)
    scaled = finite / scale
    assert result.mean is not None
    assert result.deviation is not None
    np.testing.assert_allclose(result.mean / scale, scaled.mean(), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(result.deviation / scale, scaled.std(), rtol=1e-6, atol=1e-8)
    assert result.edges.size == result.counts.size + 1
    assert (np.diff(result.edges) >= 0).all()
    assert result.edges[0] <= finite.min()
    assert result.edges[-1] >= finite.max()


@given(arrays())
def test_numbers_are_numpys(array: NDArray[Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # NumPy's own, of what is not finite
        result = statistics_of(array)
        if array.size == 0:
            assert result is None
        else:
            assert result is not None
            assert_is_numpys(array, result)


@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.complex64, np.bool_])
def test_pieces_add_up_to_the_whole(monkeypatch: pytest.MonkeyPatch, dtype: Any) -> None:
    array = (np.random.default_rng(0).normal(size=1000) * 50).astype(dtype)
    if np.dtype(dtype).kind == "f":
        array[[3, 500]] = np.nan, np.inf
    monkeypatch.setattr(statistics, "PIECE", 64)
    work = measure(array)
    for _ in range(2 * 16):
        next(work)
    with pytest.raises(StopIteration) as end:
        next(work)
    result = end.value.value
    assert_is_numpys(array, result)
    monkeypatch.undo()
    np.testing.assert_array_equal(result.counts, found(array).counts)


def test_the_histogram_is_numpys() -> None:
    array = np.random.default_rng(1).normal(size=(100, 50)).astype(np.float32)
    result = found(array)
    np.testing.assert_array_equal(result.counts, np.histogram(array.astype(np.float64), result.edges)[0])
    assert result.counts.size == MOST_BINS


def test_few_whole_numbers_have_a_bin_each() -> None:
    result = found(np.array([3, 5, 5, 7], np.uint8))
    assert result.counts.tolist() == [1, 0, 2, 0, 1]
    assert result.edges.tolist() == [2.5, 3.5, 4.5, 5.5, 6.5, 7.5]
    assert found(np.array([True, False, True])).counts.tolist() == [1, 2]


@pytest.mark.parametrize("value", [0.0, 5.0, -1e300, 1e-300, 2**53])
def test_elements_that_are_all_alike_fall_into_one_bin(value: float) -> None:
    result = found(np.full(10, value))
    assert (result.minimum, result.maximum, result.deviation) == (value, value, 0)
    assert np.count_nonzero(result.counts) == 1


def test_the_limits_of_int64_are_exact() -> None:
    result = found(np.array([-(2**63), 2**63 - 1]))
    assert (result.minimum, result.maximum) == (-(2**63), 2**63 - 1)
    assert result.mean == pytest.approx(0, abs=2048)


@pytest.mark.parametrize("scale", [1e-310, 1e-200, 1e200, 1.7e308])
def test_squares_neither_overflow_nor_vanish(scale: float) -> None:
    result = found(np.array([-scale, scale]))
    assert result.deviation == pytest.approx(scale)
    assert result.mean == 0


def test_text_and_nothing_have_no_statistics() -> None:
    assert statistics_of(np.array(["a"])) is None
    assert statistics_of(np.array([b"a"], object)) is None
    assert statistics_of(np.zeros((0, 3))) is None


def test_what_is_nowhere_finite_is_only_counted() -> None:
    result = found([np.nan, np.inf, -np.inf])
    assert (result.nan, result.infinite, result.minimum, result.counts.size) == (1, 2, None, 0)
