"""Sessions to test with, each compiled once for all tests, and comparisons of what they recorded."""

from __future__ import annotations

from functools import cache

import numpy as np

from engine.datasets import Dataset, two_gaussians
from engine.training import Session, Settings
from engine.training.history import HistoryView
from engine.training.records import FloatArray


@cache
def notes_data() -> Dataset:
    """The notes' own 2,000 points."""
    return two_gaussians()


@cache
def _compiled(optimizer: str, batch_size: int | None) -> tuple[Session, tuple[FloatArray, FloatArray]]:
    session = Session(notes_data(), Settings(optimizer, batch_size=batch_size))
    return session, session.start


def fresh_session(optimizer: str = "manual", batch_size: int | None = None, learning_rate: float = 0.1) -> Session:
    """A session on the notes' data at step 0. Compiling takes far longer than training, so it is one used before."""
    session, start = _compiled(optimizer, batch_size)
    session.set_learning_rate(learning_rate)
    session.reset(*start)
    session.forget_ghosts()
    return session


def take_steps(session: Session, count: int) -> None:
    """`count` steps by the tape."""
    for _ in range(count):
        session.step()


def recorded(session: Session) -> HistoryView:
    """Everything that the session has on record now."""
    return session.history.view


def assert_same_bits(found: HistoryView, expected: HistoryView) -> None:
    """Not one bit of a loss, a weight or a bias differs."""
    assert np.array_equal(found.loss, expected.loss)
    assert np.array_equal(found.weights, expected.weights)
    assert np.array_equal(found.bias, expected.bias)


def assert_same_numbers(found: HistoryView, expected: HistoryView, tolerance: float) -> None:
    """The losses agree to that relative tolerance, the parameters to that part of their greatest size."""
    np.testing.assert_allclose(found.loss, expected.loss, rtol=tolerance)
    for parameter, other in ((found.weights, expected.weights), (found.bias, expected.bias)):
        np.testing.assert_allclose(parameter, other, rtol=0, atol=tolerance * np.abs(other).max())
