"""Compiled blocks give the numbers of the tape, and of whoever computes the notes' formulae by other means."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import numpy as np
import pytest
from numpy.typing import NDArray
from sessions import assert_same_bits, assert_same_numbers, fresh_session, recorded, take_steps

from engine.datasets import Dataset
from engine.training import Session, Settings
from engine.training.optimizers import optimizer_names
from engine.training.records import FloatArray

BATCH_SIZES = (None, 16, 300)
"""All points; a size that divides them; one that leaves a last batch of 200."""

TOLERANCES = {"Lamb": 1e-4, "Ftrl": 1e-4, "ScheduleFreeAdamW": 1e-4}
"""float32 rounds at 6e-8, which most optimizers carry on to 1e-6; these blow it up a little more."""

FloatList = NDArray[np.float64]


def tolerance(optimizer: str) -> float:
    return TOLERANCES.get(optimizer, 1e-5)


# An optimizer that divides by the size of the gradient follows mere rounding noise once the gradient has vanished, and
# two ways of rounding then lead anywhere. RMSprop on all points gets there within forty steps at the notes' rate (its
# loss suddenly grows from 0.025 to 0.4), Adafactor, Lamb, Muon and Nadam within a thousand. At a hundredth of the rate
# they are still on their way, but for Adafactor and RMSprop on all points.


def with_one_size_each(names: Sequence[str]) -> list[tuple[str, int | None]]:
    """Compiling takes a second: what an optimizer does, and how batches are cut, have nothing to do with each other."""
    return [(name, BATCH_SIZES[index % 3 - 1]) for index, name in enumerate(names)]


PAIRS = {(name, size): None for name in ("manual", "Adam") for size in BATCH_SIZES}
PAIRS |= dict.fromkeys(with_one_size_each(optimizer_names()))
"""Optimizers and sizes of batches; a dictionary, so that each pair is there once and in order."""


@pytest.mark.parametrize(("optimizer", "batch_size"), PAIRS)
def test_forty_steps_are_those_of_the_tape(optimizer: str, batch_size: int | None) -> None:
    learning_rate = 1e-3 if (optimizer, batch_size) == ("RMSprop", None) else 0.1
    session = fresh_session(optimizer, batch_size, learning_rate)
    take_steps(session, 40)
    by_tape = recorded(session)
    session.reset()
    session.run(40)
    assert_same_numbers(recorded(session), by_tape, tolerance(optimizer))


# Where an epoch ends has nothing to do with what an optimizer does; that is what the forty steps are about.
@pytest.mark.parametrize(("optimizer", "batch_size"), [("manual", 16), ("manual", 300), ("Adam", 16), ("Nadam", 300)])
def test_more_than_an_epoch_is_what_the_tape_makes_of_it(optimizer: str, batch_size: int | None) -> None:
    steps = 130 if batch_size == 16 else 60  # an epoch is 125 or 7
    session = fresh_session(optimizer, batch_size, learning_rate=1e-3)
    take_steps(session, steps)
    by_tape = recorded(session)
    session.reset()
    session.run(steps)
    assert_same_numbers(recorded(session), by_tape, tolerance(optimizer))


@pytest.mark.parametrize(
    ("optimizer", "batch_size"), [pair for pair in PAIRS if pair[0] in ("manual", "Adam", "Nadam", "RMSprop")]
)
def test_however_a_run_is_cut_into_blocks_it_gives_the_same_bits(optimizer: str, batch_size: int | None) -> None:
    session = fresh_session(optimizer, batch_size)
    session.run(1000)
    in_one = recorded(session)
    session.reset()
    for count in (1, 1, 7, 250, 0, 64, 65, 612):
        session.run(count)
    assert_same_bits(recorded(session), in_one)


def test_more_steps_than_a_block_holds() -> None:
    session = fresh_session(batch_size=300)
    session.run(3000)  # a block holds 873
    whole = recorded(session)
    session.reset()
    for _ in range(30):
        session.run(100)
    assert_same_bits(recorded(session), whole)


@pytest.mark.parametrize(("optimizer", "batch_size"), with_one_size_each(optimizer_names()))
def test_run_500_seek_137_run_on_to_500(optimizer: str, batch_size: int | None) -> None:
    session = fresh_session(optimizer, batch_size)
    session.run(500)
    expected = recorded(session)
    session.seek(137)
    session.run(363)
    assert session.position == 500
    assert_same_bits(recorded(session), expected)


def by_hand(session: Session, steps: int, learning_rate: float) -> tuple[FloatList, FloatList, FloatList]:
    """The notes' formulae in NumPy and float64: the loss, W and b of every step, the gradient written out."""
    inputs = session.dataset.inputs.astype(np.float64)
    targets = session.dataset.targets.astype(np.float64)
    samples, batch_size = len(inputs), session.settings.batch_size
    W, b = (parameter.astype(np.float64) for parameter in session.start)
    losses, weights, biases = [], [W], [b]
    order = np.arange(samples)
    batches_per_epoch = 1 if batch_size is None else -(-samples // batch_size)
    for step in range(steps):
        epoch, batch = divmod(step, batches_per_epoch)
        if batch_size is not None and batch == 0:
            order = np.random.default_rng((session.settings.seed, epoch)).permutation(samples)
        rows = order if batch_size is None else order[batch * batch_size : (batch + 1) * batch_size]
        errors = inputs[rows] @ W + b - targets[rows]
        losses.append(np.mean(errors**2))
        W = W - learning_rate * 2 * inputs[rows].T @ errors / len(rows)
        b = b - learning_rate * 2 * errors.mean(axis=0)
        weights.append(W)
        biases.append(b)
    return np.array(losses), np.array(weights), np.array(biases)


@pytest.mark.parametrize(("steps", "learning_rate"), [(40, 0.1), (1000, 1e-3)])
@pytest.mark.parametrize("batch_size", BATCH_SIZES)
def test_the_notes_update_is_what_the_formulae_say(batch_size: int | None, steps: int, learning_rate: float) -> None:
    session = fresh_session("manual", batch_size, learning_rate)
    session.run(steps)
    losses, weights, biases = by_hand(session, steps, learning_rate)
    np.testing.assert_allclose(session.history.loss, losses, rtol=2e-6)
    np.testing.assert_allclose(session.history.weights, weights, atol=2e-6)
    np.testing.assert_allclose(session.history.bias, biases, atol=2e-6)


def keras_model(session: Session, optimizer: str, learning_rate: float) -> keras.Sequential:
    """The same classifier as Keras builds it, with the session's start."""
    model = keras.Sequential([keras.Input(shape=(2,)), keras.layers.Dense(1)])
    model.set_weights(session.start)
    made = getattr(keras.optimizers, optimizer)(learning_rate=learning_rate)
    model.compile(optimizer=made, loss="mean_squared_error")
    return model


def shuffled(session: Session) -> tuple[FloatArray, FloatArray]:
    """The data in the order of the first epoch."""
    order = np.random.default_rng((session.settings.seed, 0)).permutation(len(session.dataset))
    return session.dataset.inputs[order], session.dataset.targets[order]


@pytest.mark.parametrize("optimizer", ["SGD", "Adam"])
def test_an_epoch_ends_where_keras_fit_ends(optimizer: str) -> None:
    session = fresh_session(optimizer, batch_size=300)
    session.run(7)
    model = keras_model(session, optimizer, 0.1)
    model.fit(*shuffled(session), batch_size=300, epochs=1, shuffle=False, verbose=0)
    for found, expected in zip((session.weights, session.bias), model.get_weights(), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_every_batch_of_an_epoch_is_what_keras_trains_on() -> None:
    session = fresh_session("SGD", batch_size=300)
    session.run(7)
    model = keras_model(session, "SGD", 0.1)
    inputs, targets = shuffled(session)
    for step in range(7):
        rows = slice(300 * step, 300 * (step + 1))
        loss = model.train_on_batch(inputs[rows], targets[rows])
        assert session.history.loss[step] == pytest.approx(float(loss), rel=1e-5)
        np.testing.assert_allclose(session.history.weights[step + 1], model.get_weights()[0], rtol=1e-5)


@pytest.mark.parametrize("batch_size", [1, 7, 40])
def test_batches_of_any_size(dataset: Dataset, batch_size: int) -> None:
    session = Session(dataset, Settings(batch_size=batch_size, learning_rate=0.01))
    session.run(50)
    losses, weights, biases = by_hand(session, 50, 0.01)
    np.testing.assert_allclose(session.history.loss, losses, rtol=1e-5, atol=1e-7)
    np.testing.assert_allclose(session.history.weights, weights, atol=1e-5)
    np.testing.assert_allclose(session.history.bias, biases, atol=1e-5)
