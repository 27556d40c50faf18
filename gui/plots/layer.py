"""What a plot is made of: layers, painted one over the other in the pixels of its widget."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from gui.palette import LIGHT, Palette
from gui.plots.view import EMPTY_VIEW, View


class Layer(QGraphicsItem):
    """One layer of a plot; its `paint` works in pixels, whatever part of the plane is seen."""

    def __init__(self, height: float) -> None:
        """`height` orders the layers: the higher one is painted over the lower one."""
        super().__init__()
        self.setZValue(height)
        self._view = EMPTY_VIEW
        self._palette = LIGHT
        self.is_picture = False
        """Whether it is painted for a picture that is taken away: at another scale, or as vectors."""

    def set_view(self, view: View) -> None:
        self.prepareGeometryChange()
        self._view = view

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._view.left, self._view.top, self._view.width, self._view.height)
