"""The accuracy over a run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Dataset
from engine.training import Session
from engine.training.accuracy import MOST_SAMPLES, AccuracyCurve
from engine.training.history import History
from engine.training.records import FloatArray


def history_of(steps: int) -> History:
    """One whose bias counts the steps, so that a sample tells where it was taken."""
    history = History(np.zeros((2, 1), np.float32), np.zeros(1, np.float32))
    grow(history, steps)
    return history


def grow(history: History, steps: int) -> None:
    start = len(history) + 1
    bias = np.arange(start, start + steps, dtype=np.float32)[:, np.newaxis]
    history.append(np.zeros(steps, np.float32), np.zeros((steps, 2, 1), np.float32), bias)


def bias_itself(weights: FloatArray, bias: FloatArray) -> NDArray[np.float64]:
    return bias[:, 0].astype(np.float64)


def test_every_step_of_a_short_run_is_sampled_a_few_at_a_time() -> None:
    curve, history = AccuracyCurve(bias_itself), history_of(40)
    assert curve.extend(history, most=30)
    assert not curve.extend(history, most=30)
    assert curve.view.steps.tolist() == curve.view.values.tolist() == list(range(41))


def test_a_long_run_is_sampled_evenly_and_never_too_often() -> None:
    curve, history = AccuracyCurve(bias_itself), history_of(10)
    for _ in range(50):
        grow(history, 997)
        while curve.extend(history, most=64):
            pass
        view = curve.view
        assert len(view.steps) <= MOST_SAMPLES
        np.testing.assert_array_equal(view.steps, view.values)
        assert len(history) - view.steps[-1] < np.diff(view.steps).max()


def test_a_branch_keeps_the_samples_that_it_shares() -> None:
    measured: list[float] = []

    def measure(weights: FloatArray, bias: FloatArray) -> NDArray[np.float64]:
        measured.extend(bias[:, 0].tolist())
        return bias_itself(weights, bias)

    curve, history = AccuracyCurve(measure), history_of(20)
    curve.extend(history, most=100)
    measured.clear()
    branch = history.branch(12, np.zeros((2, 1), np.float32), np.array([99], np.float32))
    curve.extend(branch, most=100)
    assert measured == [99]
    assert curve.view.values.tolist() == [*range(12), 99]


def test_the_session_counts_right_answers(dataset: Dataset) -> None:
    session = Session(dataset)
    session.run(30)
    accuracies = session.accuracies(session.history.weights, session.history.bias)
    for position in (0, 7, 30):
        session.seek(position)
        assert accuracies[position] == session.evaluate().accuracy
