"""A form for the making of a tensor: a recipe is chosen, and its arguments are typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import Problem
from engine.tensors.checking import DTYPES
from engine.tensors.recipes import (
    Constant,
    Eye,
    Given,
    Initializer,
    Ones,
    RandomNormal,
    RandomUniform,
    Range,
    Recipe,
    Zeros,
)
from engine.tensors.shapes import parse_shape, show_shape
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.stepping import whole_step

FIRST_DTYPE = "float32"

Key = tuple[type[Recipe], str]
"""A recipe's type, and the name of the initializer or of the given tensor."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """How a field of a recipe is typed."""

    parse: Callable[[str], Any]
    show: Callable[[Any], str] = str
    step: Callable[[Any, int], Any] | None = None
    width: int = 96


def _columns(text: str) -> int | None:
    return parsing.whole_number(text) if text.strip() else None


ENTRIES = {
    "shape": _Entry(parse_shape, show_shape),
    "mean": _Entry(parsing.number, parsing.show_number),
    "stddev": _Entry(parsing.number, parsing.show_number),
    "minval": _Entry(parsing.number, parsing.show_number),
    "maxval": _Entry(parsing.number, parsing.show_number),
    "values": _Entry(str.strip, width=140),
    "start": _Entry(parsing.number, parsing.show_number),
    "limit": _Entry(parsing.number, parsing.show_number),
    "delta": _Entry(parsing.number, parsing.show_number),
    "rows": _Entry(parsing.whole_number, step=whole_step),
    "columns": _Entry(_columns, lambda value: "" if value is None else str(value)),
    "seed": _Entry(parsing.whole_number, step=whole_step),
}


