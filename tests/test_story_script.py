"""The program of a variable's story, run by itself, prints every state that the tab shows."""

from __future__ import annotations

import contextlib
import io

import numpy as np
import pytest
from fresh_python import FreshPython
from hypothesis import given, settings
from hypothesis import strategies as st
from notebooks import assert_makes_notebook
from variable_laboratory import Bench

from engine.tensors.protocol import Assign, Look, VariableFrame
from engine.tensors.recipes import Constant, Given, Initializer, Ones, RandomNormal, RandomUniform, Recipe, Zeros

RECIPES: tuple[Recipe, ...] = (
    RandomNormal((3, 1), seed=7),
    RandomNormal((2, 2), 1.0, 0.5, seed=3, dtype="float64"),
    RandomUniform((3, 2), -1.0, 1.0, seed=1),
    RandomUniform((4,), 0, 9, seed=1, dtype="int32"),
    Ones((2, 3), "float16"),
    Zeros((), "float32"),
    Zeros((0, 2)),
    Constant("[[1, 2], [3, 4]]", "complex64"),
    Constant('["a", "b"]', "string"),
    Constant("[True, False]", "bool"),
    Initializer("HeNormal", (3, 1), seed=5),
    Initializer("Zeros", (3, 1)),
    Given("e", np.array([[1.5, 2], [3, float("inf")]], np.float32)),
)
CALLS = st.tuples(
    st.sampled_from(["assign", "assign_add", "assign_sub"]),
    st.sampled_from(["", ":", "0", "-1", "1:", "0, 0", "..., 0", "::2"]),
    st.sampled_from(
        ["3", "2.5", "-1", "True", "[1, 2]", "[[1], [2]]", "x", "x * 2", "x + sqrt(2)", "ones((3, 1))", "x[0] / 3",
         "ones_like(x) * 0.1", "cast(range(2), float64)", "2 ** 0.5", "inf", "pi"]
    ),
)  # fmt: skip


def shown(frame: VariableFrame) -> str:
    """What printing each state in turn would print."""
    return "".join(f"{state.value.array[()]!s}\n" for state in frame.states)


def printed_here(script: str) -> str:
    """What the program prints, in this process: that is quicker."""
    assert_makes_notebook(script)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(script, "story.py", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def test_the_notes_story_runs_in_a_python_of_its_own(fresh_python: FreshPython) -> None:
    bench = Bench()
    bench.makes(RandomNormal((3, 1)))
    bench.assigns("", "ones((3, 1))")
    bench.assigns("0, 0", "3.")
    bench.assigns("", "ones((3, 1))", "assign_add")
    bench.assigns("1:", "x[0, 0] / 3", "assign_sub")
    assert fresh_python.printed(bench.frame.script) == shown(bench.frame)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: f"{type(recipe).__name__}")
def test_every_recipe_begins_a_story_that_runs(recipe: Recipe) -> None:
    bench = Bench()
    assert bench.makes(recipe) is None
    assert printed_here(bench.frame.script) == shown(bench.frame)


def test_the_program_of_the_workspace_goes_before() -> None:
    script = "import tensorflow as tf\n\na = tf.ones((2, 2))\ne = a * 3.\n"
    bench = Bench()
    bench.makes(Given("e", np.full((2, 2), 3, np.float32), script))
    bench.assigns("0, 0", "1")
    assert bench.frame.script.startswith(script)
    assert printed_here(bench.frame.script) == shown(bench.frame)


def test_dropped_states_stay_in_the_program() -> None:
    bench = Bench(most_states=3)
    bench.makes(Zeros((2,)))
    for _ in range(6):
        bench.assigns("0", "1", "assign_add")
    assert printed_here(bench.frame.script).endswith(shown(bench.frame))
    assert printed_here(bench.frame.script).count("\n") == 7


def test_a_story_of_its_own_name() -> None:
    bench = Bench()
    bench.makes(Ones((2,)), "weights", trainable=False)
    bench.assigns("0", "weights[1] * 4.")
    assert "weights[0].assign(weights[1] * 4.)" in bench.frame.script
    assert printed_here(bench.frame.script) == shown(bench.frame)


@settings(max_examples=60)
@given(st.sampled_from(RECIPES), st.lists(CALLS, max_size=8), st.integers(0, 8))
def test_whatever_was_done_the_program_prints_the_same(
    recipe: Recipe, calls: list[tuple[str, str, str]], position: int
) -> None:
    bench = Bench()
    bench.makes(recipe)
    for number, call in enumerate(calls):
        if number == position:
            bench.does(Look(position // 2))
        bench.does(Assign(*call))
        marked = bench.frame.script.splitlines()[bench.frame.script_line - 1]
        assert marked == bench.state.call
    with np.errstate(all="ignore"):
        assert printed_here(bench.frame.script) == shown(bench.frame)
