"""The record of a run: it only grows, and what was handed out of it never changes."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.training.history import ENVELOPE_RATIO, Column, Envelope, History, HistoryView
from engine.training.records import FloatArray

START = np.array([[0.25], [0.75]], np.float32), np.zeros(1, np.float32)
Steps = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]


def random_steps(count: int, seed: int = 0) -> Steps:
    generator = np.random.default_rng(seed)
    return (
        generator.exponential(size=count).astype(np.float32),
        generator.normal(size=(count, 2, 1)).astype(np.float32),
        generator.normal(size=(count, 1)).astype(np.float32),
    )


def make_history(count: int, seed: int = 0) -> History:
    history = History(*START)
    history.append(*random_steps(count, seed))
    return history


def copy_of(view: HistoryView) -> tuple[FloatArray, ...]:
    levels = (array.copy() for level in view.envelope for array in (level.low, level.high))
    return view.loss.copy(), view.weights.copy(), view.bias.copy(), *levels


def test_n_losses_belong_to_n_plus_one_parameters() -> None:
    loss, weights, bias = random_steps(5)
    history = make_history(5)
    assert len(history) == 5
    assert np.array_equal(history.loss, loss)
    assert np.array_equal(history.weights, [START[0], *weights])
    assert np.array_equal(history.bias, [START[1], *bias])


def test_a_new_history_has_only_its_start() -> None:
    history = History(*START)
    assert history.loss.shape == (0,)
    assert history.weights.shape == (1, 2, 1)
    assert history.bias.shape == (1, 1)
    assert history.view.envelope == ()


@given(st.lists(st.integers(0, 700), max_size=12))
def test_the_record_is_the_same_however_it_came(counts: list[int]) -> None:
    loss, weights, bias = random_steps(sum(counts))
    history = History(*START)
    done = 0
    for count in counts:
        part = slice(done, done + count)
        history.append(loss[part], weights[part], bias[part])
        done += count
    assert np.array_equal(history.loss, loss)
    assert np.array_equal(history.weights[1:], weights)
    assert np.array_equal(history.bias[1:], bias)
    whole = Envelope()
    whole.extend(loss)
    for level, expected in zip(history.view.envelope, whole.view, strict=True):
        assert np.array_equal(level.low, expected.low)
        assert np.array_equal(level.high, expected.high)


@given(st.integers(0, 40_000), st.integers(0, 2**31))
def test_each_level_of_the_envelope_has_the_extremes_of_every_full_bin(count: int, seed: int) -> None:
    losses = random_steps(count, seed)[0]
    envelope = Envelope()
    envelope.extend(losses)
    levels = envelope.view
    assert [level.steps_per_bin for level in levels] == [
        size for size in (ENVELOPE_RATIO, ENVELOPE_RATIO**2, ENVELOPE_RATIO**3) if size <= count
    ]
    for level in levels:
        bins = losses[: count // level.steps_per_bin * level.steps_per_bin].reshape(-1, level.steps_per_bin)
        assert np.array_equal(level.low, bins.min(axis=1))
        assert np.array_equal(level.high, bins.max(axis=1))


def test_views_are_read_only() -> None:
    view = make_history(2_000).view
    levels = [array for level in view.envelope for array in (level.low, level.high)]
    for array in (view.loss, view.weights, view.bias, *levels):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_views_stay_as_they_were_whatever_comes_later() -> None:
    history = make_history(300)
    views = []
    for count in (1, 31, 32, 5_000, 40_000):
        views.append((view := history.view, copy_of(view)))
        history.append(*random_steps(count, seed=count))
        branch = history.branch(150, *START)
        branch.append(*random_steps(10_000, seed=2))
    for view, before in views:
        assert all(np.array_equal(now, then) for now, then in zip(copy_of(view), before, strict=True))


def test_nothing_is_copied_for_a_view() -> None:
    history = make_history(10_000)
    assert np.shares_memory(history.view.loss, history.view.loss)
    assert np.shares_memory(history.view.weights, history.weights)


def test_a_branch_shares_the_first_steps_and_goes_its_own_way() -> None:
    history = make_history(100)
    branch = history.branch(40)
    assert len(branch) == 40
    assert branch.view.own_from == 40
    assert history.view.own_from == 0
    assert np.array_equal(branch.weights, history.weights[:41])
    branch.append(*random_steps(10, seed=9))
    assert np.array_equal(branch.loss[:40], history.loss[:40])
    assert np.array_equal(branch.loss[40:], random_steps(10, seed=9)[0])
    assert len(history) == 100


@pytest.mark.parametrize("position", [0, 40, 100])
def test_a_branch_may_begin_with_other_parameters(position: int) -> None:
    history = make_history(100)
    weights, bias = np.array([[7], [8]], np.float32), np.array([9], np.float32)
    branch = history.branch(position, weights, bias)
    assert np.array_equal(branch.weights, [*history.weights[:position], weights])
    assert np.array_equal(branch.bias, [*history.bias[:position], bias])
    assert not np.array_equal(history.weights[position], weights)


@pytest.mark.parametrize("block", [100, 8192])
def test_a_million_steps_take_at_most_24_bytes_each(block: int) -> None:
    loss, weights, bias = random_steps(block)
    tracemalloc.start()
    try:
        history = History(*START)
        while len(history) < 1_000_000:
            history.append(loss, weights, bias)
        used, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert used <= 24 * len(history)


@given(st.lists(st.integers(0, 600), max_size=8))
def test_a_column_holds_what_was_appended(counts: list[int]) -> None:
    column = Column((2, 1))
    rows = np.arange(2 * sum(counts), dtype=np.float32).reshape(-1, 2, 1)
    done = 0
    for count in counts:
        column.append(rows[done : done + count])
        done += count
        assert len(column) == done
    assert np.array_equal(column.view, rows)


def test_what_is_cut_off_stays_in_the_views_of_before() -> None:
    column = Column()
    column.append(np.arange(1000, dtype=np.float32))
    before = column.view
    column.cut(10)
    column.append(np.full(990, -1, np.float32))
    assert np.array_equal(before, np.arange(1000))
    assert np.array_equal(column.view, [*range(10), *[-1] * 990])


def test_what_is_not_a_number_counts_for_nothing_in_the_envelope() -> None:
    losses = np.arange(3 * ENVELOPE_RATIO, dtype=np.float32)
    losses[5] = np.nan
    losses[ENVELOPE_RATIO : 2 * ENVELOPE_RATIO] = np.nan
    envelope = Envelope()
    envelope.extend(losses)
    (level,) = envelope.view
    assert np.array_equal(level.low, [0, np.nan, 2 * ENVELOPE_RATIO], equal_nan=True)
    assert np.array_equal(level.high, [ENVELOPE_RATIO - 1, np.nan, 3 * ENVELOPE_RATIO - 1], equal_nan=True)
