"""The decision line cuts the view where the prediction is 0.5, whatever W and b."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.plots.half_planes import Point, boundary, split
from gui.plots.view import View

VIEW = View(left=10, top=20, width=600, height=500, x_low=-3, x_high=3, y_low=-1, y_high=4)

numbers = st.floats(-1e3, 1e3, width=32)


def _cut(x_weight: float, y_weight: float, bias: float) -> tuple[tuple[Point, ...], tuple[Point, ...], object]:
    line = boundary(np.array([[x_weight], [y_weight]], np.float32), np.array([bias], np.float32), VIEW)
    assert line is not None
    halves = split(VIEW, line)
    return halves.class_0, halves.class_1, halves.cut


def _area(corners: tuple[Point, ...]) -> float:
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _prediction(pixel: Point, x_weight: float, y_weight: float, bias: float) -> float:
    return x_weight * VIEW.x_at(pixel[0]) + y_weight * VIEW.y_at(pixel[1]) + bias


@given(numbers, numbers, numbers)
def test_the_two_parts_make_up_the_whole(x_weight: float, y_weight: float, bias: float) -> None:
    class_0, class_1, _ = _cut(x_weight, y_weight, bias)
    assert _area(class_0) + _area(class_1) == pytest.approx(VIEW.width * VIEW.height)


@given(numbers, numbers, numbers)
def test_each_part_is_where_the_model_predicts_its_class(x_weight: float, y_weight: float, bias: float) -> None:
    class_0, class_1, _ = _cut(x_weight, y_weight, bias)
    rounding = 1e-9 * (abs(x_weight) + abs(y_weight) + abs(bias) + 1)
    assert all(_prediction(corner, x_weight, y_weight, bias) <= 0.5 + rounding for corner in class_0)
    assert all(_prediction(corner, x_weight, y_weight, bias) >= 0.5 - rounding for corner in class_1)


@given(numbers, numbers, numbers, st.floats(0, 600), st.floats(0, 500))
def test_distance_is_in_pixels(x_weight: float, y_weight: float, bias: float, x: float, y: float) -> None:
    line = boundary(np.array([[x_weight], [y_weight]], np.float32), np.array([bias], np.float32), VIEW)
    assert line is not None
    size = math.hypot(x_weight, y_weight)
    if size > 1e-3:
        expected = (_prediction((x, y), x_weight, y_weight, bias) - 0.5) / size * VIEW.x_scale
        assert line.distance(x, y) == pytest.approx(expected, rel=1e-6, abs=1e-4)


@pytest.mark.parametrize("sign", [1, -1])
def test_a_weight_of_zero_for_y_gives_a_vertical_line(sign: int) -> None:
    _, class_1, cut = _cut(sign * 2.0, 0.0, 0.5)  # 2 x + 0.5 = 0.5: x = 0
    assert isinstance(cut, tuple)
    assert [end[0] for end in cut] == pytest.approx([VIEW.x_to_pixel(0.0)] * 2)
    assert sorted(end[1] for end in cut) == pytest.approx([20, 520])
    assert all(sign * VIEW.x_at(x) >= -1e-9 for x, _ in class_1)


@pytest.mark.parametrize(("bias", "label"), [(0.6, 1), (0.5, 0), (0.4, 0), (-3.0, 0)])
def test_without_weights_there_is_no_line_and_one_class_for_all(bias: float, label: int) -> None:
    *parts, cut = _cut(0.0, 0.0, bias)
    assert cut is None
    assert len(parts[label]) == 4
    assert parts[1 - label] == ()


def test_a_line_out_of_sight_leaves_one_class() -> None:
    class_0, class_1, cut = _cut(1.0, 0.0, -50.0)
    assert cut is None
    assert len(class_0) == 4
    assert class_1 == ()


@pytest.mark.parametrize(("x_weight", "bias"), [(math.nan, 0.0), (math.inf, 0.0), (1.0, math.nan), (1.0, -math.inf)])
def test_parameters_that_are_not_finite_give_nothing(x_weight: float, bias: float) -> None:
    assert boundary(np.array([[x_weight], [1]], np.float32), np.array([bias], np.float32), VIEW) is None


@pytest.mark.parametrize("size", [1e-44, 1e-30, 1e30, 3e38])
def test_tiny_and_huge_weights_give_the_line_that_they_have(size: float) -> None:
    weights = np.array([[size], [-size]], np.float32)
    line = boundary(weights, np.array([0.5], np.float32), VIEW)
    assert line is not None
    cut = split(VIEW, line).cut
    assert cut is not None
    for x, y in cut:  # x = y
        assert VIEW.x_at(x) == pytest.approx(VIEW.y_at(y))
