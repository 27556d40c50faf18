"""The layers of the model, one below the other, and what Keras's summary says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec
from engine.keras_lab.protocol import Frame, Layer, Plan, Summary
from gui.controls import parsing
from gui.controls.elided_label import ElidedLabel
from gui.controls.field import Field
from gui.controls.icon_button import IconButton
from gui.controls.note import Note
from gui.controls.stepping import whole_step
from gui.tabs.keras.layer_row import LayerRow
from gui.tabs.keras.page import Page

HIDDEN = Layer(16, "relu")
"""What is added: a hidden layer, before the output."""


class ModelPage(Page):
    """Layers to add, reorder and remove; the seed of the first weights; the file that holds the model."""

    save_asked = Signal()
    open_asked = Signal()

    FIELDS = ("layers", "units", "activation", "l1", "l2", "seed", "path")

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._activations: tuple[str, ...] = ()
        self._summary: Summary | None = None
        self._rows: list[LayerRow] = []
        self._save = IconButton("save", side=28, icon_size=16)
        self._open = IconButton("open", side=28, icon_size=16)
        self._add = QPushButton()
        self._add.setProperty("role", "offer")
        self._total = QLabel()
        self._total.setProperty("role", "mono-muted")
        self._seed: Field[int] = Field(plan.seed, parsing.whole_number, str, whole_step, width=86)
        self.note = Note()
        self._file_note = Note()
        self._saved_to = ""
        self._saved = ElidedLabel("small")
        self._saved.hide()
        self._lay_out()
        self._add.clicked.connect(self._add_layer)
        self._save.clicked.connect(self.save_asked)
        self._open.clicked.connect(self.open_asked)
        self._seed.changed.connect(lambda seed: self.edit(replace(self.plan, seed=seed)))
        for key, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, step))
        self.retranslate()
        self.show_plan(plan)

    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        while len(self._rows) > len(plan.layers):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(plan.layers):
            self._make_row(len(self._rows), plan.layers[len(self._rows)])
        for number, (row, layer) in enumerate(zip(self._rows, plan.layers, strict=True)):
            row.show_layer(layer)
            row.show_place(number, len(plan.layers))
        self._seed.set_value(plan.seed)

    def set_catalogue(self, catalogue: Sequence[Spec]) -> None:
        self._activations = tuple(
            spec.name for spec in catalogue if spec.kind == "activation" and spec.obstacle is None
        )
        for row in self._rows:
            row.set_activations(self._activations)

    def draw(self, frame: Frame) -> None:
        if frame.saved_to != self._saved_to:
            self._saved_to = frame.saved_to
            self._show_saved()
        if frame.summary is self._summary:
            return
        self._summary = frame.summary
        rows = frame.summary.rows if frame.summary else ()
        for number, row in enumerate(self._rows):
            row.show_summary(rows[number] if number < len(rows) else None)
        self._show_total()

    def show_problem(self, field: str, at: int | None, problem: Problem) -> bool:
        if field == "seed":
            self._seed.set_error(problem)
        elif field == "path":
            self._file_note.say(problem, is_wrong=True)
            self.bring_into_view(self._file_note)
        elif field in self.FIELDS and self._rows:
            row = self._rows[min(at if at is not None else len(self._rows) - 1, len(self._rows) - 1)]
            row.show_problem(field, problem)
            self.bring_into_view(row)
        else:
            return False
        return True

    def forget_file_problem(self) -> None:
        """Another file is asked for."""
        self._file_note.say(None, is_wrong=True)

    def clear_layer_problems(self) -> None:
        """The layers are others now."""
        for row in self._rows:
            row.clear_problems()

    def retranslate(self) -> None:
        self._headings["layers"].setText(self.tr("Layers"))
        self._add.setText(self.tr("Add a layer"))
        self._add.setAccessibleName(self.tr("Add a layer"))
        self._add.setToolTip(self.tr("Put a hidden layer of 16 units before the output"))
        self._seed.set_label(
            self.tr("Seed"), self.tr("Draws the first weights, the batches, and the points that are held out")
        )
        self._save.set_label(self.tr("Save the model"), "Ctrl+M")
        self._open.set_label(self.tr("Open a model; or drop a .keras file on the tab"), "Ctrl+Shift+M")
        self._total.setAccessibleName(self.tr("Summary of the model"))
        self._saved.setAccessibleName(self.tr("File of the model"))
        self._show_saved()
        self._show_total()

    def _show_saved(self) -> None:
        self._saved.setVisible(bool(self._saved_to))
        words = self.tr("As in {file}").format(file=Path(self._saved_to).name)
        self._saved.show_words(words if self._saved_to else "", self._saved_to)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        heading = self.add_heading("layers")
        self.column.removeWidget(heading)
        top.addWidget(heading, 1)
        top.addWidget(self._open)
        top.addWidget(self._save)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch()
        below.addWidget(self._total)
        self.column.addLayout(top)
        self.column.addWidget(self._file_note)
        self.column.addWidget(self._saved)
        self.column.addLayout(self._list)
        self.column.addLayout(below)
        self.column.addWidget(self.note)
        self.column.addSpacing(4)
        self.add_row(self._seed)
        self.column.addStretch()

    def _make_row(self, number: int, layer: Layer) -> None:
        row = LayerRow(number, layer)
        row.set_activations(self._activations)
        row.changed.connect(lambda layer: self._put(row.number, layer))
        row.moved.connect(lambda step: self._move(row.number, row.number + step))
        row.dropped_on.connect(self._move)
        row.removed.connect(lambda: self._remove(row.number))
        self._rows.append(row)
        self._list.addWidget(row)

    def _set_layers(self, layers: Sequence[Layer]) -> None:
        plan = replace(self.plan, layers=tuple(layers))
        self.clear_layer_problems()
        self.edit(plan)
        self.show_plan(plan)

    def _put(self, number: int, layer: Layer) -> None:
        layers = list(self.plan.layers)
        layers[number] = layer
        self.edit(replace(self.plan, layers=tuple(layers)))

    def _add_layer(self) -> None:
        layers = list(self.plan.layers)
        layers.insert(len(layers) - 1, HIDDEN)
        self._set_layers(layers)

    def _remove(self, number: int) -> None:
        layers = list(self.plan.layers)
        if len(layers) > 1:
            del layers[number]
            self._set_layers(layers)

    def _move(self, number: int, to: int) -> None:
        layers = list(self.plan.layers)
        if 0 <= number < len(layers) and 0 <= to < len(layers) and number != to:
            layers.insert(to, layers.pop(number))
            self._set_layers(layers)

    def _move_focused(self, step: int) -> None:
        focused = self.focusWidget()
        for row in self._rows:
            if focused is not None and row.isAncestorOf(focused):
                to = row.number + step
                self._move(row.number, to)
                if 0 <= to < len(self._rows):
                    self._rows[to].units.setFocus()  # the keys go with the layer
                return

    def _show_total(self) -> None:
        summary = self._summary
        if summary is None:
            self._total.setText("")
            return
        self._total.setText(self.tr("{count} parameters").format(count=f"{summary.parameters:,}"))
        self._total.setToolTip(f"<pre>{escape(summary.text)}</pre>")
