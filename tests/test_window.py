"""The window makes its tabs when they are shown, remembers, and closes in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from gui.language import Language
from gui.palette import DARK, LIGHT, Palette
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec
from gui.theme import Theme
from gui.top_bar import TopBar
from gui.window import MainWindow

Make = Callable[[], MainWindow]


class FakeTab(Tab):
    """Notes what the window asks of it."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__()
        self.activated = 0
        self.palettes: list[Palette] = []
        self.closed: list[float] = []
        self.ends = True
        self.seconds_to_close = 0.0
        self.opened: list[Path] = []

    def activate(self) -> None:
        self.activated += 1

    def open_file(self, path: Path) -> None:
        assert self.activated
        self.opened.append(path)

    def set_palette(self, palette: Palette) -> None:
        self.palettes.append(palette)

    def close_engine(self, seconds: float) -> bool:
        self.closed.append(seconds)
        time.sleep(min(self.seconds_to_close, seconds))
        return self.ends


TABS = (
    TabSpec("training", "training".title, FakeTab, endings=(".csv", ".txt")),
    TabSpec("tensors", "tensors".title, FakeTab),
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.choose("light")
    theme.deleteLater()
    qapp.setStyleSheet("")  # its pictures go with the theme


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Make:
    """Makes windows that share their settings, as one does after the other."""

    def make() -> MainWindow:
        store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
        window = MainWindow(TABS, store, theme, Language(qapp, "en"))
        qtbot.addWidget(window)
        return window

    return make


def tab(window: MainWindow, key: str = "training") -> FakeTab:
    found = window.tab(key)
    assert isinstance(found, FakeTab)
    return found


def tab_button(window: MainWindow, title: str) -> QPushButton:
    return next(button for button in window.findChildren(QPushButton) if button.text() == title)


def choose(window: MainWindow, text: str) -> None:
    next(action for action in window.findChildren(QAction) if action.text() == text).trigger()


def test_opens_with_the_first_tab(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show()
    assert window.size().toTuple() == (1280, 800)
    assert window.windowTitle() == "TapeLab"
    assert not window.windowIcon().isNull()
    assert tab(window).isVisible()
    assert tab_button(window, "Training").isChecked()


def test_a_tab_starts_when_it_can_be_seen_and_once(make: Make, qtbot: QtBot) -> None:
    window = make()
    assert tab(window).activated == 0
    window.show()
    qtbot.waitUntil(lambda: tab(window).activated == 1)
    window.hide()
    window.show()
    QApplication.processEvents()
    assert tab(window).activated == 1


def test_another_tab_is_made_when_it_is_chosen(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show()
    qtbot.waitUntil(lambda: tab(window).activated == 1)
    assert window.tab("tensors") is None
    qtbot.mouseClick(tab_button(window, "Tensors"), Qt.MouseButton.LeftButton)
    assert tab(window, "tensors").isVisible()
    assert tab(window, "tensors").activated == 1
    assert not tab(window).isVisible()
    window.show_tab(0)
    assert tab(window).activated == 1


def test_keys_choose_tabs(make: Make, qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.tab("tensors") is not None)
    assert tab(window, "tensors").isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Q, Qt.Key.Key_W])
def test_keys_close_the_window(make: Make, qtbot: QtBot, key: Qt.Key) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert not window.isVisible()
    assert len(tab(window).closed) == 1


def test_the_palette_reaches_tabs_made_before_and_after(make: Make, theme: Theme) -> None:
    window = make()
    assert tab(window).palettes == [LIGHT]
    choose(window, "Dark")
    assert tab(window).palettes == [LIGHT, DARK]
    window.show_tab(1)
    assert tab(window, "tensors").palettes == [DARK]


def test_next_time_it_is_as_it_was_left(make: Make, theme: Theme) -> None:
    window = make()
    window.resize(1100, 700)
    window.show()
    window.show_tab(1)
    choose(window, "Dark")
    window.close()
    again = make()
    again.show()
    assert again.height() == 700
    assert theme.choice == "dark"
    assert tab(again, "tensors").isVisible()
    assert again.tab("training") is None


def test_a_remembered_tab_that_is_gone_gives_way_to_the_first(make: Make, tmp_path: Path) -> None:
    (tmp_path / "TapeLab.ini").write_text('[window]\ntab="\\"no such\\""\ngeometry=@ByteArray(nonsense)\n')
    window = make()
    assert window.tab("training") is not None
    assert window.size().toTuple() == (1280, 800)


def test_what_goes_wrong_is_said_until_it_is_right_again(make: Make) -> None:
    window = make()
    tab(window).failed.emit(Problem("Step {step} gave no number.", step=7))
    assert window.message() == "Step 7 gave no number."
    tab(window).recovered.emit()
    assert window.message() == ""
    window.show_error("ValueError: x")
    assert "ValueError: x" in window.message()


def test_closing_ends_the_engines_and_waits_no_second(make: Make) -> None:
    window = make()
    window.show()
    window.show_tab(1)
    for key in ("training", "tensors"):
        tab(window, key).seconds_to_close = 30
    tab(window).ends = False
    window.close()
    assert len(tab(window).closed) == len(tab(window, "tensors").closed) == 1
    assert sum(tab(window).closed + tab(window, "tensors").closed) < 1  # seconds that it gives them
    assert not window.engines_ended


def test_closing_says_when_all_engines_ended(make: Make) -> None:
    window = make()
    window.show()
    window.close()
    assert window.engines_ended


def test_the_first_focus_is_on_the_tab_not_on_a_button(make: Make, qtbot: QtBot) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.show()
    assert QApplication.focusWidget() is tab(window)


def test_everything_to_press_says_what_it_does(make: Make) -> None:
    window = make()
    for button in window.findChildren(QAbstractButton):
        assert button.toolTip()
        assert button.accessibleName()


def drag(window: MainWindow, over: QWidget, *paths: Path) -> bool:
    """Drags these files over a part of the window, and drops them where they are taken; whether they were."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget: QWidget | None = over
    while widget is not None:  # as Qt does
        if widget.acceptDrops():
            enter = QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys)
            QApplication.sendEvent(widget, enter)
            if enter.isAccepted():
                QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), action, data, buttons, keys))
                return True
        widget = widget.parentWidget()
    return False


def test_a_file_dropped_anywhere_goes_to_the_tab_that_opens_it(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_tab(1)
    window.show()
    qtbot.waitUntil(lambda: tab(window, "tensors").activated == 1)
    for over in (tab(window, "tensors"), window.findChildren(TopBar)[0], window):
        window.show_tab(1)
        assert drag(window, over, Path("/data/points.CSV"))
        assert tab(window).opened.pop() == Path("/data/points.CSV")
        assert tab(window).isVisible()
    window.show_tab(1)
    assert not drag(window, window, Path("/data/model.keras"))
    assert not drag(window, window, Path("/data/a.csv"), Path("/data/b.csv"))
    assert not drag(window, window)
    assert tab(window).opened == tab(window, "tensors").opened == []
    assert tab(window, "tensors").isVisible()
