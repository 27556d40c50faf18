"""A user of the page about watching: finds everything by the name that it goes by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from patience import LONGEST
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.gradients.watching.protocol import Trial, WatchingFrame
from gui.controls.form_row import FormRow
from gui.tabs.gradients.experiment_list import ExperimentList
from gui.tabs.gradients.program_card import ProgramCard
from gui.tabs.gradients.tab import GradientsTab
from gui.tabs.gradients.watching_page import WatchingPage

W = TypeVar("W", bound=QWidget)


class WatchingUser:
    """What is waited for is seen: a frame that the page has painted."""

    def __init__(self, tab: GradientsTab, qtbot: QtBot) -> None:
        self.tab = tab
        page = tab.page("watching")
        assert isinstance(page, WatchingPage)
        self.page = page
        self._qtbot = qtbot

    def sees(self, condition: Callable[[WatchingFrame], bool]) -> WatchingFrame:
        """Waits until what is on the screen is so."""
        self._qtbot.waitUntil(lambda: self.page.frame is not None and condition(self.page.frame), timeout=LONGEST)
        assert self.page.frame is not None
        return self.page.frame

    def sees_all(self, text: str | None = None) -> WatchingFrame:
        """Waits until every experiment with this formula has been run."""
        return self.sees(lambda frame: frame.is_complete and text in (None, frame.asked.text))

    def trial(self, key: str) -> Trial:
        assert self.page.frame is not None
        return next(trial for trial in self.page.frame.trials if trial.key == key)

    def sees_repaired(self, key: str) -> Trial:
        self.sees(lambda _: self.trial(key).after is not None)
        return self.trial(key)

    def sees_reason(self, field: str) -> str:
        """Waits for the sentence below that field."""
        row = next(row for row in self.page.findChildren(FormRow) if self._named(row, field))
        self._qtbot.waitUntil(lambda: bool(row.error()), timeout=LONGEST)
        return row.error()

    def sees_no_reason(self, field: str) -> None:
        """Waits until there is none."""
        row = next(row for row in self.page.findChildren(FormRow) if self._named(row, field))
        self._qtbot.waitUntil(lambda: not row.error(), timeout=LONGEST)

    def sentences(self) -> list[str]:
        """All words that stand somewhere."""
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]

    def list(self) -> ExperimentList:
        return self.page.findChildren(ExperimentList)[0]

    def program(self) -> ProgramCard:
        return self.page.findChildren(ProgramCard)[0]

    def goes_to(self, key: str) -> None:
        self.page.show_experiment(key)

    def clicks(self, name: str) -> None:
        found = [button for button in self.page.findChildren(QAbstractButton) if button.accessibleName() == name]
        assert len(found) == 1
        self._qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def enters(self, field: str, text: str) -> None:
        line = next(line for line in self.page.findChildren(QLineEdit) if line.accessibleName() == field)
        line.setFocus()
        line.selectAll()
        self._qtbot.keyClick(line, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(line, text)
        self._qtbot.keyClick(line, Qt.Key.Key_Return)

    def presses(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self.list(), key)

    def _named(self, row: FormRow, field: str) -> bool:
        return any(line.accessibleName() == field for line in row.findChildren(QLineEdit))
