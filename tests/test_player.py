"""A player does what a window asks for, at the pace asked for, and tells it in whole frames."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from problems import assert_is_clear

from engine.datasets import TwoGaussians
from engine.protocol import (
    Back,
    Command,
    Drawn,
    Event,
    Failed,
    ForgetGhosts,
    Frame,
    Load,
    Pause,
    Play,
    Ready,
    Reset,
    Seek,
    SetLearningRate,
    SetWeights,
    Step,
    StepInside,
)
from engine.training import Diverged, Session, Settings
from engine.training.optimizers import optimizer_names
from engine.training.player import Player

DATA = TwoGaussians(20, seed=1)
WEIGHTS, BIAS = np.array([[-1.5], [0.5]], np.float32), np.array([0.25], np.float32)


class Window:
    """Sends commands, draws every frame at once unless told otherwise, and has a clock that is set by hand."""

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self.seconds = 0.0
        self.draws = True
        self.in_flight = False
        self.frames: list[Frame] = []
        self.failures: list[Failed] = []
        self.player = Player(self.take, clock or (lambda: self.seconds))

    def take(self, event: Event) -> None:
        if isinstance(event, Frame):
            assert not self.in_flight, "a second frame came before the first was drawn"
            self.in_flight = True
            self.frames.append(event)
        elif isinstance(event, Failed):
            self.failures.append(event)

    def send(self, *commands: Command) -> None:
        for command in commands:
            self.player.obey(command)
            self.draw()

    def draw(self) -> None:
        while self.draws and self.in_flight:
            self.in_flight = False
            self.player.obey(Drawn())

    def work(self) -> float | None:
        wait = self.player.work()
        self.draw()
        return wait

    def play(self, seconds: float) -> None:
        """Lets the player work whenever it wants to, for that long on its clock."""
        end = self.seconds + seconds
        while self.seconds < end and (wait := self.work()) is not None:
            self.seconds += max(wait, 1e-3)

    @property
    def frame(self) -> Frame:
        return self.frames[-1]

    @property
    def moments(self) -> list[tuple[int, int]]:
        """The position and the number of phases that were shown, one after the other."""
        seen = [(frame.position, len(frame.inside)) for frame in self.frames]
        return [moment for moment, before in zip(seen, [None, *seen], strict=False) if moment != before]

    @property
    def positions(self) -> list[int]:
        return [position for position, _ in self.moments]


def opened(settings: Settings | None = None, data: TwoGaussians = DATA) -> Window:
    """A window whose player has loaded the data; it compiles when it first works."""
    window = Window()
    window.send(Load(1, data, settings or Settings()))
    window.frames[:-1] = []
    return window


def test_it_says_what_there_is_to_choose_from() -> None:
    events: list[Event] = []
    Player(events.append).start()
    (ready,) = events
    assert isinstance(ready, Ready)
    assert ready.tensorflow_version.startswith("2.")
    assert ready.optimizers == optimizer_names()


def test_the_first_frame_shows_the_start() -> None:
    frame = opened(Settings("Adam", 0.05, 16, seed=3)).frame
    assert (frame.run, frame.position, len(frame.history.loss)) == (1, 0, 0)
    assert (frame.data, frame.settings) == (DATA, Settings("Adam", 0.05, 16, seed=3))
    assert not frame.playing
    assert frame.dataset.inputs.shape == (40, 2)
    assert (frame.ghosts, frame.inside, frame.edits, frame.learning_rates) == ((), (), (), ())


def test_it_compiles_after_the_first_frame_and_before_it_is_asked_to_play() -> None:
    window = opened()
    assert window.positions == [0]
    assert [window.work(), window.work()] == [0, None]
    assert window.positions == [0]


COMMANDS: list[Command] = [
    Play(None, None),
    Pause(),
    Step(),
    StepInside(),
    Back(),
    Back(inside=True),
    Seek(3),
    Reset(2),
    SetLearningRate(0.5),
    SetWeights(WEIGHTS, BIAS),
    ForgetGhosts(),
    Drawn(),
]


def test_before_anything_is_loaded_there_is_nothing_to_do() -> None:
    window = Window()
    window.send(*COMMANDS)
    assert window.work() is None
    assert (window.frames, window.failures) == ([], [])


def test_a_step_is_the_sessions_step() -> None:
    window = opened()
    window.send(Step(), Step(), Step())
    session = Session(DATA.make(), Settings())
    for _ in range(3):
        session.step()
    assert np.array_equal(window.frame.history.loss, session.history.loss)
    assert np.array_equal(window.frame.weights, session.weights)
    assert window.positions == [0, 1, 2, 3]


def test_what_a_frame_says_of_the_data_is_true() -> None:
    window = opened()
    window.send(Play(None, 20))
    window.play(1)
    frame = window.frame
    predictions = frame.dataset.inputs @ frame.weights + frame.bias
    assert frame.loss == pytest.approx(np.mean((frame.dataset.targets - predictions) ** 2), rel=1e-5)
    assert np.array_equal(frame.predicted, predictions[:, 0] > 0.5)
    assert frame.wrong == np.count_nonzero(frame.predicted != frame.dataset.is_positive)
    assert frame.accuracy == pytest.approx(1 - frame.wrong / 40)


class TestPlaying:
    def test_at_five_steps_a_second_it_takes_five(self) -> None:
        window = opened()
        window.send(Play(5, None))
        window.play(2.1)
        assert window.frame.position == 11  # the first is due at once
        assert window.frame.playing
        assert window.frame.steps_per_second == pytest.approx(5, rel=0.3)

    def test_every_step_of_a_slow_run_is_shown(self) -> None:
        window = opened()
        window.send(Play(5, 10))
        window.play(5)
        assert window.positions == list(range(11))

    def test_a_step_of_a_slow_run_is_shown_when_it_is_taken(self) -> None:
        window = opened()
        window.send(Play(1, None))
        window.play(0.1)
        assert window.frame.position == 1

    @pytest.mark.parametrize("speed", [None, 5, 60, 1000])
    def test_it_stops_at_the_step_asked_for(self, speed: float | None) -> None:
        window = opened()
        window.send(Play(speed, 40))
        window.play(20)
        assert (window.frame.position, window.frame.playing) == (40, False)
        assert window.work() is None
        window.send(Play(speed, 47))
        window.play(20)
        assert window.frame.position == 47

    def test_there_is_nothing_to_play_where_it_should_stop(self) -> None:
        window = opened()
        window.work()
        window.send(Play(None, 0))
        assert window.work() is None
        assert not window.frame.playing

    def test_flat_out_it_never_rests(self) -> None:
        window = opened()
        window.send(Play(None, None))
        assert [window.work() for _ in range(3)] == [0, 0, 0]

    def test_pause_stops_after_the_step_in_hand(self) -> None:
        window = opened()
        window.work()
        window.send(Play(None, None))
        window.work()
        window.send(Pause())
        position = window.frame.position
        assert position > 0
        assert window.work() is None
        assert (window.frame.position, window.frame.playing, window.frame.steps_per_second) == (position, False, 0)

    @pytest.mark.parametrize("command", [Step(), StepInside(), Back(), Back(inside=True), Seek(2), Reset(2)])
    def test_whatever_looks_at_one_step_pauses(self, command: Command) -> None:
        window = opened()
        window.send(Play(5, None))
        window.play(1)
        window.send(command)
        assert not window.frame.playing
        assert window.work() is None

    @pytest.mark.parametrize("command", [SetLearningRate(0.05), SetWeights(WEIGHTS, BIAS), ForgetGhosts()])
    def test_whatever_changes_the_training_does_not(self, command: Command) -> None:
        window = opened()
        window.send(Play(5, None))
        window.play(1)
        position = window.frame.position
        window.send(command)
        assert window.frame.playing
        window.play(1)
        assert window.frame.position == position + 5

    def test_a_new_speed_takes_over_at_once(self) -> None:
        window = opened()
        window.send(Play(1, None))
        window.play(3.5)
        window.send(Play(50, None))
        position = window.frame.position
        window.play(1)
        assert window.frame.position == pytest.approx(position + 50, abs=2)

    def test_it_really_runs_fast_in_pieces_that_are_short(self) -> None:
        window = Window(time.perf_counter)
        window.send(Load(1, TwoGaussians(), Settings(batch_size=16)))
        window.work()
        window.send(Play(None, None))
        pieces = []
        while window.frame.position < 50_000:
            begun = time.perf_counter()
            window.work()
            pieces.append(time.perf_counter() - begun)
        assert np.median(pieces) < 0.05
        assert len(pieces) < 500


class TestTheRecordedFuture:
    """Steps that are on record already are looked at, not taken again."""

    def replay(self, settings: Settings | None = None) -> Window:
        window = opened(settings)
        window.send(Play(None, 40))
        window.play(5)
        window.frames[:-1] = []
        return window

    def test_stepping_on_after_going_back_loses_nothing(self) -> None:
        window = self.replay(Settings("Adam"))
        before = window.frame.history
        window.send(Back(), Back(), Step())
        assert window.positions == [40, 39, 38, 39]
        assert len(window.frame.history.loss) == 40
        assert np.shares_memory(window.frame.history.loss, before.loss)
        assert window.frame.ghosts == ()

    def test_playing_on_shows_it_at_the_pace_asked_for(self) -> None:
        window = self.replay()
        window.send(Seek(10), Play(5, None))
        window.play(2.1)
        assert window.frame.position == 21
        assert len(window.frame.history.loss) == 40
        assert window.frame.ghosts == ()

    def test_and_goes_on_beyond_it(self) -> None:
        window = self.replay()
        window.send(Seek(38), Play(5, 45))
        window.play(5)
        assert window.frame.position == 45
        assert len(window.frame.history.loss) == 45
        straight = opened()
        straight.send(Play(None, 45))
        straight.play(5)
        assert np.array_equal(window.frame.history.loss, straight.frame.history.loss)

    def test_another_rate_leads_elsewhere(self) -> None:
        window = self.replay()
        before = window.frame.history.loss
        window.send(Seek(10), SetLearningRate(0.01))
        assert len(window.frame.history.loss) == 40, "nothing is left before a step is taken"
        window.send(Step())
        assert len(window.frame.history.loss) == 11
        (ghost,) = window.frame.ghosts
        assert np.array_equal(ghost.loss, before)
        assert window.frame.history.own_from == 10
        assert window.frame.learning_rates == ((0, 0.1), (10, 0.01))

    def test_other_weights_lead_elsewhere(self) -> None:
        window = self.replay()
        window.send(Seek(10), SetWeights(WEIGHTS, BIAS))
        assert len(window.frame.history.loss) == 10
        assert np.array_equal(window.frame.weights, WEIGHTS)
        assert len(window.frame.ghosts) == 1
        assert [edit.step for edit in window.frame.edits] == [10]

    def test_looking_into_a_recorded_step_loses_nothing(self) -> None:
        window = self.replay()
        before = window.frame.history
        window.send(Seek(10), *[StepInside()] * 5)
        assert window.frame.position == 11
        assert np.shares_memory(window.frame.history.loss, before.loss)
        assert len(window.frame.history.loss) == 40
        assert window.frame.ghosts == ()
        update = window.frame.inside[-1].tensors
        np.testing.assert_allclose(update["W"], window.frame.weights, rtol=1e-5)


class TestLookingInside:
    def test_phase_by_phase_through_a_step_into_the_next(self) -> None:
        window = opened()
        window.send(*[StepInside()] * 7)
        assert window.moments == [(0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 5), (1, 1), (1, 2)]
        (update,) = [frame for frame in window.frames if len(frame.inside) == 5]
        assert [phase.name for phase in update.inside] == ["batch", "forward", "loss", "gradients", "update"]

    def test_back_by_a_phase_and_out_of_the_step(self) -> None:
        window = opened()
        window.send(Step(), *[StepInside()] * 5, *[Back(inside=True)] * 6)
        assert window.moments[6:] == [(2, 5), (1, 4), (1, 3), (1, 2), (1, 1), (1, 0), (0, 0)]

    def test_back_by_a_step_leaves_the_inside(self) -> None:
        window = opened()
        window.send(Step(), StepInside(), StepInside(), Back())
        assert window.frame.inside == ()
        assert window.frame.position == 0

    @pytest.mark.parametrize("command", [Step(), Play(5, None), Seek(0), Reset(2), SetWeights(WEIGHTS, BIAS)])
    def test_other_commands_leave_the_inside(self, command: Command) -> None:
        window = opened()
        window.send(StepInside(), StepInside(), command)
        assert window.frame.inside == ()
        window.send(Pause(), StepInside())
        assert len(window.frame.inside) == 1

    @pytest.mark.parametrize("command", [Pause(), ForgetGhosts(), SetLearningRate(0.5)])
    def test_others_stay_there(self, command: Command) -> None:
        window = opened()
        window.send(StepInside(), StepInside(), command)
        assert len(window.frame.inside) == 2
        window.send(*[StepInside()] * 3)
        assert window.frame.position == 1

    def test_a_rate_that_is_set_inside_a_step_is_the_updates(self) -> None:
        window = opened()
        window.send(StepInside(), SetLearningRate(0.5), *[StepInside()] * 4)
        update = window.frame.inside[-1].tensors
        np.testing.assert_allclose(update["W"], window.frame.history.weights[0] - 0.5 * update["grad_W"], rtol=1e-6)

    def test_nor_is_an_older_update_shown_in_its_place(self) -> None:
        window = opened()
        window.send(*[StepInside()] * 5, Back(inside=True), SetLearningRate(0.5), StepInside())
        update = window.frame.inside[-1].tensors
        np.testing.assert_allclose(update["W"], window.frame.history.weights[0] - 0.5 * update["grad_W"], rtol=1e-6)

    def test_a_step_that_diverges(self) -> None:
        window = opened()
        window.send(SetWeights(np.array([[3e38], [0]], np.float32), BIAS), *[StepInside()] * 4)
        (failed,) = window.failures
        assert isinstance(failed.problem, Diverged)
        assert window.frame.inside == ()
        assert window.frame.position == 0


class TestLoading:
    def run_40(self, window: Window) -> Window:
        window.send(Play(None, 40))
        window.play(5)
        return window

    def test_other_data_keep_the_first_weights(self) -> None:
        window = self.run_40(opened())
        start = window.frame.history.weights[0]
        window.send(Load(2, TwoGaussians(30, seed=5), Settings()))
        frame = window.frame
        assert (frame.run, frame.position, len(frame.dataset)) == (2, 0, 60)
        assert np.array_equal(frame.weights, start)
        assert frame.ghosts == ()  # they would be of other data

    def test_another_seed_draws_new_ones(self) -> None:
        window = opened()
        start = window.frame.weights
        window.send(Load(2, DATA, Settings(seed=1)))
        assert not np.array_equal(window.frame.weights, start)
        assert np.array_equal(window.frame.weights, Session(DATA.make(), Settings(seed=1)).weights)

    def test_another_optimizer_starts_anew_beside_the_old_curve(self) -> None:
        window = self.run_40(opened())
        before = window.frame
        window.send(Load(2, DATA, Settings("Adam")))
        frame = window.frame
        assert frame.position == 0
        assert np.array_equal(frame.weights, before.history.weights[0])
        assert frame.dataset is before.dataset
        (ghost,) = frame.ghosts
        assert np.array_equal(ghost.loss, before.history.loss)
        window.send(ForgetGhosts())
        assert window.frame.ghosts == ()

    def test_a_reset_starts_anew_under_its_own_number(self) -> None:
        window = self.run_40(opened())
        window.send(Reset(2))
        frame = window.frame
        assert (frame.run, frame.position, len(frame.history.loss), len(frame.ghosts)) == (2, 0, 0, 1)

    def test_playing_ends(self) -> None:
        window = opened()
        window.work()
        window.send(Play(None, None))
        window.work()
        window.send(Load(2, DATA, Settings("SGD")))
        assert not window.frame.playing
        while window.work() is not None:
            pass
        assert window.frame.position == 0

    def test_what_cannot_be_loaded_leaves_the_old_run(self) -> None:
        window = self.run_40(opened())
        window.send(Load(2, DATA, Settings(batch_size=41)))
        (failed,) = window.failures
        assert (failed.run, failed.field) == (2, "batch_size")
        assert_is_clear(failed.problem, "batch_size")
        assert (window.frame.run, window.frame.position) == (2, 40)
        window.send(Step())
        assert window.frame.position == 41


class TestFailures:
    """What cannot be done changes nothing, and is told."""

    def refused(self, command: Command) -> Iterator[Window]:
        playing, inside = opened(), opened()
        playing.send(Play(5, None))
        playing.play(1)
        inside.send(Step(), Step(), StepInside(), StepInside())
        for window in (playing, inside):
            before = window.frame
            window.send(command)
            after = window.frame
            assert (after.position, after.playing, len(after.inside)) == (
                before.position,
                before.playing,
                len(before.inside),
            )
            assert after.settings == before.settings
            yield window

    @pytest.mark.parametrize(
        ("command", "field"),
        [
            (SetLearningRate(float("nan")), "learning_rate"),
            (SetLearningRate(0), "learning_rate"),
            (SetWeights(np.array([[np.nan], [0]], np.float32), BIAS), "weights"),
            (SetWeights(WEIGHTS, np.array([np.inf], np.float32)), "bias"),
            (Seek(-1), "position"),
            (Seek(10**9), "position"),
            (Load(1, DATA, Settings(batch_size=41)), "batch_size"),
            (Load(1, DATA, Settings("Adem")), "optimizer"),
        ],
    )
    def test_bad_values(self, command: Command, field: str) -> None:
        for window in self.refused(command):
            (failed,) = window.failures
            assert failed.field == field
            assert_is_clear(failed.problem, field)

    @pytest.mark.parametrize("speed", [None, 5, 1000])
    def test_divergence_stops_playing_and_keeps_the_way_there(self, speed: float | None) -> None:
        window = opened(Settings(learning_rate=50))
        window.send(Play(speed, None))
        window.play(60)
        (failed,) = window.failures
        assert isinstance(failed.problem, Diverged)
        assert failed.field is None
        assert not window.frame.playing
        assert window.frame.position == failed.problem.step == len(window.frame.history.loss) > 0
        assert np.isfinite(window.frame.history.loss).all()
        window.send(Seek(1), SetLearningRate(0.1), Play(None, 40))
        window.play(5)
        assert window.frame.position == 40

    def test_a_fault_of_our_own_ends_the_run(self, monkeypatch: pytest.MonkeyPatch) -> None:
        window = opened()
        window.work()
        window.send(Play(None, None))
        monkeypatch.setattr(Session, "run", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            window.work()
        window.draw()
        assert not window.frame.playing
        assert window.work() is None

    def test_a_single_step_that_diverges(self) -> None:
        window = opened(Settings(learning_rate=1e30))
        window.send(Step(), Step())
        (failed,) = window.failures
        assert isinstance(failed.problem, Diverged)
        assert window.frame.position == 1


class TestCredit:
    """One frame is in flight, and training does not wait for it."""

    def test_no_second_frame_comes_before_the_first_is_drawn(self) -> None:
        window = opened()
        window.draws = False
        window.send(Play(None, None))
        for _ in range(5):
            window.work()
            window.seconds += 1
        window.send(Pause(), Back(), Seek(1))
        assert len(window.frames) == 2  # of the start, and of Play

    def test_the_next_frame_shows_where_training_is_by_then(self) -> None:
        window = opened()
        window.draws = False
        window.send(Play(5, None))
        window.play(2.1)
        assert window.frame.position == 0
        window.draws = True
        window.draw()
        assert window.frame.position == 11

    def test_drawing_alone_brings_no_new_frame(self) -> None:
        window = opened()
        window.send(Drawn(), Drawn(), Drawn())
        assert len(window.frames) == 1

    def test_failures_do_not_wait(self) -> None:
        window = opened()
        window.draws = False
        window.send(Step(), SetLearningRate(-1), Seek(99))
        assert len(window.failures) == 2

    def test_a_frame_stays_as_it_was(self) -> None:
        window = opened()
        window.send(Step(), Step())
        frame = window.frame
        losses, weights = frame.history.loss.copy(), frame.history.weights.copy()
        window.send(Back(), SetWeights(WEIGHTS, BIAS), Play(None, 2_000))
        window.play(60)
        assert window.frame.position == 2_000
        assert np.array_equal(frame.history.loss, losses)
        assert np.array_equal(frame.history.weights, weights)
