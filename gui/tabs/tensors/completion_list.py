"""What a half-typed word can become, above the command line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.palette import LIGHT, Palette
from gui.tabs.tensors.completion import Candidate

ROW_HEIGHT = 26
PADDING = 6
GAP = 20
LONGEST_ABOUT = 240
"""Pixels."""


class CompletionList(QWidget):
    """A child of the window that lies over everything else, and never takes the focus."""

    # The candidate, a `Candidate`, that was clicked.
    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._palette = LIGHT
        self._candidates: tuple[Candidate, ...] = ()
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        self.retranslate()

    def show_candidates(self, candidates: Sequence[Candidate], corner: QPoint) -> None:
        """Shows them, the first one current; `corner` is the lower left one, in the parent's pixels."""
        self._candidates = tuple(candidates)
        self._current = 0
        self.resize(self.sizeHint())
        left = min(corner.x(), self._room.width() - self.width() - 8)
        self.move(max(left, 0), max(corner.y() - self.height(), 0))
        self.show()
        self.raise_()
        self._describe()

    def current(self) -> Candidate | None:
        """The one that Tab takes; None while nothing is shown."""
        return self._candidates[self._current] if self.isVisible() and self._candidates else None

    def move_current(self, step: int) -> None:
        """Goes to the next one or the one before, round and round."""
        self._current = (self._current + step) % len(self._candidates)
        self._describe()

    def candidates(self) -> tuple[Candidate, ...]:
        """Those that are shown."""
        return self._candidates if self.isVisible() else ()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(fonts.mono(12))
        names = max((metrics.horizontalAdvance(candidate.text) for candidate in self._candidates), default=0)
        about = max((metrics.horizontalAdvance(candidate.about) for candidate in self._candidates), default=0)
        width = names + GAP + min(about, fonts.px(LONGEST_ABOUT)) + 4 * PADDING
        return QSize(width, len(self._candidates) * fonts.px(ROW_HEIGHT) + 2 * PADDING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Completions"))
        self.setToolTip(self.tr("Tab puts the marked one into the line"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._palette
        painter.setPen(QPen(QColor(palette.border), 1))
        painter.setBrush(QColor(palette.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setFont(fonts.mono(12))
        metrics = painter.fontMetrics()
        left_aligned = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for number, candidate in enumerate(self._candidates):
            area = QRectF(
                PADDING, PADDING + number * fonts.px(ROW_HEIGHT), self.width() - 2 * PADDING, fonts.px(ROW_HEIGHT)
            )
            if number == self._current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(palette.accent_soft))
                painter.drawRoundedRect(area, 5, 5)
            words = area.adjusted(PADDING, 0, -PADDING, 0)
            painter.setPen(QColor(palette.accent if candidate.is_function else palette.text))
            painter.drawText(words, left_aligned, candidate.text)
            room = int(words.width() - metrics.horizontalAdvance(candidate.text) - GAP)
            about = metrics.elidedText(candidate.about, Qt.TextElideMode.ElideRight, room)
            painter.setPen(QColor(palette.muted))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, about)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().y())
        if number is not None and number != self._current:
            self._current = number
            self._describe()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().y())
        if number is not None:
            self.picked.emit(self._candidates[number])

    def _number_at(self, y: float) -> int | None:
        number = int((y - PADDING) // fonts.px(ROW_HEIGHT))
        return number if 0 <= number < len(self._candidates) else None

    def _describe(self) -> None:
        current = self.current()
        self.setAccessibleDescription(f"{current.text} {current.about}" if current else "")
        self.update()
