"""A long run opened: from its folder to the frame in which every step of it is."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.rows import Row, at_most
from benchmarks.timing import median, seconds
from engine.loading import load_tensorflow
from engine.protocol import Drawn
from engine.runs.laboratory import RunsLaboratory
from engine.runs.protocol import Event, Frame, OpenRun

STEPS, QUICK_STEPS = 1_000_000, 100_000
GOAL = 2.0


def measure(quick: bool) -> Iterator[Row]:
    steps = QUICK_STEPS if quick else STEPS
    with tempfile.TemporaryDirectory() as folder:
        write_run(Path(folder), steps)
        pieces: list[float] = []
        opened = [seconds(lambda: open_run(Path(folder), pieces)) for _ in range(3 if quick else 5)]
    yield Row(
        f"opening a run of {steps:,} steps",
        median(opened),
        "s",
        at_most(GOAL),
        {"s longest": max(opened), "ms longest piece": 1e3 * max(pieces)},
    )


def write_run(folder: Path, steps: int) -> None:
    """As `tapelab train` writes them, of two features."""
    load_tensorflow()
    from engine.distributed.run_directory import EventFile

    random = np.random.default_rng(0)
    losses = 0.1 + np.exp(-np.arange(steps) / (steps / 5)) * random.uniform(0.8, 1.2, steps)
    weights = np.cumsum(random.normal(size=(steps, 3)) / steps**0.5, axis=0)
    file = EventFile(folder, 0)
    for step, (loss, (x, y, bias)) in enumerate(zip(losses.tolist(), weights.tolist(), strict=True)):
        scalars = {"loss": loss, "accuracy": 1 / (1 + loss), "steps per second": 1000.0}
        file.write(step, {**scalars, "weights/x": x, "weights/y": y, "bias": bias})
    file.close()


def open_run(folder: Path, pieces: list[float]) -> None:
    """Plays the window. pieces: how long each piece of work takes is added."""
    last: deque[Event] = deque(maxlen=1)
    laboratory = RunsLaboratory(last.append)
    laboratory.start()
    laboratory.obey(OpenRun(folder))
    while not (last and isinstance(last[0], Frame) and last[0].runs and last[0].runs[0].is_read):
        pieces.append(seconds(laboratory.work))
        laboratory.obey(Drawn())
