"""A run that was left goes on as if it had never been; what there is no room for has to be trained again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sessions import fresh_session

from engine.datasets import Recipe, TwoGaussians
from engine.protocol import Restore
from engine.training import Session, shelf
from engine.training.shelf import Shelf

DATA = TwoGaussians()


def wanted(session: Session, data: Recipe = DATA) -> Restore:
    """What brings the run of this session back."""
    course = session.course
    changes = course.learning_rates, course.edits, course.ways
    return Restore(
        1,
        data,
        course.settings,
        course.weights,
        course.bias,
        *changes,
        course.steps,
        0,
        0,
        session.settings.learning_rate,
    )


def test_a_run_that_was_left_goes_on_to_the_last_digit() -> None:
    session = fresh_session("Adam")
    session.run(90)
    whole = session.history.loss.copy()
    session.reset()
    session.run(50)
    session.seek(20)
    left, kept = wanted(session), Shelf()
    kept.put(session, DATA)
    session.reset(np.ones((2, 1)), np.ones(1))
    session.run(30)
    other = wanted(session)
    kept.put(session, DATA)
    session.reset()
    assert kept.take(replace(left, data=TwoGaussians(7))) is None
    assert kept.take(replace(left, steps=51)) is None
    assert kept.take(left) is session
    assert kept.take(left) is None
    assert session.position == 50
    session.run(40)
    assert np.array_equal(session.history.loss, whole)
    assert kept.take(other) is session
    assert len(session.history) == 30


def test_the_oldest_go_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    session, kept = fresh_session(), Shelf()
    runs = []
    for steps in range(1, shelf.MOST_RUNS + 2):
        session.reset()
        session.run(steps)
        runs.append(wanted(session))
        kept.put(session, DATA)
    assert kept.take(runs[0]) is None
    assert kept.take(runs[1]) is session
    monkeypatch.setattr(shelf, "MOST_NUMBERS", 2 * session.dataset.inputs.size + 100)
    kept.put(session, DATA)
    assert [kept.take(run) is session for run in runs] == [False, True, *[False] * (shelf.MOST_RUNS - 2), True]
