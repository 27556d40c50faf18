"""A loss or a metric that is typed: its name, and the formula."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.catalogue.specification import Custom, Kind
from gui.controls.field import Field

START = {
    "loss": Custom("my_loss", "mean(abs(y_true - y_pred))"),
    "metric": Custom("my_metric", "mean(square(y_true - y_pred))"),
}
LONGEST_NAME = 40


class FormulaForm(QWidget):
    """What the formula means, the engine says; here only the name is looked at."""

    changed = Signal(object)  # the `Custom` as the user wants it

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        start = START.get(kind, START["loss"])
        self._name: Field[str] = Field(start.name, _name, width=150)
        self._formula: Field[str] = Field(start.formula, str.strip, width=236)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for field in (self._name, self._formula):
            layout.addWidget(field)
            field.align_left()
            field.changed.connect(lambda _: self.changed.emit(self.value()))
        self.retranslate()

    def value(self) -> Custom:
        """What was typed, as far as it can be used."""
        return Custom(self._name.value(), self._formula.value())

    def show_value(self, custom: Custom) -> None:
        """Shows it, without a signal."""
        self._name.set_value(custom.name)
        self._formula.set_value(custom.formula)

    def show_problem(self, path: str, problem: Problem) -> bool:
        """Puts the reason beside the name or the formula."""
        (self._name if path == "name" else self._formula).set_error(problem)
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._name.set_label(self.tr("Name"), self.tr("What the program and the curves call it"))
        self._formula.set_label(
            self.tr("Formula"),
            self.tr("In y_true and y_pred, such as mean(square(y_true - y_pred)); a loss needs a gradient"),
        )


def _name(text: str) -> str:
    name = text.strip()
    if not name.isidentifier() or not name.isascii() or len(name) > LONGEST_NAME:
        raise Problem(
            QT_TRANSLATE_NOOP("engine", "Type a name that Python takes, such as my_loss, instead of “{text}”."),
            text=name,
        )
    return name
