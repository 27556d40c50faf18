"""A player against a plain model of it: commands in any order and at any rate leave it as the model says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from problems import assert_is_clear
from session_pool import POOL

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
    Reset,
    Seek,
    SetLearningRate,
    SetWeights,
    Step,
    StepInside,
)
from engine.training import Settings
from engine.training.player import Player
from engine.training.records import FloatArray
from engine.training.timeline import MOST_GHOSTS

NAN = float("nan")
PHASES = ("batch", "forward", "loss", "gradients", "update")
DATA = [TwoGaussians(20, seed=1), TwoGaussians(20, seed=2)]
BIAS = np.array([0.5], np.float32)
rates = st.sampled_from([0.05, 0.02])


@dataclass(frozen=True)
class Inside:
    """A step that is being looked into: which one, how many of its phases have run, and how many are shown."""

    index: int
    has_run: int
    shown: int


@dataclass(frozen=True)
class Model:
    """What a player's state should be. `rates` has the learning rate of every recorded step."""

    run: int
    data: TwoGaussians
    settings: Settings
    position: int = 0
    rates: tuple[float, ...] = ()
    edits: tuple[int, ...] = ()
    ghosts: int = 0
    inside: Inside | None = None
    stop_at: int | None = None
    playing: bool = False

    @property
    def newest(self) -> int:
        return len(self.rates)

    @property
    def future_holds(self) -> bool:
        ahead = self.rates[self.position :]
        return set(ahead) == {self.settings.learning_rate} and not any(step > self.position for step in self.edits)

    def at(self, position: int) -> Model:
        return replace(self, position=position)

    def idle(self) -> Model:
        return replace(self, playing=False, inside=None)

    def present(self) -> Model:
        """With the present position as the newest, and the future a ghost."""
        left = self.position < self.newest
        return replace(
            self,
            rates=self.rates[: self.position],
            edits=tuple(step for step in self.edits if step <= self.position),
            ghosts=min(self.ghosts + left, MOST_GHOSTS),
        )

    def after(self, steps: int) -> Model:
        """Having trained on; looking at what is on record is enough where that holds."""
        if self.future_holds:
            return self.at(self.position + steps)
        if steps == 0:
            return self
        here = self.present()
        rates = here.rates + (self.settings.learning_rate,) * steps
        return replace(here, position=self.position + steps, rates=rates)

    def a_phase_further(self) -> Model:
        inside = self.inside
        if inside is None or inside.shown == len(PHASES):
            inside = Inside(self.position, 0, 0)
        shown = inside.shown + 1
        model = replace(self, inside=Inside(inside.index, max(inside.has_run, shown), shown), playing=False)
        if shown < len(PHASES):
            return model
        return model.after(1)

    def back(self, inside: bool) -> Model:
        if inside and self.inside is not None and self.inside.shown:
            model = replace(self, inside=replace(self.inside, shown=self.inside.shown - 1), playing=False)
            return model.at(self.inside.index) if self.inside.shown == len(PHASES) else model
        return self.idle().at(max(0, self.position - 1))


