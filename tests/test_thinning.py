"""A thinned curve shows what the whole one would."""

from __future__ import annotations

import numpy as np
import pytest
from frames import make_history
from hypothesis import given
from hypothesis import strategies as st

from engine.training.history import ENVELOPE_RATIO, EnvelopeLevel, HistoryView
from gui.plots.thinning import extremes, thin


def _history(length: int, seed: int = 0) -> HistoryView:
    return make_history(np.random.default_rng(seed).exponential(size=length))


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int, int, int, int]:
    """A length, a range of steps within it, and a number of bins."""
    length = draw(st.integers(1, 40_000))
    first = draw(st.integers(0, length - 1))
    return length, first, draw(st.integers(first, length - 1)), draw(st.integers(1, 400))


@given(ranges())
def test_no_peak_is_lost(case: tuple[int, int, int, int]) -> None:
    length, first, last, bins = case
    history = _history(length)
    steps, losses = thin(history, first, last, bins)
    drawn = history.loss[first : last + 1]
    assert losses.min() == drawn.min()
    assert losses.max() == drawn.max()
    assert (steps[0], losses[0]) == (first, drawn[0])
    assert (steps[-1], losses[-1]) == (last, drawn[-1])
    assert (np.diff(steps) >= 0).all()
    assert len(steps) <= 2 * max(bins, 4) + 6
    assert len(steps) == len(losses)


@given(ranges())
def test_extremes_are_those_of_the_steps_themselves(case: tuple[int, int, int, int]) -> None:
    length, first, last, _ = case
    history = _history(length)
    drawn = history.loss[first : last + 1]
    assert extremes(history, first, last + 1) == (drawn.min(), drawn.max())


@given(ranges())
def test_each_peak_is_drawn_near_its_step(case: tuple[int, int, int, int]) -> None:
    length, first, last, bins = case
    history = _history(length)
    steps, losses = thin(history, first, last, bins)
    peak = first + int(history.loss[first : last + 1].argmax())
    drawn_at = steps[losses == history.loss[peak]]
    assert np.abs(drawn_at - peak).min() <= max(1, 4 * (last - first) / max(bins, 4))


def test_a_short_range_comes_as_it_is() -> None:
    history = _history(1000)
    steps, losses = thin(history, 100, 300, 100 + 1)
    np.testing.assert_array_equal(steps, np.arange(100, 301))
    np.testing.assert_array_equal(losses, history.loss[100:301])


def test_steps_that_are_not_there_are_left_out() -> None:
    history = _history(10)
    assert list(thin(history, -5.5, 100, 50)[0]) == list(range(10))
    assert len(thin(history, 20, 30, 50)[0]) == 0
    assert len(thin(make_history(), 0, 30, 50)[0]) == 0


def test_a_falling_curve_stays_a_falling_curve() -> None:
    history = make_history(np.geomspace(10, 0.001, 50_000))
    assert (np.diff(thin(history, 0, 49_999, 300)[1]) <= 0).all()


@pytest.mark.parametrize("last", [np.nan, np.inf])
def test_a_last_loss_that_is_not_finite_spoils_no_other(last: float) -> None:
    losses = np.append(np.ones(9_999), last)
    steps, thinned = thin(make_history(losses), 0, 9_999, 100)
    assert np.isfinite(thinned[steps < 9_999 - 200]).all()


def test_the_cost_does_not_grow_with_the_run() -> None:
    """A trillion steps, one number repeated without memory for it: to pass over them would take an hour."""
    length, one = 10**12, np.float32(1)
    widths = [ENVELOPE_RATIO**power for power in range(1, 7)]
    levels = (np.broadcast_to(one, length // width) for width in widths)
    envelope = tuple(EnvelopeLevel(width, level, level) for width, level in zip(widths, levels, strict=True))
    nothing = np.zeros((1, 2, 1), np.float32)
    history = HistoryView(np.broadcast_to(one, length), nothing, nothing[0], envelope, own_from=0)
    steps, losses = thin(history, 12_345, length - 1, 500)
    assert (steps[0], steps[-1]) == (12_345, length - 1)
    assert (losses == 1).all()
    assert len(steps) < 1010
