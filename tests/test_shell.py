"""Everything is found by its name and listed with its keys; settings hold at once; a class sees what it is to see."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shell_windows import child, make_window, page

from engine.project import Project
from gui import accessible, fonts
from gui.commands.command_palette import CommandPalette
from gui.commands.shortcut_sheet import ShortcutSheet
from gui.focus_order import takes_tab
from gui.log_file import LogFile
from gui.palette import CONTRAST, coloured
from gui.presentation.pointer_ring import PointerRing
from gui.presentation.state import WindowState
from gui.settings import WindowSettings
from gui.theme import Theme
from gui.versions import report, versions
from gui.window import MainWindow

DIALOGS = ("settings", "shortcuts", "about", "class_view")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, "light")
    yield theme
    theme.choose_text_size(100)
    theme.choose_class_colours("standard", is_swapped=False)
    theme.choose("light")
    theme.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[MainWindow]:
    accessible.install()
    window = make_window(qapp, theme, tmp_path)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()


def palette(window: MainWindow) -> CommandPalette:
    return window.findChildren(CommandPalette)[0]


def types(window: MainWindow, text: str) -> list[str]:
    """Opens the palette by its key and types into it; what it offers."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:  # as an input method does
        edit.insert(text)
        edit.textEdited.emit(edit.text())
    return [command.text for command in palette(window).shown()]


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


# The command palette


def test_an_action_is_found_and_done_by_keys_alone(window: MainWindow) -> None:
    assert types(window, "one on")[0] == "One step on"
    press(Qt.Key.Key_Return)
    assert not palette(window).isVisible()
    assert page(window).steps == 1


def test_a_field_is_found_and_gone_to(window: MainWindow) -> None:
    assert types(window, "learn rat")[0] == "Learning rate"
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is child(window, "Learning rate")


def test_what_another_tab_can_do_is_found_there(window: MainWindow, qtbot: QtBot) -> None:
    types(window, "reset")
    qtbot.waitUntil(lambda: [one.place for one in palette(window).shown()].count("Second") == 1)
    place = [one.place for one in palette(window).shown()].index("Second")
    for _ in range(place):
        press(Qt.Key.Key_Down)
    page(window, "second").steps = 5
    press(Qt.Key.Key_Return)
    assert (window.front_key(), page(window, "second").steps) == ("second", 0)


def test_up_goes_round_and_escape_gives_the_focus_back(window: MainWindow) -> None:
    field = child(window, "Learning rate")
    field.setFocus()
    found = types(window, "text")
    assert found[:2] == ["Larger text", "Smaller text"] or set(found) >= {"Larger text", "Smaller text"}
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Escape)
    assert not palette(window).isVisible()
    assert QApplication.focusWidget() is field
    assert fonts.percent() == 100


def test_what_nothing_is_called_is_said(window: MainWindow) -> None:
    assert types(window, "xyzzy") == []
    said = [one.text() for one in palette(window).findChildren(QLabel) if one.isVisible()]
    assert said == ["Nothing is called so."]
    press(Qt.Key.Key_Return)
    assert palette(window).isVisible()


def test_every_menu_and_tab_is_there_with_its_keys(window: MainWindow) -> None:
    found = {command.text: command.keys for command in window.shell.commands()}
    assert found["Save"] == "Ctrl+S"
    assert found["Settings …"] == "Ctrl+,"
    assert found["Go to the tab Second"] == "Ctrl+2"
    assert found["One step back"] == "Left"
    assert "Language – 简体中文" in found
    assert len([text for text in found if text == "Save"]) == 1
    assert "In a presentation: one step on" not in found, "which cannot be done now"


def test_english_names_are_found_in_chinese_and_the_other_way(window: MainWindow) -> None:
    assert "New project" in types(window, "新建项目")
    press(Qt.Key.Key_Escape)
    window.preferences.choose(language="zh_CN")
    QApplication.processEvents()
    try:
        assert types(window, "new project")[0] == "新建项目"
        press(Qt.Key.Key_Escape)
    finally:
        window.preferences.choose(language="en")
        QApplication.processEvents()


# Shortcuts


@pytest.mark.parametrize("keys", ["F1", "?"])
def test_every_key_of_the_window_is_listed(window: MainWindow, qtbot: QtBot, keys: str) -> None:
    QTest.keySequence(window, keys)
    (sheet,) = window.findChildren(ShortcutSheet)
    qtbot.waitUntil(lambda: "Second" in sheet.listed())
    listed = sheet.listed()
    assert ("Ctrl+K", "Find an action …") in listed["Window"]
    assert ("R", "Reset") in listed["First"]
    assert ("Home", "Look at any step (Home: the first)") in listed["First"]
    assert ("Ctrl+Y", "Redo") in listed["First"]
    shown = {one.text() for one in sheet.findChildren(QLabel)}
    assert {"Ctrl+K", "Find an action …", "First"} <= shown
    page(window).buttons["reset"].setEnabled(False)
    assert ("R", "Reset") in sheet.listed()["First"]


# The settings


