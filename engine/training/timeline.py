"""Where a run is in time, what it has recorded, and what it has left behind."""

from __future__ import annotations

from collections import deque
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.training.ghosts import Course, Ghost, course_of
from engine.training.history import History
from engine.training.records import Edit, FloatArray
from engine.training.settings import Settings

MOST_GHOSTS = 6


class Timeline:
    """A position in a recorded history, with the learning rates and the edits that shaped it.

    Looking around changes nothing. Whatever advances or edits a past position first leaves the recorded future,
    which is kept as a ghost.
    """

    def __init__(self, weights: FloatArray, bias: FloatArray, settings: Settings | None = None) -> None:
        """Starts at step 0 with the weights (features, 1) and the bias (1,). settings: of the steps, but for the rate,
        which each step is taken with."""
        self._settings = settings or Settings()
        self.ghosts: deque[Ghost] = deque(maxlen=MOST_GHOSTS)
        self._begin(weights, bias)

    def _begin(self, weights: FloatArray, bias: FloatArray) -> None:
        self.history = History(weights, bias)
        self.position = 0
        self.rates: list[tuple[int, float]] = []
        self.edits: list[Edit] = []
        self.ways: list[tuple[int, bool]] = []  # from which step on a compiled block took the steps

    @property
    def newest(self) -> int:
        """The position after the last recorded step."""
        return len(self.history)

    @property
    def course(self) -> Course:
        """How the history came about."""
        return course_of(self._settings, self.history.view, self.rates, self.edits, self.ways)

    def leave(self) -> None:
        """Keeps the history as a ghost."""
        self.ghosts.append(Ghost(self.course, self.history.view))

    def restart(self, weights: FloatArray, bias: FloatArray) -> None:
        """Step 0 again; the old history becomes a ghost."""
        if self.newest > 0:
            self.leave()
        self._begin(weights, bias)

    def seek(self, position: int) -> None:
        """Looks at a position from 0 to the newest. Raises `InputError` beyond."""
        if isinstance(position, bool) or not isinstance(position, int | np.integer) or not 0 <= position <= self.newest:
            raise InputError(
                "position",
                QT_TRANSLATE_NOOP("engine", "Step {value} is not recorded; choose one from 0 to {newest}."),
                value=position,
                newest=self.newest,
            )
        self.position = int(position)

    def future_holds(self, learning_rate: float) -> bool:
        """Whether the recorded future is what stepping on at this rate would give again."""
        if self.position == self.newest:
            return False
        in_force = [rate for step, rate in self.rates if step <= self.position][-1:]
        later = [rate for step, rate in self.rates if step > self.position]
        edited = any(edit.step > self.position for edit in self.edits)
        return not edited and {*in_force, *later} == {learning_rate}

    def leave_future(self, learning_rate: float) -> None:
        """Makes the present position the newest one, and `learning_rate` the rate in force from here on."""
        if self.position < self.newest:
            self.leave()
            self.history = self.history.branch(self.position)
            self.edits = [edit for edit in self.edits if edit.step <= self.position]
        self.ways = [(step, compiled) for step, compiled in self.ways if step < self.position]
        self.rates = [(step, rate) for step, rate in self.rates if step < self.position]
        if not self.rates or self.rates[-1][1] != learning_rate:
            self.rates.append((self.position, learning_rate))

    def go_on(self, compiled: bool) -> None:
        """The steps from the present position on are taken in this way."""
        if not self.ways or self.ways[-1][1] != compiled:
            self.ways.append((self.position, compiled))

    def append(self, loss: NDArray[Any], weights: NDArray[Any], bias: NDArray[Any]) -> None:
        """Records k steps from the newest position on; see `History.append`."""
        self.history.append(loss, weights, bias)
        self.position = self.newest

    def edit(self, weights: FloatArray, bias: FloatArray) -> None:
        """Puts other parameters in place of the present ones; the future, which came of those, is left."""
        if self.position < self.newest:
            self.leave()
        self.history = self.history.branch(self.position, weights, bias)
        self.rates = [(step, rate) for step, rate in self.rates if step < self.position]
        self.ways = [(step, compiled) for step, compiled in self.ways if step < self.position]
        self.edits = [edit for edit in self.edits if edit.step < self.position]
        self.edits.append(Edit(self.position, weights, bias))
