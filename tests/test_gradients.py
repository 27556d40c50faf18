"""Derivatives by nested tapes, beside those that one writes down by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from problems import assert_is_clear

from engine.errors import InputError
from engine.expressions import ExpressionError
from engine.gradients import HIGHEST_ORDER, MOST_POINTS, derivatives

TIMES = np.array([0.0, 0.25, 1.0, 2.5])


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_falling_body_has_speed_and_acceleration_also_at_the_start(dtype: Any) -> None:
    t = TIMES.astype(dtype)
    position, speed, acceleration = derivatives("4.9*t**2", at=t)
    assert {position.dtype, speed.dtype, acceleration.dtype} == {np.dtype(dtype)}
    tolerance = 1e-6 if dtype is np.float32 else 1e-14
    np.testing.assert_allclose(position, 4.9 * TIMES**2, rtol=tolerance)
    np.testing.assert_allclose(speed, 9.8 * TIMES, rtol=tolerance)
    np.testing.assert_allclose(acceleration, np.full(4, 9.8), rtol=tolerance)


def _exponential(order: int, t: Any) -> Any:
    return 2**order * np.exp(2 * t)


def _reciprocal(order: int, t: Any) -> Any:
    return (-1) ** order * math.factorial(order) / (1 + t) ** (order + 1)


CLOSED_FORMS: dict[str, list[Callable[[Any], Any]]] = {
    "sin(t)": [np.sin, np.cos, lambda t: -np.sin(t), lambda t: -np.cos(t), np.sin],
    "exp(2*t)": [partial(_exponential, n) for n in range(5)],
    "t**5": [lambda t: t**5, lambda t: 5 * t**4, lambda t: 20 * t**3, lambda t: 60 * t**2, lambda t: 120 * t],
    "1/(1 + t)": [partial(_reciprocal, n) for n in range(5)],
    "log(1 + t)": [np.log1p, *(partial(_reciprocal, n) for n in range(4))],
    "t*sin(t)": [
        lambda t: t * np.sin(t), lambda t: np.sin(t) + t * np.cos(t), lambda t: 2 * np.cos(t) - t * np.sin(t),
        lambda t: -3 * np.sin(t) - t * np.cos(t), lambda t: t * np.sin(t) - 4 * np.cos(t),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", CLOSED_FORMS)
@pytest.mark.parametrize("order", range(HIGHEST_ORDER + 1))
def test_orders_up_to_the_fourth(text: str, order: int) -> None:
    found = derivatives(text, at=TIMES, order=order)
    assert len(found) == order + 1
    for values, expected in zip(found, CLOSED_FORMS[text], strict=False):
        np.testing.assert_allclose(values, expected(TIMES), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7.0), ("ones((4,))", 1.0), ("floor(t*0 + 2.5)", 2.0), ("9.81", 9.81)]
)
def test_what_no_tape_can_see_has_the_derivative_zero(text: str, value: float) -> None:
    found = derivatives(text, at=TIMES, order=3)
    np.testing.assert_allclose(found[0], np.full(4, value))
    for derivative in found[1:]:
        assert np.array_equal(derivative, np.zeros(4))


def test_a_straight_line_has_no_second_derivative() -> None:
    assert [array.tolist() for array in derivatives("3*t + 1", at=[2.0], order=2)] == [[7.0], [3.0], [0.0]]


@given(st.lists(st.floats(-3, 3), max_size=6), st.integers(0, 4))
def test_results_have_the_shape_of_the_points(points: list[float], order: int) -> None:
    for array in derivatives("t**3 - t", at=points, order=order):
        assert array.shape == (len(points),)
        assert array.dtype == np.float64


def test_points_of_any_shape_and_kind() -> None:
    assert derivatives("t**2", at=3, order=1)[1] == 6
    assert derivatives("t**2", at=np.ones((2, 3), np.float32), order=1)[1].shape == (2, 3)
    assert derivatives("x**2", at=[1, 2], order=1, name="x")[1].tolist() == [2.0, 4.0]
    assert derivatives("t", at=np.array([1, 2], np.int32), order=0)[0].dtype == np.float64


def test_what_is_not_finite_is_shown_as_it_is() -> None:
    with np.errstate(all="ignore"):
        value, slope = derivatives("sqrt(t)", at=[-1.0, 0.0], order=1)
    assert np.isnan(value[0])
    assert np.isinf(slope[1])


@pytest.mark.parametrize("order", [-1, 5, 1.0, True, "2", None])
def test_an_impossible_order_is_refused(order: Any) -> None:
    with pytest.raises(InputError) as caught:
        derivatives("t", at=[1.0], order=order)
    assert_is_clear(caught.value, "order")


@pytest.mark.parametrize(
    "points", ["text", [[1.0], [1.0, 2.0]], [None], [object()], np.zeros(MOST_POINTS + 1, np.int8)]
)
def test_impossible_points_are_refused(points: Any) -> None:
    with pytest.raises(InputError) as caught:
        derivatives("t", at=points)
    assert_is_clear(caught.value, "at")


@pytest.mark.parametrize(
    "text", ["", "4.9*x**2", "t.numpy()", "t + ones((3,))", "sum(ones([100000, 100000]))", "sin(t", "True & t"]
)
def test_an_impossible_formula_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        derivatives(text, at=TIMES)
    assert_is_clear(caught.value)
