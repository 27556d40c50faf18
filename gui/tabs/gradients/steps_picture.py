"""What ran while a tape was open, as chips: solid where the tape recorded it, dashed where it did not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.gradients.formulas import written_number
from engine.gradients.watching import Outcome
from gui import fonts
from gui.palette import LIGHT, Palette
from gui.plots.picture_actions import PictureActions
from gui.tabs.gradients.chips import CHIP_HEIGHT, CHIP_PADDING, RADIUS, ChipPainter, ChipStyle

GAP = 6.0
PADDING = 12.0
TITLE_HEIGHT = 16.0


class StepsPicture(QWidget):
    """The point first, then the operations in the order in which they ran, in the frame of the tape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self._outcome: Outcome | None = None
        self._chips = ChipPainter()
        self._placed: list[tuple[QRectF, tuple[str, str], bool]] = []
        self._pictures = PictureActions(self, self, shortcut="")  # it never has the focus
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_outcome(self, outcome: Outcome) -> None:
        """Draws what ran."""
        self._outcome = outcome
        self._place()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._colours = palette
        self.update()

    def chips(self) -> list[tuple[str, bool]]:
        """What each chip says, and whether it is solid."""
        return [(" ".join(words), is_solid) for _, words, is_solid in self._placed]

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("What the tape recorded"))
        self._place()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self._chips.follow_text_size()
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the chips into a picture: see `gui.plots.picture`."""
        painter.fillRect(self.rect(), QColor(self._colours.surface))
        self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        if self._outcome is None:
            return
        colours = self._colours
        has_record = any(step.recorded for step in self._outcome.steps)
        painter.setPen(QPen(QColor(colours.caution if has_record else colours.border), 1))
        painter.drawRoundedRect(
            QRectF(0.5, fonts.px(TITLE_HEIGHT) / 2, self.width() - 1, self.height() - fonts.px(TITLE_HEIGHT) / 2 - 1),
            RADIUS,
            RADIUS,
        )
        font = fonts.words(11, fonts.SEMIBOLD)
        painter.setFont(font)
        title = self._title()
        title = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, self.width() - 40)
        ground = QRectF(14, 0, QFontMetricsF(font).horizontalAdvance(title) + 10, fonts.px(TITLE_HEIGHT))
        painter.fillRect(ground, QColor(colours.surface))
        painter.setPen(QColor(colours.caution if has_record else colours.muted))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, title)
        for index, (area, words, is_solid) in enumerate(self._placed):
            is_watched_point = index == 0 and self._outcome.watched
            style = ChipStyle(is_solid, edge=colours.caution if is_watched_point else "")
            self._chips.paint(painter, area, words, style, colours)

    def _title(self) -> str:
        assert self._outcome is not None
        steps = self._outcome.steps
        recorded = sum(step.recorded for step in steps)
        if not recorded:
            return self.tr("the tape recorded nothing")
        return self.tr("the tape recorded {count} of {all} operations").format(count=recorded, all=len(steps))

    def _tip(self, position: QPointF) -> str:
        for area, words, is_solid in self._placed:
            if area.contains(position):
                about = self.tr("recorded") if is_solid else self.tr("not recorded")
                return f"{' '.join(words)} ({about})"
        return ""

    def _place(self) -> None:
        """In rows, as words in a text."""
        outcome = self._outcome
        if outcome is None:
            return
        about = self.tr("watched") if outcome.watched else self.tr("not watched")
        point = f"t = {written_number(outcome.at)}"
        pieces = [((point, about), outcome.watched)]
        pieces += [((step.type, _equation(step.formula, step.result)), step.recorded) for step in outcome.steps]
        self._placed = []
        right = self.width() - PADDING
        x, y = PADDING, float(fonts.px(TITLE_HEIGHT) + 4)
        for words, is_solid in pieces:
            width = min(self._chips.advance(" ".join(words)) + 2 * fonts.px(CHIP_PADDING), right - PADDING)
            if x > PADDING and x + width > right:
                x, y = PADDING, y + fonts.px(CHIP_HEIGHT) + GAP
            self._placed.append((QRectF(x, y, width, fonts.px(CHIP_HEIGHT)), words, is_solid))
            x += width + GAP
        height = round(y + fonts.px(CHIP_HEIGHT) + PADDING)
        self.setAccessibleDescription(f"{self._title()}: {', '.join(' '.join(words) for words, _ in pieces)}")
        if height != self.height():
            self.setFixedHeight(height)
        self.update()


def _equation(formula: str, result: str) -> str:
    return f"{formula} = {result}" if result else formula
