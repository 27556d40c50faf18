"""A training run that was kept is trained again: the same steps in the same way, with the same changes between them."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from engine.datasets import Dataset, Recipe
from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.protocol import Restore
from engine.training.ghosts import Course
from engine.training.history import HistoryView
from engine.training.session import Session

PIECE_SECONDS = 0.008
MOST_AT_ONCE = 1000
"""Steps of a block: fewer than a piece of time has room for, whatever the data."""


class Replay:
    """What is left to be done of a `Restore`, done in pieces of a few milliseconds."""

    def __init__(self, command: Restore) -> None:
        self.command = command
        rates = {step for step, _ in command.learning_rates}
        edits = {step for step, _, _ in command.edits}
        ways = {step for step, _ in command.ways}
        self._changes = sorted(step for step in rates | edits | ways if step < command.steps)
        self._rates = dict(command.learning_rates)
        self._edits = {step: (weights, bias) for step, weights, bias in command.edits}
        self._ways = dict(command.ways)
        self._compiled = True

    def begin(self, session: Session) -> None:
        """Puts the session at its start. Raises `Problem` where the start does not fit the data."""
        weights, bias = self.command.weights, self.command.bias
        if weights or bias:
            session.reset(np.reshape(np.array(weights, np.float32), (-1, 1)), np.array(bias, np.float32))

    def go_on(self, session: Session) -> bool:
        """Takes some steps; gives whether all are taken. Raises `Problem` as training does."""
        end = time.perf_counter() + PIECE_SECONDS
        while session.position < self.command.steps:
            if time.perf_counter() >= end:
                return False
            self._change(session)
            later = [step for step in self._changes if step > session.position]
            until = min([self.command.steps, *later])
            if self._compiled:
                session.run(min(until - session.position, MOST_AT_ONCE))
            else:
                session.step()
        self._change(session)
        self._finish(session)
        return True

    def _change(self, session: Session) -> None:
        """What was changed before this step was taken."""
        position = session.position
        if position in self._edits:
            weights, bias = self._edits.pop(position)
            session.set_weights(np.reshape(np.array(weights, np.float32), (-1, 1)), np.array(bias, np.float32))
        if position in self._rates:
            session.set_learning_rate(self._rates[position])
        self._compiled = self._ways.get(position, self._compiled)

    def _finish(self, session: Session) -> None:
        session.set_learning_rate(self.command.rate)
        session.history.own_from = min(self.command.own_from, len(session.history))
        if self.command.position > len(session.history):
            template = QT_TRANSLATE_NOOP(
                "engine", "The project looks at step {position}, and its run has {steps}; the last one is shown."
            )
            raise Problem(template, position=self.command.position, steps=len(session.history))
        session.seek(self.command.position)


class GhostReplay:
    """Trains a ghost again, in a session of its own, in pieces of a few milliseconds."""

    def __init__(self, course: Course, dataset: Dataset, data: Recipe, earlier: GhostReplay | None = None) -> None:
        """Takes the compiled session of an `earlier` one, where it trains in the same way. Raises `Problem`."""
        self.course = course
        settings = course.settings
        self._replay = Replay(
            Restore(
                0,
                data,
                settings,
                course.weights,
                course.bias,
                course.learning_rates,
                course.edits,
                course.ways,
                course.steps,
                0,
                0,
                settings.learning_rate,
                course.own_from,
            )
        )
        is_alike = earlier is not None and earlier.session.dataset is dataset and _are_alike(earlier.course, course)
        self.session: Session = earlier.session if earlier is not None and is_alike else Session(dataset, settings)
        self.session.set_learning_rate(settings.learning_rate)
        self._replay.begin(self.session)
        self.session.forget_ghosts()

    def go_on(self) -> HistoryView | None:
        """Takes some steps; gives the history once it is there. Raises `Problem` as training does."""
        return self.session.history.view if self._replay.go_on(self.session) else None


def _are_alike(one: Course, other: Course) -> bool:
    return replace(one.settings, learning_rate=1.0) == replace(other.settings, learning_rate=1.0)
