"""The arguments of `compile`: optimizer, loss, metrics, and how the program spells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Choice, Custom, Spec, TargetForm
from engine.keras_lab.protocol import Compilation, Plan
from gui import fonts
from gui.controls.choice import Choice as ChoiceRow
from gui.controls.note import Note
from gui.controls.pick_field import PickField
from gui.controls.pick_list import Option
from gui.controls.segmented import SegmentedSwitch
from gui.tabs.keras import words
from gui.tabs.keras.chosen_class import CUSTOM, ChosenClass, option_of
from gui.tabs.keras.formula_form import START
from gui.tabs.keras.page import Page

SPELLINGS = ("string", "object")


class CompilePage(Page):
    """Every optimizer, loss and metric of the installed Keras, each with a form for its own arguments."""

    FIELDS = ("optimizer", "loss", "metrics", "targets")

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._catalogue: tuple[Spec, ...] = ()
        self._metrics: list[ChosenClass] = []
        self._spelling = SegmentedSwitch(SPELLINGS)
        self.optimizer = ChosenClass("optimizer")
        self.loss = ChosenClass("loss")
        self._targets: ChoiceRow[TargetForm] = ChoiceRow(width=132)
        self.targets_note = Note()
        self._add = PickField(width=400, keeps_choice=False)
        self._lay_out()
        self._spelling.chosen.connect(lambda spelling: self._compile(spelling=spelling))
        self.optimizer.changed.connect(lambda choice: self._compile(optimizer=choice))
        self.loss.changed.connect(lambda choice: self._compile(loss=choice))
        self._targets.changed.connect(lambda targets: self.edit(replace(self.plan, targets=targets)))
        self._add.changed.connect(self._add_metric)
        self.retranslate()
        self.show_plan(plan)

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        compilation = plan.compilation
        self._spelling.set_key(compilation.spelling)
        self.optimizer.show_value(compilation.optimizer)
        self.loss.show_value(compilation.loss)
        self._targets.set_value(plan.targets)
        self._show_metrics(compilation.metrics)

    def set_catalogue(self, catalogue: Sequence[Spec]) -> None:
        self._catalogue = tuple(catalogue)
        for part in (self.optimizer, self.loss, *self._metrics):
            part.set_catalogue(catalogue)
        self._list_metrics()

    def show_problem(self, field: str, at: int | None, problem: Problem) -> bool:
        name, _, path = field.partition(".")
        if name == "targets":
            self._targets.set_error(problem)
            return True
        part = self.part(name, at)
        if part is None:
            return False
        part.show_problem(path, problem)
        self.bring_into_view(part)
        return True

    def part(self, name: str, at: int | None = None) -> ChosenClass | None:
        """What the field of that name stands for; None where there is no such field."""
        if name == "metrics":
            at = at or 0
            return self._metrics[at] if at < len(self._metrics) else None
        return {"optimizer": self.optimizer, "loss": self.loss}.get(name)

    def note(self, name: str, at: int | None) -> Note | None:
        """Where a refusal that speaks of this field stands."""
        if name == "targets":
            return self.targets_note
        part = self.part(name.partition(".")[0], at)
        return None if part is None else part.note

    def notes(self) -> list[Note]:
        """All of them."""
        return [self.targets_note, *(part.note for part in (self.optimizer, self.loss, *self._metrics))]

    def clear_problems(self) -> None:
        """Nothing that the engine said of the plan holds any more."""
        self._targets.set_error(None)
        for part in (self.optimizer, self.loss, *self._metrics):
            part.clear_problems()

    def retranslate(self) -> None:
        for name, text in (
            ("optimizer", self.tr("Optimizer")),
            ("loss", self.tr("Loss")),
            ("metrics", self.tr("Metrics")),
        ):
            self._headings[name].setText(text)
        self._spelling.setAccessibleName(self.tr("Spelling"))
        self._spelling.set_label(
            "string", self.tr("strings"), self.tr('Say compile(optimizer="rmsprop") where there are no arguments')
        )
        self._spelling.set_label(
            "object", self.tr("objects"), self.tr("Say compile(optimizer=keras.optimizers.RMSprop())")
        )
        self.optimizer.set_label(
            self.tr("Class"),
            self.tr("How the weights follow the gradient; type to search all that Keras has"),
            self.tr("Optimizer"),
        )
        self.loss.set_label(
            self.tr("Class"), self.tr("What training makes small; type to search all that Keras has"), self.tr("Loss")
        )
        self._targets.set_options([(form, words.target_form(form)) for form in TargetForm])
        self._targets.set_label(self.tr("Targets"), self.tr("What stands in the targets for the class of a point"))
        self._add.set_label(
            self.tr("Add a metric …"), self.tr("What is watched besides the loss; type to search all that Keras has")
        )
        for number, metric in enumerate(self._metrics):
            self._label_metric(metric, number)
        self._list_metrics()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        heading = self.add_heading("optimizer")
        self.column.removeWidget(heading)
        self._spelling.setFixedHeight(fonts.px(30))
        top.addWidget(heading, 1)
        top.addWidget(self._spelling)
        self.column.addLayout(top)
        self._add_part(self.optimizer)
        self.add_heading("loss")
        self._add_part(self.loss)
        self.add_row(self._targets)
        self.column.addWidget(self.targets_note)
        self.add_heading("metrics")
        self._metrics_list = QVBoxLayout()
        self._metrics_list.setSpacing(6)
        self.column.addLayout(self._metrics_list)
        self.add_row(self._add)
        self.column.addStretch()

    def _add_part(self, part: QWidget) -> None:
        self.column.addWidget(part)

    def _compile(self, **changes: object) -> None:
        compilation: Compilation = replace(self.plan.compilation, **changes)  # type: ignore[arg-type]
        self.edit(replace(self.plan, compilation=compilation))

    def _show_metrics(self, metrics: Sequence[Choice | Custom]) -> None:
        while len(self._metrics) > len(metrics):
            gone = self._metrics.pop()
            self._metrics_list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._metrics) < len(metrics):
            self._make_metric()
        for part, metric in zip(self._metrics, metrics, strict=True):
            part.show_value(metric)

    def _make_metric(self) -> None:
        part = ChosenClass("metric", is_removable=True)
        part.set_catalogue(self._catalogue)
        part.changed.connect(lambda metric: self._put_metric(self._metrics.index(part), metric))
        part.removed.connect(lambda: self._remove_metric(self._metrics.index(part)))
        self._label_metric(part, len(self._metrics))
        self._metrics.append(part)
        self._metrics_list.addWidget(part)

    def _label_metric(self, part: ChosenClass, number: int) -> None:
        part.set_label(
            str(number + 1),
            self.tr("What is watched besides the loss; type to search all that Keras has"),
            self.tr("Metric {number}").format(number=number + 1),
        )

    def _list_metrics(self) -> None:
        specs = [spec for spec in self._catalogue if spec.kind == "metric"]
        options = [option_of(spec) for spec in specs]
        about = self.tr("A formula in y_true and y_pred, under a name of your own")
        self._add.set_options([*options, Option(CUSTOM, self.tr("your own formula"), about)])

    def _add_metric(self, key: str) -> None:
        self._set_metrics((*self.plan.compilation.metrics, START["metric"] if key == CUSTOM else Choice(key)))

    def _put_metric(self, number: int, metric: Choice | Custom) -> None:
        metrics = list(self.plan.compilation.metrics)
        metrics[number] = metric
        self._compile(metrics=tuple(metrics))

    def _remove_metric(self, number: int) -> None:
        metrics = list(self.plan.compilation.metrics)
        del metrics[number]
        self._set_metrics(tuple(metrics))

    def _set_metrics(self, metrics: tuple[Choice | Custom, ...]) -> None:
        for part in self._metrics:
            part.clear_problems()
        self._compile(metrics=metrics)
        self._show_metrics(metrics)
