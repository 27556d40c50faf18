"""Why there is no gradient, in place: the cause, the line, the repair."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.gradients.watching import Outcome
from gui.problem_text import problem_text
from gui.tabs.gradients.watching_words import result_text


class NoneExplainer(QFrame):
    """Hidden where there is a gradient."""

    repair_requested = Signal()  # the button was pressed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome: Outcome | None = None
        self._result = self._words("error-code")
        self._why = self._words("small")
        self._line = self._words("mono")
        self._repair = self._words("small")
        self._button = QPushButton()
        self._button.setProperty("role", "small-primary")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self.repair_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(6)
        for widget in (self._result, self._why, self._line, self._repair):
            layout.addWidget(widget)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.retranslate()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Explains it; None, or one with a gradient: there is nothing to explain."""
        self._outcome = outcome
        self.setVisible(outcome is not None and not outcome.succeeded)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Why there is no gradient"))
        self._button.setText(self.tr("Apply the repair"))
        self._button.setAccessibleName(self._button.text())
        self._say()

    def _say(self) -> None:
        outcome = self._outcome
        if outcome is None or outcome.succeeded:
            return
        self._result.setText(result_text(outcome))
        self._result.setToolTip(outcome.error or f"{outcome.call} = {result_text(outcome)}")
        self._why.setText(problem_text(outcome.why))
        lines = outcome.program.code.splitlines()
        marked = "\n".join(lines[line - 1].strip() for line in outcome.program.marked)
        self._line.setText(marked)
        for widget in (self._repair, self._button):
            widget.setVisible(outcome.repair is not None)
        if outcome.repair is not None:
            mended = outcome.repair.program.code.splitlines()
            self._repair.setText(problem_text(outcome.repair.sentence))
            self._button.setToolTip("\n".join(mended[line - 1].strip() for line in outcome.repair.program.marked))

    def _words(self, role: str) -> QLabel:
        label = QLabel()
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
