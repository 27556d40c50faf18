"""Where the frames of an animation are painted: the plots of the tab once more, at a size of their own, never shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from engine.protocol import Frame
from gui import fonts
from gui.palette import Palette
from gui.plots.canvas import Canvas
from gui.plots.decision_plot import DecisionPlot
from gui.plots.loss_plot import LossPlot
from gui.plots.markers import Colouring

MARGIN, GAP, RADIUS = 12, 12, 12
HEAD = 34
"""Pixels of a card above its plot."""

CAPTION = 96
LEFT_SHARE = 0.6
LOGICAL = QSize(960, 540)
"""Pixels that are arranged; a larger picture shows the same enlarged, so that its letters grow too.

Where the window's type is larger, there are as many more, so that the picture is the same.
"""


@dataclass(frozen=True, slots=True)
class Look:
    """How the plots of the tab look now. axes: the features that are seen."""

    palette: Palette
    colouring: Colouring
    axes: tuple[int, int]
    is_log: bool


class Stage(QWidget):
    """Paints one frame after the other; a child of the tab, so that it speaks its language."""

    def __init__(self, size: QSize, look: Look, parent: QWidget) -> None:
        """size: of the picture, in pixels."""
        super().__init__(parent)
        self.hide()
        self._size, self._palette = size, look.palette
        self._frame: Frame | None = None
        base = size if size.width() < LOGICAL.width() else LOGICAL
        width, height = fonts.px(base.width()), fonts.px(base.height())
        self._scale = size.width() / width
        left = round((width - 2 * MARGIN - GAP) * LEFT_SHARE)
        right = width - 2 * MARGIN - GAP - left
        x = MARGIN + left + GAP
        caption, self._head = fonts.px(CAPTION), fonts.px(HEAD)
        self._decision_card = QRect(MARGIN, MARGIN, left, height - 2 * MARGIN)
        self._caption = QRect(x, MARGIN, right, caption)
        self._loss_card = QRect(x, MARGIN + caption + GAP, right, height - 2 * MARGIN - caption - GAP)
        self._decision, self._loss = DecisionPlot(self), LossPlot(self)
        self._loss.set_log(look.is_log)
        self._decision.set_colouring(look.colouring)
        self._decision.set_axes(look.axes)
        for plot, card in ((self._decision, self._decision_card), (self._loss, self._loss_card)):
            plot.set_palette(look.palette)
            plot.resize(card.size() - QSize(2, self._head + 2))
            plot.grab(QRect(0, 0, 1, 1))  # so that it hears of its size, which Qt keeps until it is shown

    def paint(self, frame: Frame) -> QImage | None:
        """The picture of the frame; None while millions of points are made ready to be painted, the first time."""
        if frame is not self._frame:
            self._frame = frame
            self._decision.draw(frame)
            self._loss.draw(frame)
        if self._decision.cloud.is_painting:
            return None
        image = QImage(self._size, QImage.Format.Format_RGB32)
        image.fill(QColor(self._palette.background))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        self._paint_plot(painter, self._decision_card, self.tr("Decision line"), self._decision)
        self._paint_plot(painter, self._loss_card, self.tr("Loss"), self._loss)
        self._paint_caption(painter, frame)
        painter.end()
        return None if self._decision.cloud.is_painting else image

    def _paint_plot(self, painter: QPainter, card: QRect, title: str, plot: Canvas) -> None:
        painter.fillRect(card, QColor(self._palette.surface))
        painter.setFont(fonts.words(13, fonts.SEMIBOLD))
        painter.setPen(QColor(self._palette.text))
        head = QRect(card.left() + 14, card.top(), card.width() - 28, self._head)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.save()
        painter.translate(card.left() + 1, card.top() + self._head + 1)
        painter.setClipRect(plot.rect())
        plot.paint_picture(painter)
        painter.restore()
        self._round_off(painter, card)

    def _paint_caption(self, painter: QPainter, frame: Frame) -> None:
        card = self._caption
        painter.fillRect(card, QColor(self._palette.surface))
        inside = card.adjusted(14, 12, -14, -12)
        painter.setPen(QColor(self._palette.text))
        painter.setFont(fonts.words(24, fonts.SEMIBOLD))
        step = self.tr("Step {number}").format(number=f"{frame.position:,}")
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, step)
        below = inside.adjusted(0, inside.height() - fonts.px(20), 0, 0)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        loss = self.tr("loss {value}").format(value=f"{frame.loss:.4g}")
        accuracy = self.tr("accuracy {share} %").format(share=f"{100 * frame.accuracy:.1f}")
        painter.setFont(fonts.words(14))
        painter.setPen(QColor(self._palette.muted))
        for text, side in zip((loss, accuracy), sides, strict=True):
            painter.drawText(below, side | Qt.AlignmentFlag.AlignBottom, text)
        self._round_off(painter, card)

    def _round_off(self, painter: QPainter, card: QRect) -> None:
        """What is painted in the corners is covered: a clip would not outlive those of the layers."""
        area = QRectF(card)
        rounded, corners = QPainterPath(), QPainterPath()
        rounded.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        corners.addRect(area)
        painter.fillPath(corners.subtracted(rounded), QColor(self._palette.background))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._palette.border), 1))
        painter.drawPath(rounded)
