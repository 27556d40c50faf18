"""Of a tensor of any rank one plane is seen, whose cells are its elements."""

from __future__ import annotations

import numpy as np
import pytest

from gui.controls.tensor_view.plane import PAGE, first_plane


@pytest.mark.parametrize("shape", [(), (3,), (40,), (2, 3), (2, 3, 4), (2, 3, 4, 5), (2, 1, 3, 2, 2)])
def test_each_cell_is_the_element_of_its_index(shape: tuple[int, ...]) -> None:
    array = np.arange(np.prod(shape)).reshape(shape)
    plane = first_plane(shape)
    cells = plane.of(array)
    assert cells.shape == (plane.rows, plane.columns)
    for cell in np.ndindex(cells.shape):
        assert array[plane.index(cell)] == cells[cell]
        assert plane.cell(plane.index(cell)) == cell


def test_other_axes_and_positions() -> None:
    array = np.arange(24).reshape(2, 3, 4)
    plane = first_plane((2, 3, 4)).with_axes(2, 0).with_position(1, 2)
    assert plane.label() == "[:, 2, :]"
    assert np.array_equal(plane.of(array), array[:, 2, :].T)
    assert plane.index((3, 1)) == (1, 2, 3)
    assert plane.cell((1, 1, 3)) is None


def test_of_a_long_axis_one_page_is_seen() -> None:
    array = np.arange(2 * PAGE + 5)
    plane = first_plane(array.shape)
    assert (plane.rows, plane.columns, plane.paged) == (PAGE, 1, (0,))
    last = plane.with_position(0, 2 * PAGE)
    assert last.of(array).ravel().tolist() == list(range(2 * PAGE, 2 * PAGE + 5))
    assert last.index((4, 0)) == (2 * PAGE + 4,)
