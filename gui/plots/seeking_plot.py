"""A plot over the steps: a click or a drag looks at one of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.plots.canvas import Canvas


class SeekingPlot(Canvas):
    """A subclass says which step lies where, and what it tells of the one under the pointer."""

    # The user wants to look at this step (int).
    sought = Signal(int)

    def __init__(self, margins: QMargins, parent: QWidget | None = None) -> None:
        """margins: as of `Canvas`."""
        super().__init__(margins, parent)
        self._pointer: QPointF | None = None
        self._is_seeking = False
        self._sought: int | None = None

    def _step_at(self, pixel: QPointF) -> int | None:
        """None, or below 0, where there is no step."""
        raise NotImplementedError

    def _tell_pointed(self) -> None:
        """Tells of the step under the pointer, which may have moved, or be gone."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._is_seeking, self._sought = True, None
        self._seek(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._is_seeking = False  # let go where no plot could see it
        if self._is_seeking:
            self._seek(event.position())
            event.accept()
        else:
            super().mouseMoveEvent(event)
        self._tell_pointed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_seeking = False
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self._tell_pointed()

    def _seek(self, pixel: QPointF) -> None:
        step = self._step_at(pixel)
        if step is not None and step >= 0 and step != self._sought:
            self._sought = step
            self.sought.emit(step)
