"""Contour lines lie where the height is that of the level, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from gui.plots.contours import contours


def plane(steps: int = 100) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.meshgrid(np.linspace(-2, 2, steps + 1), np.linspace(-2, 2, steps + 1))
    return x, y


def test_a_circle_is_a_circle() -> None:
    x, y = plane()
    (pieces,) = contours(x**2 + y**2, [1.5])
    places = pieces * 0.04 - 2
    np.testing.assert_allclose(np.hypot(*places.reshape(-1, 2).T), np.sqrt(1.5), atol=2e-4)
    length = np.hypot(*(places[:, 0] - places[:, 1]).T).sum()
    assert length == pytest.approx(2 * np.pi * np.sqrt(1.5), rel=1e-3)


def test_every_end_is_met_by_another_piece() -> None:
    x, y = plane(60)
    (pieces,) = contours(np.sin(3 * x) * np.cos(2 * y), [0.01])
    ends, counts = np.unique(np.round(pieces.reshape(-1, 2), 9), axis=0, return_counts=True)
    is_inside = ((ends > 0) & (ends < 60)).all(axis=1)
    assert set(counts[is_inside]) <= {2, 4}


def test_the_two_lines_of_a_saddle_do_not_cross() -> None:
    heights = np.array([[1.0, 0, 1], [0, 1, 0], [1, 0, 1]])
    (pieces,) = contours(np.pad(heights, 0), [0.5])
    assert len(pieces) == 0  # from 0 to 1 within one square of a field from 0 to 1: a jump, not a slope
    (pieces,) = contours(np.block([[heights, heights * 9]]), [0.5])
    assert np.isfinite(pieces).all()
    assert len(pieces)


def test_what_is_not_finite_and_what_jumps_has_no_line() -> None:
    x, y = plane()
    heights = np.where(x < 0, np.nan, y)
    (pieces,) = contours(heights, [0.1])
    assert (pieces[..., 0] >= 50).all()
    (pieces,) = contours(np.sign(x) + 0.1 * y, [0.05, 0.5])[1:]
    assert len(pieces) == 0
    assert [len(part) for part in contours(np.full((3, 3), np.inf), [0.0])] == [0]
    assert [len(part) for part in contours(np.full((3, 3), 2.0), [2.0])] == [0]


def test_a_jump_has_a_line_where_that_is_asked_for() -> None:
    heights = np.repeat([[-1.0, -1, 1]], 3, axis=0)
    assert len(contours(heights, [0.0])[0]) == 0
    (pieces,) = contours(heights, [0.0], across_jumps=True)
    assert pieces[..., 0] == pytest.approx(1.5)
    assert len(contours(np.array([[1.0, -1], [-1, 1]]), [0.0], across_jumps=True)[0]) == 2
