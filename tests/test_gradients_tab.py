"""The gradients tab: a switch over its pages, one engine, each event to the page that it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from engine.gradients.laboratory import PARTS
from gui.settings import SettingsStore
from gui.tabs.gradients.tab import PAGES, GradientsTab

Open = Callable[[], GradientsTab]


@pytest.fixture
def open_tab(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    tabs = []

    def make() -> GradientsTab:
        tab = GradientsTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1280, 730)
        with qtbot.waitActive(tab):
            tab.show()
        return tab

    yield make
    assert all(tab.close_engine(100) for tab in tabs)


def test_no_command_and_no_event_belongs_to_two_pages() -> None:
    commands = [kind for union, _ in PARTS for kind in get_args(union)]
    events = [kind for union, _ in PAGES.values() for kind in get_args(union)]
    assert len(set(commands)) == len(commands) > len(PARTS)
    assert len(set(events)) == len(events) >= 2 * len(PAGES)


def test_the_page_in_front_is_remembered(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    assert tab.page("curves").isVisible()
    (button,) = [button for button in tab.findChildren(QAbstractButton) if button.accessibleName() == "f(x, y)"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tab.page("surface").isVisible()
    assert not tab.page("curves").isVisible()
    assert open_tab().page("surface").isVisible()


def test_its_example_is_the_free_fall_at_1_4(open_tab: Open, qtbot: QtBot) -> None:
    tab = open_tab()
    tab.show_page("watching")
    with qtbot.waitSignal(tab.example_finished):
        tab.run_example()
    assert tab.page("curves").isVisible()
