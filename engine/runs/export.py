"""The rows of several runs as one table for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.csv_histories import ROWS, Path, quoted, texts, write_table
from engine.distributed.description import WEIGHTS
from engine.runs.protocol import RunView
from engine.saving import Progress

HEAD = ("run", "step", "wall_time", "loss", "accuracy", "steps_per_second")


def write_runs(path: Path, runs: Sequence[RunView], progress: Progress) -> None:
    """A row for every row of every run, run by run: what a run has no number for is an empty cell.

    wall_time: seconds since 1970. Raises `Problem`, and what `progress` raises.
    """
    features = tuple(dict.fromkeys(feature for run in runs for feature in run.features))
    names = (*HEAD, *(f"{WEIGHTS}{feature}" for feature in features), "bias")
    count = sum(len(run.steps) for run in runs)

    def parts() -> Iterator[list[Sequence[str] | Iterator[str]]]:
        for run in runs:
            weights = {feature: run.weights[:, index] for index, feature in enumerate(run.features)}
            nothing = np.full(len(run.steps), np.nan, np.float32)
            columns: tuple[NDArray[Any], ...] = (
                *(run.steps, run.wall_times, run.loss.values, run.accuracy.values, run.speed.values),
                *(weights.get(feature, nothing) for feature in features),
                run.bias,
            )
            name = quoted(run.name)
            for first in range(0, len(run.steps), ROWS):
                part = slice(first, first + ROWS)
                rows = len(run.steps[part])
                yield [repeat(name, rows), *(texts(column[part]) for column in columns)]

    write_table(path, names, parts(), count, progress)
