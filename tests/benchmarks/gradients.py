"""Dragging the point of the gradients tab: how long a frame takes until all of it is painted."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, QSettings, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.heartbeat import Heartbeat
from benchmarks.rows import Row, at_most
from benchmarks.stage import PATIENCE_SECONDS, TimedWindow
from benchmarks.timing import milliseconds, percentile_99
from engine.gradients.curve_protocol import CurveSettings, CurvesFrame
from gui.app import Application, make_application
from gui.garbage import GarbageCollector
from gui.plots.curve_stack import CurveStack
from gui.settings import SettingsStore
from gui.tab import TabSpec
from gui.tabs.gradients.curves_page import GROUP, CurvesPage
from gui.tabs.gradients.tab import GradientsTab

MOVE_MILLISECONDS = 16
"""As often as a mouse moves a point on a usual screen."""


def measure(quick: bool) -> Iterator[Row]:
    count = 120 if quick else 600
    for case, settings in {
        "free fall, order 3, 2,000 points": CurveSettings(order=3),
        "a spring, order 3, 2,000 points": CurveSettings("sin(3*t)*exp(-t/3)", (0.0, 9.0), order=3),
    }.items():
        drag = Drag(settings)
        try:
            drag.run(count)
        finally:
            drag.close()
        details = {
            **milliseconds(drag.frames),
            "ms of the processor p99": 1e3 * percentile_99(drag.processor),
            "ms longest gap": 1e3 * drag.longest_gap,
        }
        what = f"frame, event to painted, dragging the point, p99: {case}"
        yield Row(what, 1e3 * percentile_99(drag.frames), "ms", at_most(16.7), details)


class TimedTab(GradientsTab):
    """Notes when the frame that is shown arrived."""

    taken = taken_on_thread = 0.0

    @Slot(object)
    def _take(self, event: object) -> None:
        self.taken, self.taken_on_thread = time.perf_counter(), time.thread_time()
        super()._take(event)


class Drag(QObject):
    """A window on the screen, and a mouse that moves the point in it."""

    def __init__(self, settings: CurveSettings) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        store = SettingsStore(QSettings(str(Path(self._folder.name) / "settings.ini"), QSettings.Format.IniFormat))
        store.remember(GROUP, settings)
        application = QApplication.instance() or make_application(("benchmarks",), store)
        assert isinstance(application, Application)
        self._application = application
        spec = TabSpec("gradients", lambda: "Gradients", TimedTab)
        self._window = TimedWindow((spec,), store, application.theme, application.language)
        tab = self._window.tab("gradients")
        assert isinstance(tab, TimedTab)
        page = tab.page("curves")
        assert isinstance(page, CurvesPage)
        self._tab, self._page = tab, page
        self.frames: list[float] = []
        self.processor: list[float] = []  # of it the time that the window's thread had
        self.longest_gap = 0.0
        self._unpainted = False
        self._garbage = GarbageCollector()
        page.drawn.connect(self._await_painting)
        self._window.repainted.connect(self._note)
        self._window.show()

    def run(self, count: int) -> None:
        """So many frames, from when all is compiled and checked."""
        self._until(lambda: self._page.frame is not None and self._page.frame.symbols.float64 is not None)
        stack = self._page.findChild(CurveStack)
        assert isinstance(stack, CurveStack)
        view = stack.panel(0).view
        QTest.mousePress(stack, Qt.MouseButton.LeftButton, pos=QPointF(view.left + 20, view.top + 20).toPoint())
        self._wait(300)
        self.frames.clear()
        self.processor.clear()
        heartbeat = Heartbeat()
        moves = 0
        while len(self.frames) < count:
            moves += 1
            x = view.left + 20 + (3 * moves) % (view.width - 40)
            QTest.mouseMove(stack, QPointF(x, view.top + 20).toPoint())
            self._wait(MOVE_MILLISECONDS)
        heartbeat.stop()
        self.longest_gap = heartbeat.longest_gap

    def close(self) -> None:
        self._window.close()
        self._window.deleteLater()
        self._garbage.stop()
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._folder.cleanup()

    @Slot(CurvesFrame)
    def _await_painting(self, _frame: CurvesFrame) -> None:
        self._unpainted = True

    @Slot()
    def _note(self) -> None:
        if self._unpainted:
            self._unpainted = False
            self.frames.append(time.perf_counter() - self._tab.taken)
            self.processor.append(time.thread_time() - self._tab.taken_on_thread)

    def _wait(self, milliseconds_long: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds_long, loop.quit)
        loop.exec()

    def _until(self, condition: object) -> None:
        assert callable(condition)
        end = time.perf_counter() + PATIENCE_SECONDS
        while not condition():
            if time.perf_counter() > end:
                raise TimeoutError(f"not seen within {PATIENCE_SECONDS:.0f} seconds")
            self._wait(50)
