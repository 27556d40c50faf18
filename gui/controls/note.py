"""A sentence beside what it speaks of, and a button that would set it right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.errors import Problem
from gui.problem_text import problem_text

PADDING = 24
LEAST_WIDTH = 120
"""Pixels: what the button needs besides its words, and what its words have at least."""


class Note(QWidget):
    """Nothing is to be seen of it while there is nothing to say."""

    taken = Signal()  # the button was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self._make_offer: Callable[[], str] | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton()
        self._button.setProperty("role", "offer")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(5)
        layout.addWidget(self._words)
        layout.addWidget(self._button)
        # The offer gives way rather than push the panel apart.
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.taken)
        self.hide()

    def say(self, problem: Problem | None, make_offer: Callable[[], str] | None = None, *, is_wrong: bool) -> None:
        """Says this, and offers what `make_offer` words in the language in force; None for nothing."""
        self._problem, self._make_offer = problem, make_offer
        role = "error" if is_wrong else "small"
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().polish(self._words)
        self.setVisible(problem is not None)
        self._button.setVisible(make_offer is not None)
        self.retranslate()

    def sentence(self) -> str:
        """What it says; empty where there is nothing to say."""
        return "" if self._problem is None else self._words.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._words.setText("" if self._problem is None else problem_text(self._problem))
        if self._make_offer is not None:
            offer = self._make_offer()
            self._button.setAccessibleName(offer)
            hint = self.tr("Set this in one go, and start anew with it")
            self._button.setToolTip(f"{offer}\n{hint}")
            self._fit(offer)

    def _fit(self, offer: str) -> None:
        """On one line where there is room, else each thing on a line of its own."""
        metrics, room = self._button.fontMetrics(), max(self.width() - PADDING, LEAST_WIDTH)
        lines = [offer] if metrics.horizontalAdvance(offer) <= room else offer.replace(" + ", "\n+ ").split("\n")
        elided = (metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)
        self._button.setText("\n".join(elided))
