"""The Up and Down keys go to values that people choose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.controls.stepping import round_step, whole_step


def test_whole_numbers_step_by_one_down_to_the_least() -> None:
    assert whole_step(5, 1) == 6
    assert whole_step(5, -1) == 4
    assert whole_step(0, -1) == 0
    assert whole_step(1, -1, least=1) == 1


@pytest.mark.parametrize(
    ("value", "above", "below"),
    [(0.1, 0.2, 0.05), (0.2, 0.5, 0.1), (0.5, 1.0, 0.2), (1.0, 2.0, 0.5), (0.03, 0.05, 0.02), (1e-5, 2e-5, 5e-6)],
)
def test_rates_step_through_one_two_five(value: float, above: float, below: float) -> None:
    assert round_step(value, 1) == above
    assert round_step(value, -1) == below


@given(st.floats(1e-300, 1e300))
def test_every_positive_value_has_neighbours(value: float) -> None:
    assert round_step(value, -1) < value < round_step(value, 1)
