"""The scratch loop of the training tab beside Keras: same weights, same batches, same optimizer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec
from engine.keras_lab.protocol import Comparison, Frame, SideBySide
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.stepping import round_step, whole_step
from gui.palette import Palette
from gui.plots.comparison_plot import ComparisonPlot
from gui.tabs.keras import counts, words


class SideBySidePage(QWidget):
    """What to compare above, the two curves on each other below, and how far apart they are."""

    asked = Signal(object)  # the `SideBySide` that is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        start = SideBySide()
        self._comparison: Comparison | None = None
        self._optimizer: Choice[str] = Choice(width=104)
        self._optimizer.set_options([(start.optimizer, start.optimizer)])
        self._rate: Field[float] = Field(start.learning_rate, parsing.number, parsing.show_number, _step, width=80)
        at_least_one = partial(whole_step, least=1)
        self._batch: Field[int] = Field(start.batch_size, counts.batch_size, str, at_least_one, width=80)
        self._epochs: Field[int] = Field(start.epochs, counts.epochs, str, at_least_one, width=80)
        self._run = QPushButton()
        self._words = QLabel()
        self._plot = ComparisonPlot()
        self._lay_out()
        self._run.clicked.connect(self._ask)
        self.retranslate()

    def set_catalogue(self, catalogue: Sequence[Spec]) -> None:
        """The optimizers that both sides can use."""
        names = [spec.name for spec in catalogue if spec.kind == "optimizer" and spec.obstacle is None]
        self._optimizer.set_options([(name, name) for name in names] or [("SGD", "SGD")])
        if "SGD" in names and self._comparison is None:
            self._optimizer.set_value("SGD")

    def draw(self, frame: Frame) -> None:
        """Shows how far the comparison is; costs nothing where it is the same."""
        self._run.setEnabled(frame.busy != "compare")
        if frame.comparison is self._comparison:
            return
        self._comparison = frame.comparison
        if frame.comparison is not None:
            self._plot.draw(frame.comparison)
        self._show_words()

    def show_problem(self, field: str, problem: Problem) -> bool:
        """Puts the engine's reason beside the field that it names; False where it speaks of something else."""
        name = field.removeprefix("side.")
        rows: dict[str, FormRow] = {
            "optimizer": self._optimizer,
            "learning_rate": self._rate,
            "batch_size": self._batch,
            "epochs": self._epochs,
        }
        if name == field or name not in rows:
            return False
        rows[name].set_error(problem)
        return True

    def set_palette(self, palette: Palette) -> None:
        self._plot.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._optimizer.set_label(
            self.tr("Optimizer"), self.tr("The optimizer that both sides use"), self.tr("Optimizer of both")
        )
        self._rate.set_label(
            self.tr("Learning rate"),
            self.tr("How far each step follows the gradient"),
            self.tr("Learning rate of both"),
        )
        self._batch.set_label(
            self.tr("Batch size"), self.tr("How many points each step learns from"), self.tr("Batch size of both")
        )
        self._epochs.set_label(
            self.tr("Epochs"), self.tr("How often both go through all the points"), self.tr("Epochs of both")
        )
        self._run.setText(self.tr("Compare"))
        self._run.setAccessibleName(self.tr("Compare"))
        self._run.setToolTip(self.tr("Train both from the same weights on the same batches, and compare every loss"))
        self._show_words()

    def _lay_out(self) -> None:
        self._run.setProperty("role", "small-primary")
        self._run.setCursor(Qt.CursorShape.PointingHandCursor)
        self._run.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "small")
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, rows in ((left, (self._optimizer, self._rate)), (right, (self._batch, self._epochs))):
            column.setSpacing(6)
            for row in rows:
                column.addWidget(row)
            column.addStretch()
        form = QHBoxLayout()
        form.setSpacing(16)
        form.addLayout(left, 1)
        form.addLayout(right, 1)
        below = QHBoxLayout()
        below.addWidget(self._words, 1)
        below.addWidget(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 6)
        layout.setSpacing(8)
        layout.addLayout(form)
        layout.addLayout(below)
        layout.addWidget(self._plot, 1)

    def _ask(self) -> None:
        for row in (self._optimizer, self._rate, self._batch, self._epochs):
            if row.error() and isinstance(row, Field):
                return
            row.set_error(None)
        self.asked.emit(
            SideBySide(self._optimizer.value(), self._rate.value(), self._batch.value(), self._epochs.value())
        )

    def _show_words(self) -> None:
        comparison = self._comparison
        if comparison is None:
            self._words.setText(self.tr("Keras does what the notes' loop does: with one start, one curve."))
            return
        steps = min(len(comparison.scratch), len(comparison.keras))
        if comparison.difference == 0:
            template = self.tr("{steps} of {total} steps: every loss is the same to the last bit.")
        else:
            template = self.tr("{steps} of {total} steps: the losses differ by {difference} of their size at most.")
        self._words.setText(
            template.format(
                steps=f"{steps:,}", total=f"{comparison.total:,}", difference=words.number(comparison.difference)
            )
        )


def _step(value: float, direction: int) -> float:
    return round_step(value, direction) if value > 0 else value
