"""A learning rate: a number, or a schedule that it follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Argument, Choice, Spec, Value
from gui.controls import parsing
from gui.controls.choice import Choice as ChoiceRow
from gui.controls.field import Field
from gui.controls.stepping import round_step

CONSTANT = ""


class RateField(QWidget):
    """The number, and below it the schedule; where there is one, its arguments take the number's place."""

    changed = Signal(object)  # the number, or the `Choice` of a schedule

    def __init__(self, argument: Argument, schedules: Sequence[Spec], parent: QWidget | None = None) -> None:
        from gui.controls.argument_form import ArgumentForm  # which in turn has such fields

        super().__init__(parent)
        start = argument.default
        self._number: Field[float] = Field(
            start if isinstance(start, float) else 0.001, parsing.number, parsing.show_number, _step, width=92
        )
        self._schedule: ChoiceRow[str] = ChoiceRow(width=150)
        self._form = ArgumentForm()
        self._specs: dict[str, Spec] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for row in (self._number, self._schedule, self._form):
            self._column.addWidget(row)
        self._number.changed.connect(self.changed)
        self._schedule.changed.connect(self._choose)
        self._form.changed.connect(lambda _: self.changed.emit(self._value()))
        self._labels = (argument.name, argument.help, "")
        self.set_schedules(schedules)

    def set_schedules(self, schedules: Sequence[Spec]) -> None:
        """What can be chosen besides a number."""
        self._specs = {spec.name: spec for spec in schedules if spec.obstacle is None}
        self.retranslate()
        self._show_parts()

    def set_value(self, value: Value) -> None:
        """Shows a number or a schedule."""
        if isinstance(value, Choice):
            if value.name not in self._specs:  # Keras may not have told its own yet
                self._specs[value.name] = Spec("schedule", value.name, "", "")
                self.retranslate()
            self._schedule.set_value(value.name)
            self._form.show_choice(self._specs[value.name], value.arguments)
        elif isinstance(value, int | float):
            self._schedule.set_value(CONSTANT)
            self._number.set_value(float(value))
        self._show_parts()

    def set_label(self, label: str, tooltip: str, name: str = "") -> None:
        """The argument's name, and the sentence that explains it."""
        self._labels = (label, tooltip, name)
        self.retranslate()

    def show_problem(self, path: str, problem: Problem) -> None:
        """Puts the reason beside the number, or beside the schedule's argument of that name."""
        if self._schedule.value() == CONSTANT:
            self._number.set_error(problem)
        elif not (path and self._form.show_problem(path, problem)):
            self._schedule.set_error(problem)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._number.set_label(*self._labels)
        self._schedule.set_label(
            self.tr("Schedule"), self.tr("Whether the learning rate stays as it is, or which schedule it follows")
        )
        options = [(CONSTANT, self.tr("constant")), *((name, name) for name in self._specs)]
        self._schedule.set_options(options)

    def _value(self) -> Value:
        name = self._schedule.value()
        return self._number.value() if name == CONSTANT else Choice(name, self._form.arguments())

    def _choose(self, name: str) -> None:
        if name != CONSTANT:
            self._form.show_choice(self._specs[name], ())
        self._show_parts()
        self.changed.emit(self._value())

    def _show_parts(self) -> None:
        is_constant = self._schedule.value() == CONSTANT
        self._number.setVisible(is_constant)
        self._form.setVisible(not is_constant)
        self._schedule.setVisible(bool(self._specs))


def _step(value: float, direction: int) -> float:
    return round_step(value, direction) if value > 0 else value
