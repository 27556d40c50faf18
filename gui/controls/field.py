"""A value that is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from engine.errors import Problem
from gui.controls.form_row import FormRow
from gui.controls.own_keys import leave_idle_undo

T = TypeVar("T")


class _ValueEdit(QLineEdit):
    """A line edit with keys for stepping and restoring, and words after the value."""

    stepped = Signal(int)  # 1 for up, -1 for down
    restored = Signal()  # Escape was pressed while there was something to take back

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._suffix = QLabel(self)
        self._suffix.setProperty("role", "mono-muted")
        self._suffix.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._suffix.hide()

    def set_suffix(self, suffix: str) -> None:
        if suffix == self._suffix.text():
            return
        self._suffix.setText(suffix)
        self._suffix.setVisible(bool(suffix))
        self.follow_text_size()

    def follow_text_size(self) -> None:
        """Keeps as much room for the suffix as it needs now."""
        self._suffix.adjustSize()
        self.setTextMargins(0, 0, self._suffix.width() + 6 if self._suffix.text() else 0, 0)
        self._place_suffix()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_suffix()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.restored.emit()
        else:
            super().keyPressEvent(event)

    def _place_suffix(self) -> None:
        suffix = self._suffix
        suffix.move(self.width() - suffix.width() - 9, (self.height() - suffix.height()) // 2)


class Field(FormRow, Generic[T]):
    """A line edit for one value. What cannot be parsed stays as typed, with the reason below; Escape takes it back."""

    changed = Signal(object)  # the new value; only when the user changed it to another valid one
    entered = Signal()  # Enter was pressed, and the value is good

    def __init__(
        self,
        value: T,
        parse: Callable[[str], T],
        show: Callable[[T], str] = str,
        step: Callable[[T, int], T] | None = None,
        width: int = 86,
        parent: QWidget | None = None,
    ) -> None:
        """`parse` raises a `Problem`; `show` gives a text that it takes; `step` says what Up (1) and Down (-1) do."""
        self._edit = _ValueEdit()
        leave_idle_undo(self._edit)
        super().__init__(self._edit, width, parent)
        self._value = value
        self._parse = parse
        self._show = show
        self._step = step
        self._suffix = ""
        self._edit.editingFinished.connect(self._accept)
        self._edit.returnPressed.connect(self._enter)
        self._edit.textEdited.connect(self._withdraw_error)
        self._edit.restored.connect(self.restore)
        self._edit.stepped.connect(self._take_step)
        self.restore()

    def value(self) -> T:
        """The last good value."""
        return self._value

    def set_value(self, value: T) -> None:
        """Shows another value; what the user is typing just now stays, but Escape gives the new value."""
        self._value = value
        if not self._edit.isModified():
            self.restore()

    def align_left(self) -> None:
        """For what is read as words: where it is too long, its beginning is seen."""
        self._edit.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._edit.setCursorPosition(0)

    def set_suffix(self, suffix: str) -> None:
        """Words after the value, such as a unit; not shown where the value is None."""
        self._suffix = suffix
        self._place_suffix()

    def restore(self) -> None:
        """Drops what was typed: shows the last good value, without an error."""
        text = self._show(self._value)
        if text != self._edit.text() or self._edit.isUndoAvailable():
            self._edit.setText(text)  # and with it nothing is left to undo
            self._edit.setCursorPosition(0)  # so that of a long text the beginning is seen
        self._edit.setModified(False)
        self._place_suffix()
        self.set_error(None)

    def retranslate(self) -> None:
        super().retranslate()
        if not self._edit.isModified():
            self.restore()

    def set_error(self, problem: Problem | None) -> None:
        # So that the text that a problem is about is kept, and that Escape takes it back.
        if problem is not None:
            self._edit.setModified(True)
        super().set_error(problem)

    def _accept(self) -> None:
        if not self._edit.isModified():
            return
        try:
            value = self._parse(self._edit.text())
        except Problem as problem:
            self.set_error(problem)
            return
        self._put(value)

    def _enter(self) -> None:
        self._accept()
        if not self._edit.isModified():
            self.entered.emit()

    def _take_step(self, direction: int) -> None:
        self._accept()
        if self._step is None or self._edit.isModified():
            return
        try:
            # Through text and back, so that what the parser refuses is refused here too.
            value = self._parse(self._show(self._step(self._value, direction)))
        except Problem:
            return
        self._put(value)

    def _put(self, value: T) -> None:
        differs = value != self._value
        self._value = value
        self.restore()
        if differs:
            self.changed.emit(value)

    def _withdraw_error(self, text: str) -> None:
        if self._problem is not None:
            try:
                self._parse(text)
            except Problem:
                return
            super().set_error(None)

    def _place_suffix(self) -> None:
        self._edit.set_suffix("" if self._value is None else self._suffix)
