"""The settings are told as they change, and fit into the least window."""

from __future__ import annotations

import numpy as np
import pytest
from frames import make_frame
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from engine.datasets import Dataset
from engine.errors import Problem
from gui.change_history import ChangeHistory
from gui.controls.form_row import FormRow
from gui.settings import TrainingChoices
from gui.tabs.training.settings_panel import WIDTH, SettingsPanel

LEAST_HEIGHT = 518
"""What the least window leaves."""


@pytest.fixture
def panel(qtbot: QtBot) -> SettingsPanel:
    panel = SettingsPanel(TrainingChoices())
    panel.add_undo(ChangeHistory(panel))
    panel.setStyleSheet("QScrollBar:vertical { width: 10px; }")  # as the window's style sheet has it
    qtbot.addWidget(panel)
    panel.resize(WIDTH, LEAST_HEIGHT)
    panel.show()
    return panel


def scroll_bar_of(panel: SettingsPanel) -> int:
    """How far the panel can scroll."""
    return panel.findChildren(QScrollArea)[0].verticalScrollBar().maximum()


def test_all_settings_fit_into_the_least_window(panel: SettingsPanel) -> None:
    assert scroll_bar_of(panel) == 0


def test_the_scroll_bar_takes_no_room_from_the_fields(panel: SettingsPanel, qtbot: QtBot) -> None:
    covariance = next(edit for edit in panel.findChildren(QLineEdit) if edit.accessibleName() == "Covariance")
    width = covariance.width()
    panel.show_problem("seed", Problem("This is a sentence that is far too long for one line."))
    qtbot.waitUntil(lambda: scroll_bar_of(panel) > 0)
    assert abs(covariance.width() - width) <= 1  # what a stretch is rounded to
    rows = panel.findChildren(FormRow)
    assert all(row.visibleRegion().boundingRect().width() == row.width() for row in rows if row.visibleRegion())


def editor(panel: SettingsPanel, name: str) -> QLineEdit:
    return next(edit for edit in panel.findChildren(QLineEdit) if edit.accessibleName() == name)


def write(panel: SettingsPanel, qtbot: QtBot, name: str, text: str) -> None:
    field = editor(panel, name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_reason_below_the_last_field_comes_into_view(panel: SettingsPanel, qtbot: QtBot) -> None:
    write(panel, qtbot, "Stop after", "soon")
    row = next(row for row in panel.findChildren(FormRow) if row.error())
    qtbot.waitUntil(lambda: scroll_bar_of(panel) > 0 and row.visibleRegion().boundingRect() == row.rect())


@pytest.mark.parametrize(
    ("name", "text", "choice", "value"),
    [
        ("Learning rate", "1e-3", "learning_rate", 0.001),
        ("Batch", "16", "batch_size", 16),
        ("Stop after", "never", "stop_after", None),
    ],
)
def test_a_change_is_kept_and_told(
    panel: SettingsPanel, qtbot: QtBot, name: str, text: str, choice: str, value: object
) -> None:
    before = getattr(panel.choices, choice)
    told: list[str] = []
    panel.changed.connect(lambda name, _: told.append(name))
    write(panel, qtbot, name, text)
    assert getattr(panel.choices, choice) == value
    assert told == ([choice] if before != value else [])


def test_up_and_down_change_the_value(panel: SettingsPanel, qtbot: QtBot) -> None:
    rate = editor(panel, "Learning rate")
    rate.setFocus()
    qtbot.keyClick(rate, Qt.Key.Key_Up)
    assert panel.choices.learning_rate == 0.2
    qtbot.keyClick(rate, Qt.Key.Key_Down)
    qtbot.keyClick(rate, Qt.Key.Key_Down)
    assert panel.choices.learning_rate == 0.05


def test_what_is_refused_changes_no_choice(panel: SettingsPanel, qtbot: QtBot) -> None:
    before = panel.choices
    with qtbot.assertNotEmitted(panel.changed):
        write(panel, qtbot, "Learning rate", "-1")
        write(panel, qtbot, "Batch", "3000")
    assert panel.choices == before


def test_shows_w_and_b_shortly_but_types_them_in_full(panel: SettingsPanel, qtbot: QtBot, dataset: Dataset) -> None:
    panel.draw(make_frame(dataset, (0.123456, -0.654321), 0.333333))
    assert (editor(panel, "W").text(), editor(panel, "b").text()) == ("0.123, -0.654", "0.333")
    with qtbot.waitSignal(panel.parameters_typed) as typed:
        write(panel, qtbot, "b", "1")
    assert typed.args is not None
    weights, bias = typed.args
    assert weights.shape == (2, 1)
    assert weights.dtype == bias.dtype == np.float32
    assert np.array_equal(weights[:, 0], np.array([0.123456, -0.654321], np.float32))
    assert bias.tolist() == [1.0]


def test_what_is_being_typed_outlasts_a_frame(panel: SettingsPanel, qtbot: QtBot, dataset: Dataset) -> None:
    field = editor(panel, "b")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "0.2")
    panel.draw(make_frame(dataset, (1, 2), 3))
    assert field.text() == "0.2"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "3"


def test_two_digit_negative_weights_are_not_cut(panel: SettingsPanel, dataset: Dataset) -> None:
    panel.draw(make_frame(dataset, (-0.0123, -0.0456)))
    field = editor(panel, "W")
    room = field.width() - 2 * (field.cursorRect().height() // 2)
    assert field.fontMetrics().horizontalAdvance(field.text()) <= room


def test_the_optimizers_of_this_keras_can_be_chosen(panel: SettingsPanel, qtbot: QtBot) -> None:
    panel.set_optimizers(("manual", "SGD", "Adam"))
    box = next(box for box in panel.findChildren(QComboBox) if box.accessibleName() == "Optimizer")
    assert [box.itemText(index) for index in range(box.count())] == ["manual", "SGD", "Adam"]
    box.setFocus()
    before = panel.choices
    with qtbot.waitSignal(panel.changed) as changed:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert changed.args == ["optimizer", before]
    assert panel.choices.optimizer == "SGD"


def test_a_remembered_optimizer_that_is_gone_gives_way(qtbot: QtBot) -> None:
    panel = SettingsPanel(TrainingChoices(optimizer="Forgotten"))
    qtbot.addWidget(panel)
    panel.set_optimizers(("manual", "SGD"))
    assert panel.choices.optimizer == "manual"


def test_a_problem_of_no_field_is_given_back(panel: SettingsPanel) -> None:
    problem = Problem("That cannot be.")
    assert panel.show_problem("learning_rate", problem)
    assert not panel.show_problem("position", problem)
    assert [row.error() for row in panel.findChildren(FormRow) if row.error()] == ["That cannot be."]


def test_a_choice_made_elsewhere_shows(panel: SettingsPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        panel.set_choice("seed", 597)
        panel.set_choice("log_loss", True)
    assert editor(panel, "Start seed").text() == "597"
    assert (panel.choices.seed, panel.choices.log_loss) == (597, True)
