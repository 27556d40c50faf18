"""Ctrl+K: everything that the window can do, found by a few letters, in either language, without the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import fonts
from gui.commands.both_languages import other_names
from gui.commands.collecting import SEPARATOR
from gui.commands.command import Command
from gui.commands.matching import score

WIDTH, ROW_HEIGHT, MOST_ROWS, TOP = 600, 34, 10, 64
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
COMMAND = Qt.ItemDataRole.UserRole


class CommandPalette(QFrame):
    """Lies above the window; goes as soon as the focus does, and gives it back where nothing was chosen."""

    def __init__(self, collect: Callable[[], Sequence[Command]], window: QWidget) -> None:
        super().__init__(window)
        self._collect = collect
        self._window = window
        self._commands: list[tuple[Command, tuple[str, ...]]] = []
        self._focused: QWidget | None = None
        self._edit = _Edit()
        self._edit.textEdited.connect(self._search)
        self._model = _Model()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._run)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(10, 8, 10, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self._edit, self._nothing, self._list):
            layout.addWidget(widget)
        self.hide()
        self.retranslate()
        self._edit.installEventFilter(self)
        window.installEventFilter(self)

    def open(self) -> None:
        """Shows all commands, and waits for letters."""
        self._focused = QApplication.focusWidget()
        self._commands = [(one, _names(one)) for one in self._collect()]
        self._edit.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """More can be done than when it was opened."""
        if self.isVisible():
            row = self._list.currentIndex().row()
            self._commands = [(one, _names(one)) for one in self._collect()]
            self._search(self._edit.text())
            self._list.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1)))

    def shown(self) -> list[Command]:
        """The commands that fit what was typed, the best first."""
        return list(self._model.commands)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._commands = []
        self._model.show_commands([])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
                self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, *_STEPS):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(Qt.Key(event.key()))
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Find an action"))
        self._edit.setAccessibleName(self.tr("Find an action"))
        self._edit.setPlaceholderText(self.tr("Find an action, a field or a setting …"))
        self._edit.setToolTip(self.tr("A few letters are enough. Up and Down choose, Enter does it, Esc closes"))
        self._list.setAccessibleName(self.tr("Actions that fit"))
        self._nothing.setText(self.tr("Nothing is called so."))

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # which stay here, where there is nothing else
            return False
        return True

    def _move(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = self._list.currentIndex().row() + by
            row = row % rows if abs(by) == 1 else min(max(row, 0), rows - 1)
            self._list.setCurrentIndex(self._model.index(row))

    def _search(self, typed: str) -> None:
        found = [(score(typed, names), one) for one, names in self._commands]
        fitting = [(value, one) for value, one in found if value]
        if typed.strip():
            fitting.sort(key=lambda pair: -pair[0])
        self._model.show_commands([one for _, one in fitting])
        self._list.setCurrentIndex(self._model.index(0))
        self._nothing.setVisible(not fitting)
        self._list.setVisible(bool(fitting))
        self._place()

    def _place(self) -> None:
        rows = min(max(self._model.rowCount(), 1), MOST_ROWS)
        room = self._window.height() - TOP - 24
        height = min(rows * fonts.px(ROW_HEIGHT) + self._edit.sizeHint().height() + 34, room)
        width = min(fonts.px(WIDTH), self._window.width() - 32)
        self.setGeometry((self._window.width() - width) // 2, TOP, width, height)

    def _run(self, index: Index) -> None:
        if index.isValid():
            command = index.data(COMMAND)
            self._close()
            command.run()

    def _close(self) -> None:
        self.hide()
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)


_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS,
}


class _Edit(QLineEdit):
    """Keeps Tab, so that the palette does not go with it."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return True


def _names(command: Command) -> tuple[str, ...]:
    """What it may be called, the name that is seen first."""
    parts = command.text.split(SEPARATOR)
    others = [" ".join(names) for part in parts if (names := other_names(part))]
    return (command.text, *others, command.place, *other_names(command.place))


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.commands: list[Command] = []

    def show_commands(self, commands: list[Command]) -> None:
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{command.text} ({command.place}) {command.keys}".rstrip()
        return command if role == COMMAND else None


class _Rows(QStyledItemDelegate):
    """The text, where it is found, quiet, and its keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, fonts.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        palette: QPalette = option.palette
        command: Command = index.data(COMMAND)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Light))
            painter.drawRoundedRect(area, 6, 6)
        inside = area.adjusted(10, 0, -10, 0)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(quiet)
        painter.setFont(fonts.mono(11))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, command.keys)
        inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(command.keys) - 12)
        painter.setFont(fonts.words(11))
        beside = painter.fontMetrics().horizontalAdvance(command.place)
        painter.setFont(fonts.words(13))
        text = f"→ {command.text}" if command.goes_to else command.text
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width() - beside - 10)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(inside, middle, text)
        inside.setLeft(inside.left() + painter.fontMetrics().horizontalAdvance(text) + 10)
        painter.setPen(quiet)
        painter.setFont(fonts.words(11))
        painter.drawText(inside, middle, command.place)
        painter.restore()
