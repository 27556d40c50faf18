"""Ticks stand at round numbers, and say which."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.plots.ticks import format_tick, linear_ticks, log_ticks


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (-3.2, 7.1, ["−2", "0", "2", "4", "6"]),
        (0, 1, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0, 10_000_000, ["0", "2M", "4M", "6M", "8M", "10M"]),
        (0, 0.00004, ["0", "1e−05", "2e−05", "3e−05", "4e−05"]),
    ],
)
def test_labels_are_round(low: float, high: float, labels: list[str]) -> None:
    assert [tick.label for tick in linear_ticks(low, high, 5)] == labels


@given(st.floats(-1e30, 1e30), st.floats(1e-6, 1e30), st.integers(1, 20))
def test_ticks_lie_on_the_axis_and_are_not_many(low: float, span: float, count: int) -> None:
    high = low + span
    ticks = linear_ticks(low, high, count)
    assert len(ticks) <= 2 * count + 2
    assert all(low - span * 1e-3 <= tick.position <= high + span * 1e-3 for tick in ticks)


@pytest.mark.parametrize("bounds", [(1, 1), (2, 1), (0, math.nan), (0, math.inf)])
def test_an_axis_without_a_length_has_no_ticks(bounds: tuple[float, float]) -> None:
    assert linear_ticks(*bounds, 5) == log_ticks(*bounds, 5) == ()


def test_steps_that_are_counted_are_whole() -> None:
    assert [tick.label for tick in linear_ticks(0, 3, 20, least_step=1)] == ["0", "1", "2", "3"]


def test_a_logarithmic_axis_has_powers_of_ten() -> None:
    ticks = log_ticks(-3.5, 1.5, 5)
    assert [tick.label for tick in ticks] == ["0.001", "0.01", "0.1", "1", "10"]
    assert [tick.position for tick in ticks] == pytest.approx([-3, -2, -1, 0, 1])


def test_a_short_logarithmic_axis_has_round_numbers() -> None:
    ticks = log_ticks(math.log10(0.95), math.log10(1.25), 4)
    assert [tick.label for tick in ticks] == ["1.0", "1.1", "1.2"]
    assert [10**tick.position for tick in ticks] == pytest.approx([1.0, 1.1, 1.2])


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [(-2, 2, "−2"), (1e-18, 0.5, "0"), (0.25, 0.05, "0.25"), (20_000, 5000, "20k"), (3e-5, 1e-5, "3e−05")],
)
def test_a_label_has_the_decimals_that_its_step_needs(value: float, step: float, text: str) -> None:
    assert format_tick(value, step) == text
