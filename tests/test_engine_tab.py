"""A tab with an engine of its own: one frame is under way at a time, and the example goes on as it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Slot
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from engine.protocol import Drawn
from gui.engine_tab import EngineTab
from gui.palette import Palette


@dataclass(frozen=True)
class Counted:
    """A frame: what was counted to, and how many frames had been drawn when it was told."""

    number: int
    drawn: int


class Counter:
    """Counts up to what it is sent, telling every number; it does not wait for `Drawn`, so that a tab can be seen to
    answer each."""

    def __init__(self, tell: Callable[[Any], None]) -> None:
        self._tell = tell
        self._drawn = 0

    def start(self) -> None:
        pass

    def obey(self, command: Any) -> None:
        if isinstance(command, Drawn):
            self._drawn += 1
        elif command < 0:
            self._tell(Problem("below zero"))
        else:
            self._tell(Counted(command, self._drawn))

    def work(self) -> float | None:
        return None


class CounterTab(EngineTab[Counted]):
    """Shows the number."""

    def __init__(self) -> None:
        super().__init__(Counter, [(2, lambda frame: frame.number == 2), (3, lambda frame: frame.number == 3)])

    def activate(self) -> None:
        self._send(1)

    def count(self, number: int) -> None:
        self._send(number)

    def set_palette(self, palette: Palette) -> None:
        pass

    @Slot(object)
    def _take(self, event: Any) -> None:
        if isinstance(event, Problem):
            self._fail(event)
        else:
            self._show(event)


@pytest.fixture
def tab(qtbot: QtBot) -> Iterator[CounterTab]:
    tab = CounterTab()
    qtbot.addWidget(tab)
    tab.show()
    tab.activate()
    qtbot.waitUntil(lambda: tab.frame is not None)
    yield tab
    assert tab.close_engine(100)


def test_every_frame_that_was_painted_is_answered_once(tab: CounterTab, qtbot: QtBot) -> None:
    for number in range(2, 6):
        with qtbot.waitSignal(tab.drawn) as seen:
            tab.count(number)
        assert seen.args == [tab.frame]
    assert tab.frame == Counted(5, 4)
    tab.repaint()
    with qtbot.waitSignal(tab.drawn):
        tab.count(6)
    assert tab.frame == Counted(6, 5)  # painting the same again is no answer


def test_a_hidden_tab_answers_when_it_is_seen(tab: CounterTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.drawn):
        tab.count(2)
    tab.hide()
    with qtbot.assertNotEmitted(tab.drawn, wait=100):
        tab.count(3)
    with qtbot.waitSignal(tab.drawn):
        tab.show()


def test_the_example_waits_for_each_of_its_steps(tab: CounterTab, qtbot: QtBot) -> None:
    numbers = []
    tab.drawn.connect(lambda frame: numbers.append(frame.number))
    with qtbot.waitSignal(tab.example_finished):
        tab.run_example()
    assert numbers[-2:] == [2, 3]


def test_what_went_wrong_is_over_with_the_next_thing_asked_for(tab: CounterTab, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab.failed):
        tab.count(-1)
    with qtbot.waitSignal(tab.recovered):
        tab.count(2)
    with qtbot.assertNotEmitted(tab.recovered):
        tab.count(3)
