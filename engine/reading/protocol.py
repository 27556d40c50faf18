"""What the window and the reader of tables say to each other: commands in, events out, all immutable."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import Problem
from engine.reading.layout import Layout
from engine.reading.own_data import Gaps, OwnData
from engine.reading.source import Source
from engine.reading.table import Preview, Table

# Commands. Each answer bears the number of the reading that it belongs to.


@dataclass(frozen=True, slots=True)
class Open:
    """Look at the table, then read all of it. What is being read is given up."""

    reading: int
    source: Source
    layout: Layout


@dataclass(frozen=True, slots=True)
class Choose:
    """Make data of these columns of the table; see `OwnData`."""

    reading: int
    features: tuple[str, ...]
    target: str
    gaps: Gaps
    standardise: bool


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Stop reading."""


Command = Open | Choose | GiveUp

# Events


@dataclass(frozen=True, slots=True)
class Looked:
    """The first rows."""

    reading: int
    preview: Preview


@dataclass(frozen=True, slots=True)
class Progressed:
    """So much of the table has been read, from 0 to 1."""

    reading: int
    share: float


@dataclass(frozen=True, slots=True)
class HasRead:
    """All of the table; features and target are the columns to begin with."""

    reading: int
    table: Table
    features: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Data to learn from."""

    reading: int
    data: OwnData


@dataclass(frozen=True, slots=True)
class Refused:
    """What was asked cannot be done. was_read: whether there is a table all the same, to choose other columns of."""

    reading: int
    problem: Problem
    was_read: bool


Event = Looked | Progressed | HasRead | Chosen | Refused
