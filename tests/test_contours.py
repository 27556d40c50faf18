"""The zero lines of a field lie where it changes its sign, between the grid's points as its values say."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.contours import zero_lines


def field(rows: int, columns: int, offset: float) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return (np.arange(columns, dtype=np.float32) - offset)[None].repeat(rows, axis=0)


def test_a_straight_line_is_found_where_it_lies() -> None:
    lines = zero_lines(field(5, 6, 2.25))
    assert lines.shape == (4, 2, 2)
    assert lines[..., 1] == pytest.approx(2.25)
    assert sorted({*lines[..., 0].reshape(-1)}) == [0, 1, 2, 3, 4]


def test_the_line_around_a_hill_is_closed() -> None:
    rows, columns = np.mgrid[-10:11, -10:11]
    lines = zero_lines((6.5 - np.hypot(rows, columns)).astype(np.float32))
    assert np.hypot(*(lines - 10).reshape(-1, 2).T) == pytest.approx(6.5, abs=0.05)
    ends = [tuple(np.round(end, 5)) for end in lines.reshape(-1, 2)]
    assert all(ends.count(end) == 2 for end in ends)


def test_in_a_saddle_two_lines_pass() -> None:
    assert len(zero_lines(np.array([[1, -1], [-1, 1]], np.float32))) == 2


@pytest.mark.parametrize("values", [np.ones((3, 3)), np.zeros((3, 3)), np.full((3, 3), np.nan), np.ones((1, 1))])
def test_without_a_change_of_sign_there_is_no_line(values: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> None:
    assert zero_lines(values.astype(np.float32)).shape == (0, 2, 2)


def test_what_is_not_finite_has_no_line_near_it() -> None:
    values = field(5, 6, 2.25)
    values[2, 2] = np.inf
    lines = zero_lines(values)
    assert np.isfinite(lines).all()
    assert set(np.floor(lines[..., 0].min(axis=1))) == {0, 3}
