"""A tab with an engine of its own, which sends frames: each is the whole picture at one moment."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.errors import Problem
from engine.protocol import Drawn
from engine.worker import EngineThread, Laboratory
from gui.controls.scroll_page import is_scrolled_away
from gui.tab import Tab

F = TypeVar("F")

ExampleStep = tuple[Any, Callable[[Any], bool]]
"""A command, and how one sees in a frame that it is done, which is when the next one may go."""


class EngineTab(Tab, Generic[F]):
    """One frame is under way at a time: the engine is told when the last one is on the screen, and sends the next.

    A subclass takes the events in `_take` and hands every frame that it has drawn to `_show`.
    """

    # A frame has been painted; it carries that frame.
    drawn = Signal(object)

    paints_with_frame = True
    """Whether the frame is on the screen when the tab has been painted; if not, the tab calls `_acknowledge` itself."""

    def __init__(
        self,
        make: Callable[[Callable[[Any], None]], Laboratory],
        example: Sequence[ExampleStep],
        parent: QWidget | None = None,
    ) -> None:
        """make: as of `EngineThread`. example: what `run_example` does."""
        super().__init__(parent)
        self.painted_part: QWidget | None = None  # what shows the frame, where it may be painted later than the tab
        self._engine = EngineThread(make, self)
        self._engine.happened.connect(self._take)
        self._frame: F | None = None
        self._unpainted = False
        self._has_failed = False
        self._example = tuple(example)
        self._example_left: deque[ExampleStep] = deque()
        self._awaited: Callable[[Any], bool] | None = None

    @property
    def frame(self) -> F | None:
        """The moment that is shown."""
        return self._frame

    def run_example(self) -> None:
        self._example_left = deque(self._example)
        if self._frame is not None:
            self._go_on_with_example(self._frame)

    def close_engine(self, seconds: float) -> bool:
        return self._engine.close(int(seconds * 1000))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted and self.paints_with_frame:
            # What lies on the tab is painted right after it.
            QTimer.singleShot(0, self, self._acknowledge)

    @Slot(object)
    def _take(self, event: Any) -> None:
        """Shows what the engine tells."""
        raise NotImplementedError

    def _is_current(self, frame: F) -> bool:
        """Whether the frame still shows what was asked for last."""
        return True

    def _show(self, frame: F) -> None:
        """The frame has been drawn; the engine hears of it once it is painted."""
        self._frame = frame
        self._unpainted = True
        if self.paints_with_frame:
            self.update(self._pixel_in_view())
        elif self.painted_part is not None and is_scrolled_away(self.painted_part):
            QTimer.singleShot(0, self, self._acknowledge)

    def _send(self, command: Any) -> None:
        """Sends what the user wants done; an error of before is then no longer of interest."""
        if self._has_failed:
            self._has_failed = False
            self.recovered.emit()
        self._engine.send(command)

    def _fail(self, problem: Problem) -> None:
        """Says what no field is to blame for."""
        self._has_failed = True
        self.failed.emit(problem)

    def _pixel_in_view(self) -> QRect:
        """Of the tab itself; where it has been scrolled, that is not its corner."""
        corner = QPoint(0, 0) if self.pos().isNull() else self.visibleRegion().boundingRect().topLeft()
        return QRect(corner, QSize(1, 1))

    @Slot()
    def _acknowledge(self) -> None:
        """The picture is on the screen: the engine may send the next frame."""
        if not self._unpainted or self._frame is None:
            return
        self._unpainted = False
        self._engine.send(Drawn())
        if self._is_current(self._frame):
            self.drawn.emit(self._frame)
            self._go_on_with_example(self._frame)

    def _go_on_with_example(self, frame: F) -> None:
        if self._awaited is not None and self._awaited(frame):
            self._awaited = None
            if not self._example_left:
                self.example_finished.emit()
        if self._awaited is None and self._example_left:
            command, self._awaited = self._example_left.popleft()
            self._do_for_example(command)

    def _do_for_example(self, command: Any) -> None:
        """As if the user had asked for it."""
        self._send(command)
