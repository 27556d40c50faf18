"""What the window shows of a workspace's tensors; what takes long about large ones is done piece by piece."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.tensors.describing import describe
from engine.tensors.making import density
from engine.tensors.protocol import Entry, Twin
from engine.tensors.recipes import Recipe
from engine.tensors.statistics import measure
from engine.tensors.values import Statistics
from engine.tensors.workspace import Item

DONE_AT_ONCE = 1 << 20
"""Elements whose statistics and whose twin take a few milliseconds, so that nobody has to wait for them."""


class Presentation:
    """Entries for items. An item's entry stays the same object until there is more to say of it."""

    def __init__(self) -> None:
        self._entries: WeakKeyDictionary[Item, Entry] = WeakKeyDictionary()
        self._unfinished: dict[Item, Generator[Entry | None, None, None]] = {}

    def entries(self, items: Iterable[Item]) -> tuple[Entry, ...]:
        """What to show of them. What is missing of large ones is worked on, the newest first."""
        items = tuple(items)
        self._unfinished = {item: work for item, work in self._unfinished.items() if item in items}
        return tuple(self._entries.get(item) or self._enter(item) for item in items)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing of the entries that were asked for last."""
        return not self._unfinished

    def work(self) -> bool:
        """Works on for a few milliseconds; gives whether there is more to show now."""
        if not self._unfinished:
            return False
        item = next(reversed(self._unfinished))
        try:
            entry = next(self._unfinished[item])
        except StopIteration:
            del self._unfinished[item]
            return False
        if entry is not None:
            self._entries[item] = entry
        return entry is not None

    def _enter(self, item: Item) -> Entry:
        value = describe(item.tensor, measured=False)
        entry = Entry(item.name, item.line, value, None, None)
        finishing = _finished(item, entry)
        if value.array.size > DONE_AT_ONCE:
            self._unfinished[item] = finishing
        else:
            entry = [step for step in (entry, *finishing) if step is not None][-1]
        self._entries[item] = entry
        return entry


def _finished(item: Item, entry: Entry) -> Generator[Entry | None, None, None]:
    """The entry with its statistics, then with its twin, then with that one's statistics; None while working."""
    statistics = yield from measure(entry.value.array)
    entry = replace(
        entry, value=replace(entry.value, statistics=statistics), density=_density(item.made_by, statistics)
    )
    yield entry
    call, found, problem = item.step.code.removeprefix(f"{item.name} = "), item.twin.value, item.twin.problem
    if problem is not None:
        yield replace(entry, twin=Twin(call, item.twin.call, "", None, problem))
        return
    array = np.asarray(found)
    array.flags.writeable = False
    value = describe(array, measured=False)
    twin = Twin(call, item.twin.call, type(found).__name__, value, None)
    yield replace(entry, twin=twin)
    statistics = yield from measure(array)
    yield replace(entry, twin=replace(twin, value=replace(value, statistics=statistics)))


def _density(made_by: object, statistics: Statistics | None) -> NDArray[np.float64] | None:
    return density(made_by, statistics) if isinstance(made_by, Recipe) else None
