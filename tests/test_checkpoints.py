"""When an optimizer's memory is kept, and which of its states a past step comes back from."""

from __future__ import annotations

import pytest

from engine.training.checkpoints import SHORTEST_DISTANCE, Checkpoint, Checkpoints


def kept_at(*positions: int, compiled: bool = True, learning_rate: float = 0.1) -> Checkpoints:
    checkpoints = Checkpoints()
    for position in positions:
        checkpoints.add(Checkpoint(position, compiled, learning_rate, b""))
    return checkpoints


def before(checkpoints: Checkpoints, position: int) -> int | None:
    checkpoint = checkpoints.before(position)
    return None if checkpoint is None else checkpoint.position


@pytest.mark.parametrize(("position", "expected"), [(0, None), (9, None), (10, 10), (99, 10), (100, 100), (500, 100)])
def test_a_step_comes_back_from_the_last_one_before(position: int, expected: int | None) -> None:
    assert before(kept_at(10, 100), position) == expected


def test_the_first_step_needs_one() -> None:
    assert Checkpoints().is_due(0, compiled=True, learning_rate=0.1)


@pytest.mark.parametrize("position", [0, 1, SHORTEST_DISTANCE - 1])
def test_steps_taken_alike_need_no_new_one_for_a_while(position: int) -> None:
    assert not kept_at(0).is_due(position, compiled=True, learning_rate=0.1)


def test_steps_taken_alike_need_one_now_and_then() -> None:
    assert kept_at(0).is_due(SHORTEST_DISTANCE, compiled=True, learning_rate=0.1)


@pytest.mark.parametrize(("compiled", "learning_rate"), [(False, 0.1), (True, 0.2), (False, 0.2)])
def test_steps_taken_otherwise_need_one(compiled: bool, learning_rate: float) -> None:
    assert kept_at(0).is_due(5, compiled, learning_rate)


def test_no_replay_crosses_an_edit() -> None:
    checkpoints = kept_at(0)
    checkpoints.edit(5)
    assert checkpoints.is_due(5, compiled=True, learning_rate=0.1)
    checkpoints.add(Checkpoint(5, True, 0.1, b""))
    assert not checkpoints.is_due(6, compiled=True, learning_rate=0.1)


def test_an_edit_forgets_what_was_kept_there_and_later() -> None:
    checkpoints = kept_at(0, 50, 100)
    checkpoints.edit(50)
    assert before(checkpoints, 1_000) == 0


def test_leaving_the_future_keeps_the_present() -> None:
    checkpoints = kept_at(0, 50, 100)
    checkpoints.leave_future(50)
    assert before(checkpoints, 1_000) == 50


def test_a_new_one_takes_the_place_of_later_ones() -> None:
    checkpoints = kept_at(0, 50, 100)
    checkpoints.add(Checkpoint(50, False, 0.3, b"new"))
    assert checkpoints.before(1_000) == Checkpoint(50, False, 0.3, b"new")
