"""Typed text becomes values, or a sentence that says what would be right."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import Problem
from gui.controls import parsing

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.1", 0.1), (" 3 ", 3.0), ("1e-3", 1e-3), ("-2", -2.0), ("−2.5", -2.5), ("+.5", 0.5), ("1.", 1.0)],
)
def test_numbers_are_pythons(text: str, value: float) -> None:
    assert parsing.number(text) == value


@pytest.mark.parametrize(
    "text", ["", "  ", "lots", "nan", "inf", "-Infinity", "1e999", "1_000", "0x10", "1 2", "1,2,3"]
)
def test_what_is_no_finite_number_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="finite number"):
        parsing.number(text)


def test_a_decimal_comma_is_met_with_the_right_spelling() -> None:
    with pytest.raises(Problem, match=r"decimal point: 0\.1, not 0,1"):
        parsing.number("0,1")


def test_long_text_is_cut_short_in_the_sentence() -> None:
    with pytest.raises(Problem) as refusal:
        parsing.number("z" * 10_000)
    assert len(str(refusal.value)) < 100


@pytest.mark.parametrize(
    ("text", "value"), [("40", 40), ("1000.0", 1000), ("1e3", 1000), ("-7", -7), ("9" * 40, int("9" * 40))]
)
def test_whole_numbers(text: str, value: int) -> None:
    assert parsing.whole_number(text) == value
    assert type(parsing.whole_number(text)) is int


@pytest.mark.parametrize("text", ["1.5", "", "forty", "1e400", "9" * 5000, "1,000"])
def test_what_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="whole number"):
        parsing.whole_number(text)


@pytest.mark.parametrize("text", ["0, 3", "0 3", "(0, 3)", "[0., 3.]", " 0 ,3 ", "0;3".replace(";", ",")])
def test_a_pair_in_any_usual_spelling(text: str) -> None:
    assert parsing.pair(text) == (0.0, 3.0)


@pytest.mark.parametrize("text", ["", "1", "1, 2, 3", "a, b", "1, nan", "1; 2"])
def test_what_is_no_pair_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="two numbers"):
        parsing.pair(text)


@pytest.mark.parametrize(
    "text", ["1 0.5; 0.5 1", "1, 0.5; 0.5, 1", "[[1, .5], [.5, 1]]", "1 .5 .5 1", "((1, 0.5), (0.5, 1))"]
)
def test_a_matrix_in_any_usual_spelling(text: str) -> None:
    assert parsing.matrix(text) == ((1.0, 0.5), (0.5, 1.0))


@pytest.mark.parametrize("text", ["", "1", "1 0.5", "1 2 3", "1 2; 3", "1 2; 3 4; 5 6", "1 2 3 4 5", "1 2; 3 x", ";"])
def test_what_is_no_matrix_is_refused(text: str) -> None:
    with pytest.raises(Problem, match="two rows"):
        parsing.matrix(text)


@pytest.mark.parametrize(("text", "value"), [("all", None), ("ALL", None), ("all 2000", None), ("16", 16), (" 1 ", 1)])
def test_batch_sizes(text: str, value: int | None) -> None:
    assert parsing.batch_size(text) == value


@pytest.mark.parametrize("text", ["", "most", "1.5", "all of them"])
def test_no_batch_size(text: str) -> None:
    with pytest.raises(Problem, match="“all”"):
        parsing.batch_size(text)


@pytest.mark.parametrize(("text", "value"), [("never", None), ("Never", None), ("40", 40), ("1e6", 1_000_000)])
def test_steps_to_stop_after(text: str, value: int | None) -> None:
    assert parsing.stop_after(text) == value


@pytest.mark.parametrize("text", ["", "0", "-3", "soon", "1.5"])
def test_no_step_to_stop_after(text: str) -> None:
    with pytest.raises(Problem, match="“never”"):
        parsing.stop_after(text)


@given(NUMBERS)
def test_a_number_that_is_shown_reads_back_the_same(value: float) -> None:
    assert parsing.number(parsing.show_number(value)) == value


@given(st.tuples(NUMBERS, NUMBERS))
def test_so_does_a_pair(value: tuple[float, float]) -> None:
    assert parsing.pair(parsing.show_pair(value)) == value


@given(st.tuples(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS)))
def test_so_does_a_matrix(value: parsing.Matrix) -> None:
    assert parsing.matrix(parsing.show_matrix(value)) == value


@given(st.none() | st.integers(1), st.none() | st.integers(1))
def test_so_do_batch_size_and_stop(value: int | None, points: int | None) -> None:
    assert parsing.batch_size(parsing.show_batch_size(value, points)) == value
    assert parsing.stop_after(parsing.show_stop_after(value)) == value


def test_numbers_are_shown_without_a_needless_point() -> None:
    assert parsing.show_matrix(((1.0, 0.5), (0.5, 1.0))) == "1 0.5; 0.5 1"
    assert parsing.show_pair((0.0, 3.0)) == "0, 3"
    assert parsing.show_batch_size(None, 2000) == "all 2000"


@pytest.mark.parametrize(
    "parse",
    [parsing.number, parsing.whole_number, parsing.pair, parsing.matrix, parsing.batch_size, parsing.stop_after],
)
@given(text=st.text())
def test_whatever_is_typed_gives_a_value_or_a_problem(parse: Callable[[str], Any], text: str) -> None:
    try:
        value = parse(text)
    except Problem:
        return
    assert value is None or isinstance(value, tuple) or math.isfinite(value)
