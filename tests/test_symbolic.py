"""The tapes' derivatives against SymPy's: 50 functions, orders 1 to 4, at 1,000 points, in float32 and float64.

A difference is relative to the derivative's value at the point, or to its size over the range where that is larger: a
derivative that passes through 0 there has no relative accuracy to speak of. The size is the median of its absolute
values, but at least the size of the derivative above divided by the width of the range (`agreement.heights`). Left out
are points where a value is not finite, and those in a hundred-thousandth of the range beside a kink or a jump.
"""

from __future__ import annotations

import sys
from copy import copy
from functools import cache

import numpy as np
import pytest
from patience import within

from engine.errors import Problem
from engine.expressions.functions import FUNCTIONS, Group
from engine.expressions.parser import parse
from engine.expressions.tree import Call, Node, children
from engine.gradients import derivatives
from engine.gradients.agreement import AROUND_GAPS, away_from, heights, relative_difference
from engine.gradients.curve_protocol import Dtype
from engine.gradients.deadline import OutOfTime, at_most
from engine.gradients.pointwise import parse_curve
from engine.gradients.symbolic import SymbolicDerivatives

POINTS = 1000
MOST: dict[Dtype, float] = {"float32": 1e-4, "float64": 1e-10}

SUITE: tuple[tuple[str, float, float], ...] = (
    # The notes', and what stands in the gallery.
    ("4.9*t**2", 0.01, 3), ("sin(3*t)*exp(-t/3)", 0, 9), ("t**3 - 3*t", -2.5, 2.5), ("1/t", 0.3, 3),
    ("sin(t**2)", 0.1, 3), ("sin(t)*exp(-t/3)", 0, 9),
    # Every operator.
    ("3*t + 1", -2, 2), ("t - t**2/2", -2, 2), ("-t**5", -2, 2), ("(t + 1)/(t**2 + 1)", -3, 3), ("2**t", -3, 3),
    ("t**t", 0.3, 3), ("t % 2 + t**2", 0.1, 5), ("t // 2 + t**3", 0.1, 5), ("where(t >= 1, t**3, t**2)", 0.1, 2),
    # Every function that has a derivative.
    ("square(t)*t", -2, 2), ("sqrt(t)", 0.2, 4), ("sin(t)", -4, 4), ("cos(2*t)", -4, 4), ("tan(t)", -1.2, 1.2),
    ("asin(t)", -0.8, 0.8), ("acos(t)", -0.8, 0.8), ("atan(t)", -3, 3), ("sinh(t)", -3, 3), ("cosh(t)", -3, 3),
    ("tanh(t)", -2.5, 2.5), ("exp(t)", -3, 3), ("abs(t)*t**2", -2, 2), ("sigmoid(t)", -4, 4), ("log(t)", 0.2, 4),
    ("log1p(t)", -0.7, 3), ("expm1(t)", -3, 3), ("reciprocal(1 + t**2)", -2, 2), ("rsqrt(t)", 0.3, 3),
    ("erf(t)", -2, 2), ("relu(t)*t**2", -2, 2), ("softplus(t)", -3, 3), ("maximum(t, t**3)", -2, 2),
    ("minimum(sin(t), cos(t))", -4, 4), ("pow(t, 3)", 0.1, 2), ("add(t, t**4)", -2, 2), ("subtract(t**3, t)", -2, 2),
    ("multiply(t, exp(t))", -2, 2), ("divide(sin(t), 2 + cos(t))", -3, 3), ("where(t > 0, t**2, -t**3)", -2, 2),
    ("clip_by_value(t**3, -1, 1)", -2, 2), ("constant(2.5)*t**4", -2, 2),
    # Chains and products of several.
    ("exp(-t**2/2)*cos(3*t)", -2.5, 2.5), ("log(1 + exp(sin(t)))", -4, 4), ("sqrt(1 + t**2)*atan(t)", -3, 3),
    ("tanh(sin(2*t) + t/2)", -2, 2),
)  # fmt: skip

