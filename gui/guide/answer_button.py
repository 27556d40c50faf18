"""One of the answers to a question: a button whose words wrap."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gui.guide.prose import ProseLabel

Verdict = Literal["", "right", "wrong"]
MARGIN = 10
MARKS: dict[Verdict, str] = {"": "", "right": "✓", "wrong": "✗"}


class AnswerButton(QPushButton):
    """Shows by colour and by a mark whether it was right, once that is known."""

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "answer")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = ProseLabel(markdown, is_short=True)
        self._mark = QLabel()
        self._mark.setProperty("role", "verdict")
        for label in (self._words, self._mark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN, 6)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._mark)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(markdown.replace("`", ""))
        self.show_verdict("")

    def show_verdict(self, verdict: Verdict) -> None:
        """Whether this answer was right; "" for not known, or of no interest."""
        self.setProperty("verdict", verdict)
        self._mark.setProperty("verdict", verdict)
        self._mark.setText(MARKS[verdict])
        self._mark.setVisible(bool(verdict))
        for widget in (self, self._mark):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return QSize(200, self._row.totalHeightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)
