"""What came of one program: its gradient in large type, what the tape recorded, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.gradients.watching import Outcome
from gui.palette import Palette
from gui.problem_text import problem_text
from gui.tabs.gradients.steps_picture import StepsPicture
from gui.tabs.gradients.watching_words import result_text


class OutcomePanel(QWidget):
    """Keeps no outcome but the one that it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._result = QLabel()
        self._result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._call = QLabel()
        self._call.setProperty("role", "call")
        self._error = QLabel()
        self._error.setProperty("role", "error-code")
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._picture = StepsPicture()
        self._why = QLabel()
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._line = line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._call, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._result)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addLayout(line)
        layout.addWidget(self._error)
        layout.addWidget(self._picture)
        layout.addWidget(self._why)
        layout.addStretch(1)

    def set_narrow(self, is_narrow: bool) -> None:
        """Whether the result stands below the call, where both have no room in one line."""
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def set_heading(self, text: str) -> None:
        """What stands above."""
        self._heading.setText(text)

    def show_outcome(self, outcome: Outcome) -> None:
        """Shows it."""
        self._outcome = outcome
        self._call.setText(f"{outcome.call} =")
        self._call.setVisible(not outcome.error)
        self._result.setText(result_text(outcome))
        self._result.setProperty("role", "gradient" if outcome.succeeded else "no-gradient")
        self._result.style().polish(self._result)
        self._error.setText(outcome.error.partition(": ")[2])
        self._error.setVisible(bool(outcome.error))
        self._picture.setVisible(bool(outcome.steps) or not outcome.error)
        self._picture.show_outcome(outcome)
        self.retranslate()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._picture.set_palette(palette)

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        if self._outcome is not None:
            self._why.setText(problem_text(self._outcome.why))
            self._result.setAccessibleName(f"{self._outcome.call} = {result_text(self._outcome)}")
