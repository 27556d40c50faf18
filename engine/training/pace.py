"""How fast a session plays: how many steps are due, and how many fit into one short piece of work."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FRAME_SECONDS = 1 / 60
BLOCK_SECONDS = FRAME_SECONDS
"""One piece of work for each frame: between two, training and drawing get in each other's way, in Python both.

It is over well within the 50 ms in which a command is obeyed.
"""

RATE_SECONDS = 0.5
"""The speed shown is the mean over this long."""

FLAT_OUT = 1 << 62


class Pace:
    """Keeps time for one session. All times are seconds on `clock`."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._possible = 100.0  # steps a second that the session is able to take, measured
        self._wanted: float | None = None
        self._begun = 0.0
        self._done = 0
        self._asked = 0.0
        self._marks: deque[tuple[float, int]] = deque()

    def begin(self, steps_per_second: float | None) -> None:
        """Starts playing at that speed, None for flat out; the first step is due at once."""
        self._wanted = steps_per_second
        self._begun = self._clock()
        self._done = 0
        self._marks.clear()
        self._marks.append((self._begun, 0))

    def due(self) -> int:
        """How many steps should have been taken by now and have not."""
        if self._wanted is None:
            return FLAT_OUT
        self._asked = self._clock()
        due = 1 + int((self._asked - self._begun) * self._wanted) - self._done
        if due > max(1, self._possible * BLOCK_SECONDS):  # it cannot keep up: forget the debt, or Pause would not show
            due = min(self.most(), 1 + int(self._wanted * FRAME_SECONDS))
            self._begun = self._asked
            self._done = 1 - due
        return due

    def most(self) -> int:
        """How many steps fit into one piece of work."""
        return max(1, int(self._possible * BLOCK_SECONDS))

    @contextmanager
    def measured(self, steps: int) -> Iterator[None]:
        """Learns from a piece of work of `steps` steps how many are possible; grows at most fourfold a piece."""
        start = self._clock()
        yield
        seconds = max(self._clock() - start, 1e-9)
        self._possible = min(steps / seconds, 4 * self._possible)

    def done(self, steps: int) -> None:
        """Counts steps that were taken or shown."""
        self._done += steps
        now = self._clock()
        self._marks.append((now, steps))
        while now - self._marks[0][0] > RATE_SECONDS and len(self._marks) > 2:
            self._marks.popleft()

    def wait(self) -> float:
        """Seconds until the next piece of work; above 60 steps a second the steps of one frame go together."""
        if self._wanted is None:
            return 0.0
        if self._wanted > 1 / FRAME_SECONDS:
            return max(0.0, self._asked + FRAME_SECONDS - self._clock())
        return max(0.0, self._begun + self._done / self._wanted - self._clock())

    @property
    def steps_per_second(self) -> float:
        """What was reached lately."""
        if len(self._marks) < 2:
            return 0.0
        steps = sum(steps for _, steps in self._marks) - self._marks[0][1]
        return steps / max(self._marks[-1][0] - self._marks[0][0], 1e-9)
