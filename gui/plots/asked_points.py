"""The layer that marks the new points which the model was asked about, with the class that it said."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.keras_lab.protocol import Inference
from gui import fonts
from gui.plots.class_colours import class_colour
from gui.plots.layer import Layer

MOST_MARKED = 200
"""Of more points than these nothing could be told apart."""

_MOST_NUMBERED = 12
_REACH = 6.0


class AskedPoints(Layer):
    """A cross for each, numbered as in the list beside the plot where they are few."""

    def __init__(self) -> None:
        super().__init__(height=10)
        self._inference: Inference | None = None

    def show_inference(self, inference: Inference | None) -> None:
        self._inference = inference
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        inference = self._inference
        if inference is None or inference.count > MOST_MARKED:
            return
        painter.setClipRect(self.boundingRect())
        painter.setFont(fonts.mono(11, fonts.SEMIBOLD))
        for number, point in enumerate(inference.points):
            if np.isfinite(point).all():
                place = QPointF(self._view.x_to_pixel(float(point[0])), self._view.y_to_pixel(float(point[1])))
                label = int(inference.classes[number]) if number < len(inference.classes) else None
                self._paint_cross(painter, place, label)
                if inference.count <= _MOST_NUMBERED:
                    self._paint_number(painter, place, str(number + 1))

    def _paint_cross(self, painter: QPainter, place: QPointF, label: int | None) -> None:
        inside = QColor(self._palette.muted) if label is None else class_colour(self._palette, label)
        lines = [
            QLineF(place - QPointF(_REACH, _REACH), place + QPointF(_REACH, _REACH)),
            QLineF(place - QPointF(_REACH, -_REACH), place + QPointF(_REACH, -_REACH)),
        ]
        for colour, width in ((QColor(self._palette.text), 5.5), (inside, 2.5)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLines(lines)

    def _paint_number(self, painter: QPainter, place: QPointF, number: str) -> None:
        metrics = QFontMetricsF(painter.font())
        box = QRectF(place.x() + _REACH + 3, place.y() - 18, metrics.horizontalAdvance(number) + 8, 15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.surface))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._palette.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)
