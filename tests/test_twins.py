"""What NumPy has beside each tensor: the same call, its value, and where it has none, why."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.tensors.lines import read_line
from engine.tensors.protocol import Make
from engine.tensors.recipes import Constant, Initializer, Ones, RandomNormal, Range, Recipe
from engine.tensors.running import make_item, run
from engine.tensors.twins import NumPyTwin
from engine.tensors.workspace import Workspace


def twin_of(*steps: str | Recipe) -> NumPyTwin:
    """Of what the last of these steps makes; recipes take the names a, b, …"""
    workspace = Workspace()
    for step in steps:
        if isinstance(step, str):
            item = run(read_line(step, workspace.items), workspace)
        else:
            item = make_item(Make("", step), workspace)
        workspace.put(item)
    return item.twin


NOTES = ("b = square(a)", "c = sqrt(a)", "d = b + c", "e = matmul(a, b)", "e *= d")


@pytest.mark.parametrize(
    ("count", "call", "element"),
    [(1, "np.square(a)", 1), (2, "np.sqrt(a)", 1), (3, "b + c", 2), (4, "np.matmul(a, b)", 2), (5, "e *= d", 4)],
)
def test_the_notes_lines_in_numpy(count: int, call: str, element: float) -> None:
    twin = twin_of(Ones((2, 2)), *NOTES[:count])
    assert twin.call == call
    np.testing.assert_array_equal(twin.value, np.full((2, 2), float(element)), strict=True)
    assert twin.problem is None


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        ((Range(0, 5), "mean(a[1:3])"), np.float64(1.5)),  # TensorFlow's mean of whole numbers is a whole number
        ((Constant("[0.1, 0.2]"), "sum(a)"), np.float64(0.1 + 0.2)),
        (("range(4)",), np.arange(4)),
        (("[[1., 2.], [3., 4.]]", "a[0, 1]"), np.float64(2)),
        (("ones((2, 3))", "shape(a)"), (2, 3)),
        (("ones((0, 2))", "mean(a)"), np.float64("nan")),
        (("5",), np.array(5)),
        (("9**9999",), np.float64("inf")),
        ((Ones((2, 1)), "f = a", "f += 1", "a"), np.ones((2, 1))),  # f is a tensor of its own: a stays
    ],
)
def test_the_value_is_numpys_own(steps: tuple[str | Recipe, ...], value: Any) -> None:
    found = twin_of(*steps).value
    assert type(found) is type(value)
    np.testing.assert_array_equal(found, value)
    assert np.asarray(found).dtype == np.asarray(value).dtype


@pytest.mark.parametrize(
    ("steps", "call", "words"),
    [
        ((Ones((2, 1)), "a *= ones((1, 2))"), "a *= np.ones((1, 2))", "non-broadcastable output"),
        ((Ones((1500, 1500)), "a @ a"), "a @ a", "Above 16.0 MiB"),
        (("ones((600, 600), int32)", "matmul(a, a)"), "np.matmul(a, a)", "Above"),
        ((RandomNormal((5000, 5000)),), None, "Above 64.0 MiB"),
        (("ones((2,), bfloat16)",), "", "NumPy has no bfloat16."),
        ((Initializer(),), "", "Keras"),
        ((Initializer(), "b = a + 1"), "a + 1", "NumPy has no value of a to go on from."),
    ],
)  # fmt: skip
def test_says_why_there_is_no_value(steps: tuple[str | Recipe, ...], call: str | None, words: str) -> None:
    twin = twin_of(*steps)
    assert twin.value is None
    assert words in str(twin.problem)
    assert call is None or twin.call == call


@pytest.mark.parametrize(
    ("line", "call"),
    [("a *= 2", "a *= 2"), ("a -= -1.5", "a -= -1.5"), ("a **= 1/2", "a **= 0.5"), ("a /= pi", "a /= 3.14")],
)
def test_a_number_on_the_right_stays_a_number(line: str, call: str) -> None:
    twin = twin_of(Ones((2, 1)), line)
    assert twin.call.startswith(call)
    assert twin.value.dtype == np.float64


def test_no_value_can_be_written_into() -> None:
    assert not twin_of(Ones((2, 2)), "b = a + 1").value.flags.writeable
