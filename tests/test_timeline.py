"""A position in a recorded run: looking around changes nothing, and what is left behind stays as a ghost."""

from __future__ import annotations

import numpy as np
import pytest
from problems import assert_is_clear

from engine.errors import InputError
from engine.training.timeline import MOST_GHOSTS, Timeline

START = np.array([[0.25], [0.75]], np.float32), np.zeros(1, np.float32)
OTHER = np.array([[3], [4]], np.float32), np.ones(1, np.float32)


def take(timeline: Timeline, steps: int, learning_rate: float = 0.1) -> None:
    """Advances as a session does, with a loss that tells the step and the branch."""
    timeline.leave_future(learning_rate)
    first, branch = timeline.position, len(timeline.ghosts)
    losses = np.arange(first, first + steps) + 1000 * branch
    timeline.append(losses, np.zeros((steps, 2, 1)), np.zeros((steps, 1)))


def after(steps: int, learning_rate: float = 0.1) -> Timeline:
    timeline = Timeline(*START)
    take(timeline, steps, learning_rate)
    return timeline


def lengths_of_ghosts(timeline: Timeline) -> list[int]:
    return [len(ghost.view.loss) for ghost in timeline.ghosts if ghost.view is not None]


def test_looking_around_changes_nothing() -> None:
    timeline = after(10)
    for position in (0, 10, 5):
        timeline.seek(position)
        assert (timeline.position, timeline.newest, len(timeline.ghosts)) == (position, 10, 0)


@pytest.mark.parametrize("position", [-1, 11, 10**30, 2.0, 2.5, float("nan"), True, "3", None])
def test_only_recorded_steps_can_be_looked_at(position: object) -> None:
    timeline = after(10)
    timeline.seek(4)
    with pytest.raises(InputError) as caught:
        timeline.seek(position)  # type: ignore[arg-type]
    assert_is_clear(caught.value, "position")
    assert "from 0 to 10" in str(caught.value)
    assert timeline.position == 4


def test_a_numpy_integer_is_a_position() -> None:
    timeline = after(10)
    timeline.seek(np.int64(3))  # type: ignore[arg-type]
    assert timeline.position == 3


def test_going_on_from_a_past_step_leaves_the_future_as_a_ghost() -> None:
    timeline = after(10)
    timeline.seek(4)
    take(timeline, 2)
    assert timeline.newest == 6
    assert np.array_equal(timeline.history.loss, [0, 1, 2, 3, 1004, 1005])
    assert lengths_of_ghosts(timeline) == [10]


def test_going_on_from_the_newest_step_leaves_nothing() -> None:
    timeline = after(10)
    take(timeline, 2)
    assert not timeline.ghosts


def test_a_restart_leaves_the_whole_run() -> None:
    timeline = after(10)
    timeline.restart(*OTHER)
    assert (timeline.position, timeline.newest) == (0, 0)
    assert np.array_equal(timeline.history.weights, [OTHER[0]])
    assert lengths_of_ghosts(timeline) == [10]
    timeline.restart(*START)
    assert len(timeline.ghosts) == 1, "a run of no steps leaves nothing to see"


def test_the_oldest_ghosts_go() -> None:
    timeline = after(1)
    for steps in range(2, MOST_GHOSTS + 4):
        timeline.restart(*START)
        take(timeline, steps)
    lengths = lengths_of_ghosts(timeline)
    assert lengths == list(range(3, MOST_GHOSTS + 3))


def test_the_rates_say_which_steps_used_them() -> None:
    timeline = after(10, 0.1)
    take(timeline, 5, 0.1)
    take(timeline, 5, 0.2)
    take(timeline, 5, 0.3)
    assert timeline.rates == [(0, 0.1), (15, 0.2), (20, 0.3)]
    timeline.seek(17)
    take(timeline, 1, 0.2)
    assert timeline.rates == [(0, 0.1), (15, 0.2)]
    timeline.seek(15)
    take(timeline, 1, 0.4)
    assert timeline.rates == [(0, 0.1), (15, 0.4)]


def test_a_rate_that_no_step_used_is_forgotten() -> None:
    timeline = after(10, 0.1)
    timeline.leave_future(50.0)  # and the step diverges
    take(timeline, 1, 0.05)
    assert timeline.rates == [(0, 0.1), (10, 0.05)]


def test_an_edit_replaces_the_parameters_of_its_step_alone() -> None:
    timeline = after(10)
    timeline.seek(4)
    timeline.edit(*OTHER)
    assert (timeline.position, timeline.newest) == (4, 4)
    assert np.array_equal(timeline.history.weights[4], OTHER[0])
    assert np.array_equal(timeline.history.bias[4], OTHER[1])
    assert np.array_equal(timeline.history.weights[0], START[0])
    assert lengths_of_ghosts(timeline) == [10]
    assert [edit.step for edit in timeline.edits] == [4]


def test_a_second_edit_of_a_step_replaces_the_first() -> None:
    timeline = after(4)
    timeline.edit(*OTHER)
    timeline.edit(*START)
    assert [(edit.step, edit.weights is START[0]) for edit in timeline.edits] == [(4, True)]
    assert not timeline.ghosts, "no step was left behind"


def test_leaving_the_future_leaves_its_edits_too() -> None:
    timeline = after(4)
    timeline.edit(*OTHER)
    take(timeline, 4)
    timeline.seek(4)
    take(timeline, 1)
    assert [edit.step for edit in timeline.edits] == [4]
    timeline.seek(3)
    take(timeline, 1)
    assert timeline.edits == []


class TestWhetherTheFutureHolds:
    """Whether stepping on would only repeat what is recorded."""

    def test_it_does_when_nothing_was_changed(self) -> None:
        timeline = after(10)
        timeline.seek(4)
        assert timeline.future_holds(0.1)

    def test_there_is_none_at_the_newest_step(self) -> None:
        assert not after(10).future_holds(0.1)

    def test_another_rate_would_lead_elsewhere(self) -> None:
        timeline = after(10)
        timeline.seek(4)
        assert not timeline.future_holds(0.2)

    @pytest.mark.parametrize(
        ("position", "learning_rate", "expected"), [(4, 0.1, False), (4, 0.2, False), (5, 0.2, True)]
    )
    def test_every_step_of_it_must_have_used_the_rate(
        self, position: int, learning_rate: float, expected: bool
    ) -> None:
        timeline = after(5, 0.1)
        take(timeline, 5, 0.2)
        timeline.seek(position)
        assert timeline.future_holds(learning_rate) is expected

    @pytest.mark.parametrize(("position", "expected"), [(3, False), (5, True), (7, True)])
    def test_no_edit_may_lie_ahead(self, position: int, expected: bool) -> None:
        timeline = after(5)
        timeline.edit(*OTHER)
        take(timeline, 5)
        timeline.seek(position)
        assert timeline.future_holds(0.1) is expected
