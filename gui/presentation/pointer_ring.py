"""A ring around the pointer, so that a class sees from afar where it is, and when it presses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

SIDE, WIDTH = 60, 3.5


class PointerRing(QWidget):
    """Lies above the whole window and lets the mouse through. It hears of the pointer from the system's window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_pressed = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(SIDE, SIDE)
        self.hide()

    def begin(self) -> None:
        """Follows the pointer from now on."""
        if (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)

    def end(self) -> None:
        """Is gone."""
        if (handle := self._window.windowHandle()) is not None:
            handle.removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            if isinstance(event, QMouseEvent):
                self._follow(event.position().toPoint(), kind)
        elif kind == QEvent.Type.Leave:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        ground = QColor(colour)
        ground.setAlpha(110 if self._is_pressed else 34)
        painter.setBrush(ground)
        painter.setPen(QPen(colour, WIDTH))
        painter.drawEllipse(QRectF(self.rect()).adjusted(WIDTH, WIDTH, -WIDTH, -WIDTH))

    def _follow(self, place: QPoint, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.MouseButtonPress:
            self._is_pressed = True
        elif kind == QEvent.Type.MouseButtonRelease:
            self._is_pressed = False
        self.move(place - QPoint(SIDE // 2, SIDE // 2))
        if not self.isVisible():
            self.show()
        self.raise_()
        self.update()
