"""One of many, found by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gui.controls.form_row import FormRow
from gui.controls.own_keys import keep_keys, leave_idle_undo
from gui.controls.pick_list import MOST_ROWS, Option, PickList


class _SearchEdit(QLineEdit):
    """Says which keys were pressed that are not for the text."""

    moved = Signal(int)  # by so many rows
    accepted = Signal()  # Enter
    left = Signal()  # Escape, or the focus is elsewhere
    opened = Signal()  # by a click, or by Down

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: MOST_ROWS - 1,
            Qt.Key.Key_PageUp: 1 - MOST_ROWS,
        }
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.opened.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()


class PickField(FormRow):
    """Shows what is chosen. A click or typing opens the list of all, or of those whose name or help has the words."""

    changed = Signal(str)  # the key of what the user picked; also where it is chosen already

    def __init__(self, width: int = 150, *, keeps_choice: bool = True, parent: QWidget | None = None) -> None:
        """keeps_choice: whether it goes on showing what was picked, or is empty again, ready for the next."""
        self._edit = _SearchEdit()
        leave_idle_undo(self._edit)
        keep_keys(self._edit, Qt.Key.Key_Escape)
        super().__init__(self._edit, width, parent)
        self._keeps_choice = keeps_choice
        self._options: tuple[Option, ...] = ()
        self._key = ""
        self._list: PickList | None = None
        self._tooltip = ""
        self._edit.opened.connect(self._open)
        self._edit.textEdited.connect(self._open)
        self._edit.moved.connect(self._move)
        self._edit.accepted.connect(self._accept)
        self._edit.left.connect(self._leave)

    def set_options(self, options: Sequence[Option]) -> None:
        """All that there is."""
        self._options = tuple(options)

    def set_label(self, label: str, tooltip: str, name: str = "") -> None:
        super().set_label(label, tooltip, name)
        self._tooltip = tooltip
        if not self._keeps_choice:
            self._label.hide()
            grid = self.layout()
            if isinstance(grid, QGridLayout):
                grid.setHorizontalSpacing(0)
            self._edit.setPlaceholderText(label)

    def value(self) -> str:
        """The key of what is chosen."""
        return self._key

    def set_value(self, key: str) -> None:
        """Shows what is chosen, also where it is not among the options."""
        self._key = key
        if not self.is_open():
            self._show_chosen()

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def list_shown(self) -> PickList | None:
        """The list, once it was shown."""
        return self._list

    def _open(self) -> None:
        if self._list is None:
            self._list = PickList(self.window())
            self._list.picked.connect(self._pick)
        if not self._edit.isModified():
            self._edit.selectAll()
        words = self._edit.text().casefold().split() if self._edit.isModified() else []
        found = [one for one in self._options if all(word in f"{one.name} {one.about}".casefold() for word in words)]
        # Those whose name has the words come before those whose help has; as they were among themselves.
        found.sort(key=lambda one: not all(word in one.name.casefold() for word in words))
        if not found:
            self._list.hide()
            return
        self._list.name_it(self._edit.accessibleName(), self._tooltip)
        corner = self._edit.mapTo(self.window(), QPoint(0, 0))
        self._list.show_options(found, self._key if not words else "", QRect(corner, self._edit.size()))

    def _move(self, step: int) -> None:
        if not self.is_open():
            self._open()
        elif self._list is not None:
            self._list.move_current(step)

    def _accept(self) -> None:
        current = self._list.current() if self._list is not None and self.is_open() else None
        if current is not None and current.can_be_picked:
            self._pick(current.key)
        elif current is None:
            self._open()

    def _pick(self, key: str) -> None:
        self._key = key if self._keeps_choice else ""
        self._close()
        self.set_error(None)
        self.changed.emit(key)

    def _leave(self) -> None:
        self._close()

    def _close(self) -> None:
        if self._list is not None:
            self._list.hide()
        self._show_chosen()

    def _show_chosen(self) -> None:
        name = next((option.name for option in self._options if option.key == self._key), self._key)
        self._edit.setText(name)
        self._edit.setModified(False)
        self._edit.setCursorPosition(0)
