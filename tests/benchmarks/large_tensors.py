"""Large tensors in the real window: how soon they are shown, and whether one can scroll, map and go on working."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from benchmarks.heartbeat import Heartbeat
from benchmarks.rows import Row, at_most
from benchmarks.stage import PATIENCE_SECONDS
from benchmarks.timing import median, milliseconds, seconds
from engine.tensors.protocol import Clear, Make, RunLine, WorkspaceFrame
from engine.tensors.recipes import Ones, RandomNormal, Recipe
from gui.app import Application, make_application
from gui.garbage import GarbageCollector
from gui.settings import SettingsStore
from gui.tab import TabSpec
from gui.tabs.tensors.tab import TensorsTab
from gui.window import MainWindow

SCREEN = 1920, 1080
WIDE = RandomNormal((2000, 2000))
HUGE = Ones((10_000, 10_000))


def measure(quick: bool) -> Iterator[Row]:
    with open_tab() as tab:
        yield shown_row(tab, rounds=3 if quick else 9)
        yield scroll_row(tab, "2,000 × 2,000", steps=60 if quick else 300)
        until(tab, lambda frame: not frame.entries, lambda: tab._send(Clear()))
        if not quick:
            yield from huge_rows(tab)


def shown_row(tab: TensorsTab, rounds: int) -> Row:
    """From the moment when TensorFlow has made it, which is not the window's doing, until it is painted."""
    from engine.tensors.making import make

    making, showing = [], []
    for number in range(rounds):
        making.append(seconds(lambda: make(WIDE)))
        showing.append(show(tab, f"w{number % 2}", WIDE))
    return Row(
        "2,000 × 2,000 random numbers, made to painted",
        1e3 * (median(showing) - median(making)),
        "ms",
        at_most(300),
        {"ms asked to painted": 1e3 * median(showing), "ms of it TensorFlow's": 1e3 * median(making)},
    )


def scroll_row(tab: TensorsTab, size: str, steps: int) -> Row:
    frames = scroll(tab, steps)
    return Row(f"{size}: scrolling, the longest frame", 1e3 * max(frames), "ms", at_most(33), {**milliseconds(frames)})


def huge_rows(tab: TensorsTab) -> Iterator[Row]:
    heartbeat = Heartbeat()
    shown = show(tab, "h", HUGE)
    measured = seconds(lambda: until(tab, lambda frame: frame.entries[0].value.statistics is not None))
    frames = scroll(tab, 100)
    view = tab._focus.view
    for mode in ("map", "stats", "values"):
        view.set_mode(mode)
        wait(1.0)
    line = seconds(lambda: until(tab, lambda frame: frame.chosen == "r", lambda: tab._send(RunLine("r = h[5, 1:]"))))
    heartbeat.stop()
    yield Row(
        "100,000,000 elements: the longest gap of the event loop",
        1e3 * heartbeat.longest_gap,
        "ms",
        at_most(100),
        {
            "s asked to painted": shown,
            "s more to the statistics": measured,
            "ms longest frame of scrolling": 1e3 * max(frames),
            "ms for a line about it": 1e3 * line,
        },
    )


def show(tab: TensorsTab, name: str, recipe: Recipe) -> float:
    """Asks for a tensor; gives the seconds until it is painted."""
    return seconds(lambda: until(tab, lambda frame: frame.chosen == name, lambda: tab._send(Make(name, recipe))))


def scroll(tab: TensorsTab, steps: int) -> list[float]:
    """Goes through the table from corner to corner; gives the seconds that each frame took to paint."""
    table: QAbstractScrollArea = tab._focus.view.table
    bars = table.verticalScrollBar(), table.horizontalScrollBar()
    frames = []
    for step in range(steps):
        start = time.perf_counter()
        for bar in bars:
            bar.setValue(round(step / (steps - 1) * bar.maximum()))
        table.viewport().repaint()
        frames.append(time.perf_counter() - start)
        wait(0)
    return frames


def wait(duration: float) -> None:
    """Lets the window live for so many seconds."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * duration), loop.quit)
    loop.exec()


def until(
    tab: TensorsTab, condition: Callable[[WorkspaceFrame], bool], action: Callable[[], None] = lambda: None
) -> None:
    """Does something, and lets the window live until it has painted such a frame."""
    loop = QEventLoop()

    def look(frame: WorkspaceFrame) -> None:
        if condition(frame):
            loop.exit(1)

    tab.drawn.connect(look)
    QTimer.singleShot(round(1000 * PATIENCE_SECONDS), loop, loop.quit)
    action()
    is_there = tab.frame is not None and condition(tab.frame)
    found = is_there or loop.exec() == 1
    tab.drawn.disconnect(look)
    if not found:
        raise TimeoutError(f"not seen within {PATIENCE_SECONDS:.0f} seconds")


@contextmanager
def open_tab() -> Iterator[TensorsTab]:
    """The tensor tab in a large window, with the notes' tensors."""
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        application = QApplication.instance() or make_application(("benchmarks",), store)
        assert isinstance(application, Application)
        spec = TabSpec("tensors", lambda: "Tensors", TensorsTab)
        window = MainWindow((spec,), store, application.theme, application.language)
        window.resize(*SCREEN)
        tab = window.tab("tensors")
        assert isinstance(tab, TensorsTab)
        garbage = GarbageCollector()
        window.show()
        try:
            until(tab, lambda frame: len(frame.entries) == 5)
            yield tab
        finally:
            window.close()
            window.deleteLater()
            garbage.stop()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
