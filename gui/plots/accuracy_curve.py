"""The layer that draws the accuracy beside the loss, on a scale of its own: 0 % at the bottom, 100 % at the top."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from engine.protocol import Frame
from gui import fonts
from gui.plots.layer import Layer

_LABEL_PIXELS = 11


class AccuracyCurve(Layer):
    """At most a few hundred points, and at their end what they are."""

    def __init__(self) -> None:
        super().__init__(height=0)
        self._points: list[tuple[float, float]] = []
        self._label = ""

    def show_accuracy(self, frame: Frame, label: str) -> None:
        """The samples up to the position that is looked at, and the accuracy there; `label` names it."""
        sampled = frame.accuracies
        until = int(np.searchsorted(sampled.steps, frame.position))
        self._points = list(zip(sampled.steps[:until].tolist(), sampled.values[:until].tolist(), strict=True))
        self._points.append((float(frame.position), frame.accuracy))
        self._label = label

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        view = self._view
        if not self._points:
            return
        pixels = [
            QPointF(view.x_to_pixel(step), view.top + view.height * (1 - accuracy)) for step, accuracy in self._points
        ]
        painter.setClipRect(self.boundingRect())
        painter.setPen(QPen(QColor(self._palette.accuracy), 1))
        painter.drawPolyline(QPolygonF(pixels))
        self._paint_label(painter, pixels[-1])

    def _paint_label(self, painter: QPainter, end: QPointF) -> None:
        """Below the curve's end, inside the plot."""
        font = QFont(QApplication.font())
        font.setPixelSize(fonts.px(_LABEL_PIXELS))
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._label)
        x = min(max(end.x() - width / 2, self._view.left + 4), self._view.left + self._view.width - width)
        y = min(end.y() + _LABEL_PIXELS + 5, self._view.top + self._view.height - 4)
        painter.setPen(QPen(QColor(self._palette.accuracy), 1, Qt.PenStyle.SolidLine))
        painter.drawText(QPointF(x, y), self._label)
