"""Tensors are made by the notes' calls, and NumPy's twins by theirs; the code that is shown makes the very same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import tensorflow as tf

from engine.errors import InputError
from engine.tensors.making import density, initializer_names, make, make_twin, numpy_code, recipe_code
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
from engine.tensors.statistics import statistics_of

RECIPES = (
    Ones((2, 1)), Zeros((3, 0, 2), "bool"), Ones((), "int32"), RandomNormal((3, 1), seed=3),
    RandomNormal((2, 2), 1.0, 0.5, 7, "float64"), RandomUniform((3, 1), seed=4), RandomUniform((4,), 0, 9, 5, "int64"),
    Constant("[[1, 2], [3, 4]]"), Constant("2**31", "int64"), Constant('["a", "\\u00e9"]', "string"),
    Constant("[True, False]", "bool"), Constant("[1 + 2j]", "complex64"), Constant("[1.5, inf, nan]", "bfloat16"),
    Range(0, 10, 3), Range(1.0, 0.0, -0.25, "float32"), Eye(3), Eye(2, 3, "int32"),
)  # fmt: skip


def run(lines: tuple[str, ...], expression: str) -> Any:
    """What a program of these lines gives."""
    names: dict[str, Any] = {"tf": tf, "np": np}
    exec("\n".join(lines), names)
    return eval(expression, names)


def assert_same(found: Any, expected: Any) -> None:
    assert found.dtype == expected.dtype
    assert found.shape == expected.shape
    arrays = np.asarray(found), np.asarray(expected)
    if arrays[0].dtype.name == "bfloat16":  # whose NaN NumPy does not know
        arrays = arrays[0].astype(np.float32), arrays[1].astype(np.float32)
    np.testing.assert_array_equal(*arrays)


@pytest.mark.parametrize("recipe", RECIPES, ids=repr)
def test_the_code_makes_the_very_same_tensor(recipe: Recipe) -> None:
    assert_same(run(*recipe_code(recipe)), make(recipe))


@pytest.mark.parametrize("recipe", RECIPES, ids=repr)
def test_numpys_code_makes_the_very_same_twin(recipe: Recipe) -> None:
    twin = make_twin(recipe)
    assert twin is not None
    seed = (f"np.random.seed({recipe.seed})",) if isinstance(recipe, RandomNormal | RandomUniform) else ()
    assert_same(run(seed, f"np.asarray({numpy_code(recipe)})"), twin)
    assert not twin.flags.writeable
    assert twin.shape == tuple(make(recipe).shape)


@pytest.mark.parametrize(
    ("recipe", "tensorflow", "numpy"),
    [
        (Ones((2, 1)), "tf.ones(shape=(2, 1))", "np.ones(shape=(2, 1))"),
        (Zeros((2, 1)), "tf.zeros(shape=(2, 1))", "np.zeros(shape=(2, 1))"),
        (
            RandomNormal((3, 1)),
            "tf.random.normal(shape=(3, 1), mean=0., stddev=1.)",
            "np.random.normal(size=(3, 1), loc=0., scale=1.)",
        ),
        (
            RandomUniform((3, 1)),
            "tf.random.uniform(shape=(3, 1), minval=0., maxval=1.)",
            "np.random.uniform(size=(3, 1), low=0., high=1.)",
        ),
    ],
)
def test_the_calls_are_those_of_the_notes(recipe: Recipe, tensorflow: str, numpy: str) -> None:
    assert recipe_code(recipe)[1] == tensorflow
    assert numpy_code(recipe) == numpy
    twin = make_twin(recipe)
    assert twin is not None
    assert (make(recipe).dtype.name, twin.dtype.name) == ("float32", "float64")


def test_a_seed_gives_the_same_numbers_and_another_seed_others() -> None:
    first, again, other = (make(RandomNormal((100,), seed=seed)).numpy() for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).all()


def test_numpys_global_state_is_left_alone() -> None:
    state = np.random.get_state()[1].tolist()  # type: ignore[index]
    make_twin(RandomNormal((10,)))
    assert np.random.get_state()[1].tolist() == state  # type: ignore[index]


def test_keras_initializers_are_made_by_their_names_and_have_no_twin() -> None:
    assert {"GlorotUniform", "HeNormal", "Zeros", "Orthogonal"} <= set(initializer_names())
    for name in initializer_names():
        assert tuple(make(Initializer(name, (3, 3))).shape) == (3, 3)
    assert make_twin(Initializer()) is None
    assert numpy_code(Initializer()) == ""
    with pytest.raises(InputError, match="no initializer Nope"):
        make(Initializer("Nope"))


def test_a_tensor_of_the_workspace_is_copied() -> None:
    array = np.array([[1.0, 2.0]])
    made = make(Given("a", array))
    array[0, 0] = 9
    assert made.numpy().tolist() == [[1, 2]]
    with pytest.raises(InputError, match="has room for"):
        recipe_code(Given("a", np.zeros(10_001)))


@pytest.mark.parametrize(
    "recipe",
    [RandomNormal((20_000,), 2.0, 0.5), RandomUniform((20_000,), -1.0, 3.0), RandomNormal((20_000,), -5.0, 1e-3)],
)
def test_the_density_is_what_the_histogram_comes_near_to(recipe: Recipe) -> None:
    statistics = statistics_of(make(recipe).numpy())
    assert statistics is not None
    expected = density(recipe, statistics)
    assert expected is not None
    assert expected.sum() == pytest.approx(20_000, rel=0.02)
    deviations = (statistics.counts - expected) / np.sqrt(np.maximum(expected, 1))
    assert np.sqrt(np.mean(deviations**2)) < 1.6  # of counts that are Poisson distributed: about 1


def test_what_is_not_random_has_no_density() -> None:
    assert density(Ones(), statistics_of(np.ones((2, 1)))) is None
    assert density(RandomNormal(stddev=0.0), statistics_of(np.zeros((3, 1)))) is None
