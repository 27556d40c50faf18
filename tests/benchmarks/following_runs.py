"""A long run opened, from its folder to the frame in which every step of it is; and followed in the window."""

from __future__ import annotations

import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from benchmarks.rows import Row, at_most
from benchmarks.timing import median, seconds
from engine.loading import load_tensorflow
from engine.protocol import Drawn
from engine.runs.laboratory import RunsLaboratory
from engine.runs.protocol import Event, Frame, OpenRun
from gui.app import Application, make_application
from gui.settings import SettingsStore
from gui.tab import TabSpec
from gui.tabs.runs.tab import RunsTab
from gui.window import MainWindow

STEPS, QUICK_STEPS = 1_000_000, 100_000
GOAL = 2.0
PIECE_SECONDS = 0.1
PATIENCE_SECONDS = 120.0


def measure(quick: bool) -> Iterator[Row]:
    steps = QUICK_STEPS if quick else STEPS
    with tempfile.TemporaryDirectory() as folder:
        write_run(Path(folder), steps)
        pieces: list[float] = []
        opened = [seconds(lambda: open_run(Path(folder), pieces)) for _ in range(3 if quick else 5)]
        drawn = follow(Path(folder), steps, length=3.0 if quick else 15.0)
    yield Row(
        f"opening a run of {steps:,} steps",
        median(opened),
        "s",
        at_most(GOAL),
        {"s longest": max(opened), "ms longest piece": 1e3 * max(pieces)},
    )
    at_work, by_clock = (1e3 * np.quantile(drawn, (0.5, 0.99, 1), axis=0)).T.tolist()
    yield Row(
        f"following a run of {steps:,} steps while it grows and is looked back at: window's time for a frame, p99",
        at_work[1],
        "ms",
        at_most(1e3 / 60),
        {"ms median": at_work[0], "ms longest": at_work[2], "ms p99 by the clock": by_clock[1], "frames": len(drawn)},
    )


def follow(folder: Path, steps: int, length: float) -> list[Times]:
    """What the window's thread needs for each frame, from its coming to its being on the screen.

    The run grows by a tenth meanwhile, and in between it is looked back at, up and down.
    """
    with tempfile.TemporaryDirectory() as elsewhere, tempfile.TemporaryDirectory() as settings:
        write_run(Path(elsewhere), steps // 10, first=steps)
        (grown,) = Path(elsewhere).iterdir()
        store = SettingsStore(QSettings(str(Path(settings) / "settings.ini"), QSettings.Format.IniFormat))
        application = QApplication.instance() or make_application(("benchmarks",), store)
        assert isinstance(application, Application)
        specs = (TabSpec("runs", lambda: "Runs", TimedTab),)
        window = TimedWindow(specs, store, application.theme, application.language)
        window.resize(1280, 800)
        window.show()
        tab = window.tab("runs")
        assert isinstance(tab, TimedTab)
        window.timed = tab
        tab.open_file(folder)
        until(lambda: tab.frame is not None and bool(tab.frame.runs) and tab.frame.runs[0].is_read)
        growing = Thread(target=append, args=(grown.read_bytes(), folder / f"{grown.name}.more", length))
        growing.start()
        tab.frames.clear()
        begun = time.perf_counter()
        looked = 0
        while time.perf_counter() - begun < length:
            wait(1 / 60)
            looked = (looked + steps // 200) % (2 * steps)
            tab.look_at(None if looked > steps else looked)
        growing.join()
        frames = list(tab.frames)
        window.close()
        window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return frames


def append(data: bytes, path: Path, length: float) -> None:
    """Writes it piece by piece, wherever a record may be torn by that."""
    pieces = max(1, round(length / PIECE_SECONDS))
    size = -(-len(data) // pieces)
    with path.open("wb", buffering=0) as file:
        for first in range(0, len(data), size):
            file.write(data[first : first + size])
            time.sleep(PIECE_SECONDS)


Times = NDArray[np.float64]
"""Seconds of the processor, and of the clock, which other programs take a part of."""


class Clock:
    """Of the thread that it is asked on."""

    def __init__(self) -> None:
        self._begun = self._now()

    def passed(self) -> Times:
        return self._now() - self._begun

    def _now(self) -> Times:
        return np.array((time.thread_time(), time.perf_counter()))


class TimedTab(RunsTab):
    """Notes how long the window is at work on each frame."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__(store)
        self.frames: list[Times] = []

    @Slot(object)
    def _take(self, event: Event) -> None:
        begun = Clock()
        super()._take(event)
        self.frames.append(begun.passed())


class TimedWindow(MainWindow):
    """Adds to the frame that came last how long it takes to paint it."""

    timed: TimedTab | None = None

    def event(self, event: QEvent) -> bool:
        begun = Clock()
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.timed is not None and self.timed.frames:
            self.timed.frames[-1] += begun.passed()
        return done


def wait(length: float) -> None:
    """Lets the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * length), loop.quit)
    loop.exec()


def until(condition: Callable[[], bool]) -> None:
    """Lets the window live until it is so."""
    begun = time.perf_counter()
    while not condition():
        if time.perf_counter() - begun > PATIENCE_SECONDS:
            raise TimeoutError(f"not seen within {PATIENCE_SECONDS:.0f} seconds")
        wait(0.02)


def write_run(folder: Path, steps: int, first: int = 0) -> None:
    """As `tapelab train` writes them, of two features."""
    load_tensorflow()
    from engine.distributed.run_directory import EventFile

    random = np.random.default_rng(0)
    losses = 0.1 + np.exp(-np.arange(steps) / (steps / 5)) * random.uniform(0.8, 1.2, steps)
    weights = np.cumsum(random.normal(size=(steps, 3)) / steps**0.5, axis=0)
    file = EventFile(folder, first)
    for step, (loss, (x, y, bias)) in enumerate(zip(losses.tolist(), weights.tolist(), strict=True), first):
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