ON_WHOLE_TENSORS: tuple[tuple[str, str], ...] = (
    ("sum(stack([t, t**4]), axis=0)", "t + t**4"),
    ("mean(stack([sin(t), t**4]), axis=0)", "(sin(t) + t**4)/2"),
    ("max(stack([t**2, t**5]), axis=0)", "maximum(t**2, t**5)"),
    ("min(stack([t**2, t**5]), axis=0)", "minimum(t**2, t**5)"),
    ("prod(stack([t, exp(t)]), axis=0)", "t*exp(t)"),
    ("var(stack([t, t**3]), axis=0)", "((t - t**3)/2)**2"),
    ("std(stack([t, 4 + t**3]), axis=0)", "(4 + t**3 - t)/2"),
    ("(expand_dims(t**4, 1) @ expand_dims(t[:1]*0 + 2, 1))[:, 0]", "2*t**4"),
    ("matmul(a=expand_dims(t**4, 1), b=expand_dims(t[:1]*0 + 2, 1))[:, 0]", "2*t**4"),
    ("reshape(expand_dims(sin(t), 0), (1000,))", "sin(t)"),
    ("transpose(transpose(expand_dims(t**5, 0)))[0]", "t**5"),
    ("concat([exp(t[:400]), exp(t[400:])], axis=0)", "exp(t)"),
    ("squeeze(expand_dims(sin(t), 1), axis=1)", "sin(t)"),
    ("tile(expand_dims(t**5, 0), (2, 1))[1]", "t**5"),
    ("reverse(reverse(exp(t), 0), 0)", "exp(t)"),
    ("cast(t, float64)**5", "t**5"),
)  # fmt: skip
"""What works on whole tensors, put so that each result depends on its own t alone, and a formula for the same."""

WHOLE = {"argmax", "argmin", "any", "all", "shape", "size", "rank", "eye", "range", "constant", "ones", "zeros", "fill"}
"""Whole numbers, truth values and constants, which have no derivative."""

FLAT = {"sign", "floor", "round", "ceil", "is_nan", "is_finite", "logical_and", "logical_or", "logical_not"}
FLAT |= {"zeros_like", "ones_like", "stop_gradient"}
"""Elementwise, but without a slope: the tape gives None, or 0."""

CONVERTING = {"cast"}
"""Has the slope 1 between floats; it is tried with what works on whole tensors."""


def functions_in(node: Node) -> set[str]:
    found = {node.function} if isinstance(node, Call) else set()
    return found.union(*(functions_in(child) for child in children(node)))


def test_the_suite_has_fifty_functions_and_leaves_out_no_differentiable_operation() -> None:
    assert len({text for text, _, _ in SUITE}) >= 50
    used = set().union(*(functions_in(parse_curve(text)) for text, _, _ in SUITE))
    differentiable = {name for name, function in FUNCTIONS.items() if function.group is Group.ELEMENTWISE}
    assert differentiable - used == FLAT | CONVERTING
    used |= set().union(*(functions_in(parse(text, ("t",))) for text, _ in ON_WHOLE_TENSORS))
    assert set(FUNCTIONS) - used == FLAT | WHOLE - {"constant"}


@cache
def symbolic_derivatives(text: str) -> tuple[SymbolicDerivatives, ...]:
    """Of orders 1 to 4; SymPy takes longer for them than the tapes do for their numbers."""
    symbolic, found = SymbolicDerivatives(parse_curve(text)), []
    for _ in range(4):
        symbolic.differentiate()
        found.append(copy(symbolic))
    return tuple(found)


