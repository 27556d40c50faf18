"""The elements of a plane for a table: each is written only when it is asked for."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from engine.tensors.values import TensorValue
from gui.controls.tensor_view.number_format import NumberFormat, exact_text, flaw
from gui.controls.tensor_view.plane import Cell, Plane, first_plane

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PlaneModel(QAbstractTableModel):
    """Rows and columns of a `Plane` of a tensor."""

    def __init__(self) -> None:
        super().__init__()
        self._plane = first_plane((0,))
        self._cells: NDArray[Any] = np.zeros((0, 0))
        self._format = NumberFormat(self._cells)

    @property
    def plane(self) -> Plane:
        """What is shown."""
        return self._plane

    @property
    def cells(self) -> NDArray[Any]:
        """(rows, columns), a view of the tensor's memory."""
        return self._cells

    def show_plane(self, value: TensorValue, plane: Plane, number_format: NumberFormat) -> None:
        """Shows this plane of the tensor."""
        self.beginResetModel()
        self._plane, self._format = plane, number_format
        self._cells = plane.of(value.array)
        self.endResetModel()

    def text(self, cell: Cell) -> str:
        """What stands in the cell."""
        return self._format.text(self._cells[cell])

    def flaw(self, cell: Cell) -> str:
        """ "nan", "inf" or ""."""
        return flaw(self._cells[cell], self._format.kind)

    def sentence(self, cell: Cell) -> str:
        """The element with its index and all its digits."""
        index = self._plane.index(cell)
        return f"[{', '.join(map(str, index))}] = {exact_text(self._cells[cell])}"

    # As Qt asks for it

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self._cells.shape[1]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text((index.row(), index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence((index.row(), index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        first = self._plane.first_column if orientation == Qt.Orientation.Horizontal else self._plane.first_row
        return first + section
