"""The one view of a tensor: its elements, their colours, their statistics."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.tensors.values import Index, TensorValue
from gui import fonts
from gui.controls.segmented import SegmentedSwitch
from gui.controls.tensor_view.cell_grid import CellGrid, fits_cells, sizes_for
from gui.controls.tensor_view.chips import Chips
from gui.controls.tensor_view.copying import as_code, as_rows
from gui.controls.tensor_view.facts import chips_of
from gui.controls.tensor_view.number_format import NumberFormat, exact_text, kind_of
from gui.controls.tensor_view.plane import Cell, Plane, first_plane
from gui.controls.tensor_view.slice_bar import SliceBar
from gui.controls.tensor_view.stats_page import StatsPage
from gui.controls.tensor_view.table import PlaneTable
from gui.palette import Palette
from gui.plots.colour_scale import ColourScale, colour_range
from gui.plots.heat_map import HeatMap

MODES = ("values", "map", "stats")
MARGIN = 14
SAMPLED = 100_000
"""Elements that give the colours their range until the statistics of a large tensor are there."""


class TensorView(QWidget):
    """Shows one `TensorValue`; of one with more than two dimensions the plane that the user picks.

    `mode_switch` is the switch between Values, Heat map and Stats, for the owner to put into a header; what the owner
    puts into `below` stands between the elements and the chips.
    """

    # The index of the element under the pointer; None: no longer one.
    element_hovered = Signal(object)

    # The index of the element that was pressed or reached with the keys.
    element_chosen = Signal(object)

    # The first and the last index of the elements that are selected; None: none is.
    selected = Signal(object)

    # A `Problem`: what was to be copied could not be.
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: TensorValue | None = None
        self._name = ""
        self._plane = first_plane(())
        self._format = NumberFormat(np.zeros(0))
        self._density: NDArray[np.float64] | None = None
        self._marks: frozenset[Index] = frozenset()
        self._substitute: QWidget | None = None
        self._is_grid = True
        self._mapped: tuple[int, Plane] | None = None
        self.mode_switch = SegmentedSwitch(MODES)
        self.mode_switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.mode_switch.setFixedHeight(fonts.px(30))
        self._slices = SliceBar()
        self.grid, self.table, self.map, self.stats = CellGrid(), PlaneTable(), HeatMap(), StatsPage()
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chips = Chips()
        self.below = QVBoxLayout()
        self._lay_out()
        self._make_actions()
        self._connect()
        self.retranslate()
        self._arrange()

    # What is shown

    def show_value(self, value: TensorValue | None, name: str = "") -> None:
        """Shows this tensor, nothing marked or chosen; one of the same shape in the plane that is seen now."""
        earlier = self._value
        self._value, self._name = value, name
        if value is None:
            self._arrange()
            return
        if earlier is None or earlier.shape != value.shape:
            self._plane = first_plane(value.shape)
        self._marks = frozenset()
        if earlier is None or earlier.array is not value.array:
            self._format = NumberFormat(value.array, value.dtype)
            self._fill()
        self._show_statistics()
        self._arrange()

    def set_density(self, density: NDArray[np.float64] | None) -> None:
        """What theory expects of the histogram, in counts at the middle of each bin."""
        self._density = density
        self._show_statistics()

    def mark(self, indices: Any | None) -> None:
        """Lights up these elements, (k, rank) numbers, and no others."""
        self._marks = frozenset() if indices is None else frozenset(tuple(map(int, index)) for index in indices)
        self._show_marks()

    def choose(self, index: Index | None) -> None:
        """Fills this element's cell, where it is in the plane that is seen; without a signal."""
        cell = None if index is None or self._value is None else self._plane.cell(index)
        self.grid.choose(cell)
        self.map.choose(cell)
        if not self._is_grid:
            self.table.choose(cell)

    def show_instead(self, widget: QWidget | None) -> None:
        """In the place of the elements, as long as they would be cells, shows `widget`, a child from then on."""
        if self._substitute is not None and self._substitute is not widget:
            self._substitute.hide()
        if widget is not None and widget is not self._substitute and widget.parent() is not self:
            self._content.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._substitute = widget
        self._arrange()

    def plane(self) -> Plane:
        """The plane that is seen."""
        return self._plane

    def mode(self) -> str:
        """One of `MODES`."""
        return self.mode_switch.key()

    def set_mode(self, mode: str) -> None:
        self.mode_switch.set_key(mode)
        self._arrange()

    def words(self) -> str:
        """What is said of a tensor that has no elements, or only one."""
        return self._words.text() if not self._words.isHidden() else ""

    def set_palette(self, palette: Palette) -> None:
        for part in (self.grid, self.table, self.map, self.stats, self.chips):
            part.set_palette(palette)

    # Copying

    def copy(self) -> None:
        """Puts the selected elements on the clipboard, all that are seen where none is."""
        value = self._value
        if value is None or not value.array.size:
            return
        cells = self._plane.of(value.array)
        selection = (self.grid if self._is_grid else self.table).selection() if self.mode() == "values" else None
        if selection is not None:
            (top, left), (bottom, right) = selection
            cells = cells[top : bottom + 1, left : right + 1]
        if cells.size == 1 and kind_of(cells) != "s":
            self._put(exact_text(cells[0, 0]))
            return
        try:
            self._put(as_rows(cells))
        except Problem as problem:
            self.refused.emit(problem)

    def copy_code(self) -> None:
        """Puts the whole tensor on the clipboard as `np.array(...)`."""
        if self._value is None:
            return
        try:
            self._put(as_code(self._value.array, self._value.dtype))
        except Problem as problem:
            self.refused.emit(problem)

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.mode_switch.setAccessibleName(self.tr("How the tensor is shown"))
        self.mode_switch.set_label("values", self.tr("Values"), self.tr("Show the elements as numbers"))
        self.mode_switch.set_label("map", self.tr("Heat map"), self.tr("Show the elements as colours"))
        self.mode_switch.set_label("stats", self.tr("Stats"), self.tr("Show statistics and a histogram"))
        self.grid.setAccessibleName(self.tr("Elements"))
        self.table.setAccessibleName(self.tr("Elements"))
        self.chips.setAccessibleName(self.tr("About the tensor"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copy the selected elements, for a spreadsheet"))
        self._copy_code.setText(self.tr("Copy as np.array(…)"))
        self._copy_code.setToolTip(self.tr("Copy the whole tensor as Python"))
        self._show_statistics()
        self._arrange()

    # Inside

    def _fill(self) -> None:
        """Gives the elements of the plane to all that draw them."""
        value, plane = self._value, self._plane
        assert value is not None
        self._slices.show_plane(plane)
        if fits_cells(plane):
            self.grid.show_plane(value, plane, self._format, self._name)
        self.table.show_plane(value, plane, self._format)

    def _fill_map(self) -> None:
        """The heat map is filled when it is looked at: of a large tensor it takes a moment."""
        value = self._value
        assert value is not None
        if self._mapped == (id(value), self._plane):
            return
        self._mapped = (id(value), self._plane)
        statistics = value.statistics
        if statistics is None:
            low, high = _sampled_range(value.array)
        else:
            low, high = colour_range(statistics.minimum, statistics.maximum)
        self.map.show_cells(
            self._plane.of(value.array),
            ColourScale(low, high),
            self._format.text,
            self._describe,
            (self._plane.first_row, self._plane.first_column),
            has_nan=statistics is not None and statistics.nan > 0,
            has_infinite=statistics is not None and statistics.infinite > 0,
        )
        self._show_marks()

    def _describe(self, cell: Cell) -> list[tuple[str, str]]:
        assert self._value is not None
        index = self._plane.index(cell)
        subscript = f"[{', '.join(map(str, index))}]" if index else ""
        return [(f"{self._name}{subscript}", exact_text(self._value.array[index]))]

    def _show_statistics(self) -> None:
        if self._value is not None:
            self.chips.show_chips(chips_of(self._value))
            self.stats.show_value(self._value, self._density)

    def _show_marks(self) -> None:
        cells = {cell for index in self._marks if (cell := self._plane.cell(index)) is not None}
        for part in (self.grid, self.table, self.map):
            part.mark(cells)

    def _arrange(self) -> None:
        """Shows what the mode and the size ask for."""
        value, mode = self._value, self.mode()
        has_elements = value is not None and value.array.size > 0
        is_text = value is not None and kind_of(value.array) == "s"
        self._is_grid = has_elements and fits_cells(self._plane) and self._fit_grid()
        as_cells = mode == "values" and self._is_grid
        uses_map = mode == "map" and has_elements and not is_text
        self._words.setText(self._sentence(mode, is_text))
        self._words.setVisible(bool(self._words.text()))
        self.grid.setVisible(as_cells and self._substitute is None)
        if self._substitute is not None:
            self._substitute.setVisible(as_cells)
        self.table.setVisible(mode == "values" and has_elements and not self._is_grid)
        if uses_map:
            self._fill_map()
        self.map.setVisible(uses_map)
        self.stats.setVisible(mode == "stats" and value is not None)
        self.chips.setVisible(value is not None and mode != "stats")
        self._slices.setVisible(has_elements and mode != "stats" and self._slices.is_needed())
        is_centred = as_cells or (mode == "values" and not has_elements) or (mode == "map" and not uses_map)
        for position, stretch in ((self._above, is_centred), (self._under, is_centred), (self._middle, not is_centred)):
            self._column.setStretch(position, int(stretch))

    def _fit_grid(self) -> bool:
        """Gives the grid the largest cells for which there is room; False where there is room for none."""
        width = self.width() - 2 * MARGIN
        height = self.height() - 130
        for size in sizes_for(width):
            if self.grid.width_at(size) <= width and self.grid.height_at(size) <= height:
                self.grid.set_cell_size(size)
                return True
        return False

    def _sentence(self, mode: str, is_text: bool) -> str:
        value = self._value
        if value is None or mode == "stats":
            return ""
        if value.array.size == 0:
            return self.tr("This tensor is empty: a shape of {shape} has no elements.").format(shape=value.shape)
        if is_text and mode == "map":
            return self.tr("Strings have no heat map.")
        if value.shape == () and mode == "values" and self._substitute is None:
            return self.tr("A scalar: one element, and no dimension.")
        return ""

    def _take_plane(self, plane: Plane) -> None:
        self._plane = plane
        self._fill()
        self._show_marks()
        self._arrange()

    def _tell_hovered(self, cell: Cell | None) -> None:
        self.element_hovered.emit(None if cell is None else self._plane.index(cell))

    def _tell_chosen(self, cell: Cell) -> None:
        self.element_chosen.emit(self._plane.index(cell))

    def _tell_selected(self, cells: tuple[Cell, Cell] | None) -> None:
        self.selected.emit(None if cells is None else (self._plane.index(cells[0]), self._plane.index(cells[1])))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _lay_out(self) -> None:
        self._content = QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(14)
        self._content.addWidget(self.grid, 0, Qt.AlignmentFlag.AlignHCenter)
        for page in (self.table, self.map, self.stats):
            self._content.addWidget(page, 1)
        self._content.addWidget(self._words)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 14, MARGIN, 14)
        foot.setSpacing(14)
        foot.addLayout(self.below)
        foot.addWidget(self.chips)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._slices)
        self._column.addStretch(1)
        self._column.addLayout(self._content)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self._above, self._middle, self._under = 1, 2, 4

    def _make_actions(self) -> None:
        self._copy, self._copy_code = QAction(self), QAction(self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.triggered.connect(self.copy)
        self._copy_code.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._copy_code.triggered.connect(self.copy_code)
        for action in (self._copy, self._copy_code):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
            self.map.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _connect(self) -> None:
        self.mode_switch.chosen.connect(self._arrange)
        self._slices.plane_chosen.connect(self._take_plane)
        for part in (self.grid, self.table, self.map):
            part.hovered.connect(self._tell_hovered)
            part.chosen.connect(self._tell_chosen)
        for part in (self.grid, self.table):
            part.selected.connect(self._tell_selected)


def _sampled_range(array: NDArray[Any]) -> tuple[float, float]:
    stride = max(1, array.size // SAMPLED)
    sample = array.reshape(-1)[::stride] if array.flags.c_contiguous else array.flat[:SAMPLED]
    sample = np.abs(sample) if sample.dtype.kind == "c" else sample.astype(np.float64)
    finite = sample[np.isfinite(sample)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
