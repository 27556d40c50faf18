"""The decision line: where the prediction is 0.5, whichever way it stands."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.training.line import DecisionLine, decision_line

weights = st.floats(-100, 100, width=32)


def line_of(*parameters: float) -> DecisionLine | None:
    *w, b = parameters
    return decision_line(np.array(w, np.float32)[:, np.newaxis], np.array([b], np.float32))


@given(weights, weights.filter(lambda w: abs(w) > 1e-3), weights, st.floats(-10, 10))
def test_on_the_line_the_prediction_is_a_half(w0: float, w1: float, b: float, x: float) -> None:
    line = line_of(w0, w1, b)
    assert line is not None
    assert line.slope is not None
    y = line.slope * x + line.intercept
    assert w0 * x + w1 * y + b == pytest.approx(0.5, abs=1e-6 * (1 + abs(w0 * x) + abs(b)))


def test_it_is_the_notes_formula() -> None:
    assert line_of(0.5, -0.25, 1) == DecisionLine(slope=2, intercept=2)


@pytest.mark.parametrize("w1", [0.0, -0.0])
def test_without_the_second_weight_it_is_vertical(w1: float) -> None:
    assert line_of(0.25, w1, 0) == DecisionLine(slope=None, intercept=2)


@pytest.mark.parametrize(
    "parameters",
    [(0, 0, 1), (np.nan, 1, 0), (1, np.inf, 0), (1, 1, np.nan), (1, 0), (1, 1, 1, 0)],
    ids=["no weights", "NaN", "infinite", "bias NaN", "one feature", "three features"],
)
def test_where_there_is_none(parameters: tuple[float, ...]) -> None:
    assert line_of(*parameters) is None
