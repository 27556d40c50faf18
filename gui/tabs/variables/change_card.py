"""The card with the variable before and after the call that is looked at."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from engine.tensors.protocol import State, VariableFrame
from engine.tensors.values import Index, TensorValue
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.segmented import SegmentedSwitch
from gui.controls.tensor_view.facts import size_text
from gui.controls.tensor_view.number_format import NumberFormat
from gui.controls.tensor_view.plane import Cell, Plane, first_plane
from gui.controls.tensor_view.slice_bar import SliceBar
from gui.palette import Palette
from gui.tabs.variables import words
from gui.tabs.variables.pair import Pair

SIDES = ("after", "difference")
MOST_NOTES = 144


class ChangeCard(Card):
    """Footer: what the variable is, and how much of it changed."""

    # The first and the last element, both indices, of the part that was picked.
    picked = Signal(object, object)

    # A key that types something was pressed while a part was picked: its text.
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: VariableFrame | None = None
        self._plane: Plane = first_plane(())
        self._corners: tuple[Index, Index] | None = None
        self.pair = Pair()
        self._slices = SliceBar()
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._changed = QLabel()
        self._changed.setProperty("role", "muted")
        self._side = SegmentedSwitch(SIDES)
        self._side.setFixedHeight(fonts.px(30))
        self._side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._about = ElidedLabel("mono-muted")
        self.add_to_header(self._side)
        self.add_to_footer(self._about, 1)
        self.add_to_footer(self._changed)
        self.body.setContentsMargins(1, 0, 1, 0)
        self.body.addWidget(self._slices)
        self.body.addWidget(self.pair, 1)
        self.body.addWidget(self._nothing, 1)
        self._slices.plane_chosen.connect(self._take_plane)
        self._side.chosen.connect(lambda _: self._show())
        self.pair.picked.connect(self._pick)
        self.pair.typed.connect(self.typed)
        self.retranslate()

    def draw(self, frame: VariableFrame) -> None:
        """Shows one moment."""
        earlier = self._frame
        self._frame = frame
        shape = frame.states[frame.position].value.shape
        if shape != self._plane.shape:
            self._plane = first_plane(shape)
        same = earlier is not None and earlier.states[earlier.position] is frame.states[frame.position]
        if not same or earlier is None or _before(earlier) is not _before(frame):
            self._corners = None  # so that what changed can be seen
            self._show()

    def select(self, corners: tuple[Index, Index] | None) -> None:
        """Shows this part as picked, without a signal."""
        self._corners = corners
        self._show_selection()

    def set_palette(self, palette: Palette) -> None:
        self.pair.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Before and after"))
        self._side.setAccessibleName(self.tr("What stands on the right"))
        self._side.set_label("after", self.tr("After"), self.tr("Show the values after the call"))
        self._side.set_label(
            "difference", self.tr("Difference"), self.tr("Show by how much each element is different from before")
        )
        self._show()

    def _show(self) -> None:
        frame = self._frame
        self.pair.setVisible(frame is not None)
        self._nothing.setVisible(frame is None)
        if frame is None:
            self._nothing.setText(self.tr("TensorFlow is loading …"))
            self._side.hide()
            self._slices.hide()
            return
        state, before = frame.states[frame.position], _before(frame)
        has_elements = state.value.array.size > 0
        self.pair.setVisible(has_elements)
        self._nothing.setVisible(not has_elements)
        self._nothing.setText(self.tr("This variable has no elements."))
        self._slices.show_plane(self._plane)
        self._slices.setVisible(has_elements and self._slices.is_needed())
        self._side.setVisible(before is not None and state.difference is not None)
        self._changed.setVisible(before is not None)
        self._changed.setText(words.count_changed(state))
        self._about.show_words(_about(frame))
        is_difference = self._side.key() == "difference" and not self._side.isHidden()
        after = self.tr("difference") if is_difference else self.tr("after") if before is not None else self.tr("now")
        self.pair.set_captions(self.tr("before"), after)
        if has_elements:
            shown = _difference(state) if is_difference else state.value
            name = frame.name
            self.pair.show_values(before, shown, self._plane, state.changed, name)
            self.pair.set_notes({} if is_difference else self._notes(state))
            self._show_selection()

    def _notes(self, state: State) -> dict[Cell, str]:
        """The difference, for the cells that changed."""
        if state.difference is None or self._plane.rows * self._plane.columns > MOST_NOTES:
            return {}
        seen, changed = self._plane.of(state.difference), self._plane.of(state.changed)
        numbers = NumberFormat(state.difference)
        cells = [(row, column) for row in range(self._plane.rows) for column in range(self._plane.columns)]
        return {cell: _signed(numbers.text(seen[cell])) for cell in cells if changed[cell]}

    def _show_selection(self) -> None:
        corners = None
        if self._corners is not None and self._frame is not None and len(self._corners[0]) == len(self._plane.shape):
            first, last = (self._nearest(index) for index in self._corners)
            if first is not None and last is not None:
                corners = first, last
        self.pair.select(corners)

    def _nearest(self, index: Index) -> Cell | None:
        return self._plane.cell(index)

    def _pick(self, corners: tuple[Cell, Cell]) -> None:
        first, last = self._plane.index(corners[0]), self._plane.index(corners[1])
        self._corners = first, last
        self.picked.emit(first, last)

    def _take_plane(self, plane: Plane) -> None:
        self._plane = plane
        self._show()


def _before(frame: VariableFrame) -> TensorValue | None:
    return frame.states[frame.position - 1].value if frame.position else None


def _difference(state: State) -> TensorValue:
    assert state.difference is not None
    return replace(state.value, array=state.difference, dtype=state.difference.dtype.name)


def _about(frame: VariableFrame) -> str:
    value = frame.states[frame.position].value
    return f"{frame.name}  {value.shape}  {value.dtype}  {size_text(value.nbytes)}  {value.device}"


def _signed(text: str) -> str:
    return text if text.startswith(("-", "nan")) else f"+{text}"
