"""A form for data to draw: a shape is chosen, and its parameters are typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.datasets import KINDS, Parameter, Recipe, kind_of, two_classes_of
from engine.errors import Problem
from engine.reading.own_data import OwnData
from gui import fonts
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.own_keys import keep_keys
from gui.controls.stepping import round_step, whole_step
from gui.data_choices import DataChoices


@dataclass(frozen=True, slots=True)
class _Entry:
    """How a parameter is typed."""

    parse: Callable[[str], Any]
    show: Callable[[Any], str] = str
    step: Callable[[Any, int], Any] | None = None
    width: int = 86


def _number_step(value: float, direction: int) -> float:
    return round_step(value, direction) if value > 0 else value


ENTRIES = {
    "count": _Entry(parsing.whole_number, step=partial(whole_step, least=1)),
    "whole": _Entry(parsing.whole_number, step=whole_step),
    "number": _Entry(parsing.number, parsing.show_number, _number_step),
    "pair": _Entry(parsing.pair, parsing.show_pair),
    "matrix": _Entry(parsing.matrix, parsing.show_matrix, width=112),
}


OWN = "own"
"""Among the kinds of data: a table of the user's own."""


class DataForm(QWidget):
    """Fields for `DataChoices`. A value that cannot be used stays in its field with the reason below it."""

    # The row in which the user changed the data, by name; `choices` holds it already.
    changed = Signal(str)

    # The user wants to choose a table of their own.
    own_requested = Signal()

    # The user chose which features of their own data are seen: `choices.own` holds them already.
    axes_changed = Signal()

    # A row has come to say what is wrong; it carries that row.
    refused = Signal(object)

    def __init__(
        self,
        choices: DataChoices,
        check: Callable[[Recipe], object] | None = None,
        *,
        offers_own: bool = False,
        asks_for_class_1: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`check` raises a `Problem` for data that do not fit what else is chosen.

        offers_own: a table of the user's own can be chosen too.
        asks_for_class_1: whether only two classes can be learned, so that one of more must be chosen against the rest.
        """
        super().__init__(parent)
        self._offers_own = offers_own
        self._own: OwnData | None = None
        self.choices = choices
        self._asks_for_class_1 = asks_for_class_1
        self._check = check or (lambda recipe: recipe)
        self._rows: dict[str, FormRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._kind: Choice[str] = Choice(width=128)
        self._kind.make_heading()
        self._positive: Choice[int] = Choice(width=112)
        self._change = QPushButton()
        self._change.setFixedHeight(fonts.px(28))
        self._change.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep_keys(self._change, Qt.Key.Key_Space)
        self._change.clicked.connect(self.own_requested)
        self._across: Choice[int] = Choice(width=112)
        self._up: Choice[int] = Choice(width=112)
        self._add_row("kind", self._kind)
        self._column.addWidget(self._change)
        self._add_row("across", self._across)
        self._add_row("up", self._up)
        for kind in KINDS:
            for parameter in kind.parameters:
                if parameter.name not in self._rows:
                    self._add_field(parameter)
        self._add_row("positive", self._positive)
        self._kind.changed.connect(self._choose_kind)
        self._positive.changed.connect(self._choose_positive)
        self._across.changed.connect(lambda across: self._choose_axes(across, self._up.value()))
        self._up.changed.connect(lambda up: self._choose_axes(self._across.value(), up))
        self.retranslate()

    def set_choices(self, choices: DataChoices) -> None:
        """Shows other data."""
        self.choices = choices
        self._show_kind()

    def recipe(self) -> Recipe:
        """The chosen data, in two classes; while a table of one's own is not read yet, drawn ones."""
        recipe = self._shown()
        return two_classes_of(recipe, max(0, min(self.choices.positive, recipe.class_count - 1)))

    def set_own(self, own: OwnData | None, choices: DataChoices) -> None:
        """The user's own data, ready to be learned from; None where there are none any more."""
        self._own = own
        self.choices = choices
        self.retranslate()

    def own(self) -> OwnData | None:
        """The user's own data, also while drawn ones are learned from."""
        return self._own

    def label(self, name: str) -> str:
        """What a row is called, by its name; that of the whole form for what is no row."""
        return self._rows.get(name, self._kind).label()

    def awaits_own(self) -> bool:
        """Whether a table of one's own is chosen that is not read yet."""
        return self.choices.is_own and self._own is None

    def axes(self) -> tuple[int, int]:
        """Which features are seen, the one to the right and the one upwards."""
        return (self.choices.own.across, self.choices.own.up) if self._is_own() else (0, 1)

    def set_spacing(self, spacing: int) -> None:
        """Pixels between the rows."""
        self._column.setSpacing(spacing)

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts a refusal beside the field that it names; False where no such field is shown."""
        row = self._kind if name == "data" else self._rows.get(name)
        if row is None or row.isHidden():
            return False
        row.set_error(problem)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        kinds = [(kind.key, _translated(kind.label)) for kind in KINDS]
        if self._offers_own:
            kinds.append((OWN, self.tr("your own …") if self._own is None else self.tr("your own")))
        self._kind.set_options(kinds)
        self._change.setAccessibleName(self.tr("Change your own data"))
        self._change.setToolTip(self.tr("Choose another file, other columns, or how it is read."))
        self._across.set_label(self.tr("Across"), self.tr("The feature that goes to the right in the plot."))
        self._up.set_label(self.tr("Up"), self.tr("The feature that goes up in the plot."))
        self._positive.set_label(
            self.tr("Class 1"),
            self.tr("The classifier learns two classes: this one is class 1 for it, all the others are class 0."),
        )
        for kind in KINDS:
            for parameter in kind.parameters:
                self._rows[parameter.name].set_label(_translated(parameter.label), _translated(parameter.tooltip))
        self._show_kind()

    def _show_kind(self) -> None:
        """The fields of the chosen kind, in its order, with the values that they have there."""
        is_own = self._is_own()
        self._change.setVisible(is_own)
        self._show_axes()
        if is_own:
            self._show_own()
            return
        kind = kind_of(self.choices.kind)
        self._kind.set_value(kind.key)
        self._kind.set_label(self.tr("Data"), _translated(kind.tooltip))
        values = kind.values(self.choices.drawn())
        shown = {parameter.name: parameter for parameter in kind.parameters}
        for name, row in self._rows.items():
            if isinstance(row, Field):
                row.setVisible(name in shown)
        for position, name in enumerate(shown):
            row = self._rows[name]
            assert isinstance(row, Field)
            row.restore()
            row.set_value(values[name])
            self._column.removeWidget(row)
            self._column.insertWidget(1 + position, row)
        self._list_classes()

    def _list_classes(self) -> None:
        recipe = self._shown()
        count = recipe.class_count
        names = recipe.prepared.dataset.class_names if isinstance(recipe, OwnData) else map(str, range(count))
        self._positive.setVisible(count > 2 and self._asks_for_class_1)
        self._positive.set_options(list(enumerate(names)))
        self._positive.set_value(min(self.choices.positive, count - 1))

    def _show_own(self) -> None:
        self._kind.set_value(OWN)
        self._kind.set_label(self.tr("Data"), self.tr("A table of your own"))
        for row in self._rows.values():
            if isinstance(row, Field):
                row.setVisible(False)
        name = "" if self._own is None else self._own.table.source.name
        self._change.setText(self._change.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, 150) + " …")
        self._list_classes()

    def _show_axes(self) -> None:
        features = self._own.features if self._own is not None and self._is_own() else ()
        for row, axis in zip((self._across, self._up), self.axes(), strict=True):
            row.setVisible(len(features) > 2)
            if features:
                row.set_options(list(enumerate(features)))
                row.set_value(min(axis, len(features) - 1))

    def _is_own(self) -> bool:
        return self.choices.is_own and self._own is not None

    def _shown(self) -> Recipe:
        return self._own if self._own is not None and self.choices.is_own else self.choices.drawn()

    def _add_row(self, name: str, row: FormRow) -> None:
        row.refused.connect(partial(self.refused.emit, row))
        self._rows[name] = row
        self._column.addWidget(row)

    def _add_field(self, parameter: Parameter) -> None:
        name = parameter.name
        entry = ENTRIES[parameter.kind]
        first = next(kind for kind in KINDS if parameter in kind.parameters)

        def parse(text: str) -> Any:
            value = entry.parse(text)
            self._check(self._with(name, value).recipe())  # raises a `Problem` where there are no such data
            return value

        value = first.values(self.choices.recipe_of(first.key))[name]
        field: Field[Any] = Field(value, parse, entry.show, entry.step, entry.width)
        field.changed.connect(partial(self._choose, name))
        self._add_row(name, field)

    def _with(self, name: str, value: object) -> DataChoices:
        kind = kind_of(self.choices.kind)
        values = kind.values(self.choices.drawn())
        return self.choices.with_recipe(kind.key, kind.write(**{**values, name: value}))

    def _choose(self, name: str, value: object) -> None:
        self._take(name, self._with(name, value))

    def _choose_kind(self, key: str) -> None:
        if key == OWN:
            if self._own is None:
                self._show_kind()  # what is learned from stays, until there is a table
                self.own_requested.emit()
                return
            self._take("kind", replace(self.choices, is_own=True))
            self._show_kind()
            return
        self._take("kind", self.choices.with_kind(key))
        self._show_kind()

    def _choose_positive(self, positive: int) -> None:
        self._take("positive", replace(self.choices, positive=positive))

    def _choose_axes(self, across: int, up: int) -> None:
        if across == up:  # the other axis gives way
            before = self.axes()
            across, up = (across, before[0]) if across != before[0] else (before[1], up)
        self.choices = replace(self.choices, own=replace(self.choices.own, across=across, up=up))
        self._show_axes()
        self.axes_changed.emit()

    def _take(self, name: str, choices: DataChoices) -> None:
        self.choices = choices
        self._list_classes()
        self.changed.emit(name)


def _translated(text: str) -> str:
    return QCoreApplication.translate("engine", text)
