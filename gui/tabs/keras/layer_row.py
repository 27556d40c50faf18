"""One layer of the model: what is chosen for it, and what Keras's summary says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.keras_lab.protocol import Layer, SummaryRow
from gui.controls import parsing
from gui.controls.choice import Choice
from gui.controls.elided_label import ElidedLabel
from gui.controls.field import Field
from gui.controls.form_row import FormRow
from gui.controls.icon_button import IconButton
from gui.controls.stepping import round_step, whole_step

MIME = "application/x-tapelab-layer"
SIDE = 24


class _Handle(QLabel):
    """What a layer is taken by."""

    dragged = Signal()

    def __init__(self) -> None:
        super().__init__("⠿")
        self.setProperty("role", "muted")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() > 6:
            self._pressed = None
            self.dragged.emit()


class LayerRow(QFrame):
    """Units and activation; L1 and L2 below where they are asked for. Alt+Up and Alt+Down move it."""

    changed = Signal(object)  # the `Layer` as the user wants it
    moved = Signal(int)  # by so many places
    dropped_on = Signal(int, int)  # the layer of the first number is to go where the second one is
    removed = Signal()

    def __init__(self, number: int, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.layer = layer
        self._summary: SummaryRow | None = None
        self._shows_more = bool(layer.l1 or layer.l2)
        self.setAcceptDrops(True)
        self._handle = _Handle()
        self._title = QLabel()
        self._title.setProperty("role", "mono")
        self._shape = ElidedLabel("mono-muted")
        self._more = IconButton("tune", side=SIDE, icon_size=15, role="quiet")
        self._more.setCheckable(True)
        self._more.setChecked(self._shows_more)
        self._up = IconButton("up", side=SIDE, icon_size=14, role="quiet")
        self._down = IconButton("down", side=SIDE, icon_size=14, role="quiet")
        self._remove = IconButton("close", side=SIDE, icon_size=12, role="quiet")
        self.units: Field[int] = Field(layer.units, parsing.whole_number, str, _step_units, width=62)
        self.activation: Choice[str] = Choice(width=116)
        self.activation.set_options([(layer.activation, layer.activation)])
        self.l1: Field[float] = Field(layer.l1, parsing.number, parsing.show_number, _step_rate, width=66)
        self.l2: Field[float] = Field(layer.l2, parsing.number, parsing.show_number, _step_rate, width=66)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_more(self._shows_more)

    def set_activations(self, names: Sequence[str]) -> None:
        """Keras's activations to choose from."""
        chosen = self.layer.activation
        self.activation.set_options([(name, name) for name in dict.fromkeys((*names, chosen))])
        self.activation.set_value(chosen)

    def show_layer(self, layer: Layer) -> None:
        """Shows what is chosen, without a signal."""
        self.layer = layer
        self.units.set_value(layer.units)
        if self.activation.value() != layer.activation:
            self.set_activations((self.activation.value(),))
        self.l1.set_value(layer.l1)
        self.l2.set_value(layer.l2)
        if layer.l1 or layer.l2:
            self._more.setChecked(True)

    def show_place(self, number: int, count: int) -> None:
        """Which of how many layers this is."""
        self.number = number
        self._up.setEnabled(number > 0)
        self._down.setEnabled(number < count - 1)
        self._remove.setEnabled(count > 1)
        self.retranslate()

    def show_summary(self, row: SummaryRow | None) -> None:
        """The row of Keras's summary that speaks of this layer."""
        if row != self._summary:
            self._summary = row
            self._show_shape()

    def show_problem(self, field: str, problem: Problem) -> None:
        """Puts the reason beside the field of that name."""
        rows: dict[str, FormRow] = {"activation": self.activation, "l1": self.l1, "l2": self.l2}
        if field in ("l1", "l2"):
            self._more.setChecked(True)
        rows.get(field, self.units).set_error(problem)

    def clear_problems(self) -> None:
        """Drops what was typed and could not be used: another layer stands here now."""
        self.activation.set_error(None)
        for row in (self.units, self.l1, self.l2):
            row.restore()

    # Taken and dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        text = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace")
        if text.isdigit():
            event.acceptProposedAction()
            self.dropped_on.emit(int(text), self.number)

    def _drag(self) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setData(MIME, str(self.number).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force. The names say of which layer a control is."""
        number = self.number + 1
        self._title.setText(f"Dense {number}")
        self._handle.setToolTip(self.tr("Drag the layer to another place"))
        self._handle.setAccessibleName(self.tr("Drag layer {number}").format(number=number))
        self._shape.setAccessibleName(self.tr("Summary of layer {number}").format(number=number))
        self._more.set_label(self.tr("L1 and L2 of layer {number}").format(number=number))
        self._up.set_label(self.tr("Move layer {number} up").format(number=number), self.tr("Alt+Up"))
        self._down.set_label(self.tr("Move layer {number} down").format(number=number), self.tr("Alt+Down"))
        self._remove.set_label(self.tr("Remove layer {number}").format(number=number))
        self.units.set_label(
            self.tr("Units"),
            self.tr("How many outputs the layer has, each with weights of its own"),
            self.tr("Units of layer {number}").format(number=number),
        )
        self.activation.set_label(
            self.tr("Activation"),
            self.tr("What the layer makes of its weighted sums"),
            self.tr("Activation of layer {number}").format(number=number),
        )
        self.l1.set_label(
            "L1",
            self.tr("How much the sum of the weights' sizes adds to the loss"),
            self.tr("L1 of layer {number}").format(number=number),
        )
        self.l2.set_label(
            "L2",
            self.tr("How much the sum of the weights' squares adds to the loss"),
            self.tr("L2 of layer {number}").format(number=number),
        )
        self._show_shape()

    def _show_shape(self) -> None:
        row = self._summary
        if row is None:
            self._shape.show_words("")
            return
        shape = ", ".join("None" if size is None else str(size) for size in row.output_shape)
        words = self.tr("{count} parameters").format(count=f"{row.parameters:,}")
        self._shape.show_words(f"({shape})  {words}", f"{row.name}  {row.kind}  ({shape})\n{words}")

    def _show_more(self, shown: bool) -> None:
        self.l1.setVisible(shown)
        self.l2.setVisible(shown)

    def _change(self, name: str, value: object) -> None:
        self.layer = replace(self.layer, **{name: value})  # type: ignore[arg-type]
        self.changed.emit(self.layer)

    def _connect(self) -> None:
        self._handle.dragged.connect(self._drag)
        self._more.toggled.connect(self._show_more)
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._remove.clicked.connect(self.removed)
        self.units.changed.connect(partial(self._change, "units"))
        self.activation.changed.connect(partial(self._change, "activation"))
        self.l1.changed.connect(partial(self._change, "l1"))
        self.l2.changed.connect(partial(self._change, "l2"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._handle)
        top.addSpacing(4)
        top.addWidget(self._title)
        top.addStretch()
        for button in (self._more, self._up, self._down, self._remove):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 5, 6, 8)
        layout.setSpacing(5)
        layout.addLayout(top)
        for row in (self.units, self.activation, self.l1, self.l2):
            layout.addWidget(row)
        layout.addWidget(self._shape)


def _step_units(value: int, direction: int) -> int:
    return whole_step(value, direction, least=1)


def _step_rate(value: float, direction: int) -> float:
    if value <= 0:
        return 1e-4 if direction > 0 else 0.0
    return round_step(value, direction)
