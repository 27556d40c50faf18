"""What an optimizer remembers between steps, kept often enough to bring any past step back exactly."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

SHORTEST_DISTANCE = 64
"""Steps between two checkpoints of the same kind: few enough to replay, enough to cost two bytes a step."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The optimizer's variables before step `position`, and how the steps that follow were taken."""

    position: int
    compiled: bool
    learning_rate: float
    state: bytes


class Checkpoints:
    """Checkpoints in the order of their positions. From any of them on, up to the next, all steps were taken alike."""

    def __init__(self) -> None:
        self._list: list[Checkpoint] = []
        self._edited_at = 0  # no replay can cross an edit of the parameters

    def before(self, position: int) -> Checkpoint | None:
        """The last checkpoint at or before `position`."""
        index = bisect_right(self._list, position, key=lambda checkpoint: checkpoint.position)
        return self._list[index - 1] if index else None

    def is_due(self, position: int, compiled: bool, learning_rate: float) -> bool:
        """Whether steps from `position` on, taken so, need a checkpoint of their own."""
        last = self.before(position)
        if last is None or (last.compiled, last.learning_rate) != (compiled, learning_rate):
            return True
        return position - last.position >= SHORTEST_DISTANCE or last.position < self._edited_at <= position

    def add(self, checkpoint: Checkpoint) -> None:
        """Keeps it, in place of any at its position or after."""
        self.leave_future(checkpoint.position - 1)
        self._list.append(checkpoint)

    def edit(self, position: int) -> None:
        """The parameters at `position` are no longer those that the steps before led to."""
        self.leave_future(position - 1)
        self._edited_at = position

    def leave_future(self, position: int) -> None:
        """Forgets the checkpoints after `position`."""
        del self._list[bisect_right(self._list, position, key=lambda checkpoint: checkpoint.position) :]
