"""A user of the sheet for their own data, who goes by the names of things."""

from __future__ import annotations

from patience import LONGEST
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableView
from pytestqt.qtbot import QtBot

from gui.controls.message_line import MessageLine
from gui.tabs.training.own_data import OwnDataSheet


class SheetUser:
    """What is read is waited for."""

    def __init__(self, sheet: OwnDataSheet, qtbot: QtBot) -> None:
        self.sheet = sheet
        self._qtbot = qtbot

    def says(self) -> str:
        """The line at the bottom."""
        return self.sheet.findChildren(MessageLine)[0].text()

    def sees(self, words: str) -> None:
        """Waits until the line at the bottom says so."""
        self._qtbot.waitUntil(lambda: words in self.says(), timeout=LONGEST)

    def is_warned(self) -> bool:
        return self.sheet.findChildren(MessageLine)[0].is_problem()

    def table(self, name: str) -> list[list[str]]:
        """What stands in the cells of that table."""
        model = self._view(name).model()
        return [
            [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def ticks(self, column: str) -> None:
        """Clicks on the box before the name of that column."""
        view = self._view("Columns")
        (row,) = [row for row, cells in enumerate(self.table("Columns")) if cells[0] == column]
        cell = view.visualRect(view.model().index(row, 0))
        spot = QPoint(cell.left() + 14, cell.center().y())
        self._qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def ticked(self) -> list[str]:
        """The names of the columns that are learned from."""
        model = self._view("Columns").model()
        cells = [model.index(row, 0) for row in range(model.rowCount())]
        return [cell.data() for cell in cells if cell.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked]

    def chooses(self, name: str, text: str) -> None:
        (box,) = [box for box in self.sheet.findChildren(QComboBox) if box.accessibleName() == name]
        index = box.findText(text, Qt.MatchFlag.MatchStartsWith)
        assert index >= 0, [box.itemText(index) for index in range(box.count())]
        box.setCurrentIndex(index)
        box.activated.emit(index)

    def choice(self, name: str) -> str:
        (box,) = [box for box in self.sheet.findChildren(QComboBox) if box.accessibleName() == name]
        return box.currentText()

    def button(self, name: str) -> QAbstractButton:
        (button,) = [button for button in self.sheet.findChildren(QAbstractButton) if button.accessibleName() == name]
        return button

    def clicks(self, name: str) -> None:
        self._qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def _view(self, name: str) -> QTableView:
        (view,) = [view for view in self.sheet.findChildren(QTableView) if view.accessibleName() == name]
        return view
