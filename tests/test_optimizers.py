"""The optimizers that can be chosen: the notes' own, and whatever Keras ships."""

from __future__ import annotations

import keras
import pytest
from problems import assert_is_clear

from engine.datasets import Dataset
from engine.errors import InputError
from engine.training import Session, Settings
from engine.training.optimizers import make_optimizer, optimizer_name, optimizer_names


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
