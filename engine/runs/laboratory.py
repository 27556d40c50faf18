"""The runs tab's engine: obeys the window's commands, reads what runs have written, tells what there is to see."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import assert_never
from weakref import WeakValueDictionary

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.protocol import Drawn
from engine.runs.folder import FIELD
from engine.runs.points import Shelf
from engine.runs.protocol import MOST_RUNS, CloseRun, Command, Event, Frame, LookAt, OpenRun, RunFailed
from engine.runs.run import Run

LOOK_SECONDS = 0.5
"""Between two looks for what has come: a share is asked anew each time."""

WORK_SECONDS = 0.008
FRAME_SECONDS = 1 / 30
"""Between two frames while older steps are read."""


class RunsLaboratory:
    """Several runs, on one thread. `tell` is called with every event.

    A frame is told when something has changed and the last one has been drawn, never otherwise. All files are read,
    and no event is waited for: a share tells nobody what another machine has written.
    """

    def __init__(self, tell: Callable[[Event], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._runs: list[Run] = []
        self._shelf: Shelf = WeakValueDictionary()
        self._looked_at: int | None = None
        self._next_look = 0.0
        self._last_frame = -FRAME_SECONDS
        self._told: tuple[object, ...] | None = None  # what the last frame showed
        self._drawn = True

    def start(self) -> None:
        """Needs nothing."""

    def obey(self, command: Command) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `RunFailed`."""
        match command:
            case OpenRun():
                self._open(command.folder)
            case CloseRun():
                self._runs = [run for run in self._runs if run.folder != command.folder]
            case LookAt():
                self._looked_at = command.step
            case Drawn():
                self._drawn = True
            case _:
                assert_never(command)
        self._offer_frame()

    def work(self) -> float | None:
        """Reads on for some milliseconds; looks from time to time for what has come."""
        if not self._runs:
            return None
        begun = self._clock()
        if begun >= self._next_look:
            for run in self._runs:
                run.look()
            self._next_look = self._clock() + LOOK_SECONDS
        while waiting := [run for run in self._runs if run.has_more]:
            for run in waiting:
                self._read(run)
            if self._clock() - begun >= WORK_SECONDS:
                break
        without_points = [run for run in self._runs if run.has_points_to_come]
        if without_points and not waiting:
            without_points[0].read_points()
        now = self._clock()
        if not waiting or now >= self._last_frame + FRAME_SECONDS:
            self._offer_frame()
        return 0.0 if waiting or without_points else max(self._next_look - now, 0.0)

    def _open(self, folder: Path) -> None:
        try:
            if any(_is_same(run.folder, folder) for run in self._runs):
                raise InputError(FIELD, QT_TRANSLATE_NOOP("engine", "{name} is open already."), name=folder.name)
            if len(self._runs) >= MOST_RUNS:
                template = QT_TRANSLATE_NOOP("engine", "{most} runs are open; close one to see another.")
                raise InputError(FIELD, template, most=MOST_RUNS)
            self._runs.append(Run(folder, self._shelf, self._clock))
        except Problem as problem:
            self._tell(RunFailed(folder, problem))

    def _read(self, run: Run) -> None:
        try:
            run.read()
        except MemoryError:
            self._runs.remove(run)
            template = QT_TRANSLATE_NOOP("engine", "There is not enough memory for {name}; close other runs first.")
            self._tell(RunFailed(run.folder, Problem(template, name=run.folder.name)))

    def _offer_frame(self) -> None:
        if not self._drawn:
            return
        shown = (self._looked_at, *(part for run in self._runs for part in (run.folder, run.signature())))
        if shown == self._told:
            return
        self._told, self._drawn = shown, False
        self._last_frame = self._clock()
        names = _names([run.folder for run in self._runs])
        views = tuple(run.view(name, self._looked_at) for run, name in zip(self._runs, names, strict=True))
        self._tell(Frame(views, self._looked_at))


def _names(folders: list[Path]) -> list[str]:
    """The last parts of their paths, as many of them as tell them apart."""
    parts = [Path(os.path.abspath(folder)).parts for folder in folders]
    lengths = [1] * len(parts)
    while True:
        names = [os.path.join(*part[-length:]) for part, length in zip(parts, lengths, strict=True)]
        count = Counter(names)
        longer = [
            length + (count[name] > 1 and length < len(part))
            for name, length, part in zip(names, lengths, parts, strict=True)
        ]
        if longer == lengths:
            return names
        lengths = longer


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one == other or os.path.samefile(one, other)
    except OSError:
        return False