class Clock:
    """Goes on by a little each time it is read, and by more on request."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1e-4
        return self.seconds


class PlayerMachine(RuleBasedStateMachine):
    """Sends commands; whenever a frame comes, it must show what the model says, and nothing recorded may change."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.player = Player(self.take, self.clock)
        self.events: list[Event] = []
        self.in_flight = False
        self.player.start()
        self.loads = 0
        self.start: FloatArray = np.empty(0, np.float32)

    def teardown(self) -> None:
        POOL.take_back()

    def take(self, event: Event) -> None:
        if isinstance(event, Frame):
            assert not self.in_flight, "a second frame came before the first was drawn"
            self.in_flight = True
        self.events.append(event)

    @initialize(settings=st.builds(Settings, learning_rate=rates, batch_size=st.sampled_from([None, 16])))
    def load_first(self, settings: Settings) -> None:
        self.model = Model(1, DATA[0], settings)
        self.send(Load(1, DATA[0], settings), self.model)

    # Commands that can be carried out

    @rule(speed=st.sampled_from([None, 5.0, 60.0, 1000.0]), steps=st.integers(-3, 40))
    def play(self, speed: float | None, steps: int) -> None:
        stop_at = max(0, self.model.position + steps)
        model = replace(self.model, inside=None, stop_at=stop_at, playing=self.model.position < stop_at)
        self.send(Play(speed, stop_at), model)

    @rule(speed=st.sampled_from([5.0, 60.0]))
    def play_for_ever(self, speed: float) -> None:
        self.send(Play(speed, None), replace(self.model, inside=None, stop_at=None, playing=True))

    @rule()
    def pause(self) -> None:
        self.send(Pause(), replace(self.model, playing=False))

    @rule(times=st.integers(1, 4))
    def take_steps(self, times: int) -> None:
        self.step(times)

    def step(self, times: int) -> None:
        for _ in range(times):
            self.send(Step(), self.model.idle().after(1))

    @rule(times=st.integers(1, 6))
    def step_inside(self, times: int) -> None:
        for _ in range(times):
            self.send(StepInside(), self.model.a_phase_further())

    @rule(inside=st.booleans(), times=st.integers(1, 3))
    def back(self, inside: bool, times: int) -> None:
        for _ in range(times):
            self.send(Back(inside), self.model.back(inside))

    @rule(data=st.data(), steps=st.integers(0, 2))
    def seek(self, data: st.DataObject, steps: int) -> None:
        position = data.draw(st.integers(0, self.model.newest))
        self.send(Seek(position), self.model.idle().at(position))
        self.step(steps)

    @rule()
    def reset(self) -> None:
        run = self.model.run + 1
        ghosts = min(self.model.ghosts + (self.model.newest > 0), MOST_GHOSTS)
        self.send(Reset(run), Model(run, self.model.data, self.model.settings, ghosts=ghosts))
        self.check_start()

    @rule(learning_rate=rates)
    def set_learning_rate(self, learning_rate: float) -> None:
        settings = replace(self.model.settings, learning_rate=learning_rate)
        self.send(SetLearningRate(learning_rate), replace(self.model, settings=settings))

    @rule(weight=st.floats(-1, 1, width=32), steps=st.integers(0, 3))
    def set_weights(self, weight: float, steps: int) -> None:
        here = self.model.present()
        earlier = tuple(step for step in here.edits if step < here.position)
        weights = np.array([[weight], [-weight]], np.float32)
        self.send(SetWeights(weights, BIAS), replace(here, edits=(*earlier, here.position), inside=None))
        frame = self.draw_all()
        assert np.array_equal(frame.weights, weights)
        assert np.array_equal(frame.bias, BIAS)
        if here.position == 0:
            self.start = frame.weights  # from now on
        self.step(steps)

    @rule()
    def forget_ghosts(self) -> None:
        self.send(ForgetGhosts(), replace(self.model, ghosts=0))

    @precondition(lambda self: self.loads < 2)  # each may compile a new block
    @rule(
        data=st.sampled_from(DATA),
        settings=st.builds(
            Settings, st.sampled_from(["manual", "SGD"]), rates, st.sampled_from([None, 16]), st.sampled_from([0, 1])
        ),
    )
    def load(self, data: TwoGaussians, settings: Settings) -> None:
        self.loads += 1
        before, run = self.model, self.model.run + 1
        kept = min(before.ghosts + (before.newest > 0), MOST_GHOSTS) if data == before.data else 0
        self.send(Load(run, data, settings), Model(run, data, settings, ghosts=kept))
        if settings.seed != before.settings.seed:
            self.start = np.empty(0, np.float32)
        self.check_start()

    # Commands that cannot

    @rule(learning_rate=st.sampled_from([NAN, float("inf"), 0.0, -1.0]))
    def set_a_bad_learning_rate(self, learning_rate: float) -> None:
        self.refuse(SetLearningRate(learning_rate), "learning_rate")

    @rule(
        case=st.sampled_from([([[NAN], [0]], [0], "weights"), ([[1], [2]], [NAN], "bias"), ([[1, 2]], [0], "weights")])
    )
    def set_bad_weights(self, case: tuple[list[list[float]], list[float], str]) -> None:
        weights, bias, field = case
        self.refuse(SetWeights(np.array(weights, np.float32), np.array(bias, np.float32)), field)

    @rule(beyond=st.sampled_from([-1, 1, 10**12]))
    def seek_beyond(self, beyond: int) -> None:
        self.refuse(Seek(beyond if beyond < 0 else self.model.newest + beyond), "position")

    @rule(case=st.sampled_from([(Settings(batch_size=41), "batch_size"), (Settings("Adem"), "optimizer")]))
    def load_what_does_not_fit(self, case: tuple[Settings, str]) -> None:
        settings, field = case
        self.model = replace(self.model, run=self.model.run + 1)  # frames still come, and answer the newest request
        self.refuse(Load(self.model.run, DATA[0], settings), field)

    # What else happens

    @rule()
    def draw(self) -> None:
        if self.in_flight:
            self.send(Drawn(), self.model)

    @rule(seconds=st.sampled_from([0.02, 0.3]), times=st.integers(1, 4))
    def work(self, seconds: float, times: int) -> None:
        for _ in range(times):
            self.draw_all()
            self.clock.seconds += seconds
            wait = self.player.work()
            for frame in self.told():
                before = self.model
                steps = frame.position - before.position
                assert before.playing
                assert steps > 0
                assert before.stop_at is None or frame.position <= before.stop_at
                self.model = replace(before.after(steps), playing=frame.position != before.stop_at)
                self.check(frame)
            if self.model.playing:
                assert wait is not None
                assert wait >= 0

    # The machinery

    def send(self, command: Command, expected: Model) -> None:
        """Sends a command after which the player should be as the model."""
        if isinstance(command, Drawn):
            self.in_flight = False
        was_free = not self.in_flight
        self.player.obey(command)
        self.model = expected
        frames = self.told()
        assert was_free or not frames
        if was_free and not isinstance(command, Drawn):
            assert len(frames) == 1
        for frame in frames:
            self.check(frame)

    def refuse(self, command: Command, field: str) -> None:
        """Sends a command that should be told as `Failed` and change nothing."""
        self.events.clear()
        self.player.obey(command)
        (failed,) = [event for event in self.events if isinstance(event, Failed)]
        assert_is_clear(failed.problem, field)
        assert (failed.field, failed.run) == (field, self.model.run)
        for frame in self.told():
            self.check(frame)

    def told(self) -> list[Frame]:
        """The frames that have come since this was last asked."""
        events, self.events = self.events, []
        return [event for event in events if isinstance(event, Frame)]

    def draw_all(self) -> Frame:
        """Draws until nothing new comes; gives what is shown then."""
        while self.in_flight:
            self.send(Drawn(), self.model)
        return self.shown

    def check_start(self) -> None:
        frame = self.draw_all()
        if self.start.size:
            assert np.array_equal(frame.weights, self.start)
        self.start = frame.weights

    def check(self, frame: Frame) -> None:
        """That a frame shows what the model says."""
        model, self.shown = self.model, frame
        n = model.newest
        assert (frame.run, frame.data, frame.settings) == (model.run, model.data, model.settings)
        assert (frame.position, len(frame.history.loss)) == (model.position, n)
        assert (len(frame.history.weights), len(frame.history.bias)) == (n + 1, n + 1)
        assert frame.playing is model.playing
        assert len(frame.inside) == (model.inside.shown if model.inside else 0)
        assert tuple(phase.name for phase in frame.inside) == PHASES[: len(frame.inside)]
        assert tuple(edit.step for edit in frame.edits) == model.edits
        assert len(frame.ghosts) == model.ghosts
        assert np.array_equal(frame.weights, frame.history.weights[model.position])
        assert np.array_equal(frame.bias, frame.history.bias[model.position])
        assert np.isfinite(frame.history.loss).all()
        used = [[rate for step, rate in frame.learning_rates if step <= index][-1] for index in range(n)]
        assert tuple(used) == model.rates
        for array in self.arrays(frame):
            assert not array.flags.writeable

    @staticmethod
    def arrays(frame: Frame) -> Iterator[np.ndarray[tuple[int, ...], np.dtype[np.generic]]]:
        for view in (frame.history, *frame.ghosts):
            yield from (view.loss, view.weights, view.bias)
        yield from (frame.weights, frame.bias, frame.predicted, frame.dataset.inputs, frame.dataset.targets)
        yield from (tensor for phase in frame.inside for tensor in phase.tensors.values())
        yield from (array for edit in frame.edits for array in (edit.weights, edit.bias))
        yield from (frame.accuracies.steps, frame.accuracies.values)


TestPlayerCommands = PlayerMachine.TestCase
TestPlayerCommands.settings = settings(
    max_examples=30,
    stateful_step_count=60,
    phases=[Phase.explicit, Phase.generate],  # shrinking would take minutes
)
