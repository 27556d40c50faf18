"""The form for a new tensor, which floats beside the workspace."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.tensors.protocol import Make
from engine.tensors.recipes import Constant, Eye, Ones, RandomNormal, RandomUniform, Range, Recipe, Zeros
from gui import fonts
from gui.controls.card import Card
from gui.controls.field import Field
from gui.controls.icon_button import IconButton
from gui.controls.recipe_form import RecipeForm
from gui.problem_text import problem_text

WIDTH = 264
DEFAULTS: dict[type[Recipe], Recipe] = {
    kind: kind() for kind in (Ones, Zeros, RandomNormal, RandomUniform, Constant, Range, Eye)
}


class NewTensorCard(Card):
    """A recipe's fields with the notes' values, and a name. Enter makes the tensor, Escape closes."""

    # `Make`: what is to be made.
    made = Signal(object)

    closed = Signal()  # it was closed by the user

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self.is_waiting = False  # for the engine to make what was asked for
        self._name: Field[str] = Field("", str.strip, str, width=140)
        self._form = RecipeForm(tuple(DEFAULTS))
        self._recipe: Recipe = Ones()
        self._form.set_recipe(self._recipe)
        self._error = QLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._make = QPushButton()
        self._make.setProperty("role", "primary")
        self._make.setCursor(Qt.CursorShape.PointingHandCursor)
        self._close = IconButton("close", side=28, icon_size=14)
        self.add_to_header(self._close)
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self._form)
        column.addWidget(self._error)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._make)
        column.addLayout(buttons)
        self.body.addLayout(column)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self.hide()
        self._make.clicked.connect(self.make)
        self._close.clicked.connect(self.close_form)
        self._form.entered.connect(self.make)
        self._name.entered.connect(self.make)
        self._form.changed.connect(self._follow)
        self.retranslate()

    @property
    def form(self) -> RecipeForm:
        """The recipe's fields."""
        return self._form

    @property
    def name(self) -> Field[str]:
        """The field with the name."""
        return self._name

    def open_at(self, corner: QPoint) -> None:
        """Shows itself with its upper left corner there."""
        self.move(corner)
        self.adjustSize()
        self.show()
        self.raise_()
        self._name.setFocus()

    def make(self) -> None:
        """Asks for what the form says, unless a field holds what cannot be used."""
        self._forget_error()
        if self._form.has_problem():
            return
        self.is_waiting = True
        self.made.emit(Make(self._name.value(), self._form.recipe()))

    def finish(self) -> None:
        """The tensor was made."""
        self.is_waiting = False
        self._name.set_value("")
        self.hide()

    def show_problem(self, field: str | None, problem: Problem) -> None:
        """Says why it was not made, beside the field at fault where there is one."""
        self.is_waiting = False
        if field == "name":
            self._name.set_error(problem)
        elif field is None or not self._form.show_problem(field, problem):
            self._error.setText(problem_text(problem))
            self._error.show()
        self.adjustSize()

    def close_form(self) -> None:
        """Closes; what was typed is there again next time."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.make()
        # No key reaches the tab behind.

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return super().event(event)

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("New tensor"))
        self._name.set_label(self.tr("Name"), self.tr("What the tensor is called; left empty, the next free letter"))
        self._make.setText(self.tr("Make"))
        self._make.setToolTip(self.tr("Make the tensor, with TensorFlow and with NumPy (Enter)"))
        self._make.setAccessibleName(self.tr("Make the tensor"))
        self._close.set_label(self.tr("Close"), "Esc")

    def _follow(self) -> None:
        """Another recipe begins with its own values, the notes' ones, but for those that the user changed."""
        self._forget_error()
        earlier, recipe = self._recipe, self._form.recipe()
        if type(recipe) is not type(earlier):
            own, earlier_own = DEFAULTS[type(recipe)], DEFAULTS[type(earlier)]
            names = {field.name for field in fields(recipe)} & {field.name for field in fields(earlier)}
            kept = {name for name in names if getattr(earlier, name) != getattr(earlier_own, name)}
            recipe = replace(own, **{name: getattr(earlier, name) for name in kept - {"dtype"}})
            self._form.set_recipe(recipe)
        self._recipe = recipe

    def _forget_error(self) -> None:
        self._error.hide()
