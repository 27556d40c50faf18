"""How many steps are due, and how many fit into a short piece of work."""

from __future__ import annotations

import pytest

from engine.training.pace import BLOCK_SECONDS, FRAME_SECONDS, Pace


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Runner:
    """Plays as a player does, on a machine that takes a step in `seconds_per_step`."""

    def __init__(self, seconds_per_step: float, steps_per_second: float | None) -> None:
        self.clock = Clock()
        self.pace = Pace(self.clock)
        self.steps = 0
        self.longest = 0.0
        self._cost = seconds_per_step
        self.pace.begin(steps_per_second)

    def play(self, seconds: float) -> int:
        """The steps that were taken in that time."""
        end, before = self.clock.seconds + seconds, self.steps
        while self.clock.seconds < end:
            due = min(self.pace.due(), self.pace.most())
            if due > 0:
                with self.pace.measured(due):
                    self.clock.seconds += due * self._cost
                self.longest = max(self.longest, due * self._cost)
                self.pace.done(due)
                self.steps += due
            self.clock.seconds += max(self.pace.wait(), 1e-6)
        return self.steps - before


@pytest.mark.parametrize("steps_per_second", [1, 5, 30, 60, 250, 5_000])
def test_it_takes_as_many_steps_a_second_as_are_asked_for(steps_per_second: float) -> None:
    runner = Runner(seconds_per_step=1e-5, steps_per_second=steps_per_second)
    runner.play(1)
    assert runner.play(10) == pytest.approx(10 * steps_per_second, rel=0.02, abs=1)
    assert runner.pace.steps_per_second == pytest.approx(steps_per_second, rel=0.1)


def test_the_first_step_is_due_at_once_and_the_others_evenly() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.begin(4)
    taken = []
    for tick in range(9):
        clock.seconds = 100 + tick / 8
        if pace.due() > 0:
            taken.append(tick)
            pace.done(1)
    assert taken == [0, 2, 4, 6, 8]


def test_it_waits_until_the_next_step_is_due() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.begin(5)
    pace.done(1)
    clock.seconds += 0.05
    assert pace.wait() == pytest.approx(0.15)
    clock.seconds += 1
    assert pace.wait() == 0


def test_flat_out_never_waits() -> None:
    pace = Pace(Clock())
    pace.begin(None)
    assert pace.wait() == 0
    assert pace.due() > 10**15


@pytest.mark.parametrize("seconds_per_step", [1e-6, 8e-6, 1e-3, 0.02])
def test_flat_out_fills_pieces_that_a_command_need_not_wait_for(seconds_per_step: float) -> None:
    runner = Runner(seconds_per_step, steps_per_second=None)
    runner.play(0.5)  # it begins with short ones
    steps = runner.play(2)
    assert steps * seconds_per_step > 1.9
    assert runner.longest <= max(BLOCK_SECONDS * 1.01, seconds_per_step)
    assert runner.pace.steps_per_second == pytest.approx(1 / seconds_per_step, rel=0.05)


@pytest.mark.parametrize("part", [0.5, 0.9, 1, 2])
def test_a_speed_near_what_is_possible_is_reached(part: float) -> None:
    # A bug that was: it waited a whole frame after each piece of work, and so reached two fifths.
    runner = Runner(seconds_per_step=1e-4, steps_per_second=part * 1e4)
    runner.play(1)
    possible = BLOCK_SECONDS / FRAME_SECONDS * 1e4
    assert runner.play(2) >= 0.9 * 2 * min(part * 1e4, possible)


def test_time_that_was_slept_through_is_not_made_up_for() -> None:
    runner = Runner(seconds_per_step=1e-3, steps_per_second=10)
    runner.play(2)
    runner.clock.seconds += 3600
    assert runner.play(1) <= 12


def test_a_machine_that_is_suddenly_slow_gets_shorter_pieces_at_once() -> None:
    runner = Runner(seconds_per_step=1e-6, steps_per_second=None)
    runner.play(1)
    pace, clock = runner.pace, runner.clock
    steps = pace.most()
    with pace.measured(steps):
        clock.seconds += 0.5
    assert pace.most() * 0.5 / steps <= BLOCK_SECONDS


def test_nothing_was_reached_before_anything_was_done() -> None:
    pace = Pace(Clock())
    assert pace.steps_per_second == 0
    pace.begin(5)
    assert pace.steps_per_second == 0


def test_a_new_beginning_forgets_the_speed_of_the_last() -> None:
    runner = Runner(seconds_per_step=1e-6, steps_per_second=None)
    runner.play(1)
    runner.pace.begin(5)
    runner.play(2)
    assert runner.pace.steps_per_second == pytest.approx(5, rel=0.1)
