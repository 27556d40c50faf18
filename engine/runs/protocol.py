"""What the runs' tab and its engine say to each other: commands in, events out, all immutable.

A row is what was written down of one step. Rows are in the order of their steps, and not every step needs to have one:
a damaged record costs its row. Every array is read-only; where a number was not written down, it is NaN.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Dataset
from engine.distributed.description import Description
from engine.errors import Problem
from engine.protocol import Drawn
from engine.training.history import Series
from engine.training.records import FloatArray

MOST_RUNS = 8
"""Open at a time: of more curves, nobody could tell the colours apart."""

# Commands


@dataclass(frozen=True, slots=True)
class OpenRun:
    """Read the run in this folder, and follow it from then on. `RunFailed` where there is none, or it is open."""

    folder: Path


@dataclass(frozen=True, slots=True)
class CloseRun:
    """Let go of the run in this folder, as its `RunView` calls it."""

    folder: Path


@dataclass(frozen=True, slots=True)
class LookAt:
    """Look at this step of every run; None for the newest of each, whatever comes."""

    step: int | None


Command = OpenRun | CloseRun | LookAt | Drawn

# Events


class RunState(StrEnum):
    """WRITTEN: it is under way. ENDED: it was closed in order. STOPPED: it broke off without an end.
    SILENT: it did not end, and nothing has come for a while; nobody here can tell whether anything will."""

    WRITTEN = "written"
    ENDED = "ended"
    STOPPED = "stopped"
    SILENT = "silent"


class Evidence(StrEnum):
    """What a state is known by. END: by what the run wrote last. PROCESS: by its process, which is or was on this
    machine. AGE: by how long nothing has come."""

    END = "end"
    PROCESS = "process"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class RunView:
    """One moment's look at a run: views, nothing copied.

    folder: as it was asked for. name: what tells it from the others that are open. description: None for a run that
    TapeLab has not written, of which TensorBoard's files are all there is. share: how much of the older rows is read,
    from 0 to 1; 1 from then on, while new ones come. steps: (n,) int64, ascending. wall_times: (n,) float64, seconds
    since 1970. loss, accuracy, speed (steps per second): n numbers each, with envelopes for `thin_series`, in which
    they are counted by rows; a run that TapeLab has written measures loss and accuracy on the step's batch, before it.
    features: names of the weights that are written down. weights: (n, features) float32, and bias: (n,) float32, after
    the step. damaged: how often something could not be read and was skipped. position: the row of
    the step that is looked at, or of the last one before it; -1 where there is none. problem: what keeps the run from
    being read on, for now. points: some of the rows that a run of two features learns from, in the units of its files;
    None where they cannot be had, for which points_problem gives the reason, and until they are read.
    """

    folder: Path
    name: str
    description: Description | None
    state: RunState
    evidence: Evidence
    share: float
    steps: NDArray[np.int64]
    wall_times: NDArray[np.float64]
    loss: Series
    accuracy: Series
    speed: Series
    features: tuple[str, ...]
    weights: FloatArray
    bias: FloatArray
    damaged: int
    position: int
    problem: Problem | None
    points: Dataset | None = None
    points_problem: Problem | None = None

    @property
    def is_read(self) -> bool:
        """Whether all that was there has been read."""
        return self.share >= 1


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the tab shows, at one moment; a later frame needs none of the earlier ones.

    runs: in the order in which they were opened. looked_at: as of the last `LookAt`.
    """

    runs: tuple[RunView, ...]
    looked_at: int | None


@dataclass(frozen=True, slots=True)
class RunFailed:
    """What was asked of this folder could not be done; everything is as the last frame shows it."""

    folder: Path
    problem: Problem


Event = Frame | RunFailed
