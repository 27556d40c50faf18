"""What the user has changed, in the order of doing, to be undone and done again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

T = TypeVar("T")

MOST_CHANGES = 200
MERGED_SECONDS = 1.2
"""A field that is changed again within this time is changed on: both are undone as one."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """What changes are of. now: gives all of it as it is. put: brings back what `now` gave earlier. remark: what
    putting it back takes, as a sentence; "" for nothing to speak of."""

    now: Callable[[], T]
    put: Callable[[T], None]
    remark: Callable[[T], str] = lambda _: ""


class _Change(QUndoCommand):
    """It overrides nothing of Qt's: that the stack holds it is all that the stack has to do with it."""

    def __init__(self, part: Part[Any], other: Any, words: Callable[[], str], key: str, seconds: float) -> None:
        super().__init__()
        self.part = part
        self.other = other  # what is put when the change is undone; once it is undone, what is put when it is redone
        self.words = words
        self.key = key
        self.seconds = seconds


class ChangeHistory(QObject):
    """Each change is kept as what was there before it. What is there when it is undone is what redoing it brings back:
    so whatever else was done in between, such as training, is not lost by looking back."""

    changed = Signal()  # what can be undone or redone

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(MOST_CHANGES)
        self._stack.indexChanged.connect(self.changed)

    def note(self, part: Part[T], before: T, words: Callable[[], str], key: str = "") -> None:
        """The user has changed something; what could be redone is dropped.

        before: what `part.now` would have given just before. words: what was changed, in the language in force. key:
        changes of the same key that follow each other quickly are one; "" for a change by itself.
        """
        now = self._clock()
        last = self._change(self._stack.index() - 1)
        is_same = last is not None and key != "" and last.key == key and last.part is part
        if last is not None and is_same and now - last.seconds < MERGED_SECONDS and not self._stack.canRedo():
            last.seconds = now
            return
        self._stack.push(_Change(part, before, words, key, now))

    def undo(self) -> None:
        """Takes the last change back, if there is one."""
        change = self._change(self._stack.index() - 1)
        if change is not None:
            self._swap(change, self._stack.undo)

    def redo(self) -> None:
        """Makes the change again that was taken back last, if there is one."""
        change = self._change(self._stack.index())
        if change is not None:
            self._swap(change, self._stack.redo)

    def clear(self) -> None:
        """Nothing is left to undo: what is there now is the beginning."""
        self._stack.clear()

    def undo_words(self) -> tuple[str, str] | None:
        """What undoing would take back, and what it takes to do so; None for nothing to undo."""
        return self._words(self._stack.index() - 1)

    def redo_words(self) -> tuple[str, str] | None:
        """The same of redoing."""
        return self._words(self._stack.index())

    def _swap(self, change: _Change, move: Callable[[], None]) -> None:
        present = change.part.now()
        wanted, change.other, change.seconds = change.other, present, float("-inf")
        change.part.put(wanted)
        move()

    def _words(self, index: int) -> tuple[str, str] | None:
        change = self._change(index)
        return None if change is None else (change.words(), change.part.remark(change.other))

    def _change(self, index: int) -> _Change | None:
        command = self._stack.command(index) if 0 <= index < self._stack.count() else None
        return command if isinstance(command, _Change) else None


def in_a_sentence(label: str) -> str:
    """A field's label as it reads within a sentence: `Learning rate` without its capital; `W` and `L1` as they are."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
