"""A form for the arguments of one of Keras's classes, made from its signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.catalogue.specification import Argument, ArgumentKind, Choice, Spec, Value
from gui.controls import parsing
from gui.controls import rate_field as rates
from gui.controls.choice import Choice as ChoiceRow
from gui.controls.field import Field
from gui.controls.form_row import FormRow

NONE = "None"
WIDTH = 92


class ArgumentForm(QWidget):
    """A row for each argument; what differs from Keras's own is what the choice says."""

    changed = Signal(object)  # the arguments that differ now, as `Choice.arguments` has them
    refused = Signal(QWidget)  # the row below which a reason has come up

    def __init__(self, schedules: Sequence[Spec] = (), parent: QWidget | None = None) -> None:
        """`schedules`: what a learning rate may follow."""
        super().__init__(parent)
        self._schedules = tuple(schedules)
        self._spec: Spec | None = None
        self._values: dict[str, Value] = {}
        self._is_folded = False
        self._rows: dict[str, FormRow | rates.RateField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def set_schedules(self, schedules: Sequence[Spec]) -> None:
        """What a learning rate may follow."""
        self._schedules = tuple(schedules)
        for row in self._rows.values():
            if isinstance(row, rates.RateField):
                row.set_schedules(schedules)

    def show_choice(self, spec: Spec | None, arguments: Sequence[tuple[str, Value]]) -> None:
        """The rows of this class, filled with what was chosen. None for no class."""
        given = dict(arguments)
        if spec != self._spec:
            self._spec = spec
            self._make_rows()
        for argument in spec.arguments if spec else ():
            value = given.get(argument.name, argument.default)
            self._values[argument.name] = value
            row = self._rows[argument.name]
            if isinstance(row, ChoiceRow | Field | rates.RateField):
                row.set_value(value)

    def arguments(self) -> tuple[tuple[str, Value], ...]:
        """Those that differ from Keras's own, and those that Keras has none for."""
        if self._spec is None:
            return ()
        return tuple(
            (argument.name, self._values[argument.name])
            for argument in self._spec.arguments
            if argument.required or self._values[argument.name] != argument.default
        )

    def set_folded(self, folded: bool) -> None:
        """Whether only the learning rate is shown, which is what is changed most."""
        self._is_folded = folded
        for row in self._rows.values():
            row.setVisible(not folded or isinstance(row, rates.RateField))

    def has_rate(self) -> bool:
        """Whether there is a learning rate among the arguments."""
        return any(isinstance(row, rates.RateField) for row in self._rows.values())

    def count(self) -> int:
        """How many arguments there are."""
        return len(self._rows)

    def show_problem(self, path: str, problem: Problem) -> bool:
        """Puts the reason beside the argument of that name; False where there is none."""
        name, _, rest = path.partition(".")
        row = self._rows.get(name)
        if row is None:
            return False
        if isinstance(row, rates.RateField):
            row.show_problem(rest, problem)
        else:
            row.set_error(problem)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        for argument in self._spec.arguments if self._spec else ():
            # A zero-width space after each underscore, where a long name may be broken.
            label = argument.name.replace("_", "_\u200b")
            self._rows[argument.name].set_label(label, tooltip(argument), argument.name)

    def _make_rows(self) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._values = {}, {}
        for argument in self._spec.arguments if self._spec else ():
            row = self._make_row(argument)
            row.changed.connect(partial(self._take, argument.name))
            if isinstance(row, FormRow):
                row.refused.connect(partial(self.refused.emit, row))
            self._rows[argument.name] = row
            self._column.addWidget(row)
        self.retranslate()
        self.set_folded(self._is_folded)

    def _make_row(self, argument: Argument) -> Any:
        if argument.kind is ArgumentKind.RATE:
            return rates.RateField(argument, self._schedules)
        row = self._make_form_row(argument)
        row.wrap_label()
        return row

    def _make_form_row(self, argument: Argument) -> ChoiceRow[Value] | Field[Value]:
        if argument.kind in (ArgumentKind.TRUTH, ArgumentKind.ONE_OF):
            values: list[Value] = [False, True] if argument.kind is ArgumentKind.TRUTH else list(argument.choices)
            if argument.optional:
                values.append(None)
            row: ChoiceRow[Value] = ChoiceRow(width=132 if argument.kind is ArgumentKind.ONE_OF else WIDTH)
            row.set_options([(value, str(value)) for value in values])
            return row
        field: Field[Value] = Field(argument.default, partial(parse, argument), show, width=WIDTH)
        return field

    def _take(self, name: str, value: Value) -> None:
        self._values[name] = value
        self.changed.emit(self.arguments())


def parse(argument: Argument, text: str) -> Value:
    """What was typed, as the argument takes it. Raises `Problem`; whether it is in range, the engine says."""
    typed = text.strip()
    if argument.optional and typed.casefold() in ("", NONE.casefold()):
        return None
    parsers: Mapping[ArgumentKind, Callable[[str], Value]] = {
        ArgumentKind.REAL: parsing.number,
        ArgumentKind.RATE: parsing.number,
        ArgumentKind.WHOLE: parsing.whole_number,
        ArgumentKind.REALS: partial(_list, parsing.number),
        ArgumentKind.WHOLES: partial(_list, parsing.whole_number),
        ArgumentKind.TEXTS: lambda words: tuple(_parts(words)),
    }
    return parsers[argument.kind](typed)


def show(value: Value) -> str:
    """A text that `parse` takes."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return ", ".join(show(entry) for entry in value)
    if isinstance(value, Choice):
        return value.name
    return str(value) if isinstance(value, int) else parsing.show_number(value)


def tooltip(argument: Argument) -> str:
    """Keras's own help, and what is taken."""
    lines = [argument.help] if argument.help else []
    bounds = _range(argument)
    if bounds:
        lines.append(bounds)
    if not argument.required:
        template = QCoreApplication.translate("ArgumentForm", "Keras's own: {value}")
        lines.append(template.format(value=show(argument.default)))
    return "\n".join(lines) or argument.name


def _range(argument: Argument) -> str:
    low, high = (None if end is None else f"{end:g}" for end in (argument.low, argument.high))
    if low is None and high is None:
        return ""
    left = "" if low is None else f"{low} {'<' if argument.low_open else '≤'} "
    right = "" if high is None else f" {'<' if argument.high_open else '≤'} {high}"
    return f"{left}{argument.name}{right}"


def _list(parse_one: Callable[[str], Any], text: str) -> Value:
    parts = _parts(text)
    if not parts:
        raise Problem(QT_TRANSLATE_NOOP("engine", "Type a list of numbers, such as 1, 2, 3."))
    return tuple(parse_one(part) for part in parts)


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[\s,\[\]()]+", text) if part]
