"""Frames of an animation on their way: evaluated and written on one thread, painted on the window's."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence

from PIL import Image
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from engine.animation import Kind, write_animation
from engine.protocol import Frame
from engine.saving import Progress
from engine.training.moments import Moments
from gui.tabs.training.animation.stage import Stage

LOOK_SECONDS = 0.05
"""Between two looks at whether the file is still wanted, while a frame is waited for."""

RETRY_MILLISECONDS = 10


class Projector(QObject):
    """One frame is painted while the one before it is compressed, so that the window has time for other things."""

    # A frame to be painted; it is sent by the thread that writes.
    _asked = Signal(object)

    def __init__(self, stage: Stage) -> None:
        """Goes with the stage."""
        super().__init__(stage)
        self._stage = stage
        self._painted: queue.SimpleQueue[QImage] = queue.SimpleQueue()
        self._asked.connect(self._paint)

    def write(self, path: str, frame: Frame, steps: Sequence[int], kind: Kind, rate: int, progress: Progress) -> None:
        """Writes the animation of these steps; called on a thread of its own. Raises what `write_animation` raises."""
        progress(0.0)
        moments = Moments(frame, max(steps))
        share = 0.0
        due: int | None = None  # the number of the frame that is being painted already

        def tell(done: float) -> None:
            nonlocal share
            share = done
            progress(done)

        def ask(number: int) -> None:
            nonlocal due
            due = number
            self._asked.emit(moments.at(steps[number]))

        def draw(number: int) -> Image.Image:
            nonlocal due
            if due is not None and due != number:
                self._take(lambda: progress(share))
                due = None
            if due is None:
                ask(number)
            image = self._take(lambda: progress(share))
            due = None
            if number + 1 < len(steps):
                ask(number + 1)
            return _pixels(image)

        write_animation(path, kind, draw, len(steps), rate, tell)

    def _take(self, look: Callable[[], None]) -> QImage:
        while True:
            try:
                return self._painted.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                look()

    @Slot(object)
    def _paint(self, frame: Frame) -> None:
        image = self._stage.paint(frame)
        if image is None:
            QTimer.singleShot(RETRY_MILLISECONDS, self, lambda: self._paint(frame))
        else:
            self._painted.put(image)


def _pixels(image: QImage) -> Image.Image:
    size = (image.width(), image.height())
    return Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX")
