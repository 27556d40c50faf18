"""The part of a variable that is assigned to is read from its subscript, and checked against the shape."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from patience import within
from problems import assert_is_clear

from engine.errors import InputError
from engine.expressions.tree import Slice
from engine.tensors.targets import LONGEST, parse_target, selected_shape, spans


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0, 0", "0, 0"),
        ("x[0,0]", "0, 0"),
        (" [ 0 , 0 ] ", "0, 0"),
        (":, 1:", ":, 1:"),
        ("-1", "-1"),
        ("::2", "::2"),
        ("0:2:1", "0:2:1"),
        ("..., 0", "..., 0"),
        (":", ":"),
    ],
)
def test_reads_a_subscript_as_one_writes_it(text: str, code: str) -> None:
    assert parse_target(text, "x").code == code


@pytest.mark.parametrize("text", ["", "  ", "x", " x "])
def test_nothing_is_the_whole(text: str) -> None:
    assert parse_target(text, "x").places is None


def test_is_python_s_own_key() -> None:
    array = np.arange(24).reshape(2, 3, 4)
    for text in ("0", "1, ::2", "..., 1", "-1, 0:2, 3", ":, :, 1:"):
        assert (array[parse_target(text, "x").key] == eval(f"array[{text}]")).all()


@pytest.mark.parametrize(
    "text",
    [
        "a", "0.5", "0][0", "0] + x[1", "0]  # ", "[[0]]", "[]", "0,,0", "x.y", "f(0)", "'a'", "True", "x[x[0]]",
        "0 if 1 else 2", "\0", "0\n1", "1:2:3:4", "lambda: 0", "__import__('os')", "(0, 0)[0]", "2**63", "newaxis",
        "None", "..., ...", "0:None:0.5", "*x", "é",
    ],
)  # fmt: skip
def test_reads_nothing_else(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_target(text, "x")
    assert caught.value.field == "target"


def test_says_clearly_what_it_wants() -> None:
    with pytest.raises(InputError) as caught:
        parse_target("a", "x")
    assert_is_clear(caught.value, "target")
    with pytest.raises(InputError, match="characters"):
        parse_target("0" * (LONGEST + 1), "x")


def test_a_huge_text_is_refused_at_once() -> None:
    with within(0.05), pytest.raises(InputError):
        parse_target("0, " * 100_000, "x")


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        target = parse_target(text, "x")
        selected_shape(target, (3, 2), "x")
    except InputError as error:
        field = error.field
    else:
        field = "target"
    assert field == "target"


@pytest.mark.parametrize(
    ("text", "selected"),
    [("0, 0", ()), ("0", (2,)), ("-3", (2,)), (":, 1:", (3, 1)), ("1:99", (2, 2)), ("::-1", (3, 2)), ("...", (3, 2))],
)
def test_says_the_shape_of_the_part(text: str, selected: tuple[int, ...]) -> None:
    assert selected_shape(parse_target(text, "x"), (3, 2), "x") == selected


@pytest.mark.parametrize("text", ["3", "-4", "0, 2", "3:", "0, 2:5", "2:1", "-9:-5", "0, 0, 0", "::0"])
def test_refuses_what_lies_outside_also_by_slices(text: str) -> None:
    with pytest.raises(InputError) as caught:
        selected_shape(parse_target(text, "x"), (3, 2), "x")
    assert_is_clear(caught.value, "target")


def test_a_scalar_has_no_parts_and_an_empty_one_no_elements() -> None:
    with pytest.raises(InputError, match="single number"):
        selected_shape(parse_target("0", "x"), (), "x")
    with pytest.raises(InputError, match="no element"):
        selected_shape(parse_target("0", "x"), (0, 2), "x")
    assert selected_shape(parse_target("...", "x"), (), "x") == ()


@given(
    st.tuples(*[st.one_of(st.integers(-5, 5), st.slices(5))] * 2).map(list),
    st.tuples(st.integers(0, 5), st.integers(0, 5)),
)
def test_takes_what_numpy_takes_if_it_is_anything(places: list[int | slice], shape: tuple[int, int]) -> None:
    text = ", ".join(
        str(place)
        if isinstance(place, int)
        else ":".join("" if part is None else str(part) for part in (place.start, place.stop, place.step))
        for place in places
    )
    target = parse_target(text, "x")
    assert all(isinstance(place, int | Slice) for place in target.places or ())
    numbers = np.arange(np.prod(shape)).reshape(shape)
    try:
        selected = selected_shape(target, shape, "x")
    except InputError:
        with contextlib.suppress(IndexError, ValueError):
            assert numbers[tuple(places)].size == 0
        return
    assert selected == numbers[tuple(places)].shape
    expected = numbers[np.ix_(*spans(target, shape))]
    assert (expected.reshape(-1) == numbers[tuple(places)].reshape(-1)).all()