class RecipeForm(QWidget):
    """Shows the fields of the recipe that is chosen; what was typed stays while another one is looked at."""

    entered = Signal()  # Enter was pressed in a field whose value is good
    changed = Signal()  # the user changed something

    def __init__(self, kinds: Sequence[type[Recipe]], parent: QWidget | None = None) -> None:
        """`kinds`: the recipes to choose from, in their order."""
        super().__init__(parent)
        self._kinds = tuple(kinds)
        self._initializers: tuple[str, ...] = ()
        self._given: dict[str, Given] = {}
        self._rows: dict[str, FormRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._kind: Choice[Key] = Choice(width=176)
        self._dtype: Choice[str] = Choice(width=96)
        self._column.addWidget(self._kind)
        defaults = {name: value for kind in reversed(self._kinds) for name, value in _defaults(kind).items()}
        for name, entry in ENTRIES.items():
            if name in defaults:
                self._add_field(name, entry, defaults[name])
        self._dtype.set_options([(FIRST_DTYPE, FIRST_DTYPE)])
        self._rows["dtype"] = self._dtype
        self._column.addWidget(self._dtype)
        self._kind.changed.connect(self._follow_kind)
        self._dtype.changed.connect(lambda _: self.changed.emit())
        self._list_kinds()
        self.retranslate()

    def recipe(self) -> Recipe:
        """As the form says; of a field whose text cannot be used, the last good value."""
        kind, name = self._kind.value()
        if kind is Given:
            return self._given[name]
        values = {field: self._value(field) for field in _defaults(kind)}
        if kind is Initializer:
            values["name"] = name
        return kind(**values)

    def set_recipe(self, recipe: Recipe) -> None:
        """Shows this recipe. Raises `ValueError` for one that is not to be chosen here."""
        if isinstance(recipe, Initializer) and recipe.name not in self._initializers:
            self.set_initializers((*self._initializers, recipe.name))  # Keras may not have told its own yet
        self._kind.set_value(_key(recipe))
        self._show_rows()
        for name in _defaults(type(recipe)):
            row = self._rows[name]
            if isinstance(row, Field | Choice):
                row.set_value(getattr(recipe, name))

    def set_initializers(self, names: Sequence[str]) -> None:
        """Keras's initializers to choose from."""
        self._initializers = tuple(names)
        self._list_kinds()

    def set_given(self, given: Sequence[Given]) -> None:
        """The tensors to choose from."""
        self._given = {tensor.label: tensor for tensor in given}
        self._list_kinds()

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names ("kind": the recipe itself).

        False where the form shows no such field.
        """
        row = self._kind if name == "kind" else self._rows.get(name)
        if row is None or row.isHidden():
            return False
        row.set_error(problem)
        return True

    def clear_problems(self) -> None:
        """No field is wrong any more."""
        for row in (self._kind, *self._rows.values()):
            row.set_error(None)

    def has_problem(self) -> bool:
        """Whether a field that is shown holds what cannot be used."""
        return any(row.error() for row in self._rows.values() if not row.isHidden())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._list_kinds()
        self._kind.set_label(self.tr("Values"), self.tr("What the elements are at first"))
        for name, (label, tooltip) in self._texts().items():
            if name in self._rows:
                self._rows[name].set_label(label, tooltip)

    def _texts(self) -> dict[str, tuple[str, str]]:
        return {
            "shape": (self.tr("Shape"), self.tr("How many elements in each dimension: 3, 1; for a scalar, ().")),
            "mean": (self.tr("Mean"), self.tr("The middle of the normal distribution")),
            "stddev": (self.tr("Deviation"), self.tr("The standard deviation of the normal distribution, from 0 up")),
            "minval": (self.tr("From"), self.tr("The least number that can be drawn")),
            "maxval": (self.tr("Below"), self.tr("All numbers that are drawn are below this one")),
            "values": (self.tr("Rows"), self.tr("The numbers, as in [[1, 2], [3, 4]]")),
            "start": (self.tr("Start"), self.tr("The first number")),
            "limit": (self.tr("Limit"), self.tr("The numbers end before this one")),
            "delta": (self.tr("Step"), self.tr("By how much each number differs from the one before")),
            "rows": (self.tr("Rows"), self.tr("How many rows")),
            "columns": (self.tr("Columns"), self.tr("How many columns; as many as rows where this is empty")),
            "seed": (self.tr("Seed"), self.tr("The same seed draws the same numbers")),
            "dtype": (self.tr("dtype"), self.tr("What kind of number each element is")),
        }

    def _list_kinds(self) -> None:
        names = {
            RandomNormal: self.tr("random normal"),
            RandomUniform: self.tr("random uniform"),
            Ones: self.tr("ones"),
            Zeros: self.tr("zeros"),
            Constant: self.tr("constant"),
            Range: self.tr("range"),
            Eye: self.tr("eye"),
        }
        options: list[tuple[Key, str]] = []
        for kind in self._kinds:
            if kind is Initializer:
                options += [((kind, name), f"Keras {name}") for name in self._initializers]
            elif kind is Given:
                template = self.tr("tensor {name}")
                options += [((kind, name), template.format(name=name)) for name in self._given]
            else:
                options.append(((kind, ""), names[kind]))
        self._kind.set_options(options)
        self._show_rows()

    def _show_rows(self) -> None:
        kind, _ = self._kind.value()
        shown = _defaults(kind)
        for name, row in self._rows.items():
            row.setVisible(name in shown)
        if "dtype" in shown:
            self._dtype.set_options([(dtype, dtype) for dtype in DTYPES[kind]])

    def _add_field(self, name: str, entry: _Entry, value: Any) -> None:
        field: Field[Any] = Field(value, entry.parse, entry.show, entry.step, entry.width)
        field.entered.connect(self.entered)
        field.changed.connect(lambda _: self.changed.emit())
        self._rows[name] = field
        self._column.addWidget(field)

    def _value(self, name: str) -> Any:
        row = self._rows[name]
        assert isinstance(row, Field | Choice)
        return row.value()

    def _follow_kind(self, _: object) -> None:
        self._show_rows()
        self.changed.emit()


def _defaults(kind: type[Recipe]) -> dict[str, Any]:
    """The fields of a recipe that are typed, and their values at first."""
    if kind is Given:
        return {}
    return {field.name: field.default for field in fields(kind) if field.name != "name"}


def _key(recipe: Recipe) -> Key:
    match recipe:
        case Initializer():
            return Initializer, recipe.name
        case Given():
            return Given, recipe.label
    return type(recipe), ""
