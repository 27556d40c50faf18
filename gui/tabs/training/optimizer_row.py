"""The optimizer, and below it, unfolded on demand, the form for its own arguments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec, Value
from gui.controls.argument_form import ArgumentForm
from gui.controls.choice import Choice
from gui.controls.icon_button import IconButton

MANUAL = "manual"
SIDE = 24

Arguments = Sequence[tuple[str, Value]]


class OptimizerRow(QWidget):
    """The arguments of an optimizer are asked for when they are to be seen: Keras takes a while to tell them."""

    # The name of another optimizer, whose arguments are Keras's own.
    changed = Signal(str)

    # The arguments that differ from Keras's own now, as (name, value) pairs.
    arguments_changed = Signal(object)

    # The name of the optimizer to `describe`.
    description_wanted = Signal(str)

    def __init__(self, name: str, arguments: Arguments = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = (name,)
        self._arguments = tuple(arguments)
        self._asked_for = ""
        self.choice: Choice[str] = Choice(width=104)
        self.form = ArgumentForm()
        self._more = IconButton("tune", side=SIDE, icon_size=15, role="quiet")
        self._more.setCheckable(True)
        self._more.setChecked(bool(arguments))
        self._lay_out()
        self.choice.changed.connect(self._choose)
        self.form.changed.connect(self._take_arguments)
        self._more.toggled.connect(self._show_parts)
        self.retranslate()
        self._show_parts()

    def set_names(self, names: Sequence[str]) -> None:
        """The optimizers to choose from; from now on the engine can describe them."""
        self._names = tuple(names)
        self._list_names()
        self._show_parts()

    def set_value(self, name: str, arguments: Arguments) -> None:
        """Shows what is chosen, without a signal, even where it is none of those to choose from."""
        if name not in self._names:
            self._names = (*self._names, name)
            self._list_names()
        self.choice.set_value(name)
        self.set_arguments(arguments)

    def set_arguments(self, arguments: Arguments) -> None:
        """Shows what the optimizer is given, without a signal."""
        self._arguments = tuple(arguments)
        self.form.show_choice(None, ())
        self._asked_for = ""
        self._show_parts()

    def describe(self, spec: Spec) -> None:
        """The answer to `description_wanted`; one that comes too late counts for nothing."""
        if spec.name == self.choice.value():
            self.form.show_choice(spec, self._arguments)
            self._show_parts()

    def show_problem(self, path: str, problem: Problem) -> None:
        """Puts the reason beside the argument that `path` names, else beside the optimizer."""
        if path and self.form.show_problem(path, problem):
            self._more.setChecked(True)
        else:
            self.choice.set_error(problem)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._more.set_label(self.tr("Arguments of the optimizer"))
        self._list_names()

    def _list_names(self) -> None:
        manual = self.tr("manual")
        self.choice.set_options([(name, manual if name == MANUAL else name) for name in self._names])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.choice, 1)
        top.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.form)

    def _show_parts(self) -> None:
        name = self.choice.value()
        is_open = name != MANUAL and self._more.isChecked()
        self._more.setVisible(name != MANUAL)
        self.form.setVisible(is_open and self.form.count() > 0)
        # Before there is more than one to choose from, the engine is not there yet.
        if is_open and len(self._names) > 1 and self._asked_for != name:
            self._asked_for = name
            self.description_wanted.emit(name)

    def _choose(self, name: str) -> None:
        self.set_arguments(())
        self.changed.emit(name)

    def _take_arguments(self, arguments: Arguments) -> None:
        self._arguments = tuple(arguments)
        self.choice.set_error(None)
        self.arguments_changed.emit(self._arguments)
