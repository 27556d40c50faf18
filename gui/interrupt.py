"""Ctrl-C and the system's request to end, as a signal of Qt's."""

from __future__ import annotations

import contextlib
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows lacks the last


class Interrupts(QObject):
    """Hears of the first such request; the second does what it does without us, it ends the program at once.

    While Qt's loop idles no Python runs, handlers of signals neither; so the byte that Python writes to a socket at
    each signal wakes the loop up.
    """

    came = Signal()  # the program was asked to end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._pythons = socket.socketpair()
        self._ours.setblocking(False)
        self._pythons.setblocking(False)
        self._former = {number: signal.getsignal(number) for number in _numbers()}
        for number in self._former:
            signal.signal(number, self._note)
        self._former_fd = signal.set_wakeup_fd(self._pythons.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def stop(self) -> None:
        """Leaves the signals to whom they belonged before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._former_fd)
        self._restore()
        self._ours.close()
        self._pythons.close()

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._restore()

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            if set(self._ours.recv(64)) & set(self._former):
                self.came.emit()

    def _restore(self) -> None:
        for number, handler in self._former.items():
            signal.signal(number, handler)


def _numbers() -> tuple[signal.Signals, ...]:
    return tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