def box(window: MainWindow, name: str) -> QComboBox:
    found = child(window.shell.open_dialog("settings"), name)
    assert isinstance(found, QComboBox)
    return found


def choose(window: MainWindow, name: str, text: str) -> None:
    combo = box(window, name)
    combo.setCurrentText(text)
    combo.activated.emit(combo.currentIndex())


def test_every_choice_holds_at_once_and_is_remembered(
    window: MainWindow, theme: Theme, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    choose(window, "Theme", "high contrast")
    assert theme.palette is CONTRAST
    choose(window, "Colours", "violet and gold")
    swapped = window.shell.open_dialog("settings").findChildren(QCheckBox)[0]
    swapped.click()
    assert theme.palette is coloured("contrast", "violet and gold", is_swapped=True)
    choose(window, "Text size", "150 %")
    assert fonts.percent() == 150
    choose(window, "Motion", "none")
    assert qapp.cursorFlashTime() == 0
    again = make_window(qapp, theme, tmp_path)
    qtbot.addWidget(again)
    wanted = WindowSettings("en", "contrast", "first", (), 150, "violet and gold", True, "none")
    assert again.preferences.settings == wanted
    again.close()
    reset = next(one for one in window.shell.open_dialog("settings").findChildren(QPushButton))
    reset.click()
    assert window.preferences.settings == WindowSettings(tab="first")
    assert (theme.choice, fonts.percent(), swapped.isChecked()) == ("system", 100, False)
    assert qapp.cursorFlashTime() > 0
    assert box(window, "Text size").currentText() == "100 %"


def test_keys_make_the_type_larger_and_smaller(window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for key, percent in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Equal, 125), (Qt.Key.Key_Minus, 110), (Qt.Key.Key_0, 100)):
        QTest.keyClick(window, key, control)
        assert fonts.percent() == percent
    window.shell.action("smaller").trigger()
    assert fonts.percent() == 100


def test_what_was_remembered_wrongly_does_no_harm(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    (tmp_path / "TapeLab.ini").write_text(
        '[window]\ntext_size=9000\nclass_colours="\\"sepia\\""\nmotion="\\"fast\\""\ntheme="\\"blue\\""\n'
    )
    window = make_window(qapp, theme, tmp_path)
    qtbot.addWidget(window)
    window.show()
    assert fonts.percent() == 200
    assert box(window, "Text size").currentText() == "200 %"
    assert box(window, "Colours").currentText() == "blue and orange"
    window.close()


# Dialogs


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_closes_by_escape(window: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = window.shell.open_dialog(name)
    dialog.show()
    controls = [one for one in dialog.findChildren(QWidget) if isinstance(one, QPushButton | QCheckBox | QComboBox)]
    assert len(controls) >= (0 if name == "shortcuts" else 1)
    assert [one for one in controls if not one.accessibleName() or not one.toolTip()] == []
    assert dialog.windowTitle()
    assert dialog is window.shell.open_dialog(name), "there is one"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_speak_the_language_of_the_window(window: MainWindow, name: str) -> None:
    dialog = window.shell.open_dialog(name)
    dialog.setWindowTitle("")
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.windowTitle()


# About, the log, crashes


def test_about_says_every_version_and_copies_them(window: MainWindow, tmp_path: Path) -> None:
    window.shell.log_file = LogFile(tmp_path)
    dialog = window.shell.open_dialog("about")
    shown = {one.text() for one in dialog.findChildren(QLabel)}
    assert set(versions()) == {
        "TapeLab", "TensorFlow", "Keras", "NumPy", "PySide6", "pyqtgraph", "SymPy", "Qt", "Python", "System",
    }  # fmt: skip
    assert set(versions()) | set(versions().values()) <= shown
    assert "–" not in versions().values()
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy for a bug report").click()
    copied = QGuiApplication.clipboard().text()
    assert copied == report() + f"Log: {tmp_path / 'tapelab.log'}\n"
    assert f"TensorFlow: {versions()['TensorFlow']}\n" in copied


def test_the_log_is_a_file_and_the_message_leads_to_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    log_file = LogFile(tmp_path / "log")
    assert log_file.open()
    try:
        logging.getLogger("tapelab").critical("no such step")
    finally:
        log_file.close()
    assert "CRITICAL tapelab: no such step" in log_file.path.read_text(encoding="utf-8")
    assert list(log_file.folder.iterdir()) == [log_file.path], "nothing of a crash is left"
    window.shell.log_file = log_file
    window.show_error("ValueError: x")
    said = f"Nothing is lost; {Path('~/log/tapelab.log')} says where."
    assert window.message() == f"Something went wrong inside TapeLab: ValueError: x. {said}"
    next(one for one in window.findChildren(QPushButton) if one.text() == "Open folder").click()
    assert opened == [str(log_file.folder)]


def test_a_crash_of_before_is_told_once(window: MainWindow, tmp_path: Path) -> None:
    gone = tmp_path / "crash-999999999.log"
    gone.write_text("Fatal Python error: Segmentation fault\n")
    log_file = LogFile(tmp_path)
    assert log_file.open()
    log_file.close()
    assert log_file.crashed_before == tmp_path / "last-crash.log"
    assert not gone.exists()
    window.shell.log_file = log_file
    window.shell.begin()
    assert str(log_file.crashed_before) in window.message()
    after = LogFile(tmp_path)
    assert after.open()
    after.close()
    assert after.crashed_before is None


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    log_file = LogFile(tmp_path / "file" / "log")
    assert not log_file.open()
    assert "no log file" in caplog.text
    log_file.close()


# Presentation


def test_a_presentation_steps_by_a_clicker_and_leaves_no_trace(window: MainWindow, qtbot: QtBot) -> None:
    first = page(window)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert first.steps == 0
    before = window.preferences.settings
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.isFullScreen()
    assert fonts.percent() == 150
    assert not first.settings.isVisible()
    assert "Page Down" in window.message()
    for key, steps in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1)):
        QTest.keyClick(window, key)
        assert first.steps == steps
    for button in first.buttons.values():
        button.setEnabled(False)
    first.slider.show_range(100, 100)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert (first.steps, first.slider.value() > 0) == (1, True)
    window.show_tab(1)
    assert not page(window, "second").settings.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert fonts.percent() == 100
    assert page(window, "second").settings.isVisible()
    assert first.settings.isVisibleTo(first)
    assert window.preferences.settings == replace(before, tab="second")


