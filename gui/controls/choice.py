"""A value that is chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from gui.controls.form_row import FormRow
from gui.controls.own_keys import keep_keys

T = TypeVar("T")


class _ComboBox(QComboBox):
    """A combo box whose text stands to the right, as numbers in fields do. The mouse does not give it the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Letters go to the entry that begins with them; R too, which is otherwise a shortcut.
        keep_keys(self, Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_R)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        area: QRect = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the panel must not change what lies under the mouse by chance.
        event.ignore()


class Choice(FormRow, Generic[T]):
    """A list to choose one value from."""

    changed = Signal(object)  # the new value; only when the user chose another one

    def __init__(self, width: int = 86, parent: QWidget | None = None) -> None:
        self._box = _ComboBox()
        super().__init__(self._box, width, parent)
        self._values: list[T] = []
        self._chosen = -1
        self._box.activated.connect(self._accept)

    def set_options(self, options: Sequence[tuple[T, str]]) -> None:
        """The values and how each reads. What was chosen stays chosen where it is still there, else the first is."""
        values = [value for value, _ in options]
        chosen = self.value() if self._chosen >= 0 else None
        self._values = values
        self._box.clear()
        self._box.addItems([text for _, text in options])
        self._chosen = values.index(chosen) if chosen in values else 0
        self._box.setCurrentIndex(self._chosen)
        view = self._box.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 28)

    def value(self) -> T:
        """The chosen value."""
        return self._values[self._chosen]

    def set_value(self, value: T) -> None:
        """Chooses a value. Raises `ValueError` for one that is not in the list."""
        self._chosen = self._values.index(value)
        self._box.setCurrentIndex(self._chosen)
        self.set_error(None)

    def _accept(self, index: int) -> None:
        if index != self._chosen:
            self._chosen = index
            self.set_error(None)
            self.changed.emit(self.value())
