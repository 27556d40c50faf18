"""Reads tables for a window: a batch at a time, so that it can be told to stop."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import assert_never

from engine.errors import Problem
from engine.reading.own_data import OwnData, suggested_columns
from engine.reading.protocol import (
    Choose,
    Chosen,
    Command,
    Event,
    GiveUp,
    HasRead,
    Looked,
    Open,
    Progressed,
    Refused,
)
from engine.reading.table import Table, preview, read_in_parts

SECONDS_PER_REPORT = 0.05


class Reader:
    """One table at a time, on one thread. `tell` is called with every event."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._reading = 0
        self._parts: Generator[float, None, Table] | None = None
        self._table: Table | None = None
        self._reported = 0.0

    def start(self) -> None:
        """Needs nothing."""

    def obey(self, command: Command) -> None:
        """Carries a command out. What cannot be done is told as `Refused`."""
        match command:
            case Open():
                self._open(command)
            case Choose():
                self._choose(command)
            case GiveUp():
                self._give_up()
            case _:
                assert_never(command)

    def work(self) -> float | None:
        """Reads the next batch."""
        if self._parts is None:
            return None
        try:
            share = next(self._parts)
        except StopIteration as finished:
            self._parts = None
            table: Table = finished.value
            self._table = table
            for column in table.columns:
                column.describe()
            self._tell(HasRead(self._reading, table, *suggested_columns(table)))
            return None
        except Problem as problem:
            self._parts = None
            self._tell(Refused(self._reading, problem, was_read=False))
            return None
        if time.perf_counter() - self._reported > SECONDS_PER_REPORT:
            self._reported = time.perf_counter()
            self._tell(Progressed(self._reading, share))
        return 0.0

    def _open(self, command: Open) -> None:
        self._give_up()
        self._table = None
        self._reading = command.reading
        self._reported = time.perf_counter()
        try:
            self._tell(Looked(command.reading, preview(command.source, command.layout)))
        except Problem as problem:
            self._tell(Refused(command.reading, problem, was_read=False))
            return
        self._parts = read_in_parts(command.source, command.layout)

    def _choose(self, command: Choose) -> None:
        if self._table is None or command.reading != self._reading:
            return
        try:
            data = OwnData(self._table, command.features, command.target, command.gaps, command.standardise)
        except Problem as problem:
            self._tell(Refused(command.reading, problem, was_read=True))
            return
        self._tell(Chosen(command.reading, data))

    def _give_up(self) -> None:
        if self._parts is not None:
            self._parts.close()
            self._parts = None
