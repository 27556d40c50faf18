"""Curves break where the function does, and nowhere else: at poles, jumps, and the edge of its domain."""

from __future__ import annotations

import numpy as np
import pytest

from engine.gradients.curve_drawing import draw_curves
from engine.gradients.curve_protocol import Curve, Dtype
from engine.gradients.pointwise import parse_curve
from engine.gradients.tape_function import TapeFunction
from gui.plots.curve_layout import curve_path
from gui.plots.view import View


def curves(
    text: str, span: tuple[float, float], order: int = 1, samples: int = 500, dtype: Dtype = "float32"
) -> tuple[Curve, ...]:
    function = TapeFunction(parse_curve(text), order, dtype)
    points = np.linspace(*span, samples).astype(dtype)
    with np.errstate(all="ignore"):
        return draw_curves(lambda t: function(t.astype(dtype)), points, function(points))


def gaps(text: str, span: tuple[float, float], order: int = 0, **how: object) -> list[tuple[str, float, float]]:
    """The gaps of the derivative of this order: kind, start, end."""
    curve = curves(text, span, max(order, 1), **how)[order]  # type: ignore[arg-type]
    return [(gap.kind, round(gap.start, 4) + 0.0, round(gap.end, 4) + 0.0) for gap in curve.gaps]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize(
    ("text", "span", "order", "expected"),
    [
        ("1/t", (-2.0, 2.1), 0, [("pole", 0.0, 0.0)]),
        ("1/t", (-2.0, 2.0), 1, [("pole", 0.0, 0.0)]),
        ("1/(t - 1)", (0.0, 3.0), 0, [("pole", 1.0, 1.0)]),
        ("1/t**2", (-2.0, 2.1), 0, [("pole", 0.0, 0.0)]),
        ("tan(t)", (-2.0, 5.0), 0, [("pole", round(n * np.pi / 2, 4), round(n * np.pi / 2, 4)) for n in (-1, 1, 3)]),
        ("log(abs(t))", (-1.0, 1.1), 0, [("pole", 0.0, 0.0)]),
        ("abs(t)", (-2.0, 2.1), 1, [("jump", 0.0, 0.0)]),
        ("relu(t)", (-2.0, 2.1), 1, [("jump", 0.0, 0.0)]),
        ("floor(t)", (0.5, 3.5), 0, [("jump", 1.0, 1.0), ("jump", 2.0, 2.0), ("jump", 3.0, 3.0)]),
        ("where(t > 1, t, -t)", (0.0, 2.1), 0, [("jump", 1.0, 1.0)]),
        ("log(t)", (-1.0, 2.0), 0, [("undefined", -1.0, 0.0)]),
        ("log(t)", (-1.0, 2.0), 1, [("undefined", -1.0, 0.0)]),
        ("sqrt(t)", (-1.0, 2.0), 0, [("undefined", -1.0, 0.0)]),
        ("sqrt(1 - t**2)", (-2.0, 2.0), 0, [("undefined", -2.0, -1.0), ("undefined", 1.0, 2.0)]),
        ("sqrt(t)", (0.0, 2.0), 1, [("infinite", 0.0, 0.0)]),
        ("1/t", (0.0, 2.0), 0, [("infinite", 0.0, 0.0)]),
        ("sin(t)/t", (0.0, 2.0), 0, [("undefined", 0.0, 0.0)]),
    ],
)  # fmt: skip
def test_a_curve_breaks_where_the_function_does(
    text: str, span: tuple[float, float], order: int, expected: list[tuple[str, float, float]], dtype: Dtype
) -> None:
    assert gaps(text, span, order, dtype=dtype) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tanh(1000*t)", "1/(0.0001 + t**2)", "sin(200*t)", "exp(8*t)", "7", "sin(t)**2 + cos(t)**2", "abs(t)",
        "t**9", "sigmoid(300*t)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_what_is_only_steep_stays_joined(text: str, dtype: Dtype) -> None:
    assert gaps(text, (-1.0, 1.1), dtype=dtype) == []


def test_rounding_is_not_taken_for_breaks() -> None:
    assert all(not curve.gaps for curve in curves("sin(t)**2 + cos(t)**2", (0.5, 9.0), order=3))
    assert all(not curve.gaps for curve in curves("sin(3*t)*exp(-t/3)", (0.0, 9.0), order=4))


@pytest.mark.parametrize("text", ["1/t", "tan(t)", "floor(t)", "1/t**2"])
def test_no_line_crosses_a_break(text: str) -> None:
    """Every two points that are joined lie on the curve's own side."""
    (curve, _) = curves(text, (-1.9, 2.0))
    for gap in curve.gaps:
        left = curve.t[:-1] < gap.start - 1e-4
        right = curve.t[1:] > gap.end + 1e-4
        joined = np.isfinite(curve.values[:-1]) & np.isfinite(curve.values[1:])
        crossing = left & right & joined
        assert not crossing.any()


@pytest.mark.parametrize("samples", [400, 401])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_the_middle_of_a_jump_is_joined_to_neither_side(samples: int, dtype: Dtype) -> None:
    """TensorFlow takes 0 for the slope of abs at 0, which is a sample or is not."""
    slope = curves("abs(t)", (-2.0, 2.0), samples=samples, dtype=dtype)[1]
    steps = np.abs(np.diff(slope.values))
    assert np.nanmax(steps) == 0
    assert [(gap.kind, gap.start) for gap in slope.gaps] == [("jump", 0.0)]


def test_what_is_in_view_leaves_out_what_grows_beyond_all_bounds() -> None:
    (curve, slope) = curves("1/t", (-2.0, 2.1))
    assert -20 < curve.low < -1 < 1 < curve.high < 20
    assert slope.low > -500


def test_a_constant_has_its_place_above_zero() -> None:
    (curve, slope) = curves("9.8", (0.0, 3.0))
    assert curve.low == 0
    assert curve.high == pytest.approx(9.8 / 0.74)
    assert (slope.low, slope.high) == (-1.0, 1.0)


def test_no_finite_value_at_all_leaves_an_empty_curve() -> None:
    (curve, slope) = curves("sqrt(-1 - t**2)", (0.0, 1.0))
    assert not np.isfinite(curve.values).any()
    assert not np.isfinite(slope.values).any()
    assert [gap.kind for gap in curve.gaps] == ["undefined"]


def test_a_long_curve_is_thinned_to_the_pixels_and_keeps_its_peaks_and_breaks() -> None:
    view = View(0.0, 0.0, 400.0, 300.0, 0.0, 1.0, -2.0, 2.0)
    t = np.linspace(0, 1, 20_001)
    values = np.where(t < 0.5, -t, t)
    values[[7_003, 10_000]] = 1.5, np.nan
    path, points = curve_path(Curve(t, values, (), -2.0, 2.0), view)
    assert points < 4 * 402
    heights = [path.elementAt(index).y for index in range(path.elementCount())]
    assert min(heights) == pytest.approx(view.y_to_pixel(1.5))
    moves = [index for index in range(path.elementCount()) if path.elementAt(index).isMoveTo()]
    assert len(moves) == 2
