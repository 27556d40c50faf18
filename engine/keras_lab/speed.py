"""How fast `fit` goes: what is left of it can be told then."""

from __future__ import annotations

from collections import deque

LATELY = 2.0
"""Seconds of training over which the speed is taken: long enough to hold a validation now and then."""


class Speed:
    """Counts only the time in which `fit` runs; while it waits, its speed stays."""

    def __init__(self) -> None:
        self._pieces: deque[tuple[float, int]] = deque()

    def add(self, seconds: float, batches: int) -> None:
        """A piece of training."""
        self._pieces.append((seconds, batches))
        while sum(seconds for seconds, _ in self._pieces) - self._pieces[0][0] > LATELY:
            self._pieces.popleft()

    @property
    def batches_per_second(self) -> float:
        """0 before anything was measured."""
        seconds = sum(seconds for seconds, _ in self._pieces)
        return sum(batches for _, batches in self._pieces) / seconds if seconds else 0.0
