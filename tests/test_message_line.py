"""The message line says one thing, whole at least in its tooltip, in the language in force."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from engine.errors import Problem
from gui.controls.message_line import MessageLine


@pytest.fixture
def line(qtbot: QtBot) -> MessageLine:
    line = MessageLine()
    qtbot.addWidget(line)
    line.resize(400, 24)
    line.show()
    return line


def shown(line: MessageLine) -> str:
    return next(label.text() for label in line.findChildren(QLabel) if label.text())


def test_says_what_there_is_to_know(line: MessageLine) -> None:
    line.show_info(lambda: "Loading TensorFlow")
    assert shown(line) == "Loading TensorFlow"
    assert not line.is_problem()


def test_says_what_went_wrong(line: MessageLine) -> None:
    line.show_problem(Problem("Step {step} gave no number.", step=7))
    assert shown(line) == "Step 7 gave no number."
    assert line.is_problem()
    line.clear()
    assert line.text() == ""
    assert not line.is_problem()


def test_is_as_high_empty_as_full(line: MessageLine) -> None:
    empty = line.height()
    line.show_info(lambda: "words")
    assert line.height() == empty


def test_what_does_not_fit_is_in_the_tooltip(line: MessageLine) -> None:
    words = "a very long sentence " * 20
    line.show_info(lambda: words)
    assert shown(line).endswith("…")
    label = next(label for label in line.findChildren(QLabel) if label.text())
    assert label.toolTip() == label.accessibleName() == words
    narrow = len(shown(line))
    line.resize(800, 24)
    assert len(shown(line)) > narrow


def test_another_language_is_heard(line: MessageLine) -> None:
    words = iter(["before", "before", "after", "after", "after"])
    line.show_info(lambda: next(words))
    QApplication.sendEvent(line, QEvent(QEvent.Type.LanguageChange))
    assert shown(line) in ("before", "after")
    QApplication.sendEvent(line, QEvent(QEvent.Type.LanguageChange))
    assert shown(line) == "after"
