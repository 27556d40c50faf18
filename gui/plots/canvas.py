"""The sheet that a plot is drawn on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QMargins, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QLabel, QStyleOptionGraphicsItem, QToolButton, QWidget

from gui import fonts
from gui.focus_ring import RING
from gui.palette import LIGHT, Palette
from gui.plots.hover_card import HoverCard
from gui.plots.layer import Layer
from gui.plots.picture_actions import PictureActions
from gui.plots.view import EMPTY_VIEW, View

if TYPE_CHECKING:

    class GraphicsView(QGraphicsView):
        """What is used of pyqtgraph's view, which has no type hints."""

        def setBackground(self, background: None) -> None: ...
        def setCentralItem(self, item: None) -> None: ...
else:
    from pyqtgraph import GraphicsView


ZOOM, STEP = 1.25, 0.1
"""How much a key zooms, and by which share of what is seen it moves."""

MOVES = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Down: (0.0, -STEP),
    Qt.Key.Key_Up: (0.0, STEP),
}


class Canvas(GraphicsView):
    """What all plots have in common: layers in a view to pan and zoom, a way back to the whole, and a message.

    pyqtgraph's `ViewBox` keeps the range and obeys the mouse; the layers paint in the widget's pixels.
    A subclass adds its layers, says in `fit()` what the whole is, and reacts to a new view in `arrange()`.
    """

    # What was drawn last is on the screen now. Carries nothing.
    painted = Signal()

    copy_shortcut = "Ctrl+Shift+C"
    """Copies the plot as a picture while it has the focus."""

    def __init__(self, margins: QMargins, parent: QWidget | None = None) -> None:
        """`margins` are kept free around the view, for labels."""
        super().__init__(parent)
        self._margins = margins
        self._palette = LIGHT
        self._layers: list[Layer] = []
        self._view = EMPTY_VIEW
        self.is_fitted = True
        self._is_drawn = False
        self._is_opaque = False
        self._box = pg.ViewBox(enableMenu=False)
        self._box.disableAutoRange()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCentralItem(None)
        self.scene().addItem(self._box)
        self._box.sigRangeChanged.connect(self._change_view)
        self._box.sigRangeChangedManually.connect(self.unfit)

        # The card shows through. Every frame changes most of a plot, so it is repainted whole, without a search.
        self.setBackground(None)
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.viewport().setAutoFillBackground(False)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)

        self.hover_card = HoverCard(self)
        self._message = QLabel(self)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._message.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._message.hide()

        self._fit_action = QAction(self)
        self._fit_action.setShortcut(QKeySequence(Qt.Key.Key_F))
        self._fit_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._fit_action.triggered.connect(self.fit)
        self.addAction(self._fit_action)
        self._pictures = PictureActions(self, self, self.copy_shortcut)
        self._fit_button = QToolButton(self)
        self._fit_button.setDefaultAction(self._fit_action)
        self._fit_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fit_button.hide()
        self.set_palette(LIGHT)
        self._place_box()

    # What a subclass gives

    def fit(self) -> None:
        """Shows the whole."""
        self.is_fitted = True
        self._fit_button.hide()

    def unfit(self) -> None:
        """The mouse has chosen a part: stays with it, and offers the way back."""
        self.is_fitted = False
        self._fit_button.show()
        self._place_overlays()

    def arrange(self) -> None:
        """Puts everything where the view now wants it."""

    # What a subclass uses

    def add_layer(self, layer: Layer) -> None:
        layer.set_view(self._view)
        layer.set_palette(self._palette)
        self._layers.append(layer)
        self.scene().addItem(layer)

    def cover_ground(self) -> None:
        """The plot paints its own ground, so that the card below it need not be painted with every frame."""
        self._is_opaque = True
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.set_palette(self._palette)

    def set_fit_text(self, text: str, tool_tip: str) -> None:
        """Names the way back to the whole, on its button and in the context menu."""
        self._fit_action.setText(text)
        self._fit_action.setToolTip(tool_tip)
        self._fit_button.setAccessibleName(text)
        self._place_overlays()

    def set_range(self, x_low: float, x_high: float, y_low: float, y_high: float) -> None:
        """Shows this part of the plane (more of it where the scales are locked together)."""
        self._box.setRange(xRange=(x_low, x_high), yRange=(y_low, y_high), padding=0)

    # For everybody

    def view(self) -> View:
        """What is seen, and where."""
        return self._view

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._palette = palette
        for layer in self._layers:
            layer.set_palette(palette)
        self.hover_card.set_palette(palette)
        self._message.setStyleSheet(
            f"color: {palette.muted}; background: {palette.surface}; border-radius: 8px; padding: 8px 14px;"
        )
        if self._is_opaque:
            self.setBackgroundBrush(QColor(palette.surface))
        self._fit_button.setStyleSheet(
            f"QToolButton {{ background: {palette.surface}; color: {palette.muted}; border: 1px solid {palette.border};"
            " border-radius: 6px; padding: 3px 8px; font-size: 11px; }"
            f"QToolButton:hover, QToolButton:focus {{ color: {palette.accent}; border-color: {palette.accent}; }}"
        )
        self.viewport().update()

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the whole plot into a picture: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._palette.surface))
        # Not by `render`: it clips everything, and Qt's SVG forgets how to go back to the outer one of two clips.
        for layer in sorted(self._layers, key=lambda layer: layer.zValue()):
            layer.is_picture = True
            painter.save()
            layer.paint(painter, QStyleOptionGraphicsItem())
            painter.restore()
            layer.is_picture = False

    def set_message(self, text: str) -> None:
        """The words in the middle, until the first frame is drawn."""
        self._message.setText(text)
        self._message.setVisible(not self._is_drawn)
        self._place_overlays()

    def show_notice(self, text: str) -> None:
        """Words over what is drawn, until the next frame is."""
        self._message.setText(text)
        self._message.show()
        self._place_overlays()

    def hide_message(self) -> None:
        """A frame is drawn."""
        self._is_drawn = True
        self._message.hide()

    # Qt's events

    def close(self) -> bool:
        # pyqtgraph's own takes the scene and the viewport away, so that the next event crashes.
        return QGraphicsView.close(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event is None:
            return  # a call from pyqtgraph's constructor, when there is nothing to resize yet
        self._place_box()
        self._change_view()
        if self.is_fitted:
            self.fit()
        self._place_overlays()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.property(RING):
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(2, 2, -2, -2), 6, 6)
            painter.end()
        self.painted.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            self.viewport().update()  # the ring
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Sets every text in the language of the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # pyqtgraph would give some keys to the view box; all that do not move the view belong to the window.
        if not self._move_view(event):
            event.ignore()

    def _move_view(self, event: QKeyEvent) -> bool:
        """What the wheel and a drag do: plus and minus zoom about the middle, Alt and an arrow moves."""
        zoomed = {Qt.Key.Key_Plus: 1 / ZOOM, Qt.Key.Key_Equal: 1 / ZOOM, Qt.Key.Key_Minus: ZOOM}.get(
            Qt.Key(event.key())
        )
        moved = MOVES.get(Qt.Key(event.key())) if event.modifiers() & Qt.KeyboardModifier.AltModifier else None
        along_x, along_y = self._box.mouseEnabled()
        if not (along_x or along_y) or (zoomed is None and moved is None):
            return False
        if zoomed is not None:
            self._box.scaleBy(x=zoomed if along_x else None, y=zoomed if along_y else None)
        elif moved is not None:
            (x_low, x_high), (y_low, y_high) = self._box.viewRange()
            self._box.translateBy(x=moved[0] * (x_high - x_low) * along_x, y=moved[1] * (y_high - y_low) * along_y)
        self.unfit()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        # pyqtgraph would zoom about the point that was under the pointer when it painted last.
        self._box.updateMatrix()
        super().wheelEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)  # so that F undoes it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()  # pyqtgraph acts on it, but says that nobody has

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()
            event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover_card.hide()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.leaveEvent(event)  # the pointer may have gone no farther than to the button in the corner
        # Over the data the hover card speaks; a tool tip would lie on top of it.
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.hover_card.isVisible():
            return True
        return super().viewportEvent(event)

    def _place_box(self) -> None:
        area = self.rect().marginsRemoved(self._margins * (fonts.percent() / 100))
        self._box.setGeometry(QRectF(area.left(), area.top(), max(area.width(), 1), max(area.height(), 1)))

    def _change_view(self) -> None:
        (x_low, x_high), (y_low, y_high) = self._box.viewRange()
        area = self._box.geometry()
        view = View(area.left(), area.top(), area.width(), area.height(), x_low, x_high, y_low, y_high)
        if view == self._view:
            return
        self._view = view
        for layer in self._layers:
            layer.set_view(view)
        self.arrange()
        self.viewport().update()

    def _place_overlays(self) -> None:
        self._message.setMaximumWidth(max(self.width() - 48, 1))
        self._message.adjustSize()
        self._message.move(self.rect().center() - self._message.rect().center())
        self._fit_button.adjustSize()
        self._fit_button.move(QPoint(self.width() - self._fit_button.width() - 8, 8))
