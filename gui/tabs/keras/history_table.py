"""`history.history` as a table: an epoch a row, the newest first."""

from __future__ import annotations

import math

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from engine.keras_lab.protocol import Curves
from gui import fonts

ROW_HEIGHT = 24
MOST_ROWS = 8
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class _History(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._curves: Curves | None = None
        self.epoch_word = "epoch"
        self.headings: tuple[str, ...] = ()

    def show_curves(self, curves: Curves) -> None:
        self.beginResetModel()
        self._curves = curves
        has_validation = len(curves.validation) > 0 and not math.isnan(float(curves.validation[-1, 0]))
        validation = tuple(f"val_{name}" for name in curves.names) if has_validation else ()
        self.headings = (*curves.names, *validation)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if self._curves is None or parent.isValid() else len(self._curves.training)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1 + len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole:
            return fonts.mono(12)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if self._curves is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        epoch = len(self._curves.training) - index.row()
        if index.column() == 0:
            return str(epoch)
        column, count = index.column() - 1, len(self._curves.names)
        values = self._curves.training if column < count else self._curves.validation
        return f"{float(values[epoch - 1, column % count]):.6g}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.epoch_word if section == 0 else self.headings[section - 1]


class HistoryTable(QTableView):
    """As high as its rows, up to eight; of more the rest is scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = _History()
        self._shown: object = None
        self.setModel(self._history)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(fonts.px(ROW_HEIGHT))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.retranslate()
        self._fit_height()

    def draw(self, curves: Curves) -> None:
        """Shows the epochs that are over."""
        epochs = len(curves.training)
        shown = (curves.names, epochs, curves.training[-1:].tobytes(), curves.validation[-1:].tobytes())
        if shown != self._shown:
            self._shown = shown
            self._history.show_curves(curves)
            self._fit_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("History"))
        self.setToolTip(self.tr("What fit's history holds: the means of each epoch; val_ is of the points held out"))
        self._history.epoch_word = self.tr("epoch")

    def follow_text_size(self) -> None:
        """Writes as large as all type is now."""
        self.verticalHeader().setDefaultSectionSize(fonts.px(ROW_HEIGHT))
        self._fit_height()

    def _fit_height(self) -> None:
        rows = self._history.rowCount()
        self.setVisible(rows > 0)
        self.setFixedHeight(min(rows, MOST_ROWS) * fonts.px(ROW_HEIGHT) + fonts.px(40))
