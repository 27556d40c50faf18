"""The tensors of the workspace by name, each with a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from engine.tensors.protocol import Entry
from gui import fonts
from gui.controls.own_keys import keep_keys
from gui.controls.tensor_view.number_format import shortened
from gui.palette import LIGHT, Palette
from gui.tabs.tensors.thumbnail import SIDE, paint_thumbnail

ROW_HEIGHT = 50
PADDING = 10
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Model(QAbstractListModel):
    """The entries of one frame."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        if [entry.name for entry in entries] == [entry.name for entry in self.entries]:
            self.entries = tuple(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.name}  {entry.value.shape} {entry.value.dtype}"
        return None


class _Delegate(QStyledItemDelegate):
    """Picture, name, and below it shape and dtype."""

    def __init__(self, parent: WorkspaceList) -> None:
        super().__init__(parent)
        self._list = parent
        self._palette = LIGHT
        self._pictures: dict[str, tuple[object, QPixmap]] = {}

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._pictures.clear()

    def forget_all_but(self, names: set[str]) -> None:
        """Drops the pictures of the others, which keep their tensors in memory."""
        self._pictures = {name: picture for name, picture in self._pictures.items() if name in names}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(100, fonts.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry, palette = self._list.entry(index.row()), self._palette
        area = QRectF(option.rect).adjusted(0, 2, 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(area, 8, 8)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QColor(palette.accent))
                painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(palette.hover))
            painter.drawRoundedRect(area, 8, 8)
        painter.drawPixmap(
            round(area.left()) + PADDING, round(area.center().y() - fonts.px(SIDE) / 2), self._picture(entry)
        )
        words = area.adjusted(2 * PADDING + fonts.px(SIDE), 5, -6, -6)
        painter.setPen(QColor(palette.text))
        painter.setFont(fonts.words(13, fonts.SEMIBOLD))
        name = painter.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setPen(QColor(palette.muted))
        painter.setFont(fonts.mono(11))
        about = f"{shortened(str(entry.value.shape), 26)} {entry.value.dtype}"
        about = painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, about)
        painter.restore()

    def _picture(self, entry: Entry) -> QPixmap:
        array, picture = self._pictures.get(entry.name, (None, QPixmap()))
        ratio = self._list.devicePixelRatioF()
        if array is not entry.value.array or picture.width() != round(fonts.px(SIDE) * ratio):
            picture = QPixmap(QSize(fonts.px(SIDE), fonts.px(SIDE)) * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.scale(fonts.px(SIDE) / SIDE, fonts.px(SIDE) / SIDE)
            paint_thumbnail(painter, 0, 0, entry.value, self._palette)
            painter.end()
            self._pictures[entry.name] = (entry.value.array, picture)
        return picture


class WorkspaceList(QListView):
    """One is chosen; Delete asks for its removal."""

    # The name of the tensor that the user wants to look at.
    chosen = Signal(str)

    # The name of the tensor that is to go.
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_silent = False
        self._model = _Model()
        self._model.setParent(self)
        self._delegate = _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        keep_keys(self, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Up, Qt.Key.Key_Down)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_entries(self, entries: Sequence[Entry], chosen: str) -> None:
        """Shows these, the chosen one marked and in view."""
        self._is_silent = True
        self._model.show_entries(entries)
        self._delegate.forget_all_but({entry.name for entry in entries})
        row = next((row for row, entry in enumerate(entries) if entry.name == chosen), -1)
        if row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self._is_silent = False

    def entry(self, row: int) -> Entry:
        """The one in this row."""
        return self._model.entries[row]

    def names(self) -> list[str]:
        """All that are shown."""
        return [entry.name for entry in self._model.entries]

    def chosen_name(self) -> str:
        """The one that is marked; empty where none is."""
        row = self.currentIndex().row()
        return self.entry(row).name if row >= 0 else ""

    def set_palette(self, palette: Palette) -> None:
        self._delegate.set_palette(palette)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.chosen_name():
                self.removal_requested.emit(self.chosen_name())
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()  # what is typed goes to the command line
        else:
            super().keyPressEvent(event)

    def _choose(self, current: AnyIndex, _: AnyIndex) -> None:
        if current.isValid() and not self._is_silent:
            self.chosen.emit(self.entry(current.row()).name)
