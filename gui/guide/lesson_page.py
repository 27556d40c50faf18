"""One lesson: its words, its questions, and the way to its neighbours."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.lessons import Lesson, Prose
from engine.lessons.answering import Outcome
from gui.controls.scroll_column import ScrollColumn
from gui.guide.prose import ProseLabel
from gui.guide.question_card import QuestionCard
from gui.palette import LIGHT, Palette


class LessonPage(QWidget):
    """Shows the lesson that it is given, and keeps what was answered until it is given another."""

    followed = Signal(str, str)  # a link, as of `ProseLabel`
    asked = Signal(int)  # an answer to this question was chosen, counted from 0
    turned = Signal(int)  # to the next lesson (1), or back to the one before (-1)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._lesson: Lesson | None = None
        self._is_last = False
        self._cards: list[QuestionCard] = []
        self._about = QLabel()
        self._about.setProperty("role", "small")
        self._title = QLabel()
        self._title.setProperty("role", "lesson-title")
        self._title.setWordWrap(True)
        self._body = ScrollColumn(spacing=12)
        self._back, self._next = QPushButton(), QPushButton()
        self._next.setProperty("role", "primary")
        for button, way in ((self._back, -1), (self._next, 1)):
            button.clicked.connect(partial(self._turn, way))
        self._body.column.addWidget(self._about)
        self._body.column.addWidget(self._title)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 12)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._body, 1)
        layout.addLayout(row)
        self.retranslate()

    @property
    def lesson(self) -> Lesson | None:
        """The one that is shown."""
        return self._lesson

    @property
    def cards(self) -> tuple[QuestionCard, ...]:
        """Its questions."""
        return tuple(self._cards)

    def show_lesson(self, lesson: Lesson, about: str, answered: frozenset[int], place: tuple[int, int]) -> None:
        """about: a few words above the title. answered: its questions that were. place: which of how many lessons.

        In place of the same lesson in another language, goes on where that was.
        """
        is_same = self._lesson is not None and self._lesson.key == lesson.key
        earlier, at = self._cards, self._body.verticalScrollBar().value()
        self._lesson = lesson
        self._about.setText(about)
        self._title.setText(lesson.title)
        self._fill(lesson, answered)
        if is_same:
            for card, other in zip(self._cards, earlier, strict=False):
                card.take_over(other)
        self._body.verticalScrollBar().setValue(at if is_same else 0)
        number, count = place
        self._back.setEnabled(number > 0)
        self._is_last = number == count - 1
        self.retranslate()

    def show_outcome(self, number: int, outcome: Outcome) -> None:
        """The program of this question has run."""
        card = self._cards[number]
        card.show_outcome(outcome)
        self._body.bring_into_view(card)

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._palette = palette
        for card in self._cards:
            card.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        for button, text, label in (
            (self._back, self.tr("Back"), self.tr("The lesson before this one")),
            (
                self._next,
                self.tr("Finish") if self._is_last else self.tr("Next"),
                self.tr("This lesson is read; on to the next one"),
            ),
        ):
            button.setText(text)
            button.setAccessibleName(label)
            button.setToolTip(label)

    def _fill(self, lesson: Lesson, answered: frozenset[int]) -> None:
        column = self._body.column
        for label in (self._about, self._title):
            column.removeWidget(label)
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        column.addWidget(self._about)
        column.addWidget(self._title)
        self._cards = []
        for part in lesson.parts:
            if isinstance(part, Prose):
                label = ProseLabel(part.markdown)
                label.followed.connect(self.followed)
                column.addWidget(label)
                continue
            card = QuestionCard(part, len(self._cards) in answered)
            card.set_palette(self._palette)
            card.asked.connect(partial(self.asked.emit, len(self._cards)))
            card.followed.connect(self.followed)
            self._cards.append(card)
            column.addWidget(card)
        column.addStretch(1)

    def _turn(self, way: int, _: bool = False) -> None:
        self.turned.emit(way)
