"""Tensors by name, one a line: shape, dtype and values."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui import fonts
from gui.controls.elided_label import ElidedLabel

ROW_HEIGHT = 26
Array = NDArray[np.generic]


def show_value(value: object) -> str:
    """One element in few digits, as in `0.0093`."""
    if isinstance(value, bool | np.bool_):
        return str(bool(value))
    if isinstance(value, float | np.floating):
        text = f"{value:.4g}"
        return "0" if text == "-0" else text
    return str(value)


def show_values(array: Array) -> str:
    """All the elements where they are few, else the first and the last."""
    flat = array.reshape(-1)
    if flat.size <= 3:
        return ", ".join(map(show_value, flat))
    return f"{show_value(flat[0])} … {show_value(flat[-1])}"


class TensorRow(QFrame):
    """One tensor. Its tooltip sums up all of its values, and is made when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._array: Array | None = None
        self._title, self._type, self._values = QLabel(), ElidedLabel("mono-muted"), QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(8)
        for label in (self._title, self._values):
            label.setProperty("role", "mono")
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._title, self._type, self._values):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label, int(label is self._type))
        self._title.setMinimumWidth(fonts.px(104))
        self.setFixedHeight(fonts.px(ROW_HEIGHT))

    def show_tensor(self, name: str, array: Array) -> None:
        """Shows this tensor; costs nothing where it is the very one that is shown."""
        if array is self._array and name == self._name:
            return
        self._name, self._array = name, array
        texts = (name, f"{array.shape} {array.dtype}", show_values(array))
        for label, text in ((self._title, texts[0]), (self._values, texts[2])):
            if text != label.text():
                label.setText(text)
        self._type.show_words(texts[1])
        self.setAccessibleName(" ".join(texts))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._array is not None:
            self.setToolTip(self.summary(self._array))
        return super().event(event)

    def summary(self, array: Array) -> str:
        """All the values in a few numbers."""
        lines = [f"{self._name}  {array.shape} {array.dtype}"]
        if array.size and np.issubdtype(array.dtype, np.number):
            numbers = np.asarray(array, dtype=np.float64)
            finite = numbers[np.isfinite(numbers)]
            if finite.size:
                lines.append(
                    self.tr("min {least}, max {most}, mean {mean}").format(
                        least=show_value(finite.min()), most=show_value(finite.max()), mean=show_value(finite.mean())
                    )
                )
            if finite.size < numbers.size:
                lines.append(self.tr("not finite: {count}").format(count=numbers.size - finite.size))
        lines.append(self.tr("elements: {count}").format(count=f"{array.size:,}"))
        return "\n".join(lines)


class TensorList(QWidget):
    """Rows are kept and filled anew; the list is as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TensorRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_tensors(self, tensors: Mapping[str, Array]) -> None:
        """Shows these tensors, in their order."""
        while len(self._rows) < len(tensors):
            row = TensorRow()
            self._rows.append(row)
            self._layout.addWidget(row)
        for row, (name, array) in zip(self._rows, tensors.items(), strict=False):
            row.show_tensor(name, array)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(tensors))

    def rows(self) -> list[TensorRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]
