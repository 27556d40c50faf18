"""Every change of a setting is undone and done again, with what it had taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tab_user import LONGEST
from training_user import User

from engine.datasets import Moons
from engine.protocol import Frame
from gui.change_history import MERGED_SECONDS, ChangeHistory, Part, in_a_sentence
from gui.controls.undo_buttons import UndoButtons
from gui.plots.decision_plot import DecisionPlot
from gui.settings import SettingsStore
from gui.tabs import TABS

Open = Callable[..., User]
Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPECS = {spec.key: spec for spec in TABS}


class Notebook:
    """Something that is changed."""

    def __init__(self) -> None:
        self.text = "a"
        self.seconds = 0.0
        self.history = ChangeHistory(clock=lambda: self.seconds)
        self.part: Part[str] = Part(lambda: self.text, self.put, lambda text: f"long {text}" if len(text) > 1 else "")

    def put(self, text: str) -> None:
        self.text = text

    def change(self, text: str, key: str = "") -> None:
        self.history.note(self.part, self.text, lambda: f"to {text}", key)
        self.text = text


def test_changes_are_undone_and_redone_in_the_order_of_doing() -> None:
    book = Notebook()
    assert book.history.undo_words() is None
    book.history.undo()
    for text in ("b", "c"):
        book.change(text)
    assert book.history.undo_words() == ("to c", "")
    book.history.undo()
    assert (book.text, book.history.redo_words()) == ("b", ("to c", ""))
    book.history.undo()
    assert (book.text, book.history.undo_words()) == ("a", None)
    book.history.redo()
    book.change("d")  # and what could be redone is gone
    assert book.history.redo_words() is None
    book.history.redo()
    assert book.text == "d"
    book.history.clear()
    book.history.undo()
    assert book.text == "d"


def test_what_is_done_between_an_undo_and_a_redo_is_not_lost() -> None:
    book = Notebook()
    book.change("b")
    book.text = "bbb"  # which is no change of a setting
    book.history.undo()
    assert book.history.redo_words() == ("to b", "long bbb")
    book.text = "aa"
    book.history.redo()
    assert (book.text, book.history.undo_words()) == ("bbb", ("to b", "long aa"))
    book.history.undo()
    assert book.text == "aa"


def test_quick_changes_of_one_field_are_one() -> None:
    book = Notebook()
    for text in ("b", "c", "d"):
        book.seconds += 0.9 * MERGED_SECONDS
        book.change(text, "field")
    book.change("e", "other field")
    book.history.undo()
    assert book.text == "d"
    book.history.undo()
    assert book.text == "a"
    book.history.redo()
    book.change("f", "field")  # what was redone is a step of its own
    book.history.undo()
    assert book.text == "d"
    book.seconds += 2 * MERGED_SECONDS
    book.change("g", "field")
    book.history.undo()
    assert book.text == "d"
    for text in ("h", "i"):
        book.change(text)
    book.history.undo()
    assert book.text == "h"


def test_labels_within_a_sentence() -> None:
    labels = ("Learning rate", "W", "b", "L1", "学习率", "", "Mean, class 0")
    assert [in_a_sentence(label) for label in labels] == [
        "learning rate", "W", "b", "L1", "学习率", "", "mean, class 0",
    ]  # fmt: skip


def test_the_buttons_say_what_they_would_do(qtbot: QtBot) -> None:
    book = Notebook()
    buttons = UndoButtons(book.history)
    qtbot.addWidget(buttons)
    undo, redo = buttons.findChildren(QAbstractButton)
    assert not undo.isEnabled()
    assert (undo.accessibleName(), undo.toolTip()) == ("Undo", "Undo (Ctrl+Z)")
    book.text = "aa"
    book.change("b")
    assert undo.isEnabled()
    assert not redo.isEnabled()
    assert undo.toolTip() == "Undo: to b (Ctrl+Z)\nlong aa"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert (redo.accessibleName(), redo.toolTip()) == ("Redo: to b", "Redo: to b (Ctrl+Shift+Z)")
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert book.text == "b"


# The training tab


def tooltip(tab: QWidget, word: str) -> str:
    """Of the button whose name begins with this word."""
    buttons = [one for one in tab.findChildren(QAbstractButton) if one.accessibleName().startswith(word)]
    return next(one.toolTip() for one in buttons if one.isVisible())


def plays(user: User) -> Frame:
    QTest.keyClick(user.tab, Key.Key_Space)
    return user.sees(lambda frame: frame.position == 40 and not frame.playing)


def undoes(user: User) -> None:
    QTest.keyClick(user.tab, Key.Key_Z, CONTROL)


def redoes(user: User) -> None:
    QTest.keyClick(user.tab, Key.Key_Z, CONTROL | SHIFT)


def test_a_training_run_comes_back_with_the_settings_that_it_had(open_training: Open) -> None:
    user = open_training()
    tab = user.tab
    user.sees(lambda frame: frame.position == 0)
    trained = plays(user)
    user.types("Batch", "16")
    user.sees(lambda frame: frame.settings.batch_size == 16)
    assert tooltip(tab, "Undo") == "Undo: batch (Ctrl+Z)\nThe 40 steps of that run are trained again."
    other = plays(user)
    undoes(user)
    again = user.sees(lambda frame: frame.settings.batch_size is None and len(frame.history.loss) == 40)
    assert np.array_equal(again.history.weights, trained.history.weights)
    assert user.text("Batch") == "all 40"
    redoes(user)
    again = user.sees(lambda frame: frame.settings.batch_size == 16 and len(frame.history.loss) == 40)
    assert np.array_equal(again.history.loss, other.history.loss)
    undoes(user)
    user.sees(lambda frame: frame.settings.batch_size is None and len(frame.history.loss) == 40)

    user.types("Learning rate", "0.5")  # with which the run goes on: it is not taken back, and nothing can be redone
    user.sees(lambda frame: frame.settings.learning_rate == 0.5)
    assert tooltip(tab, "Undo") == "Undo: learning rate (Ctrl+Z)"
    assert tooltip(tab, "Redo") == "Redo (Ctrl+Shift+Z)"
    QTest.keyClick(user.tab, Key.Key_Right)
    user.sees(lambda frame: len(frame.history.loss) == 41)
    line = user.line("Learning rate")
    line.setFocus()
    QTest.keyClicks(line, "7")  # typing is undone first
    QTest.keyClick(line, Key.Key_Z, CONTROL)
    assert (user.text("Learning rate"), user.frame.settings.learning_rate) == ("0.5", 0.5)
    QTest.keyClick(line, Key.Key_Z, CONTROL)
    user.sees(lambda frame: frame.settings.learning_rate == 0.1 and len(frame.history.loss) == 41)
    assert user.text("Learning rate") == "0.1"


def test_strokes_and_settings_have_one_history(open_training: Open) -> None:
    user = open_training()
    tab = user.tab
    user.sees(lambda frame: frame.position == 0)
    user.chooses("Data", "moons")
    user.sees(lambda frame: isinstance(frame.data, Moons))
    user.types("Noise", "0.3")
    user.sees(lambda frame: isinstance(frame.data, Moons) and frame.data.noise == 0.3)
    user.clicks("Draw 1")
    plot = tab.findChildren(DecisionPlot)[0]
    count = len(user.frame.dataset)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.viewport().rect().bottomLeft())
    user.sees(lambda frame: len(frame.dataset) == count + 1)
    user.chooses("Optimizer", "Adam")
    user.sees(lambda frame: frame.settings.optimizer == "Adam")
    plays(user)
    QTest.keyClick(user.tab, Key.Key_R)
    user.sees(lambda frame: frame.position == 0 and frame.run == tab._run)
    assert tooltip(tab, "Undo") == "Undo: reset (Ctrl+Z)\nThe 40 steps of that run are trained again."
    undoes(user)
    user.sees(lambda frame: len(frame.history.loss) == 40)
    for words in ("optimizer", "points drawn by hand", "noise", "data"):
        assert tooltip(tab, "Undo").startswith(f"Undo: {words} (Ctrl+Z)")
        undoes(user)
    start = user.sees(lambda frame: frame.run == tab._run)
    assert start.data == replace(start.data)
    assert (user.find(QComboBox, "Data").currentText(), len(start.dataset)) == ("two gaussians", 40)
    undoes(user)  # there is nothing more
    for _ in range(4):
        redoes(user)
    end = user.sees(lambda frame: len(frame.history.loss) == 40 and frame.settings.optimizer == "Adam")
    assert len(end.dataset) == count + 1
    assert user.text("Noise") == "0.3"
    tab.restore(tab.state())  # as opening a project does
    assert tooltip(tab, "Undo") == "Undo (Ctrl+Z)"
    user.waits_until(tab.is_settled)
