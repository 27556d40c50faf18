"""The formula of one element with its numbers, as in `e[0, 1] = a[0, 0]·b[0, 1] + … = 1·4 + 2·16 = 36`."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui import fonts
from gui.palette import LIGHT, Palette


class FormulaLine(QWidget):
    """As wide as the formula, in several lines where it must be. Grows, and shrinks only when told to `settle`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._formula = ""
        self._label = QLabel()
        self._label.setProperty("role", "formula")
        self._label.setFont(fonts.mono(13))
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._label)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def show_formula(self, formula: str) -> None:
        """Shows it; nothing where it is empty."""
        self._formula = formula
        self._fill()

    def formula(self) -> str:
        """What is shown."""
        return self._formula

    def settle(self) -> None:
        """Another tensor is shown: the next formula gets the height that it needs."""
        self._label.setMinimumHeight(0)

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.settle()
            self._fill()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._label.setAccessibleName(self.tr("Formula"))
        self._label.setToolTip(self.tr("Where the number comes from; hover another element to see its formula"))

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self._label.setFont(fonts.mono(13))
        self.settle()
        self._fill()

    def _fill(self) -> None:
        head, equals, result = self._formula.rpartition(" = ")
        text = f"{escape(head)}{equals}<b style='color:{self._palette.accent}'>{escape(result)}</b>"
        room = max(self.width(), 200)
        # A label that wraps asks for a width of its own liking; so it wraps only where it has to.
        advance = self._label.fontMetrics().horizontalAdvance(self._formula) + 44
        self._label.setWordWrap(advance > room)
        self._label.setFixedWidth(min(advance, room))
        self._label.setText(text if self._formula else "")
        self._label.setAccessibleDescription(self._formula)
        height = self._label.heightForWidth(self._label.width()) if advance > room else self._label.sizeHint().height()
        self._label.setMinimumHeight(max(self._label.minimumHeight(), height))
        self.setVisible(bool(self._formula))
