"""A body that falls as the position says: where it is, where it was, and the ground."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.gradients.curve_protocol import CurvesFrame
from gui import fonts
from gui.palette import LIGHT, Palette
from gui.plots.picture_actions import PictureActions

WIDTH = 68
RADIUS, TRACE_RADIUS = 11.0, 6.0
TOP, BOTTOM = 26, 30
TRACES = 9
"""How many moments, evenly apart, are marked on the way down."""


class FallingBody(QWidget):
    """The way down is as long as the position at the end of the range."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: CurvesFrame | None = None
        self._palette = LIGHT
        self.setFixedWidth(fonts.px(WIDTH))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pictures = PictureActions(self, self)
        self.retranslate()

    def draw(self, frame: CurvesFrame) -> None:
        """Draws this moment."""
        self._frame = frame
        self.update()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._palette = palette
        self.update()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Falling body"))
        self.setToolTip(
            self.tr("The body at t; the pale marks are evenly spaced in time, so it falls faster and faster.")
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def place(self, position: float) -> float:
        """The height in pixels, from above, at which the body is then."""
        assert self._frame is not None
        positions = self._frame.values[0]
        assert positions is not None
        low, high = float(np.min(positions)), float(np.max(positions))
        share = (position - low) / (high - low) if high > low else 0.0
        return TOP + share * (self.height() - TOP - BOTTOM)

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the body and its way into a picture: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        self._paint(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        frame = self._frame
        if frame is None or frame.values[0] is None or frame.point[0] is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.width() / 2
        painter.setBrush(QColor(self._palette.accent_soft))
        painter.drawRoundedRect(QRectF(middle - 20, self.height() - BOTTOM + RADIUS + 2, 40, 3), 1.5, 1.5)
        trace = QColor(self._palette.accent)
        trace.setAlphaF(0.18)
        painter.setBrush(trace)
        for index in np.linspace(0, len(frame.samples) - 1, TRACES).astype(int):
            painter.drawEllipse(QPointF(middle, self.place(float(frame.values[0][index]))), TRACE_RADIUS, TRACE_RADIUS)
        painter.setBrush(QColor(self._palette.accent))
        painter.drawEllipse(QPointF(middle, self.place(frame.point[0])), RADIUS, RADIUS)
