"""A large array becomes as small as its picture, and nothing that stands out is lost."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.block_extremes import MOST_READ, Blocks, blocks, reduced


@pytest.mark.parametrize(
    ("shape", "most", "expected"),
    [
        ((4, 6), (4, 6), Blocks(1, 1, 1, 1)),
        ((4, 6), (100, 100), Blocks(1, 1, 1, 1)),
        ((5, 6), (2, 3), Blocks(3, 2, 1, 1)),
        ((0, 6), (0, 6), Blocks(1, 1, 1, 1)),
        ((10_000, 10_000), (500, 500), Blocks(20, 20, 5, 5)),
        ((1, 100_000_000), (1, 1000), Blocks(1, 100_000, 1, 5)),
    ],
)
def test_so_many_elements_become_one(shape: tuple[int, int], most: tuple[int, int], expected: Blocks) -> None:
    found = blocks(*shape, *most)
    assert found == expected
    assert found.rows % found.row_stride == found.columns % found.column_stride == 0
    read = -(-shape[0] // found.row_stride) * -(-shape[1] // found.column_stride)
    assert read <= max(MOST_READ, shape[1])


def test_a_block_shows_what_is_farthest_from_0() -> None:
    cells = np.zeros((6, 6), np.float32)
    cells[1, 1], cells[0, 5], cells[5, 0], cells[4, 0] = 3, -7, 2, -5
    np.testing.assert_array_equal(reduced(cells, Blocks(3, 3, 1, 1)), [[3, -7], [-5, 0]])


def test_nan_and_infinity_are_never_lost() -> None:
    cells = np.ones((4, 4))
    cells[3, 3], cells[0, 0] = np.nan, -np.inf
    np.testing.assert_array_equal(reduced(cells, Blocks(2, 2, 1, 1)), [[-np.inf, 1], [1, np.nan]])


def test_the_last_blocks_may_reach_over_the_edge() -> None:
    cells = np.arange(15.0).reshape(3, 5)
    np.testing.assert_array_equal(reduced(cells, Blocks(2, 2, 1, 1)), [[6, 8, 9], [11, 13, 14]])


def test_complex_numbers_count_by_their_magnitude_and_whole_ones_as_they_are() -> None:
    assert reduced(np.array([[3 + 4j]]), Blocks(1, 1, 1, 1)).tolist() == [[5]]
    assert reduced(np.array([[2**53 - 1, -1]]), Blocks(1, 2, 1, 1)).tolist() == [[2**53 - 1]]
