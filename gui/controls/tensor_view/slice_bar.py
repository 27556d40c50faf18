"""Chooses which plane of a tensor is seen: the two axes that lie flat, and where the others are held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.controls.choice import Choice
from gui.controls.tensor_view.axis_slider import AxisSlider
from gui.controls.tensor_view.plane import PAGE, Plane, first_plane


class SliceBar(QWidget):
    """One slider for each axis that is held, or longer than a page."""

    # The `Plane` that the user chose.
    plane_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plane = first_plane(())
        self._sliders: list[AxisSlider] = []
        self._label = QLabel()
        self._label.setProperty("role", "mono")
        self._rows: Choice[int] = Choice(width=84)
        self._columns: Choice[int] = Choice(width=84)
        self._axes = QWidget()
        axes = QHBoxLayout(self._axes)
        axes.setContentsMargins(0, 0, 0, 0)
        axes.setSpacing(14)
        axes.addWidget(self._label)
        axes.addStretch(1)
        axes.addWidget(self._rows)
        axes.addWidget(self._columns)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self._axes)
        column.addLayout(self._grid)
        self._rows.changed.connect(lambda axis: self._choose_axes(axis, is_row=True))
        self._columns.changed.connect(lambda axis: self._choose_axes(axis, is_row=False))
        self.retranslate()

    def show_plane(self, plane: Plane) -> None:
        """Shows what is chosen, without a signal."""
        earlier, self._plane = self._plane, plane
        if (earlier.shape, earlier.held, earlier.paged) != (plane.shape, plane.held, plane.paged):
            self._make_sliders()
        for slider in self._sliders:
            slider.show_position(plane.positions[slider.axis])
        self._label.setText(plane.label())
        self._axes.setVisible(len(plane.shape) > 2)
        if plane.row_axis is not None and plane.column_axis is not None:
            self._list_axes()
            self._rows.set_value(plane.row_axis)
            self._columns.set_value(plane.column_axis)

    def is_needed(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self._sliders) or len(self._plane.shape) > 2

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._rows.set_label(self.tr("down"), self.tr("Which axis of the tensor runs down"))
        self._columns.set_label(self.tr("across"), self.tr("Which axis of the tensor runs across"))
        self._label.setToolTip(self.tr("The part of the tensor that is seen"))
        self._list_axes()

    def _list_axes(self) -> None:
        template = self.tr("axis {axis}")
        options = [(axis, template.format(axis=axis)) for axis in range(len(self._plane.shape))]
        if options:
            for choice in (self._rows, self._columns):
                choice.set_options(options)

    def _make_sliders(self) -> None:
        for slider in self._sliders:
            self._grid.removeWidget(slider)
            slider.hide()
            slider.deleteLater()
        shape = self._plane.shape
        axes = [(axis, 1) for axis in self._plane.held] + [(axis, PAGE) for axis in self._plane.paged]
        self._sliders = [AxisSlider(axis, shape[axis], stride) for axis, stride in axes if shape[axis] > 1]
        for number, slider in enumerate(self._sliders):
            slider.moved.connect(lambda position, axis=slider.axis: self._choose(axis, position))
            # One alone takes the whole line, of more two stand side by side.
            across = 2 if len(self._sliders) == 1 else 1
            self._grid.addWidget(slider, number // 2, number % 2, 1, across)

    def _choose(self, axis: int, position: int) -> None:
        self._take(self._plane.with_position(axis, position))

    def _choose_axes(self, axis: int, is_row: bool) -> None:
        row, column = self._plane.row_axis, self._plane.column_axis
        assert row is not None
        assert column is not None
        if is_row:
            self._take(self._plane.with_axes(axis, row if axis == column else column))
        else:
            self._take(self._plane.with_axes(column if axis == row else row, axis))

    def _take(self, plane: Plane) -> None:
        self.show_plane(plane)
        self.plane_chosen.emit(plane)
