"""The optimizers that can be chosen: the notes' own, and whatever Keras ships."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from problems import assert_is_clear
from sessions import assert_same_bits, assert_same_numbers, recorded, take_steps

from engine.datasets import Dataset
from engine.errors import InputError
from engine.training import Session, Settings
from engine.training.classifier import AssignSub
from engine.training.optimizers import describe_optimizer, make_optimizer, optimizer_name, optimizer_names


def test_the_notes_own_comes_first_and_kerass_follow_in_order() -> None:
    first, *others = optimizer_names()
    assert first == "manual"
    assert others == sorted(others)
    assert {"SGD", "RMSprop", "Adam", "Adagrad"} <= set(others)


def test_every_optimizer_that_keras_ships_is_there() -> None:
    shipped = {
        name
        for name, value in vars(keras.optimizers).items()
        if isinstance(value, type) and issubclass(value, keras.optimizers.Optimizer)
    }
    # These are none by themselves: the base class, and two that wrap others.
    assert shipped - set(optimizer_names()) == {"Optimizer", "LossScaleOptimizer", "MultiOptimizer"}


@pytest.mark.parametrize("name", optimizer_names())
def test_each_is_made_with_its_rate(name: str) -> None:
    assert float(make_optimizer(name, 0.25).learning_rate) == 0.25


@pytest.mark.parametrize("name", optimizer_names())
def test_each_takes_a_step(dataset: Dataset, name: str) -> None:
    session = Session(dataset, Settings(name))
    before = session.weights
    session.step()
    assert not (session.weights == before).all()


@pytest.mark.parametrize(("name", "spelt"), [("adam", "Adam"), ("sgd", "SGD"), ("MANUAL", "manual"), ("Adam", "Adam")])
def test_letters_case_does_not_matter(name: str, spelt: str) -> None:
    assert optimizer_name(name) == spelt


@pytest.mark.parametrize(
    ("name", "meant"), [("Adem", "Adam"), ("rmsprob", "RMSprop"), ("manuel", "manual"), ("", None)]
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, meant: str | None) -> None:
    with pytest.raises(InputError) as caught:
        optimizer_name(name)
    assert_is_clear(caught.value, "optimizer")
    assert meant is None or f"{name}; did you mean {meant}?" in str(caught.value)
    assert caught.value.values["close"] in optimizer_names()


@pytest.mark.parametrize("name", [None, 5, "x" * 10_000, "Adam\n"])
def test_whatever_is_asked_for_is_answered_clearly(name: object) -> None:
    with pytest.raises(InputError) as caught:
        optimizer_name(name)  # type: ignore[arg-type]
    assert_is_clear(caught.value, "optimizer")


HEAVY_BALL = Settings("SGD", 0.02, optimizer_arguments=(("momentum", 0.9),))
AVERAGED = Settings(
    "Adam", 0.05, 8, optimizer_arguments=(("beta_1", 0.5), ("use_ema", True), ("ema_overwrite_frequency", 3))
)


def test_an_argument_does_what_it_says(dataset: Dataset) -> None:
    """Momentum by hand: v = 0.9 v - rate * gradient, w = w + v."""
    session = Session(dataset, HEAVY_BALL)
    weights, velocity = session.weights.astype(float), np.zeros((2, 1))
    for _ in range(5):
        velocity = 0.9 * velocity - 0.02 * session.step().weights_gradient
        weights = weights + velocity
        np.testing.assert_allclose(session.weights, weights, rtol=1e-5)


@pytest.mark.parametrize("settings", [HEAVY_BALL, AVERAGED])
def test_arguments_hold_in_blocks_and_after_travelling_back(dataset: Dataset, settings: Settings) -> None:
    stepped, session = Session(dataset, settings), Session(dataset, settings)
    take_steps(stepped, 12)
    session.run(12)
    assert_same_numbers(recorded(session), recorded(stepped), 1e-4)
    before = recorded(stepped)
    stepped.seek(5)
    stepped.set_learning_rate(0.04)
    take_steps(stepped, 1)  # a change leaves the future behind, and what was remembered comes back by replay
    stepped.seek(5)
    stepped.set_learning_rate(settings.learning_rate)
    take_steps(stepped, 7)
    assert_same_bits(recorded(stepped), before)


@pytest.mark.parametrize(
    ("name", "arguments", "field"),
    [
        ("SGD", (("momentum", 2.0),), "optimizer.momentum"),
        ("SGD", (("momentum", "much"),), "optimizer.momentum"),
        ("SGD", (("momentums", 0.9),), "optimizer"),
        ("SGD", (("learning_rate", 0.9),), "optimizer.learning_rate"),
        ("SGD", (("loss_scale_factor", 2.0),), "optimizer.loss_scale_factor"),
        ("Adam", (("clipnorm", 1.0), ("clipvalue", 1.0)), "optimizer"),
        ("manual", (("momentum", 0.9),), "optimizer.momentum"),
    ],
)
def test_arguments_that_cannot_be_are_told_beside_their_field(
    dataset: Dataset, name: str, arguments: tuple[tuple[str, Any], ...], field: str
) -> None:
    with pytest.raises(InputError) as caught:
        Session(dataset, Settings(name, optimizer_arguments=arguments))
    assert_is_clear(caught.value, field)


def test_without_arguments_all_is_as_before() -> None:
    assert isinstance(make_optimizer("manual", 0.1), AssignSub)
    assert Settings("Adam") == Settings("Adam", 0.1, None, 0, ())


def test_a_description_has_all_arguments_but_those_that_have_another_place() -> None:
    names = {argument.name for argument in describe_optimizer("sgd").arguments}
    assert {"momentum", "nesterov", "clipnorm"} <= names
    assert not names & {"learning_rate", "loss_scale_factor"}
    assert describe_optimizer("manual").arguments == ()
    with pytest.raises(InputError):
        describe_optimizer("SDG")
