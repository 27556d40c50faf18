"""A half-typed line is completed, its arguments are hinted at, and earlier lines come back."""

from __future__ import annotations

import pytest

from gui.tabs.tensors.completion import complete, hint
from gui.tabs.tensors.line_history import LineHistory

TENSORS = (("a", "(2, 2) float32"), ("apple", "() int32"), ("max_x", "(3,) float32"))


@pytest.mark.parametrize(
    ("before", "start", "expected"),
    [
        ("b = squ", 4, ["square", "squeeze"]),
        ("ma", 0, ["max_x", "matmul", "max", "maximum"]),
        ("tf.math.lo", 8, ["log", "log1p", "logical_and", "logical_not", "logical_or"]),
        ("cast(a, floa", 8, ["float16", "float32", "float64"]),
        ("ones((2, 2), dtype=int6", 19, ["int64"]),
    ],
)
def test_candidates(before: str, start: int, expected: list[str]) -> None:
    found = complete(before, TENSORS)
    assert found is not None
    assert found.start == start
    assert [candidate.text for candidate in found.candidates] == expected


@pytest.mark.parametrize("before", ["", "b = ", "12", "a[0", "zzz"])
def test_nothing_where_no_word_was_begun(before: str) -> None:
    assert complete(before, TENSORS) is None


@pytest.mark.parametrize(
    ("before", "function", "position"),
    [
        ("e = matmul(a, ", "matmul", 1),
        ("sum(", "sum", 0),
        ("sum(a[0, 1], ", "sum", 1),
        ("reshape(a, (2, ", "reshape", 1),
    ],
)
def test_the_argument_at_the_cursor(before: str, function: str, position: int) -> None:
    found = hint(before)
    assert found is not None
    assert (found.function, found.position) == (function, position)


def test_outside_of_a_call_there_is_no_hint() -> None:
    assert hint("sum(a)") is None


def test_history_goes_back_and_returns_to_the_draft() -> None:
    history = LineHistory()
    for line in ("one", "two", "two"):
        history.add(line)
    assert [history.older("draft"), history.older(""), history.older("")] == ["two", "one", None]
    assert [history.newer(), history.newer(), history.newer()] == ["two", "draft", None]
