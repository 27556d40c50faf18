"""The shapes that can be drawn: each is what its name says, the same outside, and refused in clear words."""

from __future__ import annotations

import tracemalloc
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from problems import assert_is_clear

from engine.datasets import (
    KINDS,
    MEMORY_LIMIT,
    Blobs,
    Circles,
    Dataset,
    Kind,
    Moons,
    OneAgainstRest,
    Recipe,
    Spirals,
    TwoGaussians,
    Xor,
    kind_of,
    two_classes_of,
)
from engine.errors import InputError
from engine.script import training_script
from engine.training import Session, Settings

DRAWN: list[Any] = [Circles, Xor, Spirals, Moons, Blobs]
SEVERAL: list[Recipe] = [
    TwoGaussians(7, ((0.5, 3), (3, -0.25)), ((1.5, 0.5), (0.5, 1)), seed=1),
    Circles(30, noise=0, radii=(2, 0.25)),
    Circles(30, balance=0.1, seed=3),
    Xor(30, balance=2.5, side=1.25),
    Xor(3, noise=0),
    Spirals(30, turns=0.3, radius=7, seed=9),
    Moons(30, noise=1e-3, balance=0.01),
    Blobs(30),
    Blobs(30, class_count=2, balance=0.4),
    Blobs(9, class_count=4, distance=0.1, balance=3),
    OneAgainstRest(Blobs(9), 2),
]


def run(recipe: Recipe) -> dict[str, Any]:
    names: dict[str, Any] = {"np": np}
    exec("\n".join(recipe.source()), names)
    return names


@pytest.mark.parametrize("recipe", SEVERAL, ids=repr)
def test_the_lines_to_take_away_make_the_same_points(recipe: Recipe) -> None:
    dataset = recipe.make()
    names = run(recipe)
    for name in ("inputs", "targets"):
        assert names[name].dtype == np.float32
        assert np.array_equal(names[name], getattr(dataset, name))
    assert len(dataset) == recipe.size
    assert dataset.class_count == recipe.class_count
    assert max(map(len, recipe.source())) <= 88


@pytest.mark.parametrize("recipe", SEVERAL, ids=repr)
def test_classes_are_numbered_from_0_without_gaps(recipe: Recipe) -> None:
    dataset = recipe.make()
    assert dataset.classes.dtype == np.int64
    assert sorted(set(dataset.classes.tolist())) == list(range(recipe.class_count))
    assert dataset.targets.shape == (recipe.size, 1)
    assert not dataset.classes.flags.writeable


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_value_of_a_recipe_is_a_parameter_with_words(kind: Kind) -> None:
    recipe = kind.write(**dict(kind.values(kind_default(kind))))
    assert recipe == kind_default(kind), "a recipe is the same when it is written again from its parameters"
    assert hash(recipe) == hash(kind_default(kind))
    names = {parameter.name for parameter in kind.parameters}
    expected = {field.name for field in fields(recipe)}  # type: ignore[arg-type]  # all recipes are dataclasses
    if kind.key == "two_gaussians":
        expected = expected - {"means"} | {"mean_0", "mean_1"}
    assert names == expected
    for parameter in kind.parameters:
        assert parameter.label
        assert parameter.tooltip.endswith(".")
    assert kind.tooltip.endswith(".")
    assert kind_of(kind.key) is kind


def kind_default(kind: Kind) -> Recipe:
    defaults: dict[str, Recipe] = {
        "two_gaussians": TwoGaussians(),
        "circles": Circles(),
        "xor": Xor(),
        "spirals": Spirals(),
        "moons": Moons(),
        "blobs": Blobs(),
    }
    return defaults[kind.key]


@pytest.mark.parametrize("recipe", DRAWN)
def test_the_seed_decides_the_points(recipe: Any) -> None:
    assert np.array_equal(recipe(seed=3).make().inputs, recipe(seed=3).make().inputs)
    assert not np.array_equal(recipe(seed=3).make().inputs, recipe(seed=4).make().inputs)


@pytest.mark.parametrize("recipe", DRAWN)
def test_noise_scatters_the_points_by_as_much(recipe: Any) -> None:
    still = recipe(4000, noise=0).make().inputs
    moved = recipe(4000, noise=0.25).make().inputs
    assert np.allclose((moved - still).std(axis=0), 0.25, rtol=0.05)


@pytest.mark.parametrize(
    ("recipe", "sizes"),
    [
        (Circles(100, balance=0.1), [100, 10]),
        (Moons(100, balance=3), [100, 300]),
        (Blobs(100, class_count=4, balance=0.5), [100, 50, 25, 12]),
        (Blobs(1, class_count=4, balance=0.01), [1, 1, 1, 1]),
    ],
)
def test_the_balance_says_how_many_points_each_class_has(recipe: Recipe, sizes: list[int]) -> None:
    assert np.bincount(recipe.make().classes).tolist() == sizes


def test_circles_are_rings() -> None:
    dataset = Circles(radii=(3, 1.5), noise=0).make()
    radii = np.hypot(*dataset.inputs.T)
    assert np.allclose(radii, np.where(dataset.is_positive, 1.5, 3), atol=1e-5)


def test_xor_is_the_exclusive_or_of_the_signs() -> None:
    dataset = Xor(noise=0, side=2).make()
    x, y = dataset.inputs.T
    assert np.array_equal((x > 0) ^ (y > 0), dataset.is_positive)
    assert np.abs(dataset.inputs).max() <= 2
    assert {(bool(a), bool(b)) for a, b in zip(x > 0, y > 0, strict=True)} == {
        (True, True),
        (True, False),
        (False, True),
        (False, False),
    }


