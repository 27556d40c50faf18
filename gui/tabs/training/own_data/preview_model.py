"""The first rows of a table, as they stand in the text."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from engine.reading.table import Preview
from gui.palette import LIGHT, Palette

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LONGEST_CELL = 200


class PreviewModel(QAbstractTableModel):
    """Columns that are not learned from are muted; the class is in the accent's colour."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._features: frozenset[str] = frozenset()
        self._target = ""
        self._palette = LIGHT

    def show_preview(self, preview: Preview | None) -> None:
        """These rows; of no table, none."""
        self.beginResetModel()
        self._names = () if preview is None else preview.names
        self._rows = () if preview is None else preview.rows
        self.endResetModel()

    def show_choice(self, features: Collection[str], target: str) -> None:
        """Which columns are features, and which one is the class."""
        self._features, self._target = frozenset(features), target
        self._recolour()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._recolour()

    # As Qt asks for it

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._names[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._rows[index.row()]
            return " ".join(row[index.column()][:LONGEST_CELL].split()) if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.ForegroundRole:
            name = self._names[index.column()]
            if name == self._target:
                return QColor(self._palette.accent)
            return QColor(self._palette.text if name in self._features else self._palette.muted)
        return None

    def _recolour(self) -> None:
        if self._rows and self._names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._names) - 1))
