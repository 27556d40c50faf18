"""A question of a lesson: one predicts what a program does, and then it runs."""

from __future__ import annotations

import html
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.lessons import Question
from engine.lessons.answering import Outcome
from gui import fonts
from gui.controls.code_pane import CodePane
from gui.guide.answer_button import AnswerButton
from gui.guide.prose import ProseLabel
from gui.palette import Palette


class QuestionCard(QFrame):
    """The program decides: until it has run, nobody here knows which answer is right."""

    asked = Signal()  # an answer was chosen, and the program is to run
    followed = Signal(str, str)  # a link, as of `ProseLabel`

    def __init__(self, question: Question, is_answered: bool, parent: QWidget | None = None) -> None:
        """is_answered: an earlier time."""
        super().__init__(parent)
        self.setProperty("role", "question")
        self._question = question
        self._is_answered = is_answered
        self._chosen: int | None = None
        self._outcome: Outcome | None = None
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._again = QPushButton()
        self._again.setProperty("role", "word")
        self._again.clicked.connect(self.forget)
        self._program = CodePane()
        self._program.set_code(question.program)
        self._words = ProseLabel(question.words)
        self._words.followed.connect(self.followed)
        self._answers = [AnswerButton(answer.markdown) for answer in question.answers]
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.RichText)
        self._after = ProseLabel(question.after.markdown)
        self._after.followed.connect(self.followed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._again)
        column = QVBoxLayout()
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._words)
        for number, button in enumerate(self._answers):
            button.clicked.connect(partial(self._choose, number))
            column.addWidget(button)
        column.addWidget(self._said)
        column.addWidget(self._after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head.setContentsMargins(12, 8, 8, 6)
        layout.addLayout(head)
        layout.addWidget(self._program)
        layout.addLayout(column)
        self.retranslate()

    @property
    def question(self) -> Question:
        """The one that is asked."""
        return self._question

    @property
    def outcome(self) -> Outcome | None:
        """What the program did; None until it has run."""
        return self._outcome

    @property
    def chosen(self) -> int | None:
        """The answer that was chosen, counted from 0."""
        return self._chosen

    def show_outcome(self, outcome: Outcome) -> None:
        """The program has run."""
        self._outcome = outcome
        self._is_answered = True
        self._draw()

    def take_over(self, other: QuestionCard) -> None:
        """Stands where the same question stood in another language."""
        self._chosen, self._outcome = other.chosen, other.outcome
        self._draw()

    def forget(self) -> None:
        """Asks again."""
        self._chosen = self._outcome = None
        self._draw()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._program.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Predict, then see"))
        self._again.setText(self.tr("Again"))
        self._again.setAccessibleName(self.tr("Predict again"))
        self._again.setToolTip(self.tr("Forget the answer and predict again"))
        self._program.setToolTip(self.tr("Runs here as it stands, once there is an answer"))
        self._draw()

    def _choose(self, number: int, _: bool = False) -> None:
        self._chosen = number
        self._draw()
        self.asked.emit()

    def _draw(self) -> None:
        chosen, outcome = self._chosen, self._outcome
        title = self.tr("Predict, then see")
        self._title.setText(f"{title}  ✓" if self._is_answered else title)
        for number, (button, answer) in enumerate(zip(self._answers, self._question.answers, strict=True)):
            button.setChecked(number == chosen)
            button.setEnabled(chosen is None)
            button.setToolTip(self.tr("Predict this, and run the program"))
            is_right = outcome is not None and outcome.is_said_by(answer)
            is_wrong = outcome is not None and not is_right and number == chosen
            button.show_verdict("right" if is_right else "wrong" if is_wrong else "")
        self._again.setVisible(outcome is not None)
        self._said.setVisible(chosen is not None)
        self._said.setText(self._verdict())
        self._after.setVisible(outcome is not None and bool(self._after.markdown()))

    def _verdict(self) -> str:
        outcome = self._outcome
        if self._chosen is None:
            return ""
        if outcome is None:
            return self.tr("The program runs …")
        if outcome.error:
            said = self.tr("It raised {error}: {message}")
            done = said.format(error=_code(outcome.error), message=html.escape(outcome.message))
        else:
            done = self.tr("It printed {text}.").format(text=_code(outcome.printed))
        is_right = outcome.is_said_by(self._question.answers[self._chosen])
        verdict = self.tr("As predicted.") if is_right else self.tr("Not as predicted.")
        return f"<b>{verdict}</b> {done}"


def _code(text: str) -> str:
    """As HTML, in the typeface of code."""
    return f'<span style="font-family: {fonts.MONO}; font-size: {fonts.px(12)}px">{html.escape(text)}</span>'
