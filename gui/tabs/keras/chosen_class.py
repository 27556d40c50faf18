"""One of Keras's classes, or a formula in its place, and the form for its arguments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Choice, Custom, Kind, Spec
from gui.controls.argument_form import ArgumentForm
from gui.controls.icon_button import IconButton
from gui.controls.note import Note
from gui.controls.pick_field import PickField
from gui.controls.pick_list import Option
from gui.problem_text import problem_text
from gui.tabs.keras.formula_form import FormulaForm

CUSTOM = "custom"
SIDE = 24


def option_of(spec: Spec) -> Option:
    """The class in a list to pick from. What it is for is said in Keras's own words, which are English."""
    help = QCoreApplication.translate("engine", spec.help)  # which translates the few words that are ours
    return Option(spec.name, spec.name, problem_text(spec.obstacle) if spec.obstacle else help, not spec.obstacle)


class ChosenClass(QWidget):
    """A field to pick the class; its arguments unfold below it."""

    changed = Signal(object)  # the `Choice` or `Custom` as the user wants it
    removed = Signal()

    def __init__(self, kind: Kind, *, is_removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._specs: dict[str, Spec] = {}
        self._value: Choice | Custom = Choice("")
        self._label = ("", "", "")
        self.pick = PickField(width=190)
        self.pick.set_term(kind)
        self.form = ArgumentForm()
        self._formula = FormulaForm(kind)
        self.note = Note()
        self._more = IconButton("tune", side=SIDE, icon_size=15, role="quiet")
        self._more.setCheckable(True)
        self._remove = IconButton("close", side=SIDE, icon_size=12, role="quiet")
        if not is_removable:
            self._remove.hide()
        self._lay_out()
        self.pick.changed.connect(self._pick)
        self.form.changed.connect(self._take_arguments)
        self._formula.changed.connect(self._take)
        self._more.toggled.connect(lambda _: self._show_parts())
        self._remove.clicked.connect(self.removed)
        self.retranslate()

    def set_catalogue(self, catalogue: Sequence[Spec]) -> None:
        """What the installed Keras has."""
        self._specs = {spec.name: spec for spec in catalogue if spec.kind == self._kind}
        self.form.set_schedules([spec for spec in catalogue if spec.kind == "schedule"])
        self._list_options()
        self.show_value(self._value)

    def show_value(self, value: Choice | Custom) -> None:
        """Shows what is chosen, without a signal."""
        self._value = value
        if isinstance(value, Custom):
            self.pick.set_value(CUSTOM)
            self._formula.show_value(value)
        else:
            self.pick.set_value(value.name)
            self.form.show_choice(self._specs.get(value.name), value.arguments)
            if any(name != "learning_rate" for name, _ in value.arguments):
                self._more.setChecked(True)
        self._show_parts()

    def unfold(self) -> None:
        """Shows the arguments."""
        self._more.setChecked(True)

    def set_label(self, label: str, tooltip: str, name: str = "") -> None:
        """What is chosen here."""
        self._label = (label, tooltip, name)
        self.retranslate()

    def show_problem(self, path: str, problem: Problem) -> None:
        """Puts the reason beside the argument that `path` names, else beside the class."""
        if isinstance(self._value, Custom) and self._formula.show_problem(path, problem):
            return
        if path and self.form.show_problem(path, problem):
            self.unfold()
            return
        self.pick.set_error(problem)

    def clear_problems(self) -> None:
        """Nothing that the engine said of the class holds any more; what was typed wrongly stays wrong."""
        self.pick.set_error(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        label, tooltip, name = self._label
        self.pick.set_label(label, tooltip, name)
        self._more.set_label(self.tr("Arguments: {name}").format(name=name or label))
        self._remove.set_label(self.tr("Remove: {name}").format(name=name or label))
        self._list_options()

    def _list_options(self) -> None:
        options = [option_of(spec) for spec in self._specs.values()]
        if self._kind in ("loss", "metric"):
            about = self.tr("A formula in y_true and y_pred, under a name of your own")
            options.append(Option(CUSTOM, self.tr("your own formula"), about))
        self.pick.set_options(options)
        self.pick.set_value(self.pick.value())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.pick, 1)
        top.addWidget(self._more)
        top.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._formula)
        layout.addWidget(self.form)
        layout.addWidget(self.note)

    def _show_parts(self) -> None:
        is_custom = isinstance(self._value, Custom)
        self._formula.setVisible(is_custom)
        self._more.setVisible(not is_custom and self.form.count() > 0)
        self.form.set_folded(not self._more.isChecked())
        self.form.setVisible(
            not is_custom and self.form.count() > 0 and (self._more.isChecked() or self.form.has_rate())
        )

    def _pick(self, key: str) -> None:
        if key == CUSTOM:
            value: Choice | Custom = self._value if isinstance(self._value, Custom) else self._formula.value()
        else:
            value = self._value if self._value == Choice(key) else Choice(key)
            if isinstance(self._value, Choice) and self._value.name == key:
                value = self._value
        if value != self._value:
            self.show_value(value)
            self.changed.emit(value)

    def _take_arguments(self, arguments: tuple[tuple[str, object], ...]) -> None:
        if isinstance(self._value, Choice):
            self._take(Choice(self._value.name, arguments))  # type: ignore[arg-type]

    def _take(self, value: Choice | Custom) -> None:
        self._value = value
        self.changed.emit(value)
