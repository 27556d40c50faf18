"""A rate that is too high: training stops at the first loss that is no number, and everything before it is kept."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from problems import assert_is_clear
from sessions import assert_same_bits, fresh_session, recorded

from engine.training import Diverged, Session
from engine.training.records import FloatArray

LARGEST = float(np.finfo(np.float32).max)


def steps(session: Session) -> None:
    while True:
        session.step()


def run(session: Session) -> None:
    session.run(100_000)


def phases(session: Session) -> None:
    while True:
        assert len(list(session.phases())) == 5


WAYS = pytest.mark.parametrize("advance", [steps, run, phases])
Advance = Callable[[Session], None]


def first_overflow(session: Session, learning_rate: float) -> int:
    """The first step at which float32 cannot add up the squared errors, by the notes' formulae in float64."""
    inputs, targets = (array.astype(np.float64) for array in (session.dataset.inputs, session.dataset.targets))
    W, b = (parameter.astype(np.float64) for parameter in session.start)
    step = 0
    while True:
        errors = inputs @ W + b - targets
        if (errors**2).sum() > LARGEST:
            return step
        W = W - learning_rate * 2 * inputs.T @ errors / len(inputs)
        b = b - learning_rate * 2 * errors.mean(axis=0)
        step += 1


@WAYS
@pytest.mark.parametrize("learning_rate", [0.5, 50, 1e6])
def test_it_stops_at_the_step_whose_loss_overflows(advance: Advance, learning_rate: float) -> None:
    session = fresh_session(learning_rate=learning_rate)
    expected = first_overflow(session, learning_rate)
    with pytest.raises(Diverged) as caught:
        advance(session)
    assert_is_clear(caught.value)
    assert (caught.value.step, caught.value.learning_rate) == (expected, learning_rate)
    assert f"step {expected} " in str(caught.value)
    assert (session.position, len(session.history)) == (expected, expected)
    assert len(session.history.weights) == expected + 1
    assert np.isfinite(session.history.loss).all()
    assert np.isfinite(session.history.weights[:-1]).all()


@WAYS
def test_with_a_keras_optimizer_and_batches(advance: Advance) -> None:
    session = fresh_session("SGD", 300, learning_rate=50)
    with pytest.raises(Diverged) as caught:
        advance(session)
    assert caught.value.step == session.position == len(session.history) > 0
    assert np.isfinite(session.history.loss).all()


@WAYS
@pytest.mark.parametrize("optimizer", ["manual", "Adam"])
def test_a_smaller_rate_further_back_goes_on(optimizer: str, advance: Advance) -> None:
    session = fresh_session(optimizer, 16)
    session.run(30)
    kept = recorded(session)
    session.set_learning_rate(1e25)
    with pytest.raises(Diverged) as caught:
        advance(session)
    assert caught.value.step > 30
    assert np.array_equal(session.history.loss[:30], kept.loss)
    with pytest.raises(Diverged):  # it does not go away by trying again
        advance(session)
    session.seek(30)
    session.set_learning_rate(0.1)
    session.run(20)
    assert np.isfinite(session.history.loss).all()
    assert session.learning_rates == ((0, 0.1),)
    resumed = recorded(session)
    session.reset()
    session.run(50)
    assert_same_bits(resumed, recorded(session))


def test_views_from_before_are_what_they_were() -> None:
    session = fresh_session(learning_rate=0.5)
    session.run(5)
    view, losses = recorded(session), session.history.loss.copy()
    with pytest.raises(Diverged):
        session.run(1000)
    assert np.array_equal(view.loss, losses)


def test_a_rate_that_overflows_the_weights_at_once() -> None:
    session = fresh_session(learning_rate=3e38)
    with pytest.raises(Diverged) as caught:
        session.run(10)
    assert caught.value.step == 1
    assert session.evaluate().predicted.shape == (2000,)
    session.seek(0)
    session.set_learning_rate(0.1)
    session.run(10)
    assert len(session.history) == 10


def test_weights_from_which_no_step_is_possible() -> None:
    session = fresh_session()
    session.set_weights([[3e38], [-3e38]], [0])
    for advance in (steps, run):
        with pytest.raises(Diverged) as caught:
            advance(session)
        assert caught.value.step == 0
    session.set_weights([[0], [0]], [0])
    session.run(3)
    assert len(session.history) == 3


@WAYS
def test_a_step_that_failed_leaves_nothing_in_the_optimizer(advance: Advance) -> None:
    session = fresh_session("Adam", 16)
    session.run(5)
    session.set_weights([[3e38], [-3e38]], [0])
    with pytest.raises(Diverged):
        advance(session)
    assert np.array_equal(take_apart_until_forward(session), session.weights)
    session.set_weights([[1], [2]], [3])
    session.run(10)
    assert np.isfinite(session.history.loss).all()
    found = recorded(session)
    session.reset()
    session.run(5)
    session.set_weights([[1], [2]], [3])
    session.run(10)
    assert_same_bits(found, recorded(session))


def take_apart_until_forward(session: Session) -> FloatArray:
    """The weights with which the next step begins."""
    _, forward = itertools.islice(session.phases(), 2)
    return forward.tensors["W"]