def largest_difference(text: str, low: float, high: float, dtype: Dtype, same_as: str = "") -> float:
    points = np.linspace(low, high, POINTS).astype(dtype)
    with np.errstate(all="ignore"):
        found = derivatives(text, at=points, order=4)
    sizes = heights(found, high - low)
    kinks = {"t % 2 + t**2": [2.0, 4.0], "t // 2 + t**3": [2.0, 4.0]}.get(text, [-1.0, 0.0, 1.0])
    keep = away_from(points, [(kink, kink) for kink in kinks], AROUND_GAPS * (high - low))
    assert keep.sum() > 0.99 * POINTS
    largest = 0.0
    for order, symbolic in enumerate(symbolic_derivatives(same_as or text), 1):
        expected = symbolic.values(points)
        assert np.isfinite(expected).sum() > 0.99 * POINTS
        largest = max(largest, relative_difference(found[order], expected, sizes[order], keep))
    return largest


@pytest.mark.parametrize("dtype", MOST)
def test_the_tapes_agree_with_the_symbols(dtype: Dtype) -> None:
    reached = {text: largest_difference(text, low, high, dtype) for text, low, high in SUITE}
    worst = sorted(reached, key=lambda text: reached[text], reverse=True)
    print(f"{dtype}: largest {reached[worst[0]]:.1e}", {text: f"{reached[text]:.1e}" for text in worst[:5]})
    assert {text: value for text, value in reached.items() if not value <= MOST[dtype]} == {}


@pytest.mark.parametrize("dtype", MOST)
def test_so_they_do_where_whole_tensors_are_involved(dtype: Dtype) -> None:
    reached = {text: largest_difference(text, 1.1, 2, dtype, same_as) for text, same_as in ON_WHOLE_TENSORS}
    print(f"{dtype}: largest {max(reached.values()):.1e}")
    assert {text: value for text, value in reached.items() if not value <= MOST[dtype]} == {}


@pytest.mark.parametrize(
    ("text", "slope"),
    [("sign(t)", 0), ("floor(t)", 0), ("ceil(t)", 0), ("round(t)", 0), ("zeros_like(t)", 0), ("ones_like(t)", 0),
     ("stop_gradient(t)", 0), ("is_nan(t)", 0), ("logical_not(t > 0)", 0), ("t*stop_gradient(t)", 2.5),
     ("t*floor(t)", 2), ("clip_by_value(t, 0, 3)", 1), ("clip_by_value(t, 0, 2)", 0)],
)  # fmt: skip
def test_what_is_flat_is_flat_for_both(text: str, slope: float) -> None:
    (_, found) = derivatives(text, at=[2.5], order=1)
    symbolic = SymbolicDerivatives(parse_curve(text))
    symbolic.differentiate()
    assert found.tolist() == [slope] == symbolic.values(np.array([2.5])).tolist()


@pytest.mark.parametrize(
    "text", ["9**9**9", "9.0**9**9 + t", "(-8)**0.5*t", "2**t**t**t", "exp(exp(exp(t)))", "0**-1 + t"]
)
def test_large_numbers_cost_nothing(text: str) -> None:
    """SymPy would write down all the digits of 9**9**9."""
    symbolic = SymbolicDerivatives(parse_curve(text))
    symbolic.differentiate()
    assert symbolic.values(np.array([0.5, 1.0])).shape == (2,)


def test_a_derivative_that_would_take_for_ever_is_given_up_in_words() -> None:
    text = "t"
    for _ in range(18):
        text = f"sin({text}*t)"
    symbolic = SymbolicDerivatives(parse_curve(text))

    def differentiate_on() -> None:
        for _ in range(4):
            symbolic.differentiate()

    with pytest.raises(Problem, match="too long"):
        differentiate_on()


def test_what_does_not_end_is_stopped() -> None:
    def never_end() -> None:
        with at_most(0.05):
            while True:
                abs(-1)

    with within(1), pytest.raises(OutOfTime):
        never_end()
    assert sys.getprofile() is None


def test_functions_within_functions_are_differentiated_in_time() -> None:
    text = "t"
    for _ in range(8):
        text = f"tanh({text} + t)"
    symbolic = SymbolicDerivatives(parse_curve(text))
    symbolic.differentiate()
    (_, slope) = derivatives(text, at=[0.3], order=1)
    assert symbolic.values(np.array([0.3])) == pytest.approx(slope)
