"""All that a variable went through, and the way back to what was dropped of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.tensors.protocol import Assign, MakeVariable, State

MOST_STATES = 500
MOST_BYTES = 512 << 20
MOST_CALLS = 5000
"""Calls in one story, of states that gave way too: its program has them all."""

MOST_UNDONE = 100


@dataclass(frozen=True, slots=True)
class Story:
    """opening: the lines of code that make the variable; the last of them is the call of the first state. dropped: the
    calls of the states that gave way to newer ones, the oldest first; gave_way: their commands."""

    name: str
    trainable: bool
    opening: tuple[str, ...]
    states: tuple[State, ...]
    position: int = 0
    dropped: tuple[str, ...] = ()
    gave_way: tuple[MakeVariable | Assign, ...] = ()

    @property
    def state(self) -> State:
        """The one that is looked at."""
        return self.states[self.position]

    def look(self, position: int) -> Story:
        """The same, looked at elsewhere; beyond an end is that end."""
        return replace(self, position=min(max(position, 0), len(self.states) - 1))

    def gone_on(self, state: State, most_states: int = MOST_STATES, most_bytes: int = MOST_BYTES) -> Story:
        """With `state` behind the one that is looked at, in place of all that came later.

        The oldest give way where there are too many, or where they take too much memory. Raises `Problem`.
        """
        states = (*self.states[: self.position + 1], state)
        if len(self.dropped) + len(states) > MOST_CALLS:
            template = QT_TRANSLATE_NOOP(
                "engine", "The variable was assigned to {count} times, and that is all there is room for; make it anew."
            )
            raise Problem(template, count=MOST_CALLS - 1)
        calls, commands = self.dropped, self.gave_way
        size = size_of(*states)
        while len(states) > 2 and (len(states) > most_states or size > most_bytes):
            calls, commands = (*calls, states[0].call), (*commands, states[0].command)
            size -= size_of(states[0])
            states = states[1:]
        return replace(self, states=states, position=len(states) - 1, dropped=calls, gave_way=commands)


class Past:
    """The stories before each change, to undo it, and those that were undone."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._before: list[Story] = []
        self._undone: list[Story] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def keep(self, story: Story) -> None:
        """`story` is about to be changed; what was undone is now out of reach."""
        self._undone.clear()
        self._before.append(story)
        while self._before and (len(self._before) > MOST_UNDONE or self._size() > self._most_bytes):
            del self._before[0]

    def undo(self, story: Story) -> Story:
        """The story before the last change, or `story` where there is none."""
        if not self._before:
            return story
        self._undone.append(story)
        return self._before.pop()

    def redo(self, story: Story) -> Story:
        """The story that was undone last, or `story` where there is none."""
        if not self._undone:
            return story
        self._before.append(story)
        return self._undone.pop()

    def _size(self) -> int:
        return size_of(*(state for story in self._before for state in story.states))


def size_of(*states: State) -> int:
    """Bytes that the states keep, each counted once."""
    total = 0
    for state in {id(state): state for state in states}.values():
        values = {id(value): value for value in (state.value, *(lane.value for lane in state.lanes))}
        arrays = {id(value.array): value.array for value in values.values()}
        total += sum(array.nbytes for array in arrays.values()) + state.changed.nbytes
        total += state.difference.nbytes if state.difference is not None else 0
    return total
