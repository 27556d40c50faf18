"""The real window with the real engine, offscreen, and a clock beside it."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from engine.protocol import Event, Frame
from gui.app import Application, make_application
from gui.garbage import GarbageCollector
from gui.settings import SettingsStore, TrainingChoices
from gui.tab import TabSpec
from gui.tabs.training.tab import GROUP, TrainingTab
from gui.window import MainWindow

PATIENCE_SECONDS = 120.0
"""Longer than anything here takes, however slow the machine."""

FOUND = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """A frame that was drawn: when it reached the window, and when all of the window was painted anew."""

    position: int
    playing: bool
    taken: float
    painted: float

    @property
    def seconds(self) -> float:
        return self.painted - self.taken


class TimedTab(TrainingTab):
    """Notes when the frame that is shown arrived."""

    taken = 0.0

    @Slot(object)
    def _take(self, event: Event) -> None:
        self.taken = time.perf_counter()
        super()._take(event)


class TimedWindow(MainWindow):
    """Says when it has painted all that had changed."""

    repainted = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.repainted.emit()
        return done


class Stage(QObject):
    """A window on the screen, whose training tab can be driven; every frame that it draws is noted in `drawn`."""

    # One more frame was drawn.
    noted = Signal(Drawn)

    def __init__(self, window: TimedWindow, tab: TimedTab) -> None:
        super().__init__()
        self.tab = tab
        self.drawn: list[Drawn] = []
        self._unpainted: Frame | None = None
        tab.drawn.connect(self._await_painting)
        window.repainted.connect(self._note)

    def wait(self, seconds: float) -> None:
        """Lets the window live for so long."""
        loop = QEventLoop()
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()

    def until(self, condition: Callable[[Drawn], bool]) -> Drawn:
        """Lets the window live until it has drawn such a frame; gives that frame."""
        loop = QEventLoop()

        def look(drawn: Drawn) -> None:
            if condition(drawn):
                loop.exit(FOUND)

        self.noted.connect(look)
        QTimer.singleShot(round(1000 * PATIENCE_SECONDS), loop, loop.quit)
        found = loop.exec() == FOUND
        self.noted.disconnect(look)
        if not found:
            raise TimeoutError(f"not seen within {PATIENCE_SECONDS:.0f} seconds")
        return self.drawn[-1]

    def play(self) -> None:
        """Plays, and lets the window live until training is well under way."""
        start = self.drawn[-1].position
        self.tab.play()
        self.until(lambda drawn: drawn.position > start)
        self.wait(1.0)

    def pause(self) -> Drawn:
        """Pauses; gives the first frame that shows it."""
        self.tab.pause()
        return self.until(lambda drawn: not drawn.playing)

    def measure(self, seconds: float) -> list[Drawn]:
        """The frames that are drawn in the next so many seconds."""
        self.drawn.clear()
        self.wait(seconds)
        return list(self.drawn)

    @Slot(Frame)
    def _await_painting(self, frame: Frame) -> None:
        self._unpainted = frame

    @Slot()
    def _note(self) -> None:
        frame, self._unpainted = self._unpainted, None
        if frame is not None:
            self.drawn.append(Drawn(frame.position, frame.playing, self.tab.taken, time.perf_counter()))
            self.noted.emit(self.drawn[-1])


@contextmanager
def open_stage(choices: TrainingChoices) -> Iterator[Stage]:
    """A window whose training tab shows its first frame, with these choices."""
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        store.remember(GROUP, choices)
        application = QApplication.instance() or make_application(("benchmarks",), store)
        assert isinstance(application, Application)
        spec = TabSpec("training", lambda: "Training", TimedTab)
        window = TimedWindow((spec,), store, application.theme, application.language)
        tab = window.tab("training")
        assert isinstance(tab, TimedTab)
        stage = Stage(window, tab)
        garbage = GarbageCollector()
        window.show()
        try:
            stage.until(lambda _drawn: True)
            yield stage
        finally:
            window.close()
            window.deleteLater()
            garbage.stop()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def steps_per_second(drawn: list[Drawn]) -> float:
    return (drawn[-1].position - drawn[0].position) / (drawn[-1].taken - drawn[0].taken)


def frames_per_second(drawn: list[Drawn]) -> float:
    return (len(drawn) - 1) / (drawn[-1].painted - drawn[0].painted)
