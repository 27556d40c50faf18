"""The Keras tab's engine: obeys the window's commands, lets `fit` run in pieces, tells what there is to see."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.handover import PIECE_SECONDS, Pieces
from engine.keras_lab.protocol import (
    Command,
    Evaluate,
    Event,
    Failed,
    Fitting,
    Load,
    LoadModel,
    LookAtBest,
    LookAtEpoch,
    OneBatch,
    OneEpoch,
    Pause,
    Plan,
    Play,
    Predict,
    Ready,
    Restore,
    SaveModel,
    SetThreshold,
    SideBySide,
    Stop,
)
from engine.loading import load_tensorflow
from engine.protocol import Drawn

if TYPE_CHECKING:
    from engine.keras_lab.experiment import Experiment
    from engine.keras_lab.loading import FoundModel
    from engine.keras_lab.replay import Replay
    from engine.keras_lab.shelf import Shelf

FRAME_SECONDS = 1 / 30
MOST_SHARE = 0.05
"""How much of the time goes into frames, at most, while `fit` runs: it is to keep the speed that it has alone."""

LONGEST = 0.1
"""Seconds; a frame that took longer to make, or to paint, was not worked on all the time."""


class KerasLaboratory:
    """One experiment at a time, on one thread. `tell` is called with every event.

    There are four kinds of work: a question, which goes first; once, to read what Keras offers, which is then told as
    `Ready`; `fit`, while it plays; and what fills the curves in afterwards. Each is done in pieces of a few
    milliseconds. A frame is told when something has changed and the last one has been drawn, never otherwise.
    """

    def __init__(self, tell: Callable[[Event], None], clock: Callable[[], float] = time.perf_counter) -> None:
        self._tell = tell
        self._clock = clock
        self._run = 0
        self._experiment: Experiment | None = None
        self._catalogue: Iterator[None] | None = None
        self._question: Pieces | None = None
        self._busy = ""
        self._afterwards: Pieces | None = None
        self._found: FoundModel | None = None
        self._loading_run = 0
        self._shelf: Shelf | None = None  # there once there is anything to put on it
        self._replay: Replay | None = None  # what is left of a `Restore`
        self._until = False, False  # whether to pause after one batch, after one epoch
        self._changed = False
        self._drawn = True
        self._next_frame = 0.0
        self._told = 0.0

    def start(self) -> None:
        """Loads TensorFlow and Keras. What Keras offers is read afterwards, piece by piece."""
        load_tensorflow()
        from engine.keras_lab.catalogue.reading import read_ahead

        self._catalogue = read_ahead()

    def obey(self, command: Command) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `Failed`."""
        try:
            self._obey(command)
        except Problem as problem:
            self._fail(problem)
        except MemoryError:
            template = QT_TRANSLATE_NOOP("engine", "There is not enough memory for this; nothing was changed.")
            self._fail(Problem(template))
        self._offer_frame(at_once=not isinstance(command, Drawn) or not self._is_working)

    def work(self) -> float | None:
        """Does the next piece of work, a few milliseconds of it; gives the seconds to the next, None for none."""
        if self._catalogue is not None and self._question is None:
            self._catalogue = self._read_on(self._catalogue)
            return 0.0
        experiment = self._experiment
        if experiment is None:
            return None
        if experiment.is_running and self._question is None and (seconds := self._seconds_to_paint()) > 0:
            return seconds
        was_running = experiment.is_running
        try:
            has_worked = self._do_piece(experiment)
        except Problem as problem:
            has_worked = True
            self._fail(problem)
        self._changed |= has_worked
        self._offer_frame(at_once=not has_worked or was_running != experiment.is_running)
        return 0.0 if has_worked else None

    def close(self) -> None:
        """Ends what is under way."""
        for pieces in (self._question, self._afterwards):
            if pieces is not None:
                pieces.close()
        if self._experiment is not None:
            self._experiment.close()
        if self._shelf is not None:
            self._shelf.close()

    def _seconds_to_paint(self) -> float:
        """How much longer the window may have the interpreter to itself, 0 once the last frame is drawn.

        Beside a `fit` that runs it would get it back after each call into Qt only when `fit` is pleased to part with
        it: a frame of 12 ms then takes up to 200.
        """
        return 0.0 if self._drawn else max(0.0, self._told + LONGEST - self._clock())

    def _do_piece(self, experiment: Experiment) -> bool:
        """Gives whether there was anything to do."""
        if self._question is not None:
            self._go_on_with_question(self._question)
        elif self._replay is not None:
            self._go_on_restoring(experiment, self._replay)
        elif experiment.is_running:
            experiment.train(PIECE_SECONDS, *self._until)
        elif self._afterwards is not None:
            if next(self._afterwards, self) is self:
                self._afterwards = None
        elif experiment.recorder.evaluated < experiment.recorder.epochs:
            from engine.keras_lab.evaluating import evaluate_epochs

            self._afterwards = evaluate_epochs(experiment)
        else:
            return False
        return True

    def _read_on(self, catalogue: Iterator[None]) -> Iterator[None] | None:
        """Reads a few more; when all are read, tells `Ready` and gives None."""
        import keras

        from engine.keras_lab.catalogue.reading import KINDS, specifications

        end = self._clock() + PIECE_SECONDS
        for _ in catalogue:
            if self._clock() > end:
                return catalogue
        self._tell(Ready(keras.__version__, tuple(spec for kind in KINDS for spec in specifications(kind))))
        return None

    # Commands

    def _obey(self, command: Command) -> None:
        if isinstance(command, Drawn):
            self._drawn = True
            # The window paints in Python too, and `fit` stands still meanwhile.
            self._next_frame += min(self._clock() - self._told, LONGEST) / MOST_SHARE
            return
        if isinstance(command, Load) and self._experiment is not None and self._experiment.respell(command.plan):
            self._run = command.run
            self._changed = True
            return
        if self._replay is not None:  # whatever is wanted now is wanted of what is there
            self._replay = None
            if self._experiment is not None:
                self._experiment.is_running = False
        if isinstance(command, Load):
            self._load(command.run, command.plan)
            return
        if isinstance(command, Restore):
            self._restore(command)
            return
        experiment = self._experiment
        if experiment is None:
            return
        self._changed = True
        match command:
            case Play() | OneBatch() | OneEpoch():
                self._until = isinstance(command, OneBatch), isinstance(command, OneEpoch)
                self._play(experiment, command.fitting)
            case Pause():
                experiment.is_running = False
            case Stop():
                self._stop(experiment)
            case LookAtEpoch():
                experiment.look_at(command.epoch)
            case LookAtBest():
                experiment.look_at_best()
            case SetThreshold():
                experiment.set_threshold(command.threshold)
            case Evaluate() | Predict() | SideBySide() | SaveModel() | LoadModel():
                self._ask(experiment, command)
            case _:
                assert_never(command)

    def _load(self, run: int, plan: Plan, found: FoundModel | None = None) -> None:
        from engine.keras_lab.experiment import Experiment

        earlier = self._experiment
        self._run = run
        dataset = earlier.dataset if earlier is not None and earlier.plan.data == plan.data else None
        self._put_in_place(Experiment(plan, dataset, found, self._clock))

    def _put_in_place(self, experiment: Experiment) -> None:
        """Of the present one, which is kept for a while."""
        from engine.keras_lab.shelf import Shelf

        for pieces in (self._question, self._afterwards):
            if pieces is not None:
                pieces.close()
        self._question = self._afterwards = None
        self._busy = ""
        self._shelf = self._shelf or Shelf()
        if self._experiment is not None:
            self._experiment.is_running = False
            self._shelf.put(self._experiment)
        self._experiment = experiment
        self._changed = True

    def _restore(self, command: Restore) -> None:
        from engine.keras_lab.replay import Replay

        replay = Replay(command)
        left = self._shelf.take(command) if self._shelf is not None else None
        if left is not None:
            self._run = command.run
            self._put_in_place(left)
            replay.finish(left)
            return
        self._load(command.run, command.plan, replay.found())
        self._replay = replay

    def _go_on_restoring(self, experiment: Experiment, replay: Replay) -> None:
        is_done = True
        try:
            is_done = replay.go_on(experiment)
        finally:  # where it diverged then, it does so again, and that is the end
            if is_done:
                self._replay = None
                self._changed = True
                replay.finish(experiment)

    def _play(self, experiment: Experiment, fitting: Fitting) -> None:
        if experiment.fit is None:
            experiment.begin_fit(fitting)
        experiment.look_at(None)
        experiment.play()

    def _stop(self, experiment: Experiment) -> None:
        if self._question is not None:
            self._drop_question()
        elif experiment.fit is not None:
            experiment.fit.stop()
            experiment.play()

    # Questions

    def _ask(self, experiment: Experiment, command: Evaluate | Predict | SideBySide | SaveModel | LoadModel) -> None:
        """Begins to answer, in place of what was asked before."""
        self._drop_question()
        if self._afterwards is not None:  # it asks the same copy of the model
            self._afterwards.close()
            self._afterwards = None
        match command:
            case Evaluate():
                from engine.keras_lab.evaluating import evaluate

                self._busy, self._question = "evaluate", evaluate(experiment, command)
            case Predict():
                from engine.keras_lab.inference import infer

                self._busy, self._question = "predict", infer(experiment, command)
            case SideBySide():
                from engine.keras_lab.comparison import compare

                self._busy, self._question = "compare", compare(experiment, command)
            case SaveModel():
                from engine.keras_lab.saving import save

                save(experiment, command.path)
            case LoadModel():
                from engine.keras_lab.loading import load

                self._busy, self._question = "load", load(command.path, self._take_model)
                self._loading_run = command.run
            case _:
                assert_never(command)

    def _go_on_with_question(self, question: Pieces) -> None:
        try:
            if next(question, self) is not self:
                return
        except Problem:
            self._drop_question()
            raise
        self._drop_question()
        experiment, found = self._experiment, self._found
        if found is not None and experiment is not None:
            self._found = None
            self._load(self._loading_run, replace(experiment.plan, layers=found.layers), found)

    def _drop_question(self) -> None:
        if self._question is not None:
            self._question.close()
        self._question, self._busy = None, ""

    def _take_model(self, found: FoundModel) -> None:
        self._found = found

    # Events

    def _fail(self, problem: Problem) -> None:
        field = problem.field if isinstance(problem, InputError) else None
        self._tell(Failed(self._run, problem, field, getattr(problem, "at", None)))

    @property
    def _is_working(self) -> bool:
        """Whether pieces of work are to follow."""
        return self._question is not None or (self._experiment is not None and self._experiment.is_running)

    def _offer_frame(self, at_once: bool) -> None:
        """at_once: without regard to what frames cost."""
        experiment = self._experiment
        if experiment is None or not self._changed or not self._drawn:
            return
        if not at_once and self._clock() < self._next_frame:
            return
        from engine.keras_lab.frames import frame

        self._changed = self._drawn = False
        begun = self._clock()
        made = frame(self._run, experiment, self._busy, self._replay is not None)
        self._told = self._clock()
        cost = min(self._told - begun, LONGEST)  # by the clock: TensorFlow computes the plane on threads of its own
        self._next_frame = self._told + max(FRAME_SECONDS, cost / MOST_SHARE)
        self._tell(made)
