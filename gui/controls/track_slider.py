"""A slider as on a video player: press anywhere on the track to go there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSlider, QWidget

from gui.controls.own_keys import keep_keys

TRACK = 6
HANDLE = 16
RING = 4
_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class TrackSlider(QSlider):
    """`valueChanged` tells what the user chose; what the program shows by `show_range` and `show_value` is silent.

    Up to the limit the track is tinted, and the user cannot go beyond.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._limit: int | None = None
        # Tab only, so that after a press with the mouse the keys keep going where they went.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keep_keys(self, *_KEYS)
        self.actionTriggered.connect(self._keep_to_limit)

    def show_range(self, greatest: int, limit: int | None = None) -> None:
        """From 0 to `greatest`, of which the user can choose what is not above `limit`."""
        if (greatest, limit) != (self.maximum(), self._limit):
            self._limit = limit
            with QSignalBlocker(self):
                self.setRange(0, greatest)
            self.update()

    def show_value(self, value: int) -> None:
        """Moves the handle, but not out of the user's hand."""
        if not self.isSliderDown():
            with QSignalBlocker(self):
                self.setValue(value)

    def limit(self) -> int:
        """The greatest value that the user can choose."""
        return self.maximum() if self._limit is None else self._limit

    def sizeHint(self) -> QSize:
        return QSize(160, HANDLE + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HANDLE + 2 * RING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position())
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette = self.palette()
        accent = palette.color(QPalette.ColorRole.Highlight)
        self._paint_track(painter, self.maximum(), palette.color(QPalette.ColorRole.Midlight))
        if self._limit is not None:
            tint = QColor(accent)
            tint.setAlphaF(0.35)
            self._paint_track(painter, self._limit, tint)
        self._paint_track(painter, self.sliderPosition(), accent)
        middle = QPointF(self._x(self.sliderPosition()), self.height() / 2)
        if self.hasFocus():
            ring = QColor(accent)
            ring.setAlphaF(0.4)
            painter.setBrush(ring)
            painter.drawEllipse(middle, HANDLE / 2 + RING - 1, HANDLE / 2 + RING - 1)
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.setPen(QPen(accent, 3))
        painter.drawEllipse(middle, (HANDLE - 3) / 2, (HANDLE - 3) / 2)

    def _paint_track(self, painter: QPainter, value: int, colour: QColor) -> None:
        left = HANDLE / 2 - TRACK / 2
        painter.setBrush(colour)
        painter.drawRoundedRect(
            QRectF(left, (self.height() - TRACK) / 2, self._x(value) + TRACK / 2 - left, TRACK), TRACK / 2, TRACK / 2
        )

    def _x(self, value: int) -> float:
        share = value / self.maximum() if self.maximum() else 0.0
        return HANDLE / 2 + share * (self.width() - HANDLE)

    def _go_to(self, point: QPointF) -> None:
        share = (point.x() - HANDLE / 2) / max(self.width() - HANDLE, 1)
        self.setValue(min(round(min(max(share, 0.0), 1.0) * self.maximum()), self.limit()))

    def _keep_to_limit(self) -> None:
        self.setSliderPosition(min(self.sliderPosition(), self.limit()))
