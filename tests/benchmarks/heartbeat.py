"""Whether the window's event loop keeps going."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer

HEARTBEAT_MS = 2


class Heartbeat:
    """Beats in the window's thread; `longest_gap` is the longest time, in seconds, for which it could not."""

    def __init__(self) -> None:
        self.longest_gap = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(HEARTBEAT_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_gap = max(self.longest_gap, now - self._last)
        self._last = now
