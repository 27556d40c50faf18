"""Batches: every point once an epoch, in an order that anyone can find again."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.training.batches import Batches

SIZES = st.integers(1, 60).flatmap(lambda samples: st.tuples(st.just(samples), st.integers(1, samples)))


@given(SIZES, st.integers(0, 2**31 - 1), st.integers(0, 50))
def test_an_epoch_takes_every_point_once(sizes: tuple[int, int], seed: int, epoch: int) -> None:
    samples, batch_size = sizes
    batches = Batches(samples, batch_size, seed)
    first = epoch * batches.steps_per_epoch
    rows = [batches.rows(first + step) for step in range(batches.steps_per_epoch)]
    assert sorted(np.concatenate(rows)) == list(range(samples))
    assert [len(batch) for batch in rows[:-1]] == [batch_size] * (batches.steps_per_epoch - 1)
    assert 1 <= len(rows[-1]) <= batch_size


@given(SIZES, st.integers(0, 100))
def test_the_size_of_a_batch_is_known_beforehand(sizes: tuple[int, int], step: int) -> None:
    batches = Batches(*sizes, seed=0)
    assert batches.size(step) == len(batches.rows(step))


def test_the_order_depends_on_the_seed_and_the_epoch_alone() -> None:
    expected = np.random.default_rng((7, 2)).permutation(50)
    batches = Batches(50, 10, seed=7)
    for order in (range(10, 15), reversed(range(10, 15))):
        rows = {step: batches.rows(step) for step in order}
        batches.rows(0)  # of another epoch
        assert np.array_equal(np.concatenate([rows[step] for step in range(10, 15)]), expected)


def test_epochs_and_seeds_differ() -> None:
    orders = [tuple(Batches(50, 50, seed).rows(epoch)) for seed in (0, 1) for epoch in (0, 1)]
    assert len(set(orders)) == 4


@given(SIZES, st.integers(0, 200), st.integers(0, 40), st.integers(0, 20))
def test_a_table_holds_the_rows_of_its_steps(sizes: tuple[int, int], first: int, count: int, spare: int) -> None:
    batches = Batches(*sizes, seed=3)
    table, lengths = batches.table(first, count, count + spare)
    assert table.shape == (count + spare, batches.batch_size)
    assert lengths.shape == (count + spare,)
    for offset in range(count):
        size = batches.size(first + offset)
        assert lengths[offset] == size
        assert np.array_equal(table[offset, :size], batches.rows(first + offset))
        assert not table[offset, size:].any()
    assert not table[count:].any()


def test_row_numbers_are_int32() -> None:
    table, lengths = Batches(10, 4, seed=0).table(0, 3, 3)
    assert {table.dtype, lengths.dtype, Batches(10, 4, seed=0).rows(0).dtype} == {np.dtype(np.int32)}
