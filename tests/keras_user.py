"""Someone at the Keras tab, without a window: sends commands, draws every frame, waits for the work to be done."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.datasets import TwoGaussians
from engine.keras_lab.laboratory import KerasLaboratory
from engine.keras_lab.protocol import Command, Event, Failed, Frame, Plan, Ready, State
from engine.protocol import Drawn

DATA = TwoGaussians(60, seed=1)
SMALL = Plan(data=DATA)
"""The notes' model on few points: 84 to train on, 36 held out."""


class KerasUser:
    """Draws each frame at once."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.frames: list[Frame] = []
        self.failures: list[Failed] = []
        self.greetings: list[Ready] = []
        self._in_flight = False
        self.laboratory = KerasLaboratory(self._take, clock)

    @property
    def frame(self) -> Frame:
        """What is on the screen."""
        return self.frames[-1]

    @property
    def failure(self) -> Failed:
        """The one that came last; it is taken off the list."""
        return self.failures.pop()

    def send(self, *commands: Command) -> None:
        """And draw what comes at once."""
        for command in commands:
            self.laboratory.obey(command)
            self._draw()

    def work(self, pieces: int) -> None:
        """Lets the laboratory do so many pieces of work."""
        for _ in range(pieces):
            self.laboratory.work()
            self._draw()

    def train(self) -> None:
        """Lets it work until `fit` waits or is over, and no longer: what it fills in afterwards takes its time."""
        while self.frame.progress.state is State.RUNNING:
            self.work(1)

    def settle(self) -> None:
        """Lets it work until there is nothing left to do."""
        while self.laboratory.work() is not None:
            self._draw()
        self._draw()

    def _take(self, event: Event) -> None:
        if isinstance(event, Frame):
            assert not self._in_flight, "a second frame came before the first was drawn"
            self._in_flight = True
            self.frames.append(event)
        elif isinstance(event, Failed):
            self.failures.append(event)
        elif isinstance(event, Ready):
            self.greetings.append(event)

    def _draw(self) -> None:
        while self._in_flight:
            self._in_flight = False
            self.laboratory.obey(Drawn())
