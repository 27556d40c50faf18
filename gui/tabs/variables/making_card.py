"""The card in which a variable is made."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.tensors.protocol import MakeVariable
from engine.tensors.recipes import Constant, Given, Initializer, Ones, RandomNormal, RandomUniform, Zeros
from gui.controls.card import Card
from gui.controls.code_field import CodeField
from gui.controls.recipe_form import RecipeForm

KINDS = (RandomNormal, RandomUniform, Ones, Zeros, Constant, Initializer, Given)
MARGIN = 14


class MakingCard(Card):
    """Name, first values, and whether gradient tapes watch it."""

    steps_aside = True
    """In a presentation, where the picture needs the room."""

    # The `MakeVariable` that the user asks for.
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = CodeField(width=96)
        self._name.set_text("x")
        self.form = RecipeForm(KINDS)
        self._trainable = QCheckBox()
        self._trainable.setChecked(True)
        self._make = QPushButton()
        self._make.setProperty("role", "small-primary")
        self._make.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        self._name.entered.connect(self._ask)
        self.form.entered.connect(self._ask)
        self._make.clicked.connect(self._ask)
        self.retranslate()

    def command(self) -> MakeVariable:
        """What the card says."""
        return MakeVariable(self._name.text(), self.form.recipe(), self._trainable.isChecked())

    def show_command(self, command: MakeVariable) -> None:
        """Fills the card; a tensor that is no longer to be had is left out."""
        self._name.set_text(command.name)
        with suppress(ValueError):
            self.form.set_recipe(command.recipe)
        self._trainable.setChecked(command.trainable)

    def set_initializers(self, names: Sequence[str]) -> None:
        """Keras's initializers to choose from."""
        self.form.set_initializers(names)

    def show_problem(self, field: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where there is no such field."""
        if field == "name":
            self._name.set_error(problem)
            return True
        return self.form.show_problem(field, problem)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Variable"))
        self._name.set_label(self.tr("Name"), self.tr("The variable's name in Python, such as x"))
        self._trainable.setText(self.tr("trainable"))
        self._trainable.setAccessibleName(self.tr("trainable"))
        self._trainable.setToolTip(self.tr("Whether a gradient tape watches the variable of its own accord"))
        self._make.setText(self.tr("Make"))
        self._make.setAccessibleName(self.tr("Make variable"))
        self._make.setToolTip(
            self.tr("Make the variable anew; its story begins again, and Ctrl+Z brings the old one back")
        )

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 10, MARGIN, 10)
        column.setSpacing(6)
        column.addWidget(self._name)
        column.addWidget(self.form)
        column.addWidget(self._trainable)
        column.addStretch()
        self._area = area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self.body.setContentsMargins(0, 0, 0, 4)
        self.body.addWidget(area, 1)
        self.add_to_header(self._make)
        area.verticalScrollBar().rangeChanged.connect(self._make_room_for_scroll_bar)

    def _make_room_for_scroll_bar(self, _: int, farthest: int) -> None:
        """The scroll bar stands in the margin, so that the rows keep their width."""
        bar = self._area.verticalScrollBar().sizeHint().width() if farthest else 0
        self._column.setContentsMargins(MARGIN, 10, MARGIN - bar, 10)

    def _ask(self) -> None:
        if not self.form.has_problem():
            self.asked.emit(self.command())
