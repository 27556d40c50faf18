"""Named tensors, as they are now and as they were before each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.expressions.tree import Node
from engine.tensors.recipes import Recipe

if TYPE_CHECKING:
    from engine.tensors.twins import NumPyTwin

MOST_TENSORS = 200
MOST_UNDONE = 500
UNDONE_BYTES = 1 << 30
"""What tensors may take that only undo would bring back."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What the program runs to make a tensor, and the steps whose results it uses. before: lines that it needs."""

    number: int
    name: str
    code: str
    before: tuple[str, ...]
    uses: tuple[Step, ...]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Item:
    """A tensor of the workspace: how it was made, from a recipe or by a formula about `operands`.

    line: as typed, or TensorFlow's call. twin: NumPy's, beside it.
    """

    name: str
    line: str
    tensor: Any
    step: Step
    made_by: Recipe | Node
    operands: Mapping[str, Any]
    twin: NumPyTwin


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Trail:
    """The last command that led to a workspace, and those before it; what was undone is not among them."""

    command: Any
    before: Trail | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All the tensors at one moment, in the order in which their names came up, and the one that is looked at.

    trail: the commands that made them, from an empty workspace on.
    """

    items: Mapping[str, Item]
    chosen: str
    trail: Trail | None = None


class Workspace:
    """The tensors now, with undo and redo. Snapshots share their tensors, so that one costs next to nothing."""

    def __init__(self) -> None:
        self._present = Snapshot({}, "")
        self._past: list[Snapshot] = []
        self._future: list[Snapshot] = []
        self._numbers = 0

    @property
    def items(self) -> Mapping[str, Item]:
        """By name."""
        return self._present.items

    @property
    def chosen(self) -> Item | None:
        """The one that is looked at."""
        return self._present.items.get(self._present.chosen)

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    @property
    def commands(self) -> tuple[Any, ...]:
        """Those that were noted and hold: carried out by an empty workspace, they make these tensors."""
        found, trail = [], self._present.trail
        while trail is not None:
            found.append(trail.command)
            trail = trail.before
        return tuple(reversed(found))

    def note(self, command: Any) -> None:
        """`command` has made the last change; nothing that came before it counts where it has left no tensor."""
        trail = Trail(command, self._present.trail) if self.items else None
        self._present = replace(self._present, trail=trail)

    def forget_past(self) -> None:
        """There is nothing to undo from here on."""
        self._past.clear()
        self._future.clear()

    def next_number(self) -> int:
        """For the next step: later ones have greater numbers, also after an undo."""
        self._numbers += 1
        return self._numbers

    def put(self, item: Item) -> None:
        """Adds a tensor, or gives a name another one, and looks at it."""
        if item.name not in self.items and len(self.items) >= MOST_TENSORS:
            template = QT_TRANSLATE_NOOP("engine", "There are {count} tensors already; remove one first.")
            raise Problem(template, count=len(self.items))
        self._change(Snapshot({**self.items, item.name: item}, item.name))

    def remove(self, name: str) -> None:
        """Takes a tensor out; the one before it is looked at if it was the chosen one."""
        if name not in self.items:
            return
        names = list(self.items)
        left = [other for other in names if other != name]
        chosen = self._present.chosen
        if chosen == name:
            chosen = left[max(0, names.index(name) - 1)] if left else ""
        self._change(Snapshot({other: self.items[other] for other in left}, chosen))

    def clear(self) -> None:
        """Takes all tensors out."""
        if self.items:
            self._change(Snapshot({}, ""))

    def choose(self, name: str) -> None:
        """Looks at another tensor; that is nothing to undo."""
        if name in self.items:
            self._present = replace(self._present, chosen=name)

    def undo(self) -> None:
        """As it was before the last change."""
        if self._past:
            self._future.append(self._present)
            self._present = self._past.pop()

    def redo(self) -> None:
        """What was undone last, again."""
        if self._future:
            self._past.append(self._present)
            self._present = self._future.pop()

    def _change(self, snapshot: Snapshot) -> None:
        self._past.append(self._present)
        self._future.clear()
        self._present = replace(snapshot, trail=self._present.trail)
        while len(self._past) > MOST_UNDONE or (self._past and self._undone_bytes() > UNDONE_BYTES):
            del self._past[0]

    def _undone_bytes(self) -> int:
        """Of the tensors that are kept for undo alone."""
        kept = {id(tensor): tensor for snapshot in self._past for tensor in _tensors(snapshot)}
        for tensor in _tensors(self._present):
            kept.pop(id(tensor), None)
        return sum(_nbytes(tensor) for tensor in kept.values())


def _tensors(snapshot: Snapshot) -> list[Any]:
    items = snapshot.items.values()
    return [tensor for item in items for tensor in (item.tensor, *item.operands.values())]


def _nbytes(tensor: Any) -> int:
    return int(tensor.shape.num_elements() * (tensor.dtype.size or 1))