def test_the_ring_follows_the_pointer_and_lets_the_mouse_through(window: MainWindow) -> None:
    (ring,) = window.findChildren(PointerRing)
    window.shell.action("present").trigger()
    handle = window.windowHandle()

    def moves(kind: QEvent.Type, button: Qt.MouseButton) -> None:
        place = QPointF(300, 200)
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(handle, QMouseEvent(kind, place, place, button, button, none))

    moves(QEvent.Type.MouseMove, Qt.MouseButton.NoButton)
    assert ring.isVisible()
    assert ring.geometry().center().toTuple() in {(300, 200), (299, 199)}
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    calm = ring.grab().toImage().pixelColor(30, 30)
    moves(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
    assert ring.grab().toImage().pixelColor(30, 30) != calm
    moves(QEvent.Type.MouseButtonRelease, Qt.MouseButton.LeftButton)
    window.shell.action("present").trigger()
    assert not ring.isVisible()


# What the class sees


def ticks(window: MainWindow) -> dict[str, QCheckBox]:
    dialog = window.shell.open_dialog("class_view")
    return {one.text(): one for one in dialog.findChildren(QCheckBox) if one.isVisibleTo(dialog)}


def test_what_is_hidden_stays_so_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    first = page(window)
    assert list(ticks(window)) == ["Settings", "Learning rate", "One step back", "One step on", "Reset"]
    ticks(window)["Learning rate"].click()
    ticks(window)["Reset"].click()
    assert window.shell.hiding.hidden() == ("first.settings.rate", "first.buttons[reset]")
    assert not first.settings.rate.isVisible()
    first.settings.rate.show()  # as the program may do
    qtbot.waitUntil(lambda: not first.settings.rate.isVisible())
    assert "Learning rate" not in {command.text for command in window.shell.commands()}
    assert not ticks(window)["Learning rate"].isChecked()
    ticks(window)["Settings"].click()
    assert not ticks(window)["Learning rate"].isEnabled(), "it goes with the card"
    window.shell.action("show_all").trigger()
    assert window.shell.hiding.hidden() == ()
    assert first.settings.rate.isVisible()
    assert first.buttons["reset"].isVisible()
    assert not window.shell.action("show_all").isEnabled()


def test_a_project_keeps_what_is_hidden_also_of_tabs_not_seen_yet(window: MainWindow) -> None:
    assert window._collect().states.keys() == {"first"}
    hidden = WindowState(("second.buttons[step]", "first.settings", "second.no.such"))
    kinds: dict[str, type[Any]] = {"window": WindowState, **{spec.key: spec.state for spec in window._specs}}
    project = Project.decoded(Project("first", {"window": hidden}).encoded(), kinds)
    window._show_project(project)
    assert not page(window).settings.isVisible()
    window.show_tab(1)
    assert not page(window, "second").buttons["step"].isVisible()
    assert page(window, "second").buttons["back"].isVisible()
    assert window._collect().states["window"] == hidden
    window._show_project(Project("", {}))
    assert page(window, "second").buttons["step"].isVisible()


def test_all_that_lies_around_the_tabs_has_a_name(window: MainWindow) -> None:
    window.shell.action("guide").trigger()
    assert window.guide.isVisible()
    kinds = QAbstractButton | QLineEdit | QComboBox | QAbstractItemView
    found = [one for part in (window.bar, window.guide) for one in part.findChildren(QWidget) if isinstance(one, kinds)]
    found = [one for one in found if one.isVisible() and not isinstance(one, QHeaderView)]
    assert len(found) > 10
    assert [one for one in found if not one.accessibleName()] == []
    window.focusNextPrevChild(True)
    visited = set()
    for _ in range(40):
        visited.add(QApplication.focusWidget())
        window.focusNextPrevChild(True)
    assert {one for one in found if takes_tab(one)} <= visited
