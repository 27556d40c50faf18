"""A line of code that is typed, and said what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.controls.form_row import FormRow
from gui.controls.own_keys import leave_idle_undo

LONGEST = 20_001
"""Characters that are taken when text is pasted: one more than anything may have, and the engine says so. To lay out a
line of hundreds of thousands would hold up the window for a third of a second, with every change."""


class CodeField(FormRow):
    """Nothing is checked here; whoever takes the text says by `set_error` what it does not understand."""

    edited = Signal()  # the user changed the text
    entered = Signal()  # Enter was pressed

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        self._line.setMaxLength(LONGEST)
        leave_idle_undo(self._line)
        super().__init__(self._line, width, parent)
        self._line.textEdited.connect(self._follow)
        self._line.returnPressed.connect(self.entered)

    def text(self) -> str:
        """What stands there."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Shows another text, without a signal."""
        if text != self._line.text():
            self._line.setText(text)
            if not self._line.hasFocus():
                self._line.setCursorPosition(0)  # a long line is seen from its beginning
        self.set_error(None)

    def set_placeholder(self, text: str) -> None:
        """What an empty line stands for."""
        self._line.setPlaceholderText(text)

    def begin(self, text: str | None = None) -> None:
        """Takes the keys: what is there is selected, so that typing replaces it; `text` replaces it at once."""
        if text is not None:
            self._line.setText(text)
            self._follow()
        else:
            self._line.selectAll()
        self._line.setFocus()

    def settle(self) -> None:
        """What was typed is done: to undo it is no longer the field's business, and typing replaces it."""
        self._line.setText(self._line.text())
        if self._line.hasFocus():
            self._line.selectAll()

    def keep(self) -> None:
        """What was typed holds now, and undoing it is no longer the field's business; the cursor stays."""
        position = self._line.cursorPosition()
        self._line.setText(self._line.text())
        self._line.setCursorPosition(position)

    def _follow(self) -> None:
        self.set_error(None)
        self.edited.emit()
