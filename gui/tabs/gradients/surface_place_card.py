"""The card that tells all about the point: value, gradient, Hessian, and what these make of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.gradients.surface.protocol import SurfaceFrame
from gui.controls.card import Card
from gui.tabs.gradients import surface_words as words
from gui.tabs.gradients.surface_numbers import SurfaceNumbers

WORDS_LINES = 5


class SurfacePlaceCard(Card):
    """Draws one frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: SurfaceFrame | None = None
        self._numbers = SurfaceNumbers()
        self._kind = QLabel()
        self._kind.setProperty("role", "heading")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The room stays the same, so that nothing below jumps while the point is dragged.
        self._words.setFixedHeight(WORDS_LINES * self._words.fontMetrics().lineSpacing() + 2)
        below = QVBoxLayout()
        below.setContentsMargins(14, 10, 14, 12)
        below.setSpacing(4)
        below.addWidget(self._kind)
        below.addWidget(self._words)
        self.body.addWidget(self._numbers)
        self.body.addLayout(below)
        self.retranslate()

    def draw(self, frame: SurfaceFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        self._numbers.draw(frame)
        self._tell(frame)

    def texts(self) -> tuple[str, str]:
        """The word for the place, and the sentences below it."""
        return self._kind.text(), self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("At the point"), self.tr("by two nested tapes"))
        if self._frame is not None:
            self._tell(self._frame)

    def _tell(self, frame: SurfaceFrame) -> None:
        place = frame.place
        slope = "" if place.gradient_is_none else words.about_slope(frame)
        sentences = (words.kind_reason(place), slope, words.about_none(place))
        texts = (words.kind_word(place.kind), "\n".join(filter(None, sentences)))
        for label, text in zip((self._kind, self._words), texts, strict=True):
            if text != label.text():
                label.setText(text)
