"""Runs to look at for whoever has none: three optimizers on the same points, trained on a thread of their own."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.datasets import two_gaussians
from engine.errors import Problem
from engine.saving import write_whole
from engine.training.settings import Settings

ROWS = "rows.csv"
SAMPLES_PER_CLASS, BATCH_SIZE, EPOCHS = 3_200, 64, 2
RUNS = (
    ("plain-gradient", Settings(optimizer="manual", learning_rate=0.005)),
    ("momentum", Settings(optimizer="SGD", learning_rate=0.001, optimizer_arguments=(("momentum", 0.9),))),
    ("adam", Settings(optimizer="Adam", learning_rate=0.01)),
)
"""Names and how they learn."""

WORK_SECONDS = 0.02
"""At a time, so that the thread can be ended."""


@dataclass(frozen=True, slots=True)
class MakeExample:
    """Train the runs into this folder, in place of those that are there."""

    folder: Path


@dataclass(frozen=True, slots=True)
class ExampleBegun:
    """The run in this folder is under way, and can be followed."""

    folder: Path


@dataclass(frozen=True, slots=True)
class ExampleEnded:
    """No more runs will come. problem: what kept some of them from being trained; None for nothing."""

    problem: Problem | None


class ExampleLaboratory:
    """Trains the runs step by step, as `tapelab train` does in a process of its own."""

    def __init__(self, tell: Callable[[ExampleBegun | ExampleEnded], None]) -> None:
        self._tell = tell
        self._runs: Iterator[Path | None] | None = None

    def start(self) -> None:
        pass

    def obey(self, command: MakeExample) -> None:
        self.close()
        self._runs = train_runs(command.folder)

    def work(self) -> float | None:
        """Some steps."""
        if self._runs is None:
            return None
        until = time.monotonic() + WORK_SECONDS
        try:
            while time.monotonic() < until:
                begun = next(self._runs)
                if begun is not None:
                    self._tell(ExampleBegun(begun))
        except StopIteration:
            self._end(None)
        except Problem as problem:
            self._end(problem)
        return 0.0 if self._runs is not None else None

    def close(self) -> None:
        """Gives up what is under way; its files are closed."""
        runs, self._runs = self._runs, None
        if runs is not None:
            runs.close()  # type: ignore[attr-defined]  # a generator

    def _end(self, problem: Problem | None) -> None:
        self._runs = None
        self._tell(ExampleEnded(problem))


def train_runs(folder: Path) -> Iterator[Path | None]:
    """Trains the runs of `RUNS` into this folder, one after the other; pauses after each step.

    Yields the folder of each run once it is there, else None. Raises `Problem`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, _ in RUNS:
            shutil.rmtree(folder / name, ignore_errors=True)
    except OSError:
        pass  # which is said, in words, where the rows cannot be written
    write_whole(folder / ROWS, _rows())
    yield None  # TensorFlow takes seconds to load
    for name, settings in RUNS:
        yield from _train(folder / ROWS, folder / name, settings)


def _rows() -> bytes:
    dataset = two_gaussians(samples_per_class=SAMPLES_PER_CLASS)
    order = np.random.default_rng(0).permutation(len(dataset))
    lines = (
        f"{x:.5f},{y:.5f},{label:.0f}"
        for (x, y), (label,) in zip(dataset.inputs[order].tolist(), dataset.targets[order].tolist(), strict=True)
    )
    return "\n".join(("x,y,class", *lines, "")).encode()


def _train(rows_path: Path, folder: Path, settings: Settings) -> Iterator[Path | None]:
    from engine.distributed.command import Options, description_of
    from engine.distributed.rows import find_rows
    from engine.distributed.strategies import make_strategy

    strategy = make_strategy("none")
    from engine.distributed.learner import Learner
    from engine.distributed.run_directory import RunDirectory, owned

    options = Options(str(rows_path), folder, settings=settings, batch_size=BATCH_SIZE, epochs=EPOCHS)
    rows = find_rows(options.data)
    yield None
    with owned(folder):
        learner = Learner(rows, settings, BATCH_SIZE, strategy)
        directory = RunDirectory(folder, learner.state)
        try:
            directory.begin(description_of(options, rows, 1), 0)
            yield folder
            begun = time.monotonic()
            for step in learner.steps(EPOCHS):
                directory.note(step, rows.features, step.number / max(time.monotonic() - begun, 1e-9))
                yield None
            directory.save(learner.taken)
        finally:
            directory.close()
