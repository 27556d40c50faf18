"""Shapes as they are typed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from problems import assert_is_clear

from engine.errors import InputError
from engine.tensors.shapes import MOST_DIMENSIONS, check_shape, parse_shape, show_shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("3, 1", (3, 1)), ("(2,3)", (2, 3)), ("[2, 3]", (2, 3)), ("5", (5,)), ("(5,)", (5,)), ("5,", (5,)),
        ("()", ()), ("[]", ()),
        (" ( 2 , 3 ) ", (2, 3)), ("0, 3", (0, 3)), ("2×3", (2, 3)), ("2.0, 3", (2, 3)), ("+2", (2,)),
        ("1000000, 1000000", (10**6, 10**6)),
    ],
)  # fmt: skip
def test_shapes_can_be_typed_in_many_ways(text: str, shape: tuple[int, ...]) -> None:
    assert parse_shape(text) == shape


@given(st.lists(st.integers(0, 9), max_size=6))
def test_what_is_shown_can_be_typed(sizes: list[int]) -> None:
    assert parse_shape(show_shape(sizes)) == tuple(sizes)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Type a shape"), ("  ", "Type a shape"), ("-1", "negative"), ("2, -3", "negative"),
        ("2.5", "whole number"),
        ("abc", "row of whole numbers"), ("2 3", "row of whole numbers"), ("2,,3", "row of whole"),
        ("(2", "row of whole"),
        ("1e3", "row of whole"), ("None", "row of whole"), ("\N{MINUS SIGN}1", "negative"), ("²", "row of whole"),
        ("٣", "row of whole"),
        ("9" * 40, "No memory"), ("9" * 200, "No memory"), ("9" * 5000, "row of whole"),
        ("1000000000000000000, 1000", "No memory"),
        ("0, 99999999999999999999", "No memory"), (", ".join("1" * (MOST_DIMENSIONS + 1)), "dimensions"),
    ],
)  # fmt: skip
def test_what_is_no_shape_is_refused_beside_its_field(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        parse_shape(text, "size")
    assert_is_clear(caught.value, "size")


@given(st.text(st.characters(exclude_characters="{}"), max_size=30))
def test_no_text_can_break_the_reading(text: str) -> None:
    try:
        assert all(size >= 0 for size in parse_shape(text))
    except InputError as error:
        assert_is_clear(error, "shape")


@pytest.mark.parametrize("shape", [(2.0,), ("2",), (True,), (None,), (-1,)])
def test_sizes_are_whole_numbers(shape: Any) -> None:
    with pytest.raises(InputError) as caught:
        check_shape(shape)
    assert_is_clear(caught.value, "shape")
