"""Nested tapes drawn as frames within frames, with the operations that each recorded as chips."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.gradients.formulas import written_number
from engine.gradients.recording import Recording
from gui import fonts
from gui.controls.own_keys import keep_keys
from gui.palette import LIGHT, Palette
from gui.plots.picture_actions import PictureActions
from gui.tabs.gradients.chips import RADIUS, ChipPainter, ChipStyle
from gui.tabs.gradients.tape_layout import TITLE_HEIGHT, TapeLayout, chip_text, lay_out, neighbour

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -10_000),
    Qt.Key.Key_End: (0, 10_000),
}


class TapePicture(QWidget):
    """As high as what it draws. An operation is chosen by a click, or by arrow keys; Escape chooses none."""

    chosen = Signal(object)  # the place of the operation in the recording that the user chose; None for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self._recording: Recording | None = None
        self._layout: TapeLayout | None = None
        self._chosen: int | None = None
        self._marked: frozenset[int] = frozenset()
        self._with_bookkeeping = False
        self._chips = ChipPainter()
        self._pictures = PictureActions(self, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        keep_keys(self, *_STEPS, Qt.Key.Key_Escape)

    def show_recording(self, recording: Recording) -> None:
        """Draws it."""
        self._recording = recording
        self._lay_out()

    def mark(self, chosen: int | None, marked: Collection[int]) -> None:
        """The operation that is chosen, and those that lie on a way of the gradient with it."""
        self._chosen, self._marked = chosen, frozenset(marked)
        self.update()

    def show_bookkeeping(self, shown: bool) -> None:
        """Whether the operations that only mind shapes are drawn."""
        self._with_bookkeeping = shown
        self._lay_out()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._colours = palette
        self.update()

    def layout_of_tapes(self) -> TapeLayout | None:
        """Where everything stands."""
        return self._layout

    def area_of(self, operation: int) -> QRectF:
        """Where its chip stands; empty where it has none."""
        chips = self._layout.chips if self._layout else ()
        return next((chip.area for chip in chips if chip.operation == operation), QRectF())

    def sizeHint(self) -> QSize:
        return QSize(280, round(self._layout.height) if self._layout else 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._operation_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._operation_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._layout is not None:
            self.chosen.emit(neighbour(self._layout.chips, self._chosen, *_STEPS[key]))
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._operation_at(QPointF(event.pos()))
            if place is not None and self._recording is not None:
                operation = self._recording.operations[place]
                QToolTip.showText(event.globalPos(), f"{operation.type} {chip_text(operation)}", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self._chips.follow_text_size()
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, QRectF(event.rect()))

    def paint_picture(self, painter: QPainter) -> None:
        """Paints all of it into a picture, also what is scrolled out of view: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._colours.surface))
        self._paint(painter, QRectF(self.rect()))

    def _paint(self, painter: QPainter, seen: QRectF) -> None:
        if self._layout is None or self._recording is None:
            return
        self._paint_frames(painter, self._layout, self._recording)
        self._paint_captions(painter, self._layout, self._recording)
        for chip in self._layout.chips:
            if chip.area.intersects(seen):
                self._paint_chip(painter, chip.operation, chip.area)

    def _paint_frames(self, painter: QPainter, layout: TapeLayout, recording: Recording) -> None:
        font = fonts.words(11, fonts.SEMIBOLD)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for frame in layout.frames:
            colour, title = tape_colour(self._colours, frame.tape), recording.tapes[frame.tape].name
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.area, RADIUS, RADIUS)
            width = metrics.horizontalAdvance(title)
            ground = QRectF(
                frame.area.left() + 14,
                frame.area.top() - fonts.px(TITLE_HEIGHT) / 2,
                width + 10,
                fonts.px(TITLE_HEIGHT),
            )
            painter.fillRect(ground, QColor(self._colours.surface))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, title)

    def _paint_captions(self, painter: QPainter, layout: TapeLayout, recording: Recording) -> None:
        font = fonts.words(11)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(self._colours.muted))
        for caption in layout.captions:
            tape = recording.tapes[caption.tape]
            text = f"{tape.name}.gradient({tape.target}, {recording.name}) = {written_number(tape.gradient)}"
            if caption.tape < len(recording.tapes) - 1:
                text = self.tr("{call}, recorded too:").format(call=text)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, caption.area.width())
            painter.drawText(caption.area, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_chip(self, painter: QPainter, place: int, area: QRectF) -> None:
        assert self._recording is not None
        operation, edge = self._recording.operations[place], ""
        if place in self._marked:
            tape = operation.tapes[0] if operation.tapes else operation.phase
            edge = tape_colour(self._colours, tape).name()
        is_chosen = place == self._chosen
        style = ChipStyle(bool(operation.tapes), is_chosen, is_chosen and self.hasFocus(), edge)
        self._chips.paint(painter, area, (operation.type, chip_text(operation)), style, self._colours)

    def _operation_at(self, position: QPointF) -> int | None:
        chips = self._layout.chips if self._layout else ()
        return next((chip.operation for chip in chips if chip.area.contains(position)), None)

    def _lay_out(self) -> None:
        if self._recording is None:
            return
        earlier = self._layout.height if self._layout else 0
        self._layout = lay_out(self._recording, self.width(), self._chips.advance, self._with_bookkeeping)
        if self._layout.height != earlier:
            self.setFixedHeight(round(self._layout.height))
        self.update()


def tape_colour(palette: Palette, tape: int) -> QColor:
    """The colour of a tape, counted from the innermost."""
    return QColor((palette.caution, palette.accent, palette.number, palette.accuracy)[tape])
