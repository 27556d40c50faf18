"""A line of formula whose parts differ in weight; it changes many times a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette
from gui.tabs.gradients.chain_words import Part

ROW_HEIGHT = 18
MARK = 9.0
"""What the coloured mark before the line takes."""


DOTS = Part(" …", is_quiet=True)


class PartsLine(QWidget):
    """Goes on in the next row where it is allowed to; what still has no room is left out before the last part, and
    stands whole in the tooltip. Its owner gives it an accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self._colour = ""
        self._parts: tuple[Part, ...] = ()
        self._most_rows = 1
        self._placed: list[tuple[QRectF, Part]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(fonts.px(ROW_HEIGHT))
        self.follow_text_size()

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self._font, self._strong = fonts.mono(11), fonts.mono(11, fonts.SEMIBOLD)
        self._metrics, self._strong_metrics = QFontMetricsF(self._font), QFontMetricsF(self._strong)
        self._place()

    def show_parts(self, parts: Sequence[Part], colour: str = "") -> None:
        """Shows them; `colour`, if any, is that of a mark before the line."""
        if (tuple(parts), colour) != (self._parts, self._colour):
            self._parts, self._colour = tuple(parts), colour
            self.setAccessibleDescription(self.text())
            self.setToolTip(self.text())
            self._place()

    def set_most_rows(self, count: int) -> None:
        """Into how many rows the line may break."""
        if count != self._most_rows:
            self._most_rows = count
            self._place()

    def text(self) -> str:
        """All that the line says."""
        return "".join(part.text for part in self._parts)

    def placed(self) -> list[tuple[QRectF, Part]]:
        """Where each part stands that has room."""
        return self._placed

    def shown_text(self) -> str:
        """What of it has room."""
        return "".join(part.text for _, part in self._placed)

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._colours = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._colours
        if self._colour:
            painter.fillRect(QRectF(0, 3, 3, self.height() - 6), QColor(self._colour))
        for area, part in self._placed:
            painter.setFont(self._strong if part.is_strong else self._font)
            colour = colours.accent if part.is_strong else colours.muted if part.is_quiet else colours.text
            painter.setPen(QColor(colour))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, part.text)

    def _place(self) -> None:
        """Into rows, as words in a text; what comes before the last part gives way to it."""
        left = MARK if self._colour else 0.0
        self._placed = []
        x, row = left, 0
        for index, part in enumerate(self._parts):
            is_last_row = row + 1 == self._most_rows
            if not is_last_row and x > left and x + self._width(part) > self.width():
                x, row = left, row + 1
                is_last_row = row + 1 == self._most_rows
            if x == left and index:
                part = replace(part, text=part.text.lstrip())
            remaining = self._width(part) + sum(map(self._width, self._parts[index + 1 :]))
            if is_last_row and remaining > self.width() - x:
                after = self._width(self._parts[index + 1]) if index + 1 < len(self._parts) else 0.0
                keeps = self._width(DOTS) + self._width(self._parts[-1])
                if x + self._width(part) + (after if part.is_quiet else 0.0) + keeps > self.width():
                    self._put_end(part, x, row, left)
                    break
            x = self._put(self._shortened(part, self.width() - x), x, row)
        if self.height() != (row + 1) * fonts.px(ROW_HEIGHT):
            self.setFixedHeight((row + 1) * fonts.px(ROW_HEIGHT))
        self.update()

    def _put_end(self, part: Part, x: float, row: int, left: float) -> None:
        """Dots in place of `part` and what follows it, and the last part; or what there is room for."""
        end = self._parts[-1]
        if part is end or x == left:
            self._put(self._shortened(part, self.width() - x), x, row)
            return
        self._put(self._shortened(end, self.width() - x), self._put(DOTS, x, row), row)

    def _put(self, part: Part, x: float, row: int) -> float:
        width = self._width(part)
        self._placed.append((QRectF(x, row * fonts.px(ROW_HEIGHT), width + 1, fonts.px(ROW_HEIGHT)), part))
        return x + width

    def _width(self, part: Part) -> float:
        return (self._strong_metrics if part.is_strong else self._metrics).horizontalAdvance(part.text)

    def _shortened(self, part: Part, room: float) -> Part:
        if self._width(part) <= room + 0.5:
            return part
        metrics = self._strong_metrics if part.is_strong else self._metrics
        return replace(part, text=metrics.elidedText(part.text, Qt.TextElideMode.ElideRight, max(room, 0)))
