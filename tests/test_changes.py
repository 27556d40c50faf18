"""What an assignment changed is told element by element, in every dtype."""

from __future__ import annotations

import ml_dtypes
import numpy as np
import pytest

from engine.tensors.changes import changed, difference, wrapped

NAN, INF = float("nan"), float("inf")


def test_nan_after_nan_is_no_change() -> None:
    before, after = np.array([NAN, NAN, 1, INF]), np.array([NAN, 1, NAN, INF])
    assert changed(before, after).tolist() == [False, True, True, False]
    steps = difference(before, after)
    assert steps is not None
    assert steps[[0, 3]].tolist() == [0, 0]
    assert np.isnan(steps[[1, 2]].astype(float)).all()


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int32", "uint32", "int64", "uint64", "float32", "complex64"])
def test_the_difference_has_room_in_a_wider_dtype(dtype: str) -> None:
    steps = difference(np.array([5, 0], dtype), np.array([2, 7], dtype))
    assert steps is not None
    assert steps.tolist() == [-3, 7]


@pytest.mark.parametrize("dtype", [np.float16, ml_dtypes.bfloat16])
def test_small_floats_differ_in_float32(dtype: type) -> None:
    steps = difference(np.array([1, 2], dtype), np.array([3, 2], dtype))
    assert steps is not None
    assert steps.dtype == np.float32
    assert steps.tolist() == [2, 0]
    assert changed(np.array([1, 2], dtype), np.array([3, 2], dtype)).tolist() == [True, False]


def test_the_farthest_whole_numbers_differ_by_a_float() -> None:
    limits = np.iinfo(np.int64)
    steps = difference(np.array([limits.min, 0]), np.array([limits.max, 1]))
    assert steps is not None
    assert steps.tolist() == [2.0**64, 1]


@pytest.mark.parametrize("values", [(True, False), (b"a", b"b")])
def test_truth_values_and_text_have_no_difference(values: tuple[object, object]) -> None:
    before = np.array(values, object if isinstance(values[0], bytes) else bool)
    assert difference(before, before[::-1]) is None
    assert changed(before, before[::-1]).tolist() == [True, True]
    assert changed(before, before).tolist() == [False, False]


@pytest.mark.parametrize("dtype", ["int8", "uint8", "int32", "int64", "uint64"])
def test_counts_what_came_in_again_at_the_other_end(dtype: str) -> None:
    limits = np.iinfo(dtype)
    before, added = np.array([limits.max, 1, limits.max], dtype), np.array([1, 1, 0], dtype)
    with np.errstate(over="ignore"):
        assert wrapped(before, before + added, added) == 1
        # Subtracting is adding, seen backwards.
        low = np.array([limits.min, 5], dtype)
        assert wrapped(low - np.array([1, 1], dtype), low, np.array([1, 1], dtype)) == 1


def test_floats_and_scalars_do_not_wrap() -> None:
    assert wrapped(np.array(1.0), np.array(2.0), np.array(1.0)) == 0
    assert changed(np.array(1.0), np.array(2.0)).shape == ()
