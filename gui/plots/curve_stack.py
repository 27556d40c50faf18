"""A function's curve and those of its derivatives, one below the other, and the point that moves along them."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.gradients.curve_protocol import CurvesFrame
from engine.gradients.naming import naming
from gui.palette import LIGHT, Palette
from gui.plots.curve_layout import Panel, panels
from gui.plots.curve_painting import CurvePainter
from gui.plots.hover_card import HoverCard
from gui.plots.number_words import number_words
from gui.plots.picture_actions import PictureActions


class CurveStack(QWidget):
    """Draws one frame. What a moving point leaves as it is, is drawn once and kept as a picture."""

    moved = Signal(float)  # the t that the user has put the point to
    painted = Signal()  # what was drawn last is on the screen now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: CurvesFrame | None = None
        self._panels: list[Panel] = []
        self._ground: QPixmap | None = None
        self._palette = LIGHT
        self._painter = CurvePainter(LIGHT)
        self._probe: int | None = None
        self._is_dragging = False
        self._hover_card = HoverCard(self)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(240, 200))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._pictures = PictureActions(self, self)
        self.retranslate()

    def draw(self, frame: CurvesFrame) -> None:
        """Draws this moment."""
        earlier, self._frame = self._frame, frame
        if earlier is None or earlier.curves is not frame.curves:
            self._arrange()
        self.update()

    def panel(self, order: int) -> Panel:
        """Where the curve of this order stands."""
        return self._panels[order]

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._palette = palette
        self._painter = CurvePainter(palette)
        self._hover_card.set_palette(palette)
        self._ground = None
        self.update()

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the curves and the point into a picture: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        if self._frame is not None:
            self._painter.paint_ground(painter, self._frame, self._panels)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.paint_point(painter, self._frame, self._panels)

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Curves"))
        self.setAccessibleDescription(
            self.tr("The function and its derivatives. The slider below moves the point, too.")
        )
        self.setToolTip(self.tr("Drag the point along t; the arrow keys move it, too."))
        self._painter.retranslate()
        self._ground = None
        self.update()

    # Qt's events

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self._frame
        if frame is None:
            return
        if self._ground is None:
            self._ground = self._paint_ground(frame)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._probe is not None:
            self._painter.paint_probe(painter, frame, self._panels, self._probe)
        self._painter.paint_point(painter, frame, self._panels)
        painter.end()
        self.painted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._frame is not None:
            self._is_dragging = True
            self._hover_card.hide()
            self._probe = None
            self._move(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._is_dragging = False
        if self._is_dragging:
            self._move(event.position())
        else:
            self._tell_pointed(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_card.hide()
        self._probe = None
        self.update()

    def _arrange(self) -> None:
        self._ground = None
        if self._frame is not None:
            bounds = [(-1.0, 1.0) if curve is None else (curve.low, curve.high) for curve in self._frame.curves]
            self._panels = panels(self.width(), self.height(), self._frame.settings.span, bounds)

    def _paint_ground(self, frame: CurvesFrame) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = QPainter(ground)
        self._painter.paint_ground(painter, frame, self._panels)
        painter.end()
        return ground

    def _move(self, pixel: QPointF) -> None:
        """To a t with as few digits as there are pixels."""
        view = self._panels[0].view
        low, high = view.x_low, view.x_high
        at = min(max(view.x_at(pixel.x()), low), high)
        digits = math.ceil(-math.log10(1 / view.x_scale))
        self.moved.emit(min(max(round(at, digits), low), high))

    def _tell_pointed(self, pixel: QPointF) -> None:
        """The sample under the pointer, with the values that were computed there."""
        frame = self._frame
        if frame is None or not self._panels:
            return
        view = self._panels[0].view
        if not view.left <= pixel.x() <= view.left + view.width:
            self.leaveEvent(QEvent(QEvent.Type.Leave))
            return
        index = int(np.argmin(np.abs(frame.samples - view.x_at(pixel.x()))))
        self._probe = index
        names = naming(frame.tree)
        rows = [("t", number_words(float(frame.samples[index])))]
        for values, name, unit in zip(frame.values, names.names, names.units, strict=False):
            value = "None" if values is None else number_words(float(values[index]))
            rows.append((name, f"{value} {unit}".rstrip()))
        self._hover_card.show_rows(rows, beside=pixel.toPoint())
        self.update()
