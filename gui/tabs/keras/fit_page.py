"""The arguments of `fit`: they hold from its next call on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from engine.errors import Problem
from engine.keras_lab.protocol import EarlyStop, Fitting, Frame, Plan, ValidationKind
from gui.controls.choice import Choice
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.own_keys import keep_keys
from gui.controls.stepping import whole_step
from gui.tabs.keras import counts
from gui.tabs.keras.page import Page


class FitPage(Page):
    """Epochs and batch; early stopping and the best weights as switches."""

    FIELDS = ("epochs", "batch_size", "patience", "monitor", "early_stop", "keep_best")

    fitting_edited = Signal(object)  # the `Fitting` as the user wants it now

    def __init__(self, plan: Plan, fitting: Fitting) -> None:
        super().__init__(plan)
        self.fitting = fitting
        self._names: tuple[str, ...] = ("loss", "accuracy")
        self._early = fitting.early_stop or EarlyStop()
        self.add_heading("fit")
        at_least_one = partial(whole_step, least=1)
        self._epochs: Field[int] = Field(fitting.epochs, counts.epochs, str, at_least_one)
        self._batch_size: Field[int] = Field(fitting.batch_size, counts.batch_size, str, at_least_one)
        self.add_row(self._epochs)
        self.add_row(self._batch_size)
        self._epochs.set_term("epoch")
        self._batch_size.set_term("batch")
        self.add_heading("callbacks")
        self._stops_early, self._keeps_best, self._restores = _check_box(), _check_box(), _check_box()
        self._monitor: Choice[str] = Choice(width=132)
        self._patience: Field[int] = Field(self._early.patience, counts.patience, str, whole_step)
        self._best: Choice[str] = Choice(width=132)
        self.column.addWidget(self._stops_early)
        self.add_row(self._monitor)
        self.add_row(self._patience)
        self.column.addWidget(self._restores)
        self.column.addSpacing(6)
        self.column.addWidget(self._keeps_best)
        self.add_row(self._best)
        self.column.addStretch()
        self._list_monitors()
        self.show_fitting(fitting)
        self._connect()
        self.retranslate()

    def show_fitting(self, fitting: Fitting) -> None:
        """Fills the page, without a signal."""
        self.fitting = fitting
        self._early = fitting.early_stop or self._early
        self._epochs.set_value(fitting.epochs)
        self._batch_size.set_value(fitting.batch_size)
        self._stops_early.setChecked(fitting.early_stop is not None)
        self._keeps_best.setChecked(bool(fitting.keep_best))
        self._restores.setChecked(self._early.restore_best_weights)
        self._patience.set_value(self._early.patience)
        self._list_monitors()
        self._show_parts()

    def draw(self, frame: Frame) -> None:
        if frame.curves.names != self._names:
            self._names = frame.curves.names
            self._list_monitors()

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        self._list_monitors()

    def show_problem(self, field: str, at: int | None, problem: Problem) -> bool:
        rows: dict[str, FormRow] = {
            "epochs": self._epochs,
            "batch_size": self._batch_size,
            "patience": self._patience,
            "monitor": self._monitor,
            "early_stop": self._monitor,
            "keep_best": self._best,
        }
        row = rows.get(field)
        if row is not None:
            row.set_error(problem)
        return row is not None

    def retranslate(self) -> None:
        self._headings["fit"].setText("fit")
        self._headings["callbacks"].setText(self.tr("Callbacks"))
        self._epochs.set_label(
            self.tr("Epochs"), self.tr("How often fit goes through all the points; playing on takes as many again")
        )
        self._batch_size.set_label(self.tr("Batch size"), self.tr("How many points each step learns from"))
        for box, label, tooltip in (
            (
                self._stops_early,
                self.tr("Stop early"),
                self.tr("keras.callbacks.EarlyStopping: end fit when a figure no longer gets better"),
            ),
            (
                self._restores,
                self.tr("Restore the best weights"),
                self.tr("Whether early stopping puts the best weights back when it ends fit"),
            ),
            (
                self._keeps_best,
                self.tr("Keep the best weights"),
                self.tr("keras.callbacks.ModelCheckpoint: keep the weights of the best epoch, to look at and to save"),
            ),
        ):
            box.setText(label)
            box.setAccessibleName(label)
            box.setToolTip(tooltip)
        self._monitor.set_label(
            self.tr("Watch"), self.tr("The figure of the history that early stopping watches"), self.tr("Stop early by")
        )
        self._patience.set_label(
            self.tr("Patience"), self.tr("How many epochs without a better figure are put up with")
        )
        self._best.set_label(
            self.tr("Watch"), self.tr("The figure of the history that says which epoch is best"), self.tr("Best by")
        )

    def _connect(self) -> None:
        self._epochs.changed.connect(lambda epochs: self._edit(epochs=epochs))
        self._batch_size.changed.connect(lambda size: self._edit(batch_size=size))
        self._monitor.changed.connect(lambda _: self._change())
        self._patience.changed.connect(lambda _: self._change())
        self._best.changed.connect(lambda _: self._change())
        for box in (self._stops_early, self._keeps_best, self._restores):
            box.clicked.connect(self._change)

    def _change(self) -> None:
        self._show_parts()
        self._early = EarlyStop(self._monitor.value(), self._patience.value(), self._restores.isChecked())
        self._edit(
            early_stop=self._early if self._stops_early.isChecked() else None,
            keep_best=self._best.value() if self._keeps_best.isChecked() else "",
        )

    def _edit(self, **changes: object) -> None:
        fitting: Fitting = replace(self.fitting, **changes)  # type: ignore[arg-type]
        if fitting != self.fitting:
            self.fitting = fitting
            self.fitting_edited.emit(fitting)

    def _show_parts(self) -> None:
        for row in (self._monitor, self._patience, self._restores):
            row.setVisible(self._stops_early.isChecked())
        self._best.setVisible(self._keeps_best.isChecked())

    def _list_monitors(self) -> None:
        """The keys of the history that is to be expected; what was chosen stays, also where it is not among them."""
        keys: Sequence[str] = self._names
        if self.plan.validation.kind is not ValidationKind.NONE:
            keys = [*(f"val_{name}" for name in self._names), *self._names]
        for row, chosen in ((self._monitor, self._early.monitor), (self._best, self.fitting.keep_best or keys[0])):
            row.set_options([(key, key) for key in dict.fromkeys((*keys, chosen))])
            row.set_value(chosen)


def _check_box() -> QCheckBox:
    box = QCheckBox()
    box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    keep_keys(box, Qt.Key.Key_Space)
    return box
