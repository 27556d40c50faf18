"""The window opens, saves and keeps projects; nothing is asked, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from gui.language import Language
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import Tab, TabSpec
from gui.theme import Theme
from gui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Note:
    text: str = ""


class NoteTab(Tab):
    """Keeps a text; it starts up, and shows another text, in a moment that the test chooses."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__()
        self.note = Note()
        self.has_started = True

    def activate(self) -> None:
        pass

    def set_palette(self, palette: Palette) -> None:
        pass

    def close_engine(self, seconds: float) -> bool:
        return True

    def open_file(self, path: Path) -> None:
        self.note = Note(path.name)

    def state(self) -> Note:
        return self.note

    def restore(self, state: Note) -> None:
        self.note = state

    def is_settled(self) -> bool:
        return self.has_started


TABS = (
    TabSpec("training", "training".title, NoteTab, state=Note),
    TabSpec("tensors", "tensors".title, NoteTab, endings=(".csv", ".tsv"), state=Note),
)
Make = Callable[[], MainWindow]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Make:
    """Makes windows that share their settings, and shows them."""

    def make() -> MainWindow:
        store = SettingsStore(QSettings(str(tmp_path / "settings" / "TapeLab.ini"), QSettings.Format.IniFormat))
        window = MainWindow(TABS, store, theme, Language(qapp, "en"))
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window._project._keeper._timer.isActive())
        window._project._keeper.look()
        return window

    return make


def tab(window: MainWindow, key: str = "training") -> NoteTab:
    found = window.tab(key)
    assert isinstance(found, NoteTab)
    return found


def writes(window: MainWindow, text: str, key: str = "training") -> None:
    window._project._keeper.look()
    tab(window, key).note = Note(text)
    window._project._keeper.look()


def saves_as(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    choose(window, "Save as …")
    answer(window, path)
    qtbot.waitUntil(lambda: window.windowTitle() == f"{path.stem} – TapeLab")


def choose(window: MainWindow, text: str) -> None:
    next(action for action in window.findChildren(QAction) if action.text() == text).trigger()


def answer(window: MainWindow, path: Path) -> None:
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def presses(window: MainWindow, label: str, qtbot: QtBot) -> None:
    """The button may be about to come."""

    def there() -> list[QPushButton]:
        return [one for one in window.findChildren(QPushButton) if one.text() == label and one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    there()[0].click()


def autosaves(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "settings" / "autosaves").glob("*.tapelab"))


def notes(path: Path) -> dict[str, str]:
    return {key: value["text"] for key, value in json.loads(path.read_text())["tabs"].items()}


def test_saved_and_opened_again_by_another_window(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    assert window.windowTitle() == "TapeLab"
    window.show_tab(1)
    writes(window, "seven", "tensors")
    assert window.windowTitle() == "Untitled • – TapeLab"
    saves_as(window, tmp_path / "mine.tapelab", qtbot)
    writes(window, "eight", "tensors")
    assert window.windowTitle() == "mine • – TapeLab"
    choose(window, "Save")
    qtbot.waitUntil(lambda: window.windowTitle() == "mine – TapeLab")
    assert notes(tmp_path / "mine.tapelab") == {"training": "", "tensors": "eight"}
    window.show_tab(0)
    window.close()
    assert not autosaves(tmp_path)

    again = make()
    choose(again, "mine")  # among the recent ones
    qtbot.waitUntil(lambda: again.windowTitle() == "mine – TapeLab")
    assert tab(again, "tensors").isVisible()
    assert tab(again, "tensors").note == Note("eight")
    choose(again, "New project")
    assert again.windowTitle() == "TapeLab"
    assert tab(again, "tensors").note == tab(again).note == Note()


def test_a_tab_that_was_never_shown_keeps_its_part(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "two.tapelab"
    tabs = {"training": {"text": "a"}, "tensors": {"text": "b"}}
    path.write_text(json.dumps({"format": "tapelab", "version": 1, "tab": "training", "tabs": tabs}))
    window = make()
    window.open_project(path)
    qtbot.waitUntil(lambda: tab(window).note == Note("a"))
    assert window.tab("tensors") is None
    writes(window, "c")
    choose(window, "Save")
    qtbot.waitUntil(lambda: window.windowTitle() == "two – TapeLab")
    qtbot.waitUntil(lambda: notes(path)["training"] == "c")
    assert notes(path) == {"training": "c", "tensors": "b"}
    window.show_tab(1)
    assert tab(window, "tensors").note == Note("b")


def test_starting_up_is_nothing_to_save(make: Make) -> None:
    window = make()
    tab(window).has_started = False
    window._project._keeper.look()
    writes(window, "what the engine told")
    tab(window).has_started = True
    window._project._keeper.look()
    assert window.windowTitle() == "TapeLab"
    writes(window, "what the user did")
    assert "•" in window.windowTitle()


@pytest.mark.parametrize("text", ["", "{}", '{"format": "tapelab", "version": 9}', "[" * 5000])
def test_a_bad_file_changes_nothing(make: Make, qtbot: QtBot, tmp_path: Path, text: str) -> None:
    path = tmp_path / "bad.tapelab"
    path.write_text(text)
    window = make()
    writes(window, "mine")
    window.open_project(path)
    qtbot.waitUntil(lambda: bool(window.message()))
    assert "roject" in window.message()
    assert tab(window).note == Note("mine")


def test_what_cannot_be_written_is_said_and_stays_unsaved(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    writes(window, "mine")
    choose(window, "Save as …")
    answer(window, tmp_path / "no such folder" / "x.tapelab")
    qtbot.waitUntil(lambda: bool(window.message()))
    assert window.windowTitle() == "Untitled • – TapeLab"


def test_where_nothing_can_be_kept_it_is_said_once(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    (tmp_path / "settings").mkdir(exist_ok=True)
    (tmp_path / "settings" / "autosaves").touch()
    writes(window, "mine")
    qtbot.waitUntil(lambda: "cannot be kept" in window.message())


def test_keys_and_a_dropped_file(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    answer(window, tmp_path / "by key.tapelab")
    qtbot.waitUntil(lambda: window.windowTitle() == "by key – TapeLab")
    writes(window, "other")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "by key.tapelab"))])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), *arguments)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *arguments))
    qtbot.waitUntil(lambda: tab(window).note == Note())
    presses(window, "Bring it back", qtbot)  # what was not saved gave way
    qtbot.waitUntil(lambda: tab(window).note == Note("other"))
    assert window.windowTitle() == "Untitled • – TapeLab"


