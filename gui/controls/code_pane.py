"""Python to read and take away: numbered, in colours, the lines that just ran marked."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from gui import fonts
from gui.controls.python_highlighter import PythonHighlighter
from gui.palette import LIGHT, Palette

LINE_HEIGHT = 22
BAR_WIDTH = 3
MARGIN = 8
QUOTES = ('"""', "'''")
"""Where a line may be part of a string that began earlier, all of it is lexed anew."""

CONTINUATION = 4
"""By how many characters the rest of a long line is indented."""


class _Gutter(QWidget):
    """The ground under the code, and the line numbers on it."""

    def __init__(self, pane: CodePane) -> None:
        super().__init__(pane)
        self._pane = pane

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._pane.paint_gutter(painter)


class CodePane(QTextEdit):
    """Read-only code, as high as its text where there is room, else as whole lines; long ones go on below, indented, so
    that none is cut.

    Lines are counted from 1, whatever numbers stand before them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self._code = ""
        self._highlighted: tuple[int, ...] = ()
        self._first_line_number = 1
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self._highlighter = PythonHighlighter(self.document(), self._colours)
        self._gutter = _Gutter(self)
        self._gutter.lower()
        self.follow_text_size()
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        self.document().documentLayout().documentSizeChanged.connect(self._follow_size)
        self.retranslate()

    def set_code(self, code: str, highlighted: Sequence[int] = (), first_line_number: int = 1) -> None:
        """Shows `code`, its `highlighted` lines marked and in view."""
        code = code.rstrip("\n")
        if code != self._code or first_line_number != self._first_line_number:
            earlier, self._code = self._code, code
            is_shifted, self._first_line_number = first_line_number != self._first_line_number, first_line_number
            if is_shifted or not self._change_lines(earlier, code):
                self._highlighted = ()
                self._highlighter.set_text(code)
                self.setPlainText(code)
                self._space_lines()
                self._place_gutter()
                self.updateGeometry()
        self.highlight(highlighted)

    def code(self) -> str:
        """What is shown."""
        return self._code

    def highlight(self, lines: Sequence[int]) -> None:
        """Marks these lines, and no others, and brings them into view."""
        marked = tuple(lines)
        if marked == self._highlighted:
            return
        self._highlighted = marked
        self._bring_into_view()
        self._repaint()

    def show_from(self, line: int) -> None:
        """Scrolls so that this line is the first one in view, where enough code follows it."""
        self.verticalScrollBar().setValue(int(self._line_rect(line).top()))

    def highlighted(self) -> tuple[int, ...]:
        """The lines that are marked."""
        return self._highlighted

    def copy_all(self) -> None:
        """Puts all of the code on the clipboard."""
        QGuiApplication.clipboard().setText(self._code + "\n")

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._colours = palette
        self._highlighter.set_palette(palette)
        self._repaint()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Code"))

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.setFont(fonts.mono())
        self.document().setDefaultFont(fonts.mono())
        self.verticalScrollBar().setSingleStep(fonts.px(LINE_HEIGHT))
        self._space_lines()
        self._place_gutter()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        frame = self.height() - self.contentsRect().height()
        return QSize(320, math.ceil(self.document().size().height()) + 2 * MARGIN + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, min(self.sizeHint().height(), 3 * fonts.px(LINE_HEIGHT) + 2 * MARGIN))

    def paint_gutter(self, painter: QPainter) -> None:
        """Draws the line numbers, and the marks as far as they reach under them."""
        offset = self.verticalScrollBar().value()
        width, height = self.viewportMargins().left(), self.viewport().height()
        painter.fillRect(self._gutter.rect(), QColor(self._colours.code_background))
        painter.setClipRect(0, MARGIN, width, height)
        painter.translate(QPointF(0, MARGIN))
        painter.setFont(fonts.mono(11))
        for line in range(1, self.document().blockCount() + 1 if self._code else 1):
            area = self._line_rect(line).translated(0, -offset)
            if area.bottom() < 0 or area.top() > height:
                continue
            is_marked = line in self._highlighted
            if is_marked:
                painter.fillRect(QRectF(0, area.top(), width, area.height()), QColor(self._colours.accent_soft))
                painter.fillRect(QRectF(0, area.top(), BAR_WIDTH, area.height()), QColor(self._colours.accent))
            painter.setPen(QColor(self._colours.accent if is_marked else self._colours.muted))
            numbers = QRectF(BAR_WIDTH, area.top(), width - BAR_WIDTH - 8, fonts.px(LINE_HEIGHT))
            number = str(line + self._first_line_number - 1)
            painter.drawText(numbers, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._colours.code_background))
        for line in self._highlighted:
            area = self._line_rect(line).translated(QPointF(0, -self.verticalScrollBar().value()))
            painter.fillRect(area, QColor(self._colours.accent_soft))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if fonts.is_changing():  # other margins, while Qt lays the text out in a type between two sizes, crash it
            return
        self._place_gutter()
        self._bring_into_view()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _line_rect(self, line: int) -> QRectF:
        layout = self.document().documentLayout()
        area = layout.blockBoundingRect(self.document().findBlockByNumber(line - 1))
        spare = self._spare()
        return QRectF(0, area.top() + spare // 2, self.viewport().width(), area.height() + spare)

    def _spare(self) -> int:
        """What a line is higher than its text; Qt puts it above the text, and does not count it to the block."""
        return fonts.px(LINE_HEIGHT) - self.fontMetrics().height()

    def _space_lines(self) -> None:
        frame = self.document().rootFrame().frameFormat()
        # Above and below the text the viewport has its margins, so that it can end with a whole line.
        frame.setMargin(MARGIN)
        frame.setTopMargin(-(self._spare() // 2))
        frame.setBottomMargin(self._spare() // 2)
        self.document().rootFrame().setFrameFormat(frame)
        self._space(0, self.document().blockCount())

    def _space(self, first: int, end: int) -> None:
        """Gives these blocks the height of a line, and indents what a long one goes on with."""
        character = self.fontMetrics().horizontalAdvance(" ")
        spacing = QTextBlockFormat()
        spacing.setLineHeight(fonts.px(LINE_HEIGHT), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() < end:
            indented = len(block.text()) - len(block.text().lstrip()) + CONTINUATION
            spacing.setLeftMargin(indented * character)
            spacing.setTextIndent(-indented * character)
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(spacing)
            block = block.next()

    def _change_lines(self, earlier: str, code: str) -> bool:
        """Writes only what lies between the first and the last line that differ; False where that cannot be done."""
        before, after = earlier.split("\n"), code.split("\n")
        if not earlier or any(quotes in text for text in (earlier, code) for quotes in QUOTES):
            return False
        # At least one line is replaced by at least one.
        most = min(len(before), len(after)) - 1
        first = next((line for line in range(most) if before[line] != after[line]), most)
        most -= first
        same = next((line for line in range(most) if before[-1 - line] != after[-1 - line]), most)
        old_end, new_end = len(before) - same, len(after) - same
        document = self.document()
        self._highlighter.set_lines(first, old_end, "\n".join(after[first:new_end]))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setPosition(document.findBlockByNumber(first).position())
        last = document.findBlockByNumber(old_end - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText("\n".join(after[first:new_end]))
        self._space(first, new_end)
        cursor.endEditBlock()
        if len(before) != len(after):
            self._highlighted = ()  # another line has that number now
            self._place_gutter()
            self.updateGeometry()
        return True

    def _bring_into_view(self) -> None:
        """Scrolls no further than it takes to see the marked lines, and the one at the top whole."""
        if not self._highlighted:
            return
        bar = self.verticalScrollBar()
        top, bottom = self._line_rect(min(self._highlighted)).top(), self._line_rect(max(self._highlighted)).bottom()
        height = self.viewport().height()
        if bottom > bar.value() + height:
            tops = (self._line_rect(line).top() for line in range(1, min(self._highlighted)))
            bar.setValue(int(next((first for first in tops if bottom <= first + height), top)))
        if top < bar.value():
            bar.setValue(int(top))

    def _follow_size(self) -> None:
        self.updateGeometry()
        self._gutter.update()

    def _place_gutter(self) -> None:
        digits = len(str(self.document().blockCount() + self._first_line_number - 1))
        width = BAR_WIDTH + 16 + fonts.px(7 * digits)
        inside = self.contentsRect()
        below = MARGIN + max(0, inside.height() - 2 * MARGIN) % fonts.px(LINE_HEIGHT)
        margins = QMargins(width, MARGIN, 0, below)
        if margins != self.viewportMargins():  # Qt would lay out anew for the same ones, too
            self.setViewportMargins(margins)
        self._gutter.setGeometry(inside)

    def _repaint(self) -> None:
        self.viewport().update()
        self._gutter.update()
