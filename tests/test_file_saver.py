"""What a user takes away is asked for, written, and told about; nothing waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from engine.saving import Progress, whole_file, write_whole
from gui.controls.saving_line import SavingLine
from gui.file_saver import FileSaver, Offer, saver_of, whole
from gui.settings import SettingsStore


class Listener:
    """Hears what the saver says."""

    def __init__(self, saver: FileSaver) -> None:
        self.told: list[str] = []
        self.problems: list[Problem] = []
        saver.told.connect(self._hear)
        saver.failed.connect(self.problems.append)

    def _hear(self, say: Callable[[], str]) -> None:
        self.told.append(say())


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))


def offer(content: bytes = b"a = 1\n") -> Offer:
    return Offer("Save the program", "program.py", "Python files", whole(content))


def answer(window: QWidget, path: Path, qtbot: QtBot) -> None:
    """As the user does, in the dialog."""
    (dialog,) = [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
    qtbot.waitUntil(lambda: not saver_of(window).is_writing)


def test_the_file_is_written_where_the_user_wants_it(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    saver = saver_of(window)
    listener = Listener(saver)
    saver.ask(offer())
    answer(window, tmp_path / "mine", qtbot)
    assert (tmp_path / "mine.py").read_bytes() == b"a = 1\n"
    assert listener.told == [f"Saved: {tmp_path / 'mine.py'}"]
    assert not listener.problems


def test_the_window_has_one_for_all_that_is_in_it(window: QWidget) -> None:
    child = QWidget(window)
    assert saver_of(child) is saver_of(window)


def test_it_begins_where_one_saved_last(window: QWidget, store: SettingsStore, qtbot: QtBot, tmp_path: Path) -> None:
    saver = FileSaver(window, store)
    folder = tmp_path / "here"
    folder.mkdir()
    saver.ask(offer())
    answer(window, folder / "mine.py", qtbot)
    later = FileSaver(window, store)
    later.ask(offer())
    (dialog,) = [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]
    assert Path(dialog.directory().absolutePath()) == folder
    later.close()


def test_a_folder_that_is_gone_is_said_in_a_sentence(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    saver = saver_of(window)
    listener = Listener(saver)
    saver.save(str(tmp_path / "gone" / "mine.py"), whole(b""))
    qtbot.waitUntil(lambda: not saver.is_writing)
    assert "mine.py is not there any more" in str(listener.problems[0])
    assert not listener.told


def test_a_slow_disk_stops_nothing_and_closing_waits_for_it(window: QWidget, tmp_path: Path) -> None:
    saver = saver_of(window)
    listener = Listener(saver)
    go_on = threading.Event()

    def write(path: str, progress: Progress) -> None:
        go_on.wait(100)
        write_whole(path, b"all")

    saver.save(str(tmp_path / "slow.py"), write)
    saver.save(str(tmp_path / "other.py"), whole(b""))
    assert "slow.py is still being saved" in str(listener.problems[0])
    assert saver.is_writing
    go_on.set()
    saver.close()
    assert (tmp_path / "slow.py").read_bytes() == b"all"
    assert not (tmp_path / "other.py").exists()


def test_nothing_is_written_where_the_user_thinks_better_of_it(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    saver = saver_of(window)
    saver.ask(offer())
    (dialog,) = [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]
    dialog.reject()
    qtbot.waitUntil(lambda: not any(dialog.isVisible() for dialog in window.findChildren(QFileDialog)))
    assert not saver.is_writing


def test_a_long_file_tells_how_far_it_is_and_can_be_given_up(window: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    saver = saver_of(window)
    line = SavingLine(saver, window)
    listener = Listener(saver)
    path = tmp_path / "long.csv"
    path.write_bytes(b"what was there")

    def write(path: str, progress: Progress) -> None:
        with whole_file(path) as file:
            for piece in range(10_000):
                file.write(b"a piece")
                time.sleep(0.005)
                progress(piece / 10_000)

    saver.save(str(path), write)
    qtbot.waitUntil(line.isVisible)
    (words,) = [label.text() for label in line.findChildren(QLabel)]
    assert words == "Saving long.csv"
    qtbot.mouseClick(line.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not saver.is_writing)
    assert not line.isVisible()
    assert path.read_bytes() == b"what was there"
    assert listener.told == ["long.csv was not saved, as you wished."]


def test_closing_the_window_gives_a_long_file_up(window: QWidget, tmp_path: Path) -> None:
    saver = saver_of(window)

    def write(path: str, progress: Progress) -> None:
        with whole_file(path) as file:
            while True:
                file.write(b"a piece")
                time.sleep(0.005)
                progress(0.5)

    saver.save(str(tmp_path / "long.csv"), write)
    saver.close()
    assert list(tmp_path.iterdir()) == []