def test_one_key_opens_files_of_every_kind(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    writes(window, "mine")
    saves_as(window, tmp_path / "mine.tapelab", qtbot)
    writes(window, "")
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    assert dialog.nameFilters() == [
        "All that TapeLab opens (*.tapelab *.csv *.tsv)",
        "TapeLab projects (*.tapelab)",
        "Tensors (*.csv *.tsv)",
    ]
    answer(window, tmp_path / "table.CSV")
    assert tab(window, "tensors").isVisible()
    assert tab(window, "tensors").note == Note("table.CSV")
    choose(window, "Open …")
    answer(window, tmp_path / "mine.tapelab")
    qtbot.waitUntil(lambda: tab(window).note == Note("mine"))
    choose(window, "Open …")
    answer(window, tmp_path / "picture.png")
    assert window.message() == (
        "picture.png is nothing that TapeLab opens; choose a file of these: .tapelab, .csv, .tsv."
    )


def test_what_is_not_saved_at_closing_is_kept_for_the_next_window(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    writes(window, "precious")
    window.close()
    assert [notes(path)["training"] for path in autosaves(tmp_path)] == ["precious"]
    again = make()
    assert "not saved" in again.message()
    presses(again, "Bring it back", qtbot)
    qtbot.waitUntil(lambda: tab(again).note == Note("precious"))
    again.close()
    third = make()
    presses(third, "Forget it", qtbot)
    assert not autosaves(tmp_path)
    assert third.message() == ""


def test_work_is_kept_while_it_is_done_and_no_longer_than_needed(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    window = make()
    writes(window, "one")
    qtbot.waitUntil(lambda: len(autosaves(tmp_path)) == 1)
    writes(window, "two")
    qtbot.waitUntil(lambda: notes(autosaves(tmp_path)[0])["training"] == "two")
    assert make().message() == ""  # the window lives: it has left nothing behind
    writes(window, "")
    qtbot.waitUntil(lambda: not autosaves(tmp_path))


CRASH = """
import os, sys
from pathlib import Path
from engine.project import Project, write_project
from gui.autosave import Autosave
sys.path.insert(0, "tests")
from test_window_project import Note
autosave = Autosave(Path(sys.argv[1]))
autosave.prepare()
write_project(autosave.file, Project("", {"training": Note("from the grave")}))
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such kill")
def test_after_a_crash_the_next_window_offers_what_was_there(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "settings" / "autosaves"
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    subprocess.run([sys.executable, "-c", CRASH, str(folder)], check=False, env=environment)
    assert len(autosaves(tmp_path)) == 1
    window = make()
    presses(window, "Bring it back", qtbot)
    qtbot.waitUntil(lambda: tab(window).note == Note("from the grave"))
