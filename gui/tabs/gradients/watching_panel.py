"""The panel on the left of the page about watching: the function, the point, and the experiments."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.errors import InputError, Problem
from engine.expressions import ExpressionError
from engine.expressions.parser import parse
from engine.gradients.watching.protocol import TryAll, WatchingFrame
from gui import fonts
from gui.controls import parsing
from gui.controls.card import Card
from gui.controls.field import Field
from gui.palette import Palette
from gui.tabs.gradients.experiment_list import ExperimentList
from gui.tabs.gradients.function_field import FunctionField

WIDTH = 276
MARGIN = 14
POINT = "t"


class WatchingPanel(Card):
    """What cannot be used stays in its field, the reason below it."""

    asked = Signal(TryAll)  # what the user typed is to be tried
    chosen = Signal(str)  # the key of the experiment that the user went to
    entered_on = Signal()  # Enter was pressed on an experiment

    def __init__(self, command: TryAll, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self._command = command
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._function = FunctionField(width=WIDTH)
        self._at: Field[float] = Field(command.at, _parse_at, parsing.show_number, width=112)
        self.list = ExperimentList()
        fields = QVBoxLayout()
        fields.setContentsMargins(MARGIN, 12, MARGIN, 2)
        fields.setSpacing(7)
        for widget in (self._heading, self._function, self._at):
            fields.addWidget(widget)
        below = QVBoxLayout()
        below.setContentsMargins(6, 0, 6, 6)
        below.addWidget(self.list)
        self.body.addLayout(fields)
        self.body.addLayout(below, 1)
        self._function.entered.connect(self._take_text)
        self._function.left.connect(self._take_text)
        self._at.changed.connect(lambda at: self._ask(TryAll(self._command.text, at)))
        self.list.chosen.connect(self.chosen)
        self.list.entered_on.connect(self.entered_on)
        self.show_command(command)
        self.retranslate()

    def show_command(self, command: TryAll) -> None:
        """Fills the fields; what the user is typing just now is dropped."""
        self._command = command
        self._function.set_text(command.text)
        self._at.set_value(command.at)
        self._at.restore()

    def draw(self, frame: WatchingFrame) -> None:
        """Shows what came of each experiment."""
        self.list.show_trials(frame.trials)

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where there is no such field."""
        row = {"text": self._function, "at": self._at}.get(name)
        if row is not None:
            row.set_error(problem)
        return row is not None

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self.list.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Function and experiments"))
        self._heading.setText(self.tr("Function of t"))
        self._function.set_name(
            self.tr("Function"), self.tr("A formula of t; all the programs are about it. Enter runs them.")
        )
        self._at.set_label(POINT, self.tr("Where the gradient is asked for."))

    def _take_text(self) -> None:
        text = self._function.text().strip()
        if text == self._command.text:
            self._function.set_error(None)
            return
        try:
            parse(self._function.text(), (POINT,))
        except ExpressionError as problem:
            self._function.set_error(problem)
            return
        self._function.keep()
        self._ask(TryAll(text, self._command.at))

    def _ask(self, command: TryAll) -> None:
        self._command = command
        self._function.set_error(None)
        self.asked.emit(command)


def _parse_at(text: str) -> float:
    at = parsing.number(text)
    try:
        TryAll(at=at)
    except InputError as problem:
        raise Problem(problem.template, **problem.values) from None
    return at
