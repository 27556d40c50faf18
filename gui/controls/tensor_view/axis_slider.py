"""Where one axis of a tensor is held: to slide along, and to type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.errors import QT_TRANSLATE_NOOP, Problem
from gui.controls import parsing
from gui.controls.field import Field
from gui.controls.track_slider import TrackSlider


class AxisSlider(QWidget):
    """Positions from 0 up to the axis's length, each a multiple of `stride`, which is 1 or the length of a page."""

    # The position that the user went to.
    moved = Signal(int)

    def __init__(self, axis: int, length: int, stride: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.axis, self._length, self._stride = axis, length, stride
        self._slider = TrackSlider()
        self._slider.show_range((length - 1) // stride)
        self._field: Field[int] = Field(0, self._parse, str, self._step, width=72 if length < 10_000 else 104)
        self._of = QLabel()
        self._of.setProperty("role", "mono-muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._field)
        row.addWidget(self._of)
        row.addWidget(self._slider, 1)
        self._slider.valueChanged.connect(lambda notch: self._move(notch * self._stride))
        self._field.changed.connect(self._move)
        self.retranslate()

    def show_position(self, position: int) -> None:
        """Shows where the axis is held, without a signal."""
        self._slider.show_value(position // self._stride)
        self._field.set_value(position)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        name = self.tr("axis {axis}").format(axis=self.axis)
        self._of.setText(self.tr("of {length}").format(length=f"{self._length:,}"))
        tooltip = (
            self.tr("Which position of axis {axis} is seen, from 0 to {last}")
            if self._stride == 1
            else self.tr("Axis {axis} is long: from which position on its elements are seen")
        ).format(axis=self.axis, last=f"{self._length - 1:,}")
        self._slider.setAccessibleName(name)
        self._slider.setToolTip(tooltip)
        self._field.set_label(name, tooltip)

    def _move(self, position: int) -> None:
        self.show_position(position)
        self.moved.emit(position)

    def _parse(self, text: str) -> int:
        position = parsing.whole_number(text)
        if not 0 <= position < self._length:
            raise Problem(
                QT_TRANSLATE_NOOP("engine", "The positions of this axis go from 0 to {last}."), last=self._length - 1
            )
        return position

    def _step(self, position: int, direction: int) -> int:
        return min(max(position + direction * self._stride, 0), self._length - 1)
