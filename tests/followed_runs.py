"""Folders of runs, written as `tapelab train` writes them, and a laboratory that follows them."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from event_records import Values

from engine.distributed.description import Description
from engine.loading import load_tensorflow
from engine.protocol import Drawn
from engine.runs.laboratory import RunsLaboratory
from engine.runs.protocol import Command, Event, Frame, RunFailed, RunView

FEATURES = ("x", "y")


def describe_run(**changes: object) -> Description:
    """A run of this process, as long as nothing else is said."""
    values: dict[str, object] = {
        "data": "rows/*.csv",
        "files": 2,
        "features": FEATURES,
        "target": "kind",
        "positive": "yes",
        "negative": "no",
        "optimizer": "Adam",
        "learning_rate": 0.01,
        "batch_size": 64,
        "seed": 0,
        "epochs": 3,
        "strategy": "none",
        "devices": 1,
        "started": time.time(),
        "host": platform.node(),
        "pid": os.getpid(),
    }
    return Description(**{**values, **changes})  # type: ignore[arg-type]


class WrittenRun:
    """A run whose steps are written one by one."""

    def __init__(self, folder: Path, step: int = 0, **description: object) -> None:
        """step: the first that will be written; the folder may hold earlier ones."""
        load_tensorflow()
        import tensorflow as tf

        from engine.distributed.run_directory import RunDirectory

        folder.mkdir(exist_ok=True)
        self.folder = folder
        self._directory = RunDirectory(folder, [tf.Variable(0.0)])
        self._directory.begin(describe_run(**description), step)

    def write(self, values: Values) -> WrittenRun:
        from engine.distributed.learner import Step

        for number, scalars in values.items():
            weights = np.array([[scalars["weights/x"]], [scalars["weights/y"]]], np.float32)
            bias = np.array([scalars["bias"]], np.float32)
            step = Step(number, scalars["loss"], scalars["accuracy"], weights, bias)
            self._directory.note(step, FEATURES, scalars["steps per second"])
        assert self._directory._events is not None
        self._directory._events.flush()
        return self

    def end(self) -> None:
        self._directory.close()


@dataclass
class Following:
    """Plays the window: draws every frame as soon as it comes, unless it is told to wait."""

    now: float = 1000.0
    frames: list[Frame] = field(default_factory=list)
    failures: list[RunFailed] = field(default_factory=list)
    draws: bool = True
    tick: float = 0.0  # seconds that pass whenever the time is asked for

    def __post_init__(self) -> None:
        self.laboratory = RunsLaboratory(self._take, self._time)
        self.laboratory.start()

    def obey(self, *commands: Command) -> Following:
        for command in commands:
            self.laboratory.obey(command)
            self.draw()
        return self

    def work(self, seconds: float = 1.0) -> Following:
        """Lets this time pass, and all be done that is due in it."""
        until = self.now + seconds
        while (wait := self.laboratory.work()) is not None:
            self.draw()
            if self.now + wait > until:
                break
            self.now += wait
        self.now = until
        return self

    def until(self, is_so: Callable[[Frame], bool]) -> None:
        """Works until a frame shows it; a test's own time limit ends it."""
        while not self.frames or not is_so(self.frames[-1]):
            self.work()

    @property
    def frame(self) -> Frame:
        return self.frames[-1]

    @property
    def run(self) -> RunView:
        """The only one."""
        (run,) = self.frame.runs
        return run

    def _take(self, event: Event) -> None:
        if isinstance(event, Frame):
            self.frames.append(event)
            self._undrawn = True
        else:
            self.failures.append(event)

    _undrawn = False

    def _time(self) -> float:
        self.now += self.tick
        return self.now

    def draw(self) -> None:
        while self._undrawn and self.draws:
            self._undrawn = False
            self.laboratory.obey(Drawn())


def values_of(run: RunView) -> Values:
    """As they were written."""
    names = ["loss", "accuracy", "steps per second", *(f"weights/{name}" for name in run.features), "bias"]
    columns = np.column_stack((run.loss.values, run.accuracy.values, run.speed.values, run.weights, run.bias))
    return {
        step: {name: number for name, number in zip(names, row, strict=True) if number == number}
        for step, row in zip(run.steps.tolist(), columns.tolist(), strict=True)
    }
