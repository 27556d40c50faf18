"""Keras's fit in the window, with live curves and a live picture of the plane, against the same fit by itself."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from benchmarks.rows import Row, at_least, at_most
from benchmarks.stage import FOUND, PATIENCE_SECONDS, TimedWindow
from benchmarks.timing import alternate, median, median_ratio, milliseconds, percentile_99, seconds
from engine.datasets import Circles
from engine.keras_lab.catalogue.specification import Choice
from engine.keras_lab.protocol import Compilation, Event, Fitting, Frame, Layer, Plan, Play, State
from engine.loading import load_tensorflow
from gui.app import Application, make_application
from gui.garbage import GarbageCollector
from gui.settings import SettingsStore
from gui.tab import TabSpec
from gui.tabs.keras.choices import KerasChoices, written
from gui.tabs.keras.tab import GROUP, KerasTab

BATCH = 16
DEEP = Plan(
    Circles(1000),
    (Layer(16, "relu"), Layer(16, "relu"), Layer(1, "sigmoid")),
    Compilation(Choice("Adam"), Choice("BinaryCrossentropy")),
)


def measure(quick: bool) -> Iterator[Row]:
    epochs, rounds = (5, 3) if quick else (15, 5)
    yield speed_row(Plan(), "the notes' model", epochs, rounds)
    yield speed_row(DEEP, "2-16-16-1", epochs, rounds)
    yield frame_row(DEEP, 30 if quick else 100)


def speed_row(plan: Plan, case: str, epochs: int, rounds: int) -> Row:
    """In turns: the tab fits and draws; the tab rests, and a model of our own is fitted to the same points."""
    fit = fit_alone(plan)
    fit(1)
    with open_keras_stage(plan) as stage:
        stage.fit(1)
        alone, drawn = alternate(rounds, lambda: seconds(lambda: fit(epochs)), lambda: stage.fit(epochs))
        return Row(
            f"fit in the Keras tab, {case}, live curves and plane: share of the speed of fit with no callback",
            median_ratio(alone, drawn),
            "×",
            at_least(0.85),
            {"s in the tab": median(drawn), "s alone": median(alone), "frames/s": len(stage.painted) / sum(drawn)},
        )


def frame_row(plan: Plan, count: int) -> Row:
    with open_keras_stage(plan) as stage:
        stage.fit(1)
        stage.painted.clear()
        stage.worked.clear()
        while len(stage.painted) < count:
            stage.fit(5)
        return Row(
            "frame of the Keras tab, event to painted, 2-16-16-1 on 100 × 100: the window's time, p99",
            1e3 * percentile_99(stage.worked),
            "ms",
            at_most(16.7),
            {**milliseconds(stage.worked), "ms by the clock, p99": 1e3 * percentile_99(stage.painted)},
        )


def fit_alone(plan: Plan) -> Callable[[int], Any]:
    """`fit` for so many epochs, with no callback."""
    load_tensorflow()
    from engine.keras_lab.building import build
    from engine.keras_lab.compiling import compile_model
    from engine.keras_lab.points import divide

    division = divide(plan.data.make(), plan)
    model = build(plan.layers, plan.seed)
    compile_model(model, plan.compilation)
    held = division.held_inputs, division.held_targets
    return lambda epochs: model.fit(
        division.inputs, division.targets, batch_size=BATCH, epochs=epochs, validation_data=held, verbose=0
    )


class TimedKerasTab(KerasTab):
    """Notes when the frame that is shown arrived, and how long the window's thread had worked by then."""

    taken, worked = 0.0, 0.0
    is_unpainted = False

    @Slot(object)
    def _take(self, event: Event) -> None:
        self.taken, self.worked = time.perf_counter(), time.thread_time()
        super()._take(event)
        self.is_unpainted = isinstance(event, Frame)


class KerasStage(QObject):
    """A window on the screen whose Keras tab can be driven; `painted` has how long each frame took, in seconds by
    the clock, `worked` how much of that the window's thread worked."""

    def __init__(self, window: TimedWindow, tab: TimedKerasTab) -> None:
        super().__init__()
        self.painted: list[float] = []
        self.worked: list[float] = []
        self._tab = tab
        window.repainted.connect(self._note)

    def fit(self, epochs: int) -> float:
        """Trains so many epochs more; gives the seconds from the press of the button to the frame that says so."""
        start = self._tab.frame.progress.epoch if self._tab.frame else 0
        begun = time.perf_counter()
        self._tab._send(Play(Fitting(epochs, BATCH)))
        self.until(lambda frame: frame.progress.state is State.FINISHED and frame.progress.epoch == start + epochs)
        taken = time.perf_counter() - begun
        self.until(lambda frame: len(frame.curves.evaluated) == frame.progress.epoch)
        return taken

    def until(self, condition: Callable[[Frame], bool]) -> None:
        """Lets the window live until it has drawn such a frame."""
        if self._tab.frame is not None and condition(self._tab.frame):
            return
        loop = QEventLoop()

        def look(frame: Frame) -> None:
            if condition(frame):
                loop.exit(FOUND)

        self._tab.drawn.connect(look)
        QTimer.singleShot(round(1000 * PATIENCE_SECONDS), loop, loop.quit)
        found = loop.exec() == FOUND
        self._tab.drawn.disconnect(look)
        if not found:
            raise TimeoutError(f"not seen within {PATIENCE_SECONDS:.0f} seconds")

    @Slot()
    def _note(self) -> None:
        if self._tab.is_unpainted:
            self._tab.is_unpainted = False
            self.painted.append(time.perf_counter() - self._tab.taken)
            self.worked.append(time.thread_time() - self._tab.worked)


@contextmanager
def open_keras_stage(plan: Plan) -> Iterator[KerasStage]:
    """A window whose Keras tab shows the first frame of this plan."""
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        store.remember(GROUP, replace(KerasChoices(), plan=written(plan)))
        application = QApplication.instance() or make_application(("benchmarks",), store)
        assert isinstance(application, Application)
        spec = TabSpec("keras", lambda: "Keras", TimedKerasTab)
        window = TimedWindow((spec,), store, application.theme, application.language)
        tab = window.tab("keras")
        assert isinstance(tab, TimedKerasTab)
        stage = KerasStage(window, tab)
        garbage = GarbageCollector()
        window.show()
        try:
            stage.until(lambda frame: frame.plan == plan)
            yield stage
        finally:
            window.close()
            window.deleteLater()
            garbage.stop()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
