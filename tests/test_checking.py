"""Recipes are checked before anything is made, also for what TensorFlow would take without a word, and at once."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from engine.errors import InputError
from engine.tensors.checking import DTYPES, check_recipe, result_bytes
from engine.tensors.recipes import (
    Constant,
    Eye,
    Given,
    Initializer,
    Ones,
    RandomNormal,
    RandomUniform,
    Range,
    Recipe,
    Zeros,
)


def refusal(recipe: Recipe) -> tuple[str, str]:
    """The field at fault, and the sentence."""
    with pytest.raises(InputError) as caught:
        check_recipe(recipe)
    return caught.value.field, str(caught.value)


@pytest.mark.parametrize(
    "recipe",
    [
        Ones(), Zeros(), RandomNormal(), RandomUniform(), Constant(), Range(), Eye(), Initializer(),
        Given("a", np.ones((2, 2))), Ones(()), Zeros((0, 3)), RandomNormal(stddev=0.0), Range(5, 0, -1), Range(0, 0, 1),
        Eye(2, 3), Constant("2**31", "int64"), Constant("-1", "int8"), Constant('["a", "b"]', "string"),
        RandomUniform((2,), 0, 10, dtype="int32"), Constant("1j", "complex64"), Constant("[]"),
    ],
)  # fmt: skip
def test_takes_what_tensorflow_makes(recipe: Recipe) -> None:
    check_recipe(recipe)


@pytest.mark.parametrize(
    ("recipe", "field", "words"),
    [
        (Ones((-1, 2)), "shape", "-1"),
        (Ones((1.5, 2)), "shape", "1.5"),  # type: ignore[arg-type]
        (Zeros((10**30,)), "shape", "10"),
        (Ones((1,) * 40), "shape", "dimensions"),
        (RandomNormal(stddev=-1.0), "stddev", "never negative: not -1.0"),
        (RandomNormal(mean=float("nan")), "mean", "finite"),
        (RandomNormal(seed=-1), "seed", "seed"),
        (RandomNormal(stddev=1e39), "stddev", "float32 reaches to"),
        (RandomUniform(minval=2.0, maxval=1.0), "maxval", "greater than minval, 2.0; it is 1.0"),
        (RandomUniform(minval=1.0, maxval=1.0), "maxval", "greater"),
        (RandomUniform((2,), 0, 2**31, dtype="int32"), "maxval", "int32 holds"),
        (RandomUniform(minval=-3e38, maxval=3e38), "maxval", "farther than float32 reaches"),
        (Constant("2**31", "int32"), "values", "choose int64"),
        (Constant("0.5", "int32"), "values", "choose float32"),
        (Constant("[[1], [2, 3]]"), "values", "differ in length"),
        (Constant("[1, 2"), "values", "bracket"),
        (Constant(""), "values", "Type values"),
        (Constant("9**9**9"), "values", ""),
        (Constant("open('x')"), "values", ""),
        (Constant("1" * 300_000), "values", "characters"),
        (Range(0, 10, 0), "delta", "never ends"),
        (Range(0, 10, -1), "delta", "never lead"),
        (Range(0, 1e18, 1, "float32"), "limit", ""),
        (Eye(-1), "rows", ""),
        (Ones((2, 1), "float31"), "dtype", "no dtype float31"),
        (RandomNormal(dtype="int32"), "dtype", "does not make this in int32"),
    ],
)  # fmt: skip
def test_says_in_one_sentence_what_is_wrong_with_which_field(recipe: Recipe, field: str, words: str) -> None:
    found, sentence = refusal(recipe)
    assert found == field
    assert words in sentence
    assert "\n" not in sentence
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    "recipe", [Ones((10**6, 10**6)), RandomNormal((10**12,)), Eye(10**6), Range(0, 10**12, 1, "int64")]
)
def test_gigantic_ones_are_refused_at_once_with_the_memory_they_would_take(recipe: Recipe) -> None:
    started = time.thread_time()
    _, sentence = refusal(recipe)
    assert time.thread_time() - started < 0.05
    assert "TiB of memory" in sentence


@pytest.mark.parametrize("kind", [Ones, Zeros, RandomNormal, RandomUniform, Eye, Initializer])
def test_only_the_dtypes_that_tensorflow_makes_are_taken(kind: type[Recipe]) -> None:
    for dtype in DTYPES[Zeros]:
        recipe = replace(kind(), dtype=dtype)  # type: ignore[arg-type, call-arg]
        if dtype in DTYPES[kind]:
            check_recipe(recipe)
        else:
            assert refusal(recipe)[0] == "dtype"


@pytest.mark.parametrize(
    ("recipe", "expected"),
    [(Ones((2, 3)), 24), (Zeros((5,), "bool"), 5), (Eye(3, 2, "float64"), 48), (Range(0, 10, 3), 16),
     (Constant("[[1, 2]]", "complex128"), 32), (Given("a", np.ones((2, 2))), 32)],
)  # fmt: skip
def test_knows_the_bytes_before_anything_is_made(recipe: Recipe, expected: int) -> None:
    assert result_bytes(recipe) == expected
