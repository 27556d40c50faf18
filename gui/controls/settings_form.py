"""A panel of settings: fields for a frozen dataclass, under headings, in a column that scrolls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from engine.errors import InputError, Problem
from gui import fonts
from gui.change_history import ChangeHistory, in_a_sentence
from gui.controls.card import Card
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.scroll_column import ScrollColumn
from gui.controls.segmented import SegmentedSwitch
from gui.controls.undo_buttons import UndoButtons

C = TypeVar("C")


class SettingsForm(Card, Generic[C]):
    """Holds the choices, of the dataclass `C`, as the user wants them; every change of theirs goes through `take`.

    What cannot be used stays in its field with the reason below it; the choices stay as they were.
    """

    steps_aside = True
    """In a presentation, where the picture needs the room."""

    # The choice that the user changed, by name, and the choices before; `choices` holds it already.
    changed = Signal(str, object)

    def __init__(
        self,
        choices: C,
        width: int,
        *,
        margin: int = 14,
        edge: int = 12,
        spacing: int = 7,
        parent: QWidget | None = None,
    ) -> None:
        """width, and the rest as of `ScrollColumn`: in pixels, where type has its usual size."""
        super().__init__(parent)
        self.setFixedWidth(fonts.px(width))
        self.choices = choices
        self.rows: dict[str, FormRow] = {}
        self._headings: dict[str, QLabel] = {}
        self._shows: dict[str, Callable[[Any], None]] = {}
        self._area = ScrollColumn(margin, spacing, edge)
        self.column = self._area.column
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.addWidget(self._area, 1)

    def add_heading(self, name: str, space: int = 0) -> None:
        """A heading for the rows that follow; `set_headings` gives it its words. space: pixels above it, with
        the distance between rows on either side; otherwise it stands a little apart."""
        label = QLabel()
        label.setProperty("role", "section")
        if space:
            self.column.addSpacing(space)
        elif self._headings:
            label.setContentsMargins(0, 6, 0, 0)
        self._headings[name] = label
        self.column.addWidget(label)

    def set_headings(self, texts: dict[str, str]) -> None:
        """The words of the headings, by name."""
        for name, text in texts.items():
            self._headings[name].setText(text)

    def add_row(self, name: str, row: FormRow, place: QWidget | None = None) -> None:
        """What is wrong with the choice of this name is said below the row. place: what the row stands in already."""
        row.refused.connect(partial(self._area.bring_into_view, row))
        self.rows[name] = row
        self.column.addWidget(place or row)

    def add_field(
        self,
        name: str,
        parse: Callable[[str], Any],
        show: Callable[[Any], str],
        step: Callable[[Any, int], Any] | None = None,
        width: int = 86,
    ) -> None:
        """A field for the choice of this name; see `Field`."""

        def parse_choice(text: str) -> Any:
            value = parse(text)
            self.with_choice(name, value)
            return value

        field: Field[Any] = Field(getattr(self.choices, name), parse_choice, show, step, width)
        field.changed.connect(partial(self.choose, name))
        self._shows[name] = field.set_value
        self.add_row(name, field)

    def add_choice(self, name: str, row: Choice[Any]) -> None:
        """A list for the choice of this name; `row` has its options already, or gets them before `show_choices`."""
        row.changed.connect(partial(self.choose, name))
        self._shows[name] = row.set_value
        self.add_row(name, row)

    def add_switch(self, name: str, switch: SegmentedSwitch) -> None:
        """A switch for the choice of this name."""
        switch.chosen.connect(partial(self.choose, name))
        self._shows[name] = switch.set_key
        self.column.addWidget(switch)

    def add_undo(self, history: ChangeHistory) -> None:
        """The buttons at the bottom of the panel."""
        self.body.addWidget(UndoButtons(history))

    def with_choice(self, name: str, value: Any) -> C:
        """The choices with another value. Raises a `Problem` where it does not fit the others."""
        return replace(self.choices, **{name: value})  # type: ignore[type-var]  # a dataclass, which TypeVar cannot say

    def choose(self, name: str, value: Any) -> None:
        """As if the user had done it in the panel. What does not fit is said beside the field at fault."""
        try:
            choices = self.with_choice(name, value)
        except InputError as problem:
            self._shows[name](getattr(self.choices, name))
            self.show_problem(problem.field, problem)
            return
        self.take(name, choices)
        self._shows[name](value)

    def take(self, name: str, choices: C) -> None:
        """What the user wants from now on; `name` says what was changed."""
        before, self.choices = self.choices, choices
        self.changed.emit(name, before)

    def show_choices(self, choices: C) -> None:
        """Shows other choices, without a signal; what the user is typing just now is dropped."""
        self.choices = choices
        for row in self.rows.values():
            row.restore() if isinstance(row, Field) else row.set_error(None)
        for name, show in self._shows.items():
            show(getattr(choices, name))

    def forget_typed(self, name: str) -> None:
        """Drops what the user is typing for the choice of this name."""
        row = self.rows.get(name)
        if isinstance(row, Field):
            row.restore()

    def clear_problems(self) -> None:
        """Nothing that the engine said of the choices holds any more."""
        for row in self.rows.values():
            row.set_error(None)

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where there is no such field."""
        row = self.rows.get(name)
        if row is not None:
            row.set_error(problem)
        return row is not None

    def words(self, name: str) -> str:
        """What the choice is called within a sentence."""
        row = self.rows.get(name)
        return name if row is None else in_a_sentence(row.label())
