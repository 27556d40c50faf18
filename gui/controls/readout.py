"""Words and numbers that change many times a second."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from gui import fonts

LEAST_WIDTH = 96
FONT_SIZE, SMALL_SIZE = 13, 11


class Readout(QWidget):
    """A line of words, some of them quiet, and maybe a smaller line below. Its owner gives it an accessible name.

    Its width is the one that was reserved, so that a new text costs one repaint and no new layout of its neighbours.
    """

    def __init__(self, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alignment = alignment
        self._parts: tuple[tuple[str, bool], ...] = ()
        self._below = ""
        self._widest = ""
        self.setFixedHeight(fonts.px(40))

    def reserve(self, widest: str) -> None:
        """Makes room for a line as long as this."""
        self._widest = widest
        self._fit()

    def follow_text_size(self) -> None:
        """Makes as much room as the type needs now."""
        self._fit()

    def _fit(self) -> None:
        if self._widest:
            width = QFontMetrics(fonts.mono(FONT_SIZE)).horizontalAdvance(self._widest) + 2
            self.setFixedWidth(max(width, fonts.px(LEAST_WIDTH)))

    def show_parts(self, *parts: tuple[str, bool], below: str = "") -> None:
        """Shows the parts of the line, each with whether it is quiet, and the line below."""
        if parts != self._parts or below != self._below:
            self._parts, self._below = parts, below
            self.setAccessibleDescription(self.text())
            self.update()

    def text(self) -> str:
        """All that is shown."""
        return " ".join(text for text, _ in (*self._parts, (self._below, True)) if text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.mono(FONT_SIZE))
        metrics = painter.fontMetrics()
        loud = self.palette().color(QPalette.ColorRole.WindowText)
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        line = QRect(0, fonts.px(2), self.width(), fonts.px(20)) if self._below else self.rect()
        if self._alignment == Qt.AlignmentFlag.AlignRight:
            line.setLeft(line.right() - metrics.horizontalAdvance(" ".join(text for text, _ in self._parts)))
        for text, is_quiet in self._parts:
            painter.setPen(quiet if is_quiet else loud)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            line.setLeft(line.left() + metrics.horizontalAdvance(text + " "))
        if self._below:
            painter.setFont(fonts.mono(SMALL_SIZE))
            painter.setPen(quiet)
            below = QRect(0, fonts.px(21), self.width(), fonts.px(16))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._below)
