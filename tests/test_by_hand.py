"""Points drawn, moved and erased by hand: what is made, what the program says, and what cannot be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from problems import assert_is_clear

from engine.datasets import Blobs, DrawnPoints, Moons, OneAgainstRest, PointEdits
from engine.errors import InputError

BASE = Moons(10, seed=4)
NONE = DrawnPoints(BASE, PointEdits())


def test_points_are_numbered_as_they_are_seen() -> None:
    before = BASE.make()
    edited = NONE.with_erased([3, 0]).with_added([(1.5, -2.0), (0.25, 0.1)], 1).with_moved(0, 7.0, 8.0)
    made = edited.make()
    assert len(made) == edited.size == 20
    assert made.inputs[0].tolist() == [7, 8], "row 1, for row 0 is gone"
    np.testing.assert_array_equal(made.inputs[1], before.inputs[2])
    np.testing.assert_array_equal(made.inputs[2], before.inputs[4])
    assert made.inputs[18].tolist() == [1.5, -2]
    assert made.targets[18:].tolist() == [[1], [1]]
    again = edited.with_moved(18, 0.0, 1.0).with_erased([0, 19])
    assert again.make().inputs[-1].tolist() == [0, 1]
    assert again.edits.erased == (0, 1, 3)
    assert again.edits.moved == ()
    assert len(again.make()) == again.size == 18


def test_a_point_that_is_moved_twice_is_where_it_was_put_last() -> None:
    edited = NONE.with_moved(5, 1.0, 1.0).with_moved(5, 2.0, 3.0)
    assert edited.edits.moved == ((5, 2.0, 3.0),)
    assert edited.make().inputs[5].tolist() == [2, 3]


def test_equal_changes_are_equal_and_the_recipe_stays() -> None:
    one, other = NONE.with_added([(0.1, 0.2)], 0), NONE.with_added([(0.1, 0.2)], 0)
    assert one == other
    assert hash(one) == hash(other)
    assert not NONE.edits
    np.testing.assert_array_equal(NONE.make().inputs, BASE.make().inputs)


@pytest.mark.parametrize("base", [BASE, OneAgainstRest(Blobs(10, class_count=3), 2)])
def test_the_program_makes_the_same_points(base: Any) -> None:
    edited = DrawnPoints(base, PointEdits()).with_erased([2, 7]).with_moved(3, 0.1, -1 / 3)
    edited = edited.with_added([(number / 7, 0.3) for number in range(11)], 1)
    names: dict[str, Any] = {"np": np}
    exec("\n".join(edited.source()), names)
    made = edited.make()
    for name in ("inputs", "targets"):
        np.testing.assert_array_equal(names[name], getattr(made, name))
        assert names[name].dtype == np.float32
    assert max(map(len, edited.source())) <= 120


@pytest.mark.parametrize(
    "edits",
    [
        PointEdits(erased=(20,)),
        PointEdits(erased=(-1,)),
        PointEdits(moved=((20, 0.0, 0.0),)),
        PointEdits(moved=((0, float("nan"), 0.0),)),
        PointEdits(added=((0.0, 0.0, 2),)),
        PointEdits(added=((1e9, 0.0, 0),)),
        PointEdits(erased=tuple(range(20))),
    ],
)
def test_what_cannot_be_is_refused(edits: PointEdits) -> None:
    with pytest.raises(InputError) as caught:
        DrawnPoints(BASE, edits)
    assert_is_clear(caught.value, "data")
