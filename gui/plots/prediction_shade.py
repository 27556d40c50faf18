"""A breath of colour behind the points: which class the model predicts here."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui.plots.half_planes import HalfPlanes
from gui.plots.layer import Layer
from gui.plots.markers import class_colour

_LIGHT_ALPHA, _DARK_ALPHA = 20, 24  # out of 255: about 8 %; dark needs a little more to be seen


class PredictionShade(Layer):
    """Each half plane in its class's colour; nothing where the model predicts nothing finite."""

    def __init__(self) -> None:
        super().__init__(height=-10)
        self._halves: HalfPlanes | None = None

    def set_halves(self, halves: HalfPlanes | None) -> None:
        self._halves = halves

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._halves is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for label, part in enumerate((self._halves.class_0, self._halves.class_1)):
            colour = class_colour(self._palette, label)
            colour.setAlpha(_DARK_ALPHA if self._palette.is_dark else _LIGHT_ALPHA)
            painter.setBrush(colour)
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in part]))
