"""Messages to a learner: one sentence each, whole in English and in what the window makes of it."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import numpy as np
import pytest
from problems import assert_is_clear

import engine
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.training import Diverged


def test_a_problem_says_its_sentence() -> None:
    problem = Problem("There are {found} of {wanted:.1f}.", found=3, wanted=4)
    assert str(problem) == "There are 3 of 4.0."
    assert (problem.template, problem.values) == ("There are {found} of {wanted:.1f}.", {"found": 3, "wanted": 4})


def test_an_input_error_names_the_field_and_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="Choose another") as caught:
        raise InputError("seed", "Choose another seed than {value}.", value=-1)
    assert_is_clear(caught.value, "seed")  # type: ignore[arg-type]


def test_a_sentence_with_a_value_missing_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Problem("There are {found}.")


@pytest.mark.parametrize(
    "value",
    [
        np.zeros((9, 9)),
        "many\nlines\n" * 100,
        "x" * 100_000,
        10**5_000,
        -(10**5_000),
        b"\x00" * 1_000,
        {"{": "}"},
    ],
    ids=["array", "lines", "text", "huge", "hugely negative", "bytes", "braces"],
)
def test_no_value_is_too_long_for_a_sentence(value: object) -> None:
    problem = Problem("It must be a number, not {value}.", value=value)
    assert str(problem) == problem.template.format(**problem.values)
    assert "\n" not in str(problem)
    assert len(str(problem)) < 120


@pytest.mark.parametrize(("value", "shown"), [(2**31, "2147483648"), (-0.5, "-0.5"), (10**400, "10^400")])
def test_numbers_are_shown_as_they_are_while_there_is_room(value: object, shown: str) -> None:
    assert str(Problem("Not {value}.", value=value)) == f"Not {shown}."


def test_divergence_says_where_why_and_what_to_try() -> None:
    problem = Diverged(12, 50.0)
    assert_is_clear(problem)
    for words in ("step 12", "learning rate of 50", "try 5."):
        assert words in str(problem)
    assert (problem.step, problem.learning_rate) == (12, 50.0)


LONGEST_NAME = 6
"""Words that the name of a choice or of a field may have."""


def messages() -> list[tuple[str, str, str]]:
    """Each sentence that the engine marks for translation: the module, its context and its text."""
    found = []
    for path in sorted(Path(engine.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == QT_TRANSLATE_NOOP.__name__:
                context, text = map(ast.literal_eval, node.args)  # raises if they are not literal: lupdate reads them
                found.append((path.stem, context, text))
    return found


def test_every_sentence_can_be_translated() -> None:
    marked = messages()
    assert len(marked) > 20
    for module, context, text in marked:
        where = f"{module}: {text}"
        assert context == "engine", where
        is_sentence = text.endswith((".", "?", "{reason}"))  # and a reason is a sentence of its own
        assert is_sentence or len(text.split()) <= LONGEST_NAME, f"a sentence has an end, a name is short; {where}"
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        assert all(name.isidentifier() for name in fields), f"only values that have names can be moved; {where}"
