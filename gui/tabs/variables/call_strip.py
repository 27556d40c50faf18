"""The calls of a story below its scrubber, each where its state lies."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import fonts
from gui.controls.track_slider import HANDLE

HEIGHT = 24
TICK = 4
LEAST_SPACING = 6.0
"""Pixels between two ticks; where they would be closer, none is drawn."""

ROOM_FOR_CALL = 96.0
"""Pixels between two states from which on all calls are written; else only that of the state that is looked at."""

GAP = 14.0
LEAST_CHARACTERS = 4


class CallStrip(QWidget):
    """As wide as the scrubber above it."""

    sought = Signal(int)  # the state whose call was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calls: tuple[str, ...] = ()
        self._position = 0
        self.setFixedHeight(fonts.px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_calls(self, calls: Sequence[str], position: int) -> None:
        """The calls that led to the states, in their order, and the state that is looked at."""
        self._calls, self._position = tuple(calls), position
        self.setAccessibleDescription(self._calls[position] if self._calls else "")
        self.update()

    def call_at(self, point: QPointF) -> str:
        """The call of the nearest state."""
        return self._calls[self._nearest(point)] if self._calls else ""

    def sizeHint(self) -> QSize:
        return QSize(240, fonts.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._calls:
            self.sought.emit(self._nearest(event.position()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._calls:
            QToolTip.showText(event.globalPos(), self.call_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        faint, quiet = palette.color(QPalette.ColorRole.Mid), palette.color(QPalette.ColorRole.PlaceholderText)
        accent = palette.color(QPalette.ColorRole.Highlight)
        if self._spacing() >= LEAST_SPACING:
            for state in range(len(self._calls)):
                painter.setPen(QPen(accent if state <= self._position else faint, 1))
                painter.drawLine(QPointF(self._x(state), 0), QPointF(self._x(state), TICK))
        for state, area, text in self.written():
            is_here = state == self._position
            painter.setFont(_font(is_here))
            painter.setPen(accent if is_here else quiet)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def written(self) -> list[tuple[int, QRectF, str]]:
        """The calls that are written: of which state, where, and as far as there is room.

        The one that is looked at comes first; the others, from there outwards, take what is left between them.
        """
        if not self._calls:
            return []
        all_fit = self._spacing() >= fonts.px(ROOM_FOR_CALL)
        here = self._placed(self._position, 0.0, self.width(), 1.5 * self._spacing() if all_fit else self.width())
        found = [here]
        if all_fit:
            end = here[1].right()
            for state in range(self._position + 1, len(self._calls)):
                found.append(self._placed(state, end + GAP, self._middle(state, state + 1)))
                end = found[-1][1].right()
            start = here[1].left()
            for state in reversed(range(self._position)):
                found.append(self._placed(state, self._middle(state - 1, state), start - GAP))
                start = found[-1][1].left()
        return sorted(((state, area, text) for state, area, text in found if text), key=lambda call: call[0])

    def _placed(self, state: int, left: float, right: float, most: float = math.inf) -> tuple[int, QRectF, str]:
        """The call below its state, but between the two limits."""
        metrics = QFontMetrics(_font(state == self._position))
        text = metrics.elidedText(self._calls[state], Qt.TextElideMode.ElideRight, int(min(right - left, most)))
        if len(text) < LEAST_CHARACTERS:
            text = ""
        width = metrics.horizontalAdvance(text)
        start = max(min(self._x(state) - width / 2, right - width), left)
        return state, QRectF(start, TICK, width + 1, fonts.px(HEIGHT) - TICK), text

    def _middle(self, state: int, other: int) -> float:
        """Between the states; beyond the ends the strip's own end."""
        if state < 0:
            return 0.0
        return self.width() if other >= len(self._calls) else (self._x(state) + self._x(other) - GAP) / 2

    def _spacing(self) -> float:
        return (self.width() - HANDLE) / max(len(self._calls) - 1, 1)

    def _x(self, state: int) -> float:
        return HANDLE / 2 + (state * self._spacing() if len(self._calls) > 1 else 0.0)

    def _nearest(self, point: QPointF) -> int:
        return min(max(round((point.x() - HANDLE / 2) / self._spacing()), 0), len(self._calls) - 1)


def _font(is_here: bool) -> QFont:
    return fonts.mono(11, fonts.SEMIBOLD) if is_here else fonts.mono(11)
