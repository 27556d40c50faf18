"""One run, followed from its folder: all its event files in turn, and what they come to."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path

from engine.datasets import Dataset
from engine.distributed.description import DESCRIPTION, describe
from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.runs.evidence import Watch
from engine.runs.folder import event_files, find_files, in_order
from engine.runs.layouts import Rows
from engine.runs.points import Shelf, read_points
from engine.runs.protocol import RunView
from engine.runs.records import Block, End, EventFile, Restart
from engine.runs.table import Table

PATIENCE_SECONDS = 5.0
"""For which a share may fail to answer before it is said."""

Clock = Callable[[], float]


class Run:
    """Reads what is there, a piece at a time, then what comes."""

    def __init__(self, folder: Path, shelf: Shelf, clock: Clock) -> None:
        """clock: seconds. Raises `InputError` where no run is."""
        self.folder = folder
        self._clock = clock
        self._watch = Watch(clock)
        names = find_files(folder)
        self._stamp = self._look_at_stamp()
        self._description = describe(folder)
        self._failing_since: float | None = None
        self._is_waiting = False  # for the next look, since something could not be read
        self._reason: tuple[str, object] = "", ""
        self._points: Dataset | None = None
        self._points_problem: Problem | None = None
        self._points_to_come: Generator[None, None, Dataset] | None = None
        if self._description is not None and len(self._description.features) == 2:  # others cannot be drawn
            self._points_to_come = read_points(folder, self._description, shelf)
        self._begin(names)
        self._judge()

    @property
    def has_more(self) -> bool:
        """Whether there is another piece to read at once."""
        if self._is_waiting or self._table.is_full:
            return False
        return any(file.has_more for file in self._files[self._current :])

    @property
    def has_points_to_come(self) -> bool:
        """Whether its points are still to be read, or to be looked for."""
        return self._points_to_come is not None

    def read(self) -> None:
        """Reads the next piece, where there is more."""
        files = self._files
        while not files[self._current].has_more:
            self._go_to_next()
        file = files[self._current]
        try:
            blocks = file.read()
        except OSError as error:
            self._fail(file.path.name, error)
            return
        self._failing_since = None
        self._take(blocks)
        self._note_read()
        self._judge()

    def read_points(self) -> None:
        """Reads some of the points, where there are more to come."""
        if self._points_to_come is None:
            return
        try:
            next(self._points_to_come)
            return
        except StopIteration as finished:
            self._points = finished.value
        except Problem as problem:
            self._points_problem = problem
        self._points_to_come = None

    def look(self) -> None:
        """Looks for what has come: new files, and more in the last one."""
        try:
            names = event_files(self.folder)
        except OSError as error:
            self._fail(self.folder.name, error)
            return
        self._is_waiting = False
        self._look_at_description()
        known = [file.path.name for file in self._files]
        new = set(names) - set(known)
        if new:
            ordered = in_order(self.folder, {*known, *names})
            if ordered[: len(known)] == known:
                self._files += self._opened(ordered[len(known) :])
            else:  # a share has kept one back, after which the others are to be read
                self._begin(ordered)
        while self._current < len(self._files) - 1 and self._files[self._current].path.name not in names:
            self._go_to_next()  # what is gone will not be missed
        if self._files:
            self._files[-1].has_more = True
        else:
            self._failing_since = None
        self._judge()

    def view(self, name: str, looked_at: int | None) -> RunView:
        table = self._table
        state, evidence = self._verdict
        steps = table.steps
        return RunView(
            folder=self.folder,
            name=name,
            description=self._description,
            state=state,
            evidence=evidence,
            share=self._share(),
            steps=steps,
            wall_times=table.wall_times,
            loss=table.loss,
            accuracy=table.accuracy,
            speed=table.speed,
            features=table.features,
            weights=table.weights,
            bias=table.bias,
            damaged=sum(file.damaged for file in self._files),
            position=len(steps) - 1 if looked_at is None else int(steps.searchsorted(looked_at, "right")) - 1,
            problem=self._problem(),
            points=self._points,
            points_problem=self._points_problem,
        )

    def signature(self) -> tuple[object, ...]:
        """Changes when the view does."""
        problem = self._problem()
        return (
            *(self._changes, self._description, self._share(), sum(file.damaged for file in self._files)),
            *(self._verdict, problem and str(problem), self._points, self._points_problem),
        )

    def _begin(self, names: list[str]) -> None:
        """Reads from the first file on."""
        self._files = self._opened(names)
        self._current = 0
        self._is_first_row = True  # of its file
        self._is_read = not names
        self._has_ended = False
        self._table = Table(self._description.features if self._description is not None else None)
        self._changes = 0

    def _opened(self, names: list[str]) -> list[EventFile]:
        files = [EventFile(self.folder / name) for name in names]
        for file in files:
            with suppress(OSError):
                file.size = file.path.stat().st_size
        return files

    def _go_to_next(self) -> None:
        self._current += 1
        self._is_first_row = True

    def _take(self, blocks: list[Block]) -> None:
        rows: list[Rows] = []
        for block in blocks:
            match block:
                case Rows():
                    if self._is_first_row:
                        # Of a file that does not say where it begins anew, the steps do.
                        self._is_first_row = False
                        self._table.cut(int(block.steps[0]))
                    rows.append(block)
                case Restart():
                    self._table.add(rows)
                    rows.clear()
                    self._table.cut(block.step)
            self._has_ended = isinstance(block, End)
        self._table.add(rows)
        self._changes += len(blocks)
        if blocks and self._is_read:
            self._watch.hear()

    def _note_read(self) -> None:
        """When all that was there is read, the run is as old as its last row."""
        if self._is_read or self.has_more:
            return
        self._is_read = True
        times = self._table.wall_times
        if len(times):
            self._watch.hear_from(time.time() - float(times[-1]))
        elif self._description is not None:
            self._watch.hear_from(time.time() - self._description.started)

    def _judge(self) -> None:
        self._verdict = self._watch.judge(self._description, self._has_ended)

    def _look_at_description(self) -> None:
        stamp = self._look_at_stamp()
        if stamp is None or stamp == self._stamp:
            return
        with suppress(Problem):  # it is just being written
            self._description = describe(self.folder)
            self._stamp = stamp
            self._watch.begin_anew()

    def _look_at_stamp(self) -> tuple[int, int] | None:
        with suppress(OSError):
            status = (self.folder / DESCRIPTION).stat()
            return status.st_size, status.st_mtime_ns
        return None

    def _fail(self, name: str, error: OSError) -> None:
        """Tries again later."""
        self._is_waiting = True
        self._reason = name, error.strerror or error
        if self._failing_since is None:
            self._failing_since = self._clock()

    def _share(self) -> float:
        if self._is_read:
            return 1.0
        size = sum(file.size for file in self._files)
        return min(sum(file.position for file in self._files) / max(size, 1), 0.99)

    def _problem(self) -> Problem | None:
        if self._table.is_full:
            template = QT_TRANSLATE_NOOP("engine", "{name} has more steps than there is room for; the first are shown.")
            return Problem(template, name=self.folder.name)
        if self._failing_since is not None and self._clock() - self._failing_since >= PATIENCE_SECONDS:
            name, reason = self._reason
            template = QT_TRANSLATE_NOOP("engine", "{name} cannot be read at the moment: {reason}. It is tried again.")
            return Problem(template, name=name, reason=reason)
        if self._is_read and self._files and not len(self._table) and self._description is None:
            template = QT_TRANSLATE_NOOP("engine", "No step in {name} has a loss, an accuracy or weights by that name.")
            return Problem(template, name=self.folder.name)
        return None