def test_a_spiral_is_the_other_one_turned_round() -> None:
    dataset = Spirals(2000, noise=0, turns=1, radius=2).make()
    angle = np.arctan2(dataset.inputs[:, 1], dataset.inputs[:, 0])
    radius = np.hypot(*dataset.inputs.T)
    phase = (angle - 2 * np.pi * radius / 2) % (2 * np.pi)
    expected = np.where(dataset.is_positive, np.pi, 0)
    assert np.allclose(np.cos(phase), np.cos(expected), atol=1e-2)


def test_moons_reach_into_each_other() -> None:
    dataset = Moons(noise=0, radius=2).make()
    arch, bowl = dataset.inputs[~dataset.is_positive], dataset.inputs[dataset.is_positive]
    assert arch[:, 1].max() > bowl[:, 1].max()
    assert bowl[:, 1].min() < arch[:, 1].min()
    assert bowl[:, 1].max() > arch[:, 1].min()
    assert arch[:, 0].max() > bowl[:, 0].min()


def test_blobs_stand_around_the_origin() -> None:
    dataset = Blobs(3000, noise=0.5, class_count=4, distance=2).make()
    for number, centre in enumerate([(2, 0), (0, 2), (-2, 0), (0, -2)]):
        assert np.allclose(dataset.inputs[dataset.classes == number].mean(axis=0), centre, atol=0.05)


NAN = float("nan")


@pytest.mark.parametrize(
    ("recipe", "field", "value", "words"),
    [
        *((recipe, "samples_per_class", 0, "at least 1, not 0") for recipe in DRAWN),
        *((recipe, "samples_per_class", 10**12, "GiB") for recipe in DRAWN),
        *((recipe, "seed", -1, "not -1") for recipe in DRAWN),
        *((recipe, "noise", -0.1, "from 0 to 1e+06, such as 0.2; not -0.1") for recipe in DRAWN),
        *((recipe, "noise", NAN, "not nan") for recipe in DRAWN),
        *((recipe, "noise", "loud", "not loud") for recipe in DRAWN),
        *((recipe, "balance", 0, "from 0.01 to 100, 1 for equal classes; not 0") for recipe in DRAWN),
        *((recipe, "balance", None, "not None") for recipe in DRAWN),
        (Circles, "radii", (1, -2), "not (1, -2)"),
        (Circles, "radii", 3, "two numbers"),
        (Circles, "radii", (1, NAN), "two numbers"),
        (Circles, "radii", (1, 2, 3), "(1, 2, 3)"),
        (Circles, "radii", "ab", "not ab"),
        (Xor, "side", -3, "not -3"),
        (Spirals, "turns", 21, "from 0 to 20, not 21"),
        (Spirals, "radius", 1e7, "not 10000000"),
        (Moons, "radius", NAN, "not nan"),
        (Blobs, "class_count", 5, "from 2 to 4 classes, not 5"),
        (Blobs, "class_count", 1, "from 2 to 4 classes, not 1"),
        (Blobs, "class_count", 2.0, "not 2.0"),
        (Blobs, "distance", -1, "not -1"),
    ],
)
def test_what_cannot_be_drawn(recipe: Any, field: str, value: object, words: str) -> None:
    with pytest.raises(InputError) as caught:
        recipe(**{field: value})
    assert_is_clear(caught.value, field)
    assert words in str(caught.value)


@pytest.mark.parametrize("recipe", DRAWN)
def test_the_memory_that_is_named_is_really_needed(recipe: Any) -> None:
    drawn = recipe(20_000)
    tracemalloc.start()
    drawn.make()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    with pytest.raises(InputError) as caught:
        replace(drawn, samples_per_class=MEMORY_LIMIT)
    promised = caught.value.values["needed"] * 2**30 / MEMORY_LIMIT * 20_000  # type: ignore[operator]
    assert 0.3 * promised < most < 1.2 * promised
    replace(drawn, samples_per_class=caught.value.values["most"])  # the number that the message offers is taken


def test_one_class_against_the_rest() -> None:
    blobs = Blobs(20, class_count=4)
    dataset = two_classes_of(blobs, 2).make()
    assert np.array_equal(dataset.is_positive, blobs.make().classes == 2)
    assert np.array_equal(dataset.inputs, blobs.make().inputs)
    assert two_classes_of(Moons()) == Moons()
    for positive in (4, -1, True, "b"):
        with pytest.raises(InputError, match="from 0 to 3") as caught:
            OneAgainstRest(blobs, positive)  # type: ignore[arg-type]
        assert_is_clear(caught.value, "positive")


def test_the_classifier_of_two_classes_refuses_more() -> None:
    with pytest.raises(InputError, match="two classes, and the data have 3") as caught:
        Session(Blobs(20).make())
    assert_is_clear(caught.value, "data")


@pytest.mark.parametrize("recipe", [Circles(20), OneAgainstRest(Blobs(10), 2)], ids=repr)
def test_the_training_script_learns_from_them(recipe: Recipe, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(recipe.make(), Settings(batch_size=16))
    session.run(3)
    text = training_script(recipe, session.settings, *session.start, 3).text
    exec(compile(text, "training.py", "exec"), {"__name__": "__main__"})
    printed = capsys.readouterr().out.splitlines()
    losses = [float(line.split(": ")[1]) for line in printed[:3]]
    np.testing.assert_allclose(losses, session.history.loss, atol=1e-4)


def test_a_data_set_may_have_many_classes() -> None:
    dataset = Dataset(np.zeros((3, 2), np.float32), np.array([[2], [0], [1]], np.float32), 3)
    assert dataset.classes.tolist() == [2, 0, 1]
    assert dataset.against_rest(2).targets.tolist() == [[1], [0], [0]]
