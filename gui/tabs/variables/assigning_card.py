"""The card in which an assignment is put together: the method, the part, the value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.tensors.protocol import Assign, VariableFrame
from engine.tensors.values import TensorValue
from gui.controls.card import Card
from gui.controls.code_field import CodeField
from gui.controls.elided_label import ElidedLabel
from gui.controls.segmented import SegmentedSwitch

METHODS = ("assign", "assign_add", "assign_sub")
MARGIN = 14


class AssigningCard(Card):
    """Below the fields stands the call as it will be."""

    # The `Assign` that the user asks for.
    asked = Signal(object)

    # The part was typed anew.
    target_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variable = "x"
        self._suggested = "ones((3, 1))"
        self._method = SegmentedSwitch(METHODS)
        self._target = CodeField(width=132)
        self._value = CodeField(width=132)
        self._value.set_text(self._suggested)
        self._call = ElidedLabel("mono-muted")
        self._assign = QPushButton()
        self._assign.setProperty("role", "primary")
        self._assign.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout()
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(8)
        for widget in (self._method, self._target, self._value, self._call, self._assign):
            column.addWidget(widget)
        self.body.addLayout(column)
        self._method.chosen.connect(self._follow)
        for field in (self._target, self._value):
            field.edited.connect(self._follow)
            field.entered.connect(self._ask)
        self._target.edited.connect(lambda: self.target_edited.emit(self._target.text()))
        self._assign.clicked.connect(self._ask)
        self.retranslate()

    def command(self) -> Assign:
        """What the card says."""
        return Assign(self._method.key(), self._target.text(), self._value.text())

    def show_command(self, command: Assign) -> None:
        """Fills the card."""
        self._method.set_key(command.method)
        self._target.set_text(command.target)
        self._value.set_text(command.value)
        self._follow()

    def pick(self, target: str) -> None:
        """This part was picked elsewhere: now its value can be typed."""
        self._target.set_text(target)
        self._follow()

    def begin_value(self, text: str | None = None) -> None:
        """The keys go to the value from now on; `text` was typed already."""
        self._value.begin(text)

    def show_problem(self, field: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where there is no such field."""
        rows = {"target": self._target, "value": self._value, "method": self._value}
        if field in rows:
            rows[field].set_error(problem)
        return field in rows

    def draw(self, frame: VariableFrame) -> None:
        """The variable that is assigned to; what was asked before was done."""
        self._variable = frame.name
        self._suggest(frame.states[frame.position].value)
        for field in (self._target, self._value):
            field.set_error(None)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Assign"))
        self._method.setAccessibleName(self.tr("Method"))
        for key, tooltip in {
            "assign": self.tr("Put the value in the place of what is there, as = does"),
            "assign_add": self.tr("Add the value to what is there, as += does"),
            "assign_sub": self.tr("Subtract the value from what is there, as -= does"),
        }.items():
            self._method.set_label(key, key, tooltip)
        self._target.set_label(
            self.tr("Part"), self.tr("Which part: an index such as 0, 0, or a slice such as :, 1:; empty for the whole")
        )
        self._target.set_placeholder(self.tr("the whole"))
        self._value.set_label(
            self.tr("Value"), self.tr("A number, rows such as [[1], [2]], or a formula such as ones((3, 1)) or x * 2")
        )
        self._assign.setText(self.tr("Assign") + " ↵")
        self._assign.setAccessibleName(self.tr("Assign"))
        self._assign.setToolTip(self.tr("Do it (Enter in a field)"))
        self._call.setAccessibleName(self.tr("The call as it will be"))

    def _suggest(self, value: TensorValue) -> None:
        """Ones of the variable's shape, for as long as nothing else was typed."""
        dtype = "" if value.dtype == "float32" else f", {value.dtype}"
        suggested = f"ones({value.shape}{dtype})"
        if self._value.text() == self._suggested:
            self._value.set_text(suggested)
        self._suggested = suggested

    def _follow(self) -> None:
        command = self.command()
        target = command.target.strip()
        part = f"{self._variable}[{target}]" if target else self._variable
        value = " ".join(command.value[:200].split())
        self._call.show_words(f"{part}.{command.method}({value})")

    def _ask(self) -> None:
        for field in (self._target, self._value):
            field.settle()
        self.asked.emit(self.command())
