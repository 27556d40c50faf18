"""Cells that were picked are named by a subscript, and a subscript leads back to cells."""

from __future__ import annotations

import pytest

from engine.tensors.values import Index
from gui.tabs.variables.picking import corners, subscript


@pytest.mark.parametrize(
    ("first", "last", "shape", "text"),
    [
        ((0, 0), (0, 0), (3, 1), "0, 0"),
        ((1, 0), (2, 0), (3, 1), "1:3, 0"),
        ((0, 1), (2, 2), (3, 4), ":, 1:3"),
        ((1, 0, 2), (1, 2, 2), (2, 3, 4), "1, :, 2"),
        ((4,), (4,), (9,), "4"),
        ((), (), (), ""),
    ],
)
def test_names_what_lies_between_two_elements(first: Index, last: Index, shape: tuple[int, ...], text: str) -> None:
    assert subscript(first, last, shape) == text
    if text:
        assert corners(text, "x", shape) == (first, last)


@pytest.mark.parametrize("text", ["", "x", "9, 0", "::2", "a", "[", "0, 0, 0"])
def test_what_is_no_rectangle_has_no_corners(text: str) -> None:
    assert corners(text, "x", (3, 1)) is None


def test_counts_from_the_end_and_backwards_too() -> None:
    assert corners("-1, :", "x", (3, 2)) == ((2, 0), (2, 1))
    assert corners("::-1", "x", (3, 2)) == ((0, 0), (2, 1))
