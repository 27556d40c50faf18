"""The card around the loss curve."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import make_frame, make_history
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from engine.datasets import Dataset
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.file_saver import saver_of
from gui.tabs.training.loss_card import LossCard


@pytest.fixture
def card(qtbot: QtBot) -> LossCard:
    card = LossCard(is_log=False)
    qtbot.addWidget(card)
    card.resize(416, 218)
    card.show()
    return card


def button(card: LossCard, name: str) -> QAbstractButton:
    return next(button for button in card.findChildren(QAbstractButton) if button.accessibleName() == name)


def test_shows_the_loss_now(card: LossCard, dataset: Dataset) -> None:
    card.draw(make_frame(dataset, (0, 0), losses=(3, 2, 1)))
    assert card.findChildren(Readout)[0].text() == "0.5"  # of all predictions 0, half of which should be 1


def test_the_logarithmic_scale_is_drawn_told_and_remembered(card: LossCard, dataset: Dataset, qtbot: QtBot) -> None:
    card.draw(make_frame(dataset, (0, 0), losses=(3, 2, 1)))
    linear = card.plot.grab().toImage()
    with qtbot.waitSignal(card.log_switched) as switched:
        qtbot.mouseClick(button(card, "Logarithmic scale"), Qt.MouseButton.LeftButton)
    assert switched.args == [True]
    assert card.plot.grab().toImage() != linear
    other = LossCard(is_log=True)
    qtbot.addWidget(other)
    assert button(other, "Logarithmic scale").isChecked()


def test_earlier_curves_can_be_dropped_where_there_are_any(card: LossCard, dataset: Dataset, qtbot: QtBot) -> None:
    name = "Drop the curves of earlier runs"
    card.draw(make_frame(dataset, (0, 0), losses=(3, 2, 1)))
    assert not button(card, name).isVisible()
    card.draw(make_frame(dataset, (0, 0), losses=(3, 2, 1), ghosts=(make_history((4, 3)),)))
    with qtbot.waitSignal(card.ghosts_dismissed):
        qtbot.mouseClick(button(card, name), Qt.MouseButton.LeftButton)


def test_passes_on_the_step_that_was_clicked(card: LossCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.sought) as sought:
        card.plot.sought.emit(7)
    assert sought.args == [7]


def test_every_step_is_saved_as_a_table(card: LossCard, qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> None:
    (save,) = [button for button in card.findChildren(IconButton) if button.accessibleName() == "Save the run"]
    assert not save.isEnabled()
    card.draw(make_frame(dataset, (0.2, -0.2), losses=(3, 2, 1), learning_rates=((0, 0.1),)))
    next(action for action in save.menu().actions() if "CSV" in action.text()).trigger()
    (dialog,) = [dialog for dialog in card.findChildren(QFileDialog) if dialog.isVisible()]
    dialog.selectFile(str(tmp_path / "mine.csv"))
    dialog.accept()
    qtbot.waitUntil(lambda: not saver_of(card).is_writing)
    rows = (tmp_path / "mine.csv").read_text().splitlines()
    assert rows[0].startswith("step,loss,W0,W1,b,learning_rate")
    assert [row.split(",")[1] for row in rows[1:]] == ["3.0", "2.0", "1.0", ""]
