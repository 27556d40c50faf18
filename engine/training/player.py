"""Plays a training session for a window: obeys its commands, trains in pieces, tells what there is to see."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from engine.datasets import Dataset, Recipe, TwoGaussians
from engine.errors import InputError, Problem
from engine.loading import load_tensorflow
from engine.protocol import (
    Back,
    Command,
    DescribeOptimizer,
    Drawn,
    Event,
    Failed,
    ForgetGhosts,
    Frame,
    Load,
    OptimizerDescribed,
    Pause,
    Play,
    Ready,
    Reset,
    Restore,
    Seek,
    SetLearningRate,
    SetWeights,
    Step,
    StepInside,
)
from engine.training.accuracy import AccuracyCurve
from engine.training.ghosts import Course
from engine.training.history import HistoryView
from engine.training.pace import FRAME_SECONDS, Pace
from engine.training.records import PHASES

if TYPE_CHECKING:
    from engine.training.dissection import Dissection
    from engine.training.replay import GhostReplay, Replay
    from engine.training.session import Session
    from engine.training.shelf import Shelf

MOST_ACCURACIES = 64
MOST_ANSWERS = 400_000
"""How many accuracies, and how many single answers for them, are worked out for a frame: a millisecond or two."""


class Player:
    """One session at a time, on one thread. `tell` is called with every event.

    A frame is told when something has changed and the last one has been drawn, never otherwise: the window is
    never behind, and training never waits for it.
    """

    def __init__(self, tell: Callable[[Event], None], clock: Callable[[], float] = time.perf_counter) -> None:
        self._tell = tell
        self._clock = clock
        self._session: Session | None = None
        self._data: Recipe = TwoGaussians()
        self._run = 0
        self._pace = Pace(clock)
        self._stop_at: int | None = None
        self._playing = False
        self._cold = True  # the session's block is not compiled yet
        self._dissection: Dissection | None = None
        self._shelf: Shelf | None = None  # there once there is anything to put on it
        self._replay: Replay | None = None  # what is left of a `Restore`
        self._ghost: GhostReplay | None = None  # which is trained again when there is nothing else to do
        self._changed = False
        self._drawn = True
        self._last_frame = -FRAME_SECONDS

    def start(self) -> None:
        """Loads TensorFlow."""
        version = load_tensorflow()
        from engine.training.optimizers import optimizer_names

        self._tell(Ready(version, optimizer_names()))

    def obey(self, command: Command) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `Failed`."""
        try:
            self._obey(command)
        except Problem as problem:
            self._fail(problem)
        self._offer_frame()

    def work(self) -> float | None:
        """Does the next piece of work, a few milliseconds of it; gives the seconds to the next, None for none."""
        session = self._session
        if session is None:
            return None
        if not (self._playing or self._cold or self._replay):
            return self._work_on_ghosts(session)
        if self._cold:
            session.warm_up()
            self._cold = False
            return 0.0
        try:
            if self._replay is not None:
                self._go_on_restoring(session, self._replay)
                return 0.0
            self._train(session)
        except Problem as problem:
            self._stop_playing()
            self._fail(problem)
        except Exception:  # a fault of ours: it is reported elsewhere, and the window must not show a run that is over
            self._stop_playing()
            self._offer_frame()
            raise
        too_early = self._last_frame + FRAME_SECONDS - self._clock()
        if not self._playing or too_early <= 0:
            self._offer_frame()
        if not self._playing:
            return None
        wait = self._pace.wait()
        # A step of a slow run must not be kept back until the next one is due.
        return min(wait, too_early) if self._changed and self._drawn else wait

    def _obey(self, command: Command) -> None:
        if isinstance(command, Drawn):
            self._drawn = True
            return
        if isinstance(command, DescribeOptimizer):
            from engine.training.optimizers import describe_optimizer

            self._tell(OptimizerDescribed(describe_optimizer(command.name)))
            return
        self._replay = None  # whatever is wanted now is wanted of what is there
        if isinstance(command, Load):
            self._load(command)
            return
        if isinstance(command, Restore):
            self._restore(command)
            return
        if self._session is None:
            return
        session = self._session
        self._changed = True
        match command:
            case Play():
                self._dissection = None
                self._playing = command.stop_at is None or session.position < command.stop_at
                self._stop_at = command.stop_at
                self._pace.begin(command.steps_per_second)
            case Pause():
                self._playing = False
            case Step():
                self._playing = False
                self._dissection = None
                if session.future_holds:
                    session.seek(session.position + 1)
                else:
                    session.step()
            case StepInside():
                self._playing = False
                self._step_inside(session)
            case Back():
                self._playing = False
                self._back(session, command.inside)
            case Seek():
                session.seek(command.position)
                self._playing = False
                self._dissection = None
            case Reset():
                self._playing = False
                self._dissection = None
                self._run = command.run
                self._keep(session)
                session.reset()
            case SetLearningRate():
                session.set_learning_rate(command.learning_rate)
            case SetWeights():
                session.set_weights(command.weights, command.bias)
                self._dissection = None
            case ForgetGhosts():
                session.forget_ghosts()
            case _:
                assert_never(command)

    def _load(self, command: Load) -> None:
        self._run = command.run
        self._changed = True
        from engine.training.session import Session

        earlier = self._session
        dataset = self._dataset(command.data)
        session = Session(dataset, command.settings)
        if earlier is not None and earlier.settings.seed == command.settings.seed:
            weights, bias = earlier.start
            if weights.shape == session.weights.shape:  # there are as many features as before
                session.reset(weights, bias)
        if earlier is not None and earlier.dataset is dataset:
            session.keep_ghosts_of(earlier)
        if earlier is not None:
            self._keep(earlier)
        self._take(session, command.data)

    def _keep(self, session: Session) -> Shelf:
        """What this session has been through is about to be left."""
        from engine.training.shelf import Shelf

        self._shelf = self._shelf or Shelf()
        self._shelf.put(session, self._data)
        return self._shelf

    def _take(self, session: Session, data: Recipe) -> None:
        self._session = session
        self._accuracy = AccuracyCurve(session.accuracies)
        self._data = data
        self._playing = False
        self._cold = True
        self._dissection = None
        self._pace = Pace(self._clock)

    def _restore(self, command: Restore) -> None:
        from engine.training.replay import Replay
        from engine.training.session import Session

        self._run = command.run
        self._changed = True
        earlier, taken = self._session, None
        known: dict[Course, HistoryView | None] = {}
        if earlier is not None:
            known = earlier.known_histories()  # before it becomes another
            shelf = self._keep(earlier)
            taken = shelf.take(command)
        session = taken or Session(self._dataset(command.data), command.settings)
        is_same = earlier is not None and earlier.dataset is session.dataset
        shelved = self._shelf.known_histories(session.dataset) if self._shelf is not None else {}
        session.expect_ghosts(command.ghosts, {**(known if is_same else {}), **shelved})
        self._take(session, command.data)
        self._replay = Replay(command)
        if taken is None:
            self._replay.begin(session)

    def _go_on_restoring(self, session: Session, replay: Replay) -> None:
        """Takes the next steps; the last thing is to look where was looked."""
        if replay.go_on(session):
            self._replay = None
            self._take_apart(session, replay.command.phases)
        self._changed = True
        if self._replay is None or self._clock() >= self._last_frame + FRAME_SECONDS:
            self._offer_frame()

    def _work_on_ghosts(self, session: Session) -> float | None:
        """Trains on what a project has left behind; nothing waits for it but the pictures of it."""
        course = session.missing_ghost
        if course is None:
            self._ghost = None
            return None
        from engine.training.replay import GhostReplay

        try:
            if self._ghost is None or self._ghost.course != course:
                self._ghost = GhostReplay(course, session.dataset, self._data, self._ghost)
            view = self._ghost.go_on()
            if view is None:
                return 0.0
        except Problem as problem:
            view = None
            self._tell(Failed(self._run, problem, None))  # no field is at fault
        session.take_ghost(course, view)
        self._changed = True
        self._offer_frame()
        return 0.0

    def _take_apart(self, session: Session, phases: int) -> None:
        """So many phases of the present step; all five are of the step before, where it would be the same again."""
        if phases == len(PHASES):
            if session.position == 0:
                return
            session.seek(session.position - 1)
            if not session.future_holds:
                session.seek(session.position + 1)
                return
        for _ in range(phases):
            self._step_inside(session)

    def _dataset(self, data: Recipe) -> Dataset:
        if self._session is not None and data == self._data:
            return self._session.dataset
        return data.make()

    def _train(self, session: Session) -> None:
        """As many steps as are due, and as are done in a few milliseconds."""
        due = self._pace.due()
        if self._stop_at is not None:
            due = min(due, self._stop_at - session.position)
        if due > 0:
            if session.future_holds:  # it is on record already: look at it, as a video player does
                due = min(due, len(session.history) - session.position)
                session.seek(session.position + due)
            else:
                due = min(due, self._pace.most())
                with self._pace.measured(due):
                    session.run(due)
            self._pace.done(due)
            self._changed = True
        if self._stop_at is not None and session.position >= self._stop_at:
            self._playing = False

    def _stop_playing(self) -> None:
        self._playing = False
        self._replay = None
        self._changed = True

    def _step_inside(self, session: Session) -> None:
        from engine.training.dissection import Dissection

        if self._dissection is None or self._dissection.is_over:
            self._dissection = Dissection(session)
        try:
            self._dissection.forward()
        except Problem:
            self._dissection = None
            raise

    def _back(self, session: Session, inside: bool) -> None:
        if inside and self._dissection is not None and self._dissection.shown:
            self._dissection.back()
        else:
            self._dissection = None
            session.back()

    def _fail(self, problem: Problem) -> None:
        self._tell(Failed(self._run, problem, problem.field if isinstance(problem, InputError) else None))

    def _offer_frame(self) -> None:
        session = self._session
        if session is None or not self._changed or not self._drawn:
            return
        self._drawn = False
        self._last_frame = self._clock()
        most = max(1, min(MOST_ACCURACIES, MOST_ANSWERS // len(session.dataset)))
        self._changed = self._accuracy.extend(session.history, most)  # then the next frame has more to tell
        evaluation = session.evaluate()
        self._tell(
            Frame(
                run=self._run,
                data=self._data,
                dataset=session.dataset,
                settings=session.settings,
                position=session.position,
                history=session.history.view,
                ghosts=session.ghosts,
                weights=session.weights,
                bias=session.bias,
                loss=evaluation.loss,
                accuracy=evaluation.accuracy,
                wrong=evaluation.wrong,
                predicted=evaluation.predicted,
                inside=self._dissection.shown if self._dissection else (),
                learning_rates=session.learning_rates,
                edits=session.edits,
                accuracies=self._accuracy.view,
                playing=self._playing,
                steps_per_second=self._pace.steps_per_second if self._playing else 0.0,
                start=None if session.has_drawn_start else session.start,
                ways=session.ways,
                restoring=self._replay is not None,
                ghost_courses=session.ghost_courses,
            )
        )
