"""A user of a tab: finds everything by the name that it goes by, and acts by mouse and keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from patience import LONGEST
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.elided_label import ElidedLabel
from gui.controls.form_row import FormRow
from gui.engine_tab import EngineTab

F = TypeVar("F")
T = TypeVar("T", bound=EngineTab)  # type: ignore[type-arg]
W = TypeVar("W", bound=QWidget)


class TabUser(Generic[T, F]):
    """What is waited for is seen: a frame (F) that the tab (T) shows."""

    def __init__(self, tab: T, qtbot: QtBot) -> None:
        self.tab = tab
        self._qtbot = qtbot

    # Seeing

    @property
    def frame(self) -> F:
        """What is on the screen."""
        frame: F | None = self.tab.frame
        assert frame is not None
        return frame

    def sees(self, condition: Callable[[F], bool]) -> F:
        """Waits until what is on the screen is so."""
        self._qtbot.waitUntil(lambda: self.tab.frame is not None and condition(self.tab.frame), timeout=LONGEST)
        return self.frame

    def sees_reason(self, field: str) -> str:
        """Waits for the sentence below that field."""
        self._qtbot.waitUntil(lambda: bool(self.reason(field)), timeout=LONGEST)
        return self.reason(field)

    def waits_until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=LONGEST)

    def waits(self, milliseconds: int) -> None:
        self._qtbot.wait(milliseconds)

    def find(self, kind: type[W], name: str) -> W:
        """The only widget of that kind and name."""
        found = [widget for widget in self.tab.findChildren(kind) if widget.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def line(self, field: str) -> QLineEdit:
        """The line to type in."""
        return self.find(QLineEdit, field)

    def reason(self, field: str) -> str:
        """The sentence below that field."""
        editors = [widget for widget in self.tab.findChildren(QWidget) if widget.accessibleName() == field]
        (row,) = [row for row in self.tab.findChildren(FormRow) if any(row.isAncestorOf(editor) for editor in editors)]
        return row.error()

    def reasons(self) -> list[str]:
        """The sentences below all fields."""
        return [row.error() for row in self.tab.findChildren(FormRow) if row.error()]

    def sentences(self) -> list[str]:
        """All words that stand somewhere."""
        labels = [label for label in self.tab.findChildren(QLabel) if label.isVisible()]
        return [label.words() if isinstance(label, ElidedLabel) else label.text() for label in labels]

    # Acting

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self.tab, key, modifier)

    def clicks(self, name: str) -> None:
        self._qtbot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def writes(self, field: str, text: str) -> None:
        """Writes over what is in the field."""
        line = self.line(field)
        line.setFocus()
        line.selectAll()
        self._qtbot.keyClick(line, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(line, text)

    def enters(self, field: str, text: str) -> None:
        """Writes over what is in the field, and leaves it."""
        self.writes(field, text)
        self._qtbot.keyClick(self.line(field), Qt.Key.Key_Return)

    def chooses(self, name: str, text: str) -> None:
        """In a list of choices."""
        box = self.find(QComboBox, name)
        self._qtbot.waitUntil(lambda: box.findText(text) >= 0, timeout=LONGEST)
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
