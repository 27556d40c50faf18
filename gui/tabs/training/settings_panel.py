"""The panel on the left: what the training tab learns from, starts with, and how it learns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.datasets import PointEdits, Recipe
from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec, Value
from engine.protocol import Frame
from engine.reading.own_data import OwnData
from engine.training.settings import check_batch_size
from gui.change_history import in_a_sentence
from gui.controls import parsing
from gui.controls.data_form import DataForm
from gui.controls.field import Field
from gui.controls.settings_form import SettingsForm
from gui.controls.stepping import round_step, whole_step
from gui.data_choices import DataChoices
from gui.settings import TrainingChoices
from gui.tabs.training.optimizer_row import OptimizerRow

WIDTH = 216
MARGIN, EDGE = 14, 7
"""Pixels beside the rows, and above and below them."""

HEADING_SPACE = 4
"""Pixels above a heading, with the distance between rows on either side."""

ROOMY = 600
"""Pixels of height from which on the rows stand further apart; below, all of them are to fit into the least window."""

TERMS = {
    "weights": "weights",
    "bias": "bias",
    "seed": "seed",
    "optimizer": "optimizer",
    "learning_rate": "learning-rate",
    "batch_size": "batch",
}
"""Of the rows, where the glossary has something to say of them."""

Text = tuple[str, str]
"""A label, and the sentence that explains it."""


class SettingsPanel(SettingsForm[TrainingChoices]):
    """The choices are `TrainingChoices`; W and b are shown as they are now, to type over.

    What `changed` names may have a part after a dot: which of the data's or of the optimizer's own rows it was.
    """

    # The name of an optimizer whose arguments are to be told.
    description_wanted = Signal(str)

    # The user wants to choose a table of their own.
    own_requested = Signal()

    # The weights (features, 1) and the bias (1,), float32 arrays, that the user typed.
    parameters_typed = Signal(object, object)

    def __init__(self, choices: TrainingChoices, parent: QWidget | None = None) -> None:
        super().__init__(choices, WIDTH, margin=MARGIN, edge=EDGE, parent=parent)
        self._data = DataForm(choices.data, self._check_data, offers_own=True)
        self._data.own_requested.connect(self.own_requested)
        self._data.axes_changed.connect(self._choose_axes)
        self._data.refused.connect(self._area.bring_into_view)
        self._data.changed.connect(self._choose_data)
        self.column.addWidget(self._data)
        self.add_heading("model", HEADING_SPACE)
        self._weights: Field[tuple[float, ...]] = Field((0.0, 0.0), self._parse_weights, _show_shortly_all, width=160)
        self._bias = Field(0.0, parsing.number, _show_shortly)
        self.add_row("weights", self._weights)
        self.add_row("bias", self._bias)
        self.add_field("seed", parsing.whole_number, str, whole_step)
        self.add_heading("step", HEADING_SPACE)
        self._optimizer = OptimizerRow(choices.optimizer, choices.optimizer_arguments)
        self.add_row("optimizer", self._optimizer.choice, self._optimizer)
        self.add_field("learning_rate", parsing.number, parsing.show_number, round_step)
        self.add_field("batch_size", parsing.batch_size, self._show_batch_size, width=112)
        self.add_field("stop_after", parsing.stop_after, parsing.show_stop_after)
        self.column.addStretch()
        for name, term in TERMS.items():
            self.rows[name].set_term(term)

        self._optimizer.changed.connect(self._choose_optimizer)
        self._optimizer.arguments_changed.connect(self._choose_arguments)
        self._optimizer.description_wanted.connect(self.description_wanted)
        self._optimizer.form.refused.connect(self._area.bring_into_view)
        self._weights.changed.connect(self._type_parameters)
        self._bias.changed.connect(self._type_parameters)
        self.retranslate()

    def set_optimizers(self, names: Sequence[str]) -> None:
        """The optimizers to choose from; a remembered one that is not among them gives way to the first."""
        if self.choices.optimizer not in names:
            self.choices = replace(self.choices, optimizer=names[0], optimizer_arguments=())
            self._optimizer.set_arguments(())
        self._optimizer.set_names(names)

    def describe_optimizer(self, spec: Spec) -> None:
        """What the optimizer can be given."""
        self._optimizer.describe(spec)

    def recipe(self) -> Recipe:
        """The data to learn from."""
        base = self.base()
        return base if self._data.awaits_own() else self.choices.changed_by_hand(base)

    def base(self) -> Recipe:
        """The data before anything was drawn or erased by hand."""
        return self._data.recipe()

    def set_own(self, own: OwnData | None, choices: DataChoices) -> None:
        """The user's own data, to learn from now; None where there are none, and drawn ones are learned from."""
        self._data.set_own(own, choices)
        self._choose_data("own")

    def own(self) -> OwnData | None:
        """The user's own data, as far as they are read."""
        return self._data.own()

    def show_own(self, own: OwnData, choices: DataChoices) -> None:
        """As `set_own`, but without a signal; all else stays as it is."""
        self.choices = replace(self.choices, data=choices)
        self._data.set_own(own, choices)
        self.rows["batch_size"].retranslate()

    def set_edits(self, edits: PointEdits) -> None:
        """What has been done to the points by hand."""
        self._take_data(self.choices.data, edits)

    def axes(self) -> tuple[int, int]:
        """Which two features are seen."""
        return self._data.axes()

    def set_choice(self, name: str, value: Any) -> None:
        """Takes over a choice that was made elsewhere; shows it where the panel has a field for it."""
        self.choices = replace(self.choices, **{name: value})
        row = self.rows.get(name)
        if name in ("optimizer", "optimizer_arguments"):
            self._optimizer.set_value(self.choices.optimizer, self.choices.optimizer_arguments)
        elif isinstance(row, Field):
            row.set_value(value)

    def show_choices(self, choices: TrainingChoices, own: OwnData | None = None) -> None:
        """Shows other choices; what the user is typing just now is dropped. own: their own data, if they are read."""
        self.choices = choices
        self._data.set_own(own, choices.data)
        self._optimizer.set_value(choices.optimizer, choices.optimizer_arguments)
        super().show_choices(choices)

    def draw(self, frame: Frame) -> None:
        """Shows W and b as they are."""
        self._weights.set_value(tuple(frame.weights[:, 0].tolist()))
        self._bias.set_value(float(frame.bias[0]))

    def show_problem(self, name: str, problem: Problem) -> bool:
        """Puts the engine's refusal beside the field that it names; False where the panel has no such field."""
        name, _, path = name.partition(".")
        if name == "optimizer":
            self._optimizer.show_problem(path, problem)
            return True
        return super().show_problem(name, problem) or self._data.show_problem(name, problem)

    def with_choice(self, name: str, value: Any) -> TrainingChoices:
        if name == "batch_size":
            check_batch_size(value, self.recipe().size)
        return super().with_choice(name, value)

    def words(self, name: str) -> str:
        name, _, row = name.partition(".")
        if name == "data":
            return in_a_sentence(self._data.label(row))
        return row or super().words(name)  # an argument is called what Keras calls it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spacing = 8 if self.height() >= ROOMY else 4
        self.column.setSpacing(spacing)
        self._data.set_spacing(spacing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Settings"))
        self.set_headings({"model": self.tr("Model"), "step": self.tr("Training step")})
        for name, (label, tooltip) in self._texts().items():
            self.rows[name].set_label(label, tooltip)
        stop_after = self.rows["stop_after"]
        assert isinstance(stop_after, Field)
        stop_after.set_suffix(self.tr("steps"))

    def _texts(self) -> dict[str, Text]:
        return {
            "weights": (
                self.tr("W"),
                self.tr("The weights before the next step, one for x and one for y. Type others to go on from there."),
            ),
            "bias": (self.tr("b"), self.tr("The bias before the next step. Type another to go on from there.")),
            "seed": (
                self.tr("Start seed"),
                self.tr("Draws the first W, and the order of the points where batches are smaller than the data."),
            ),
            "optimizer": (
                self.tr("Optimizer"),
                self.tr("How W and b follow the gradient: by hand with assign_sub, or by one of Keras's optimizers."),
            ),
            "learning_rate": (
                self.tr("Learning rate"),
                self.tr("How far each step follows the gradient. It can be changed on the way."),
            ),
            "batch_size": (
                self.tr("Batch"),
                self.tr("How many points each step learns from: a number such as 16, or all of them."),
            ),
            "stop_after": (
                self.tr("Stop after"),
                self.tr("Play pauses after so many steps; playing on takes as many again. Or never."),
            ),
        }

    def _choose_optimizer(self, name: str) -> None:
        self.take("optimizer", replace(self.choices, optimizer=name, optimizer_arguments=()))

    def _choose_arguments(self, arguments: Sequence[tuple[str, Value]]) -> None:
        before, after = dict(self.choices.optimizer_arguments), dict(arguments)
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        name = ".".join(["optimizer_arguments", *names[:1]])
        self.take(name, replace(self.choices, optimizer_arguments=tuple(arguments)))

    def _choose_axes(self) -> None:
        self.take("axes", replace(self.choices, data=self._data.choices))

    def _parse_weights(self, text: str) -> tuple[float, ...]:
        return parsing.vector(text, len(self._weights.value()))

    def _check_data(self, recipe: Recipe) -> None:
        check_batch_size(self.choices.batch_size, recipe.size)

    def _choose_data(self, name: str) -> None:
        before = self.choices
        self._take_data(self._data.choices, PointEdits())  # which spoke of other points
        self.changed.emit(f"data.{name}", before)

    def _take_data(self, data: DataChoices, edits: PointEdits) -> None:
        batch_size = self.choices.batch_size
        self.choices = replace(self.choices, batch_size=None, edits=PointEdits())
        self.choices = replace(self.choices, data=data, edits=edits)
        if batch_size is not None and batch_size > self.recipe().size:  # there are fewer points now
            batch_size = None
        self.choices = replace(self.choices, batch_size=batch_size)
        field = self.rows["batch_size"]
        assert isinstance(field, Field)
        field.set_value(batch_size)
        field.retranslate()

    def _type_parameters(self, _: object) -> None:
        with np.errstate(over="ignore"):  # what is infinite as a float32 the engine refuses
            weights = np.array(self._weights.value()).astype(np.float32).reshape(-1, 1)
            bias = np.array([self._bias.value()]).astype(np.float32)
        self.parameters_typed.emit(weights, bias)

    def _show_batch_size(self, value: int | None) -> str:
        return parsing.show_batch_size(value, self.recipe().size)


def _show_shortly(value: float) -> str:
    """Three digits, enough to follow; what is typed counts in full."""
    return f"{value:.3g}"


def _show_shortly_all(value: tuple[float, ...]) -> str:
    return ", ".join(map(_show_shortly, value))
