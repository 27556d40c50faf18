"""Collects Python's garbage on the window's thread, and nowhere else."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MILLISECONDS = 500


class GarbageCollector(QObject):
    """While it lives, Python collects no garbage of its own accord.

    Python collects on whichever thread happens to allocate, the engine's too; and a graphics item or a pixmap of
    Qt's must not be destroyed there while the window paints.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Leaves it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        """Collects the oldest generation that is due, as Python itself would."""
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold:
                gc.collect(generation)
                return
