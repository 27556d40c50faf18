"""A tensor in numbers, and how they are spread."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from engine.tensors.values import TensorValue
from gui.controls.tensor_view.facts import facts_of
from gui.controls.tensor_view.histogram import Histogram
from gui.palette import Palette


class StatsPage(QWidget):
    """Names and numbers in two columns, below them the histogram."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: TensorValue | None = None
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self.histogram = Histogram()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 8)
        layout.setSpacing(16)
        layout.addLayout(self._grid)
        layout.addWidget(self.histogram, 1)
        layout.addStretch()

    def show_value(self, value: TensorValue, density: NDArray[np.float64] | None) -> None:
        """Shows what there is to say of this tensor; density as for `Histogram`."""
        self._show_facts(facts_of(value))
        statistics = value.statistics
        self.histogram.setVisible(statistics is not None and len(statistics.counts) > 0)
        self.histogram.show_statistics(statistics, density)

    def texts(self) -> dict[str, str]:
        """The numbers that are shown, by their names."""
        return {name.text(): number.text() for name, number in self._labels if not name.isHidden()}

    def set_palette(self, palette: Palette) -> None:
        self.histogram.set_palette(palette)

    def _show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        while len(self._labels) < len(facts):
            self._add_row()
        for number, (name_label, value_label) in enumerate(self._labels):
            name_label.setVisible(number < len(facts))
            value_label.setVisible(number < len(facts))
            if number < len(facts):
                name, value = facts[number]
                name_label.setText(name)
                value_label.setText(value)
                value_label.setAccessibleName(f"{name} {value}")

    def _add_row(self) -> None:
        name, value = QLabel(), QLabel()
        name.setProperty("role", "muted")
        value.setProperty("role", "mono")
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Down the first column, then down the second: what belongs together stands together.
        row, column = len(self._labels) % 6, len(self._labels) // 6
        self._grid.addWidget(name, row, 2 * column)
        self._grid.addWidget(value, row, 2 * column + 1)
        self._grid.setColumnStretch(2 * column + 1, 1)
        self._labels.append((name, value))
