"""The engine's thread: the one place in the engine that knows Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

STACK_BYTES = 16 << 20
"""macOS gives a thread 512 KiB, too little for TensorFlow."""


class Laboratory(Protocol):
    """What a tab's engine is to the thread that runs it. It tells its events through the function it was made with."""

    def start(self) -> None:
        """Called first, on the engine's thread: the place to import TensorFlow."""

    def obey(self, command: Any) -> None:
        """Carries a command out."""

    def work(self) -> float | None:
        """Does a short piece of work; gives the seconds until the next, None where there is none."""


@runtime_checkable
class Closable(Protocol):
    """A laboratory that holds more than memory: threads, processes, files."""

    def close(self) -> None:
        """Called last, on the engine's thread."""


class Worker(QObject):
    """Lives on the engine's thread: hands it commands, and lets it work between them."""

    # An event of `engine.protocol`.
    happened = Signal(object)

    def __init__(self, make: Callable[[Callable[[Any], None]], Laboratory]) -> None:
        super().__init__()
        self._make = make
        self._laboratory: Laboratory | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._work)

    @Slot(object)
    def obey(self, command: object) -> None:
        if QThread.currentThread().isInterruptionRequested():
            return
        if self._laboratory is None:
            self._laboratory = self._make(self.happened.emit)
            self._laboratory.start()
        self._laboratory.obey(command)
        self._timer.start(0)

    def stop(self) -> None:
        """No more work. Qt wants this on the thread where the timer runs, before that thread is over."""
        self._timer.stop()
        if isinstance(self._laboratory, Closable):
            self._laboratory.close()

    @Slot()
    def _work(self) -> None:
        if self._laboratory is None or QThread.currentThread().isInterruptionRequested():
            return
        seconds = self._laboratory.work()
        if seconds is not None:
            self._timer.start(round(seconds * 1000))


class EngineThread(QThread):
    """Runs a laboratory apart from the window. Commands may be sent at once; they wait until it is up."""

    # An event of `engine.protocol`, delivered on the receiver's thread.
    happened = Signal(object)

    # A command of `engine.protocol`, on its way in.
    _sent = Signal(object)

    def __init__(self, make: Callable[[Callable[[Any], None]], Laboratory], parent: QObject | None = None) -> None:
        """`make` is called on the engine's thread, with the function that tells events."""
        super().__init__(parent)
        self.setStackSize(STACK_BYTES)
        self._is_closed = False
        self._worker = Worker(make)
        self._worker.moveToThread(self)
        self._worker.happened.connect(self.happened)
        self._sent.connect(self._worker.obey)

    def run(self) -> None:
        # This Python frame must stay on the thread's stack: with Qt's own `run`, PySide6 gives every slot a new
        # `threading.local`, and TensorFlow, which keeps its state there, hangs.
        self.exec()
        self._worker.stop()

    def send(self, command: object) -> None:
        """Hands a command to the laboratory; starts the thread if need be. After `close`, does nothing."""
        if self._is_closed:  # the answer to an event that was still on its way must not start it anew
            return
        if not self.isRunning():
            self.start()
        self._sent.emit(command)

    def close(self, milliseconds: int) -> bool:
        """Ends the thread for good, after the piece of work in hand; gives whether it ended within that time."""
        self._is_closed = True
        self.requestInterruption()
        self.quit()
        return self.wait(milliseconds)
