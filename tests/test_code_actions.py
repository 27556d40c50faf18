"""A program is taken away: to the clipboard, as a Python file, as a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest
from notebooks import assert_holds, cells
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from gui.controls.code_actions import Subject
from gui.controls.code_card import CodeCard
from gui.file_saver import saver_of

PROGRAM = "import numpy as np\n\n# 数据\nprint(np.ones(3))\n"


@pytest.fixture
def card(qtbot: QtBot) -> CodeCard:
    card = CodeCard(lambda: Subject("ones", "Ones", "Three of them."))
    qtbot.addWidget(card)
    card.show()
    return card


def press(card: CodeCard, text: str, qtbot: QtBot) -> None:
    (button,) = [button for button in card.findChildren(QPushButton) if button.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def save_in(folder: Path, card: CodeCard, qtbot: QtBot) -> None:
    """Keeps the name that is proposed."""
    (dialog,) = [dialog for dialog in card.findChildren(QFileDialog) if dialog.isVisible()]
    (proposed,) = dialog.selectedFiles()
    dialog.selectFile(str(folder / Path(proposed).name))
    dialog.accept()
    qtbot.waitUntil(lambda: not saver_of(card).is_writing)


def test_there_is_nothing_to_take_before_there_is_code(card: CodeCard) -> None:
    buttons = card.findChildren(QPushButton)
    assert len(buttons) == 3
    assert not any(button.isEnabled() for button in buttons)
    card.draw(PROGRAM)
    assert all(button.isEnabled() and button.toolTip() and button.accessibleName() for button in buttons)


def test_to_the_clipboard(card: CodeCard, qtbot: QtBot) -> None:
    card.draw(PROGRAM)
    press(card, "Copy", qtbot)
    assert QGuiApplication.clipboard().text() == PROGRAM


def test_as_a_file(card: CodeCard, qtbot: QtBot, tmp_path: Path) -> None:
    card.draw(PROGRAM)
    press(card, ".py", qtbot)
    save_in(tmp_path, card, qtbot)
    assert (tmp_path / "ones.py").read_text(encoding="utf-8") == PROGRAM


def test_as_a_notebook(card: CodeCard, qtbot: QtBot, tmp_path: Path) -> None:
    card.draw(PROGRAM)
    press(card, ".ipynb", qtbot)
    save_in(tmp_path, card, qtbot)
    text = (tmp_path / "ones.ipynb").read_text(encoding="utf-8")
    assert cells(text, "markdown") == ["# Ones\n\nThree of them."]
    assert_holds(text, PROGRAM)
    assert len(cells(text, "code")) == 2
