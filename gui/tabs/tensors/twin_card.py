"""The card that sets TensorFlow beside NumPy: what differs, and which of them can be assigned into."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.tensors.protocol import Attempt, Entry
from engine.tensors.values import Kind, TensorValue
from gui.controls.card import Card
from gui.controls.tensor_list import show_values
from gui.palette import Palette
from gui.problem_text import problem_text
from gui.tabs.tensors.comparison import ComparisonRow
from gui.tabs.tensors.words import about_attempts, right_side
from gui.theme import mixed

COMPARED = 50_000
"""Elements that are compared; those behind them come from the same call."""

DIFFERENT = 0.2
"""How much of the colour that warns is in the ground of what differs."""

ROUNDING = {"float16": 1e-2, "bfloat16": 5e-2, "float32": 1e-5, "complex64": 1e-5}
"""How far apart, in proportion to the largest, values of these dtypes may be for no other reason than their few digits;
those of all others, 1e-12."""

NOTHING = "\N{EN DASH}"

ROWS = ("head", "call", "type", "dtype", "values", "assign", "variable")

WRAPPED = ("call", "values")


class TwinCard(Card):
    """Draws one entry at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._attempts: tuple[Attempt, ...] = ()
        self._rows = {name: ComparisonRow(wraps=name in WRAPPED) for name in ROWS}
        self._alone, self._error, self._why = QLabel(), QLabel(), QLabel()
        self._error.setProperty("role", "error-code")
        for label in (self._alone, self._error, self._why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below = QVBoxLayout()
        below.setContentsMargins(14, 8, 14, 10)
        below.setSpacing(4)
        below.addWidget(self._alone)
        below.addWidget(self._error)
        below.addWidget(self._why)
        for row in self._rows.values():
            self.body.addWidget(row)
        self.body.addLayout(below)
        self.body.addStretch()
        self.hide()
        self.retranslate()

    def draw(self, entry: Entry | None, attempts: tuple[Attempt, ...]) -> None:
        """Shows this tensor, and what came of assigning into it; None: hides."""
        self.setVisible(entry is not None)
        if entry is not self._entry:
            self._entry = entry
            self._show_entry()
        if attempts is not self._attempts:
            self._attempts = attempts
            self._show_attempts()

    def rows(self) -> dict[str, tuple[str, str, str]]:
        """What the rows say."""
        return {name: row.texts() for name, row in self._rows.items() if not row.isHidden()}

    def marked(self) -> set[str]:
        """The rows whose sides differ, and are marked so."""
        return {name for name, row in self._rows.items() if not row.isHidden() and row.roles()[0].startswith("differs")}

    def words(self) -> str:
        """Why NumPy has no value, the error as TensorFlow says it, and the sentence below."""
        return "\n".join(label.text() for label in (self._alone, self._error, self._why) if label.text())

    def set_palette(self, palette: Palette) -> None:
        ground = mixed(palette.surface, palette.caution, DIFFERENT).name()
        text = mixed(palette.text, palette.caution, 0.35).name()
        self.setStyleSheet(
            f'QLabel[role="differs"] {{ background: {ground}; color: {text}; border-radius: 5px; }}'
            f'QLabel[role="differs-text"] {{ color: {text}; }}'
        )

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # a row has got other words
            self._fit()
        return handled

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("TensorFlow beside NumPy"))
        self._works = self.tr("works")
        self._show_entry()
        self._show_attempts()

    def _fit(self) -> None:
        """As high as its words need, wrapped as they are; a layout alone would cut them off."""
        layout = self.layout()
        assert layout is not None
        if layout.hasHeightForWidth():  # not before a tensor was shown
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _show_entry(self) -> None:
        entry = self._entry
        for name in ROWS[:-2]:
            self._rows[name].setVisible(entry is not None)
        if entry is None:
            return
        value, twin = entry.value, entry.twin
        other = None if twin is None else twin.value
        self._rows["head"].show_row("", "TensorFlow", "NumPy", "mono-muted")
        calls = (right_side(entry).removeprefix("= "), "") if twin is None else (twin.tensorflow_call, twin.numpy_call)
        nothing = NOTHING if twin else ""  # it may still be on its way
        self._show_row("call", self.tr("call"), calls[0], calls[1] or nothing)
        self._show_row("type", self.tr("type"), value.kind.value, twin.type if twin and other else nothing)
        self._show_row("dtype", "dtype", value.dtype, other.dtype if other else nothing, is_marked=other is not None)
        values = show_values(value.array), show_values(other.array) if other else nothing
        self._show_row("values", self.tr("values"), *values)
        if other is not None and differ(value, other):
            self._rows["values"].show_row(self.tr("values"), *values, "differs-text")
        problem = None if twin is None else twin.problem
        self._alone.setText("" if problem is None else problem_text(problem))
        self._alone.setVisible(problem is not None)

    def _show_row(self, key: str, name: str, left: str, right: str, *, is_marked: bool = False) -> None:
        self._rows[key].show_row(name, left, right, "differs" if is_marked and right and left != right else "mono")

    def _show_attempts(self) -> None:
        found = {attempt.kind: attempt for attempt in self._attempts}
        tensor, array = found.get(Kind.TENSOR.value), found.get(Kind.ARRAY.value)
        variable = found.get(Kind.VARIABLE.value)
        self._rows["assign"].setVisible(tensor is not None)
        self._rows["variable"].setVisible(variable is not None)
        for label, words in (
            (self._error, tensor.error if tensor is not None else ""),
            (self._why, about_attempts(self._attempts)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        if tensor is not None and array is not None:
            row = self._rows["assign"]
            row.show_row(tensor.code, self._outcome(tensor), self._outcome(array), _role(tensor), _role(array))
            row.set_explanation(tensor.error, array.error)
        if variable is not None:
            row = self._rows["variable"]
            row.show_row(variable.code, self._outcome(variable), "", _role(variable))
            row.set_explanation(variable.error or self.tr("A tf.Variable of the same values takes it"), "")

    def _outcome(self, attempt: Attempt) -> str:
        """ "works", or the name of the exception."""
        return attempt.error.partition(":")[0] if attempt.error else self._works


def _role(attempt: Attempt) -> str:
    return "error-code" if attempt.error else "good-code"


def differ(value: TensorValue, other: TensorValue) -> bool:
    """Whether TensorFlow and NumPy have come to different values, by more than rounding."""
    if value.shape != other.shape:
        return True
    first, second = (part.array.reshape(-1)[:COMPARED] for part in (value, other))
    if value.dtype == "string":
        return bool((first.astype(str) != second.astype(str)).any())
    wide = np.complex128 if "c" in (first.dtype.kind, second.dtype.kind) else np.float64
    first, second = first.astype(wide), second.astype(wide)
    finite = np.abs(second[np.isfinite(second)])
    with np.errstate(all="ignore"):
        margin = ROUNDING.get(value.dtype, 1e-12) * (finite.max() if finite.size else 0)
        return not np.allclose(first, second, rtol=0, atol=margin, equal_nan=True)
