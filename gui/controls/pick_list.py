"""What can be picked, a name and a line about it each, over everything else in the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from gui import fonts

ROW_HEIGHT = 40
WIDTH = 400
MOST_ROWS = 8
NAME, ABOUT, CAN_BE_PICKED = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Option:
    """key: what is picked. name: how it reads. about: a line of help, or why it cannot be picked."""

    key: str
    name: str
    about: str = ""
    can_be_picked: bool = True


class _Options(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.options: tuple[Option, ...] = ()

    def set_options(self, options: Sequence[Option]) -> None:
        self.beginResetModel()
        self.options = tuple(options)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        option = self.options[index.row()]
        if role == NAME:
            return option.name
        if role in (ABOUT, Qt.ItemDataRole.ToolTipRole):
            return option.about
        if role == CAN_BE_PICKED:
            return option.can_be_picked
        return None


class _Rows(QStyledItemDelegate):
    """The name above, in the mono face; below it, quiet, the line about it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(fonts.px(WIDTH) - 20, fonts.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        palette: QPalette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
            painter.drawRoundedRect(area, 6, 6)
        inside = area.adjusted(10, 3, -10, -3)
        can_be_picked = index.data(CAN_BE_PICKED)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setFont(fonts.mono(12))
        painter.setPen(palette.color(QPalette.ColorRole.Text) if can_be_picked else quiet)
        about = index.data(ABOUT)
        top = inside.adjusted(0, 0, 0, -fonts.px(17) if about else 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, index.data(NAME))
        if about:
            font = fonts.words(11)
            painter.setFont(font)
            painter.setPen(quiet)
            text = QFontMetrics(font).elidedText(about, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside.adjusted(0, fonts.px(17), 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class PickList(QFrame):
    """A child of the window that never takes the focus: whoever shows it moves the mark by keys."""

    picked = Signal(str)  # the key of the option that was clicked

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._options = _Options()
        self._view = QListView()
        self._view.setModel(self._options)
        self._view.setItemDelegate(_Rows(self))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self._view)
        self._view.entered.connect(self._view.setCurrentIndex)
        self._view.clicked.connect(self._pick)
        self.hide()

    def name_it(self, name: str, tooltip: str) -> None:
        """What is picked here, for screen readers and the tooltip."""
        for widget in (self, self._view):
            widget.setAccessibleName(name)
        self.setToolTip(tooltip)

    def show_options(self, options: Sequence[Option], current: str, beside: QRect) -> None:
        """Shows them, the current one marked, below this rectangle of the room, or above it where it is too low."""
        self._options.set_options(options)
        keys = [option.key for option in options]
        row = (
            keys.index(current)
            if current in keys
            else next((number for number, option in enumerate(options) if option.can_be_picked), 0)
        )
        self._view.setCurrentIndex(self._options.index(row, 0))
        height = min(len(options), MOST_ROWS) * fonts.px(ROW_HEIGHT) + 12
        below = self._room.height() - beside.bottom() - 12
        if height > below and beside.top() - 12 > below:
            height = min(height, beside.top() - 12)
            y = beside.top() - 4 - height
        else:
            height = min(height, below)
            y = beside.bottom() + 4
        x = min(beside.left(), self._room.width() - fonts.px(WIDTH) - 8)
        self.setGeometry(QRect(QPoint(max(x, 0), y), QSize(fonts.px(WIDTH), height)))
        self._view.scrollTo(self._view.currentIndex())
        self.show()
        self.raise_()

    def options(self) -> tuple[Option, ...]:
        """Those that are shown."""
        return self._options.options if self.isVisible() else ()

    def current(self) -> Option | None:
        """The one that is marked."""
        row = self._view.currentIndex().row()
        return self._options.options[row] if 0 <= row < len(self._options.options) else None

    def move_current(self, step: int) -> None:
        """Marks another one, so many rows on."""
        count = len(self._options.options)
        if count:
            row = min(max(self._view.currentIndex().row() + step, 0), count - 1)
            self._view.setCurrentIndex(self._options.index(row, 0))

    def _pick(self, index: QModelIndex) -> None:
        option = self._options.options[index.row()]
        if option.can_be_picked:
            self.picked.emit(option.key)
