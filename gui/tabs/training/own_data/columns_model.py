"""The columns of a table as the rows of a list: what each holds, and whether it is learned from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from engine.reading.column import Column
from engine.reading.table import Table
from gui import fonts
from gui.palette import LIGHT, Palette

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NAME, HOLDS, GAPS = range(3)
MOST_LABELS_SHOWN = 8


class ColumnsModel(QAbstractTableModel):
    """A tick beside a name: the column is a feature. The class has none, and columns of text cannot have one."""

    # The user ticked or unticked; carries the names of the features, in the table's order.
    features_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[Column, ...] = ()
        self._features: frozenset[str] = frozenset()
        self._target = ""
        self._palette = LIGHT

    def show_table(self, table: Table | None) -> None:
        """The columns of this table; of none, nothing."""
        self.beginResetModel()
        self._columns = () if table is None else table.columns
        self.endResetModel()

    def show_choice(self, features: Collection[str], target: str) -> None:
        """Which columns are features, and which one is the class."""
        self._features, self._target = frozenset(features), target
        self.refresh()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.refresh()

    def refresh(self) -> None:
        """Everything may read differently now."""
        if self._columns:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._columns) - 1, GAPS))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, GAPS)

    # As Qt asks for it

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("ColumnsModel", "Learn from"),
            QCoreApplication.translate("ColumnsModel", "What it holds"),
            QCoreApplication.translate("ColumnsModel", "Gaps"),
        )[section]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME and self._can_be_feature(self._columns[index.row()]):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.row()]
        is_target, is_feature = column.name == self._target, column.name in self._features
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(column, index.column())
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(column)
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME and self._can_be_feature(column):
                return Qt.CheckState.Checked if is_feature else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole:
                if is_target:
                    return QColor(self._palette.accent)
                return QColor(self._palette.text if is_feature else self._palette.muted)
            case Qt.ItemDataRole.FontRole if index.column() == NAME and (is_target or is_feature):
                return fonts.words(13, fonts.SEMIBOLD)
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        name = self._columns[index.row()].name
        chosen = set(self._features)
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            chosen.add(name)
        else:
            chosen.discard(name)
        self.features_chosen.emit(tuple(column.name for column in self._columns if column.name in chosen))
        return True

    def _can_be_feature(self, column: Column) -> bool:
        return column.name != self._target and column.is_numeric

    def _text(self, column: Column, part: int) -> str:
        if part == NAME:
            if column.name != self._target:
                return column.name
            return QCoreApplication.translate("ColumnsModel", "{name}  (class)").format(name=column.name)
        if part == GAPS:
            return f"{column.gap_count:,}" if column.gap_count else ""
        classes = column.classes
        if column.is_numeric and column.name != self._target:
            low, high = column.extremes
            text = QCoreApplication.translate("ColumnsModel", "numbers from {low} to {high}")
            if column.text_count:
                text = QCoreApplication.translate(
                    "ColumnsModel", "numbers from {low} to {high}, and {count} that are none"
                )
            return text.format(low=f"{low:.6g}", high=f"{high:.6g}", count=f"{column.text_count:,}")
        if classes is None:
            return QCoreApplication.translate("ColumnsModel", "more than a thousand different texts")
        shown = ", ".join(classes[:MOST_LABELS_SHOWN]) + (" …" if len(classes) > MOST_LABELS_SHOWN else "")
        return QCoreApplication.translate("ColumnsModel", "{count} values: {values}").format(
            count=len(classes), values=shown
        )

    def _sentence(self, column: Column) -> str:
        if column.name == self._target:
            return QCoreApplication.translate("ColumnsModel", "{name} is the class: what is to be told.").format(
                name=column.name
            )
        if not column.is_numeric:
            template = QCoreApplication.translate("ColumnsModel", "{name} holds text, which cannot be a feature.")
        elif column.name in self._features:
            template = QCoreApplication.translate("ColumnsModel", "{name} is a feature: it is learned from.")
        else:
            template = QCoreApplication.translate("ColumnsModel", "{name} is left out; tick it to learn from it.")
        return template.format(name=column.name)
