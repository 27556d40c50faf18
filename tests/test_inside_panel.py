"""The card that takes a step apart shows the real program, the phase that ran, and its tensors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from frames import make_frame, make_history
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from engine.datasets import Dataset
from engine.protocol import Frame
from engine.training import Session
from engine.training.records import Edit, Phase
from gui.controls.code_pane import CodePane
from gui.controls.operations_line import OperationsLine
from gui.controls.phase_steps import PHASES, PhaseSteps
from gui.controls.tensor_list import TensorList
from gui.tabs.training.inside_panel import TENSORS_SHOWN, InsidePanel


@pytest.fixture(scope="module")
def phases(dataset: Dataset) -> tuple[Phase, ...]:
    """A whole step of a session's, taken apart."""
    return tuple(Session(dataset).phases())


@pytest.fixture
def panel(qtbot: QtBot) -> InsidePanel:
    panel = InsidePanel()
    qtbot.addWidget(panel)
    panel.resize(416, 410)
    panel.show()
    return panel


@pytest.fixture
def frame(dataset: Dataset) -> Frame:
    return make_frame(dataset, (0.5, -0.25), losses=(3, 2, 1))


def titles(panel: InsidePanel) -> set[str]:
    return {label.text() for label in panel.findChildren(QLabel)}


def pane(panel: InsidePanel) -> CodePane:
    return panel.findChildren(CodePane)[0]


def tensors(panel: InsidePanel) -> list[str]:
    return [row.accessibleName().split(" ")[0] for row in panel.findChildren(TensorList)[0].rows()]


def test_the_whole_training_step_stands_at_the_top_at_first(panel: InsidePanel, frame: Frame) -> None:
    panel.draw(replace(frame, position=0, history=make_history()), horizon=40)
    lines = panel.code().splitlines()
    assert "for step in range(40):" in lines
    first = pane(panel).cursorForPosition(pane(panel).viewport().rect().topLeft()).blockNumber()
    assert lines[first] == "def training_step(inputs, targets):"
    assert pane(panel).highlighted() == ()


def test_outside_of_a_step_the_line_that_takes_it_is_marked(panel: InsidePanel, frame: Frame) -> None:
    panel.draw(frame, horizon=40)
    (line,) = pane(panel).highlighted()
    assert panel.code().splitlines()[line - 1].strip() == "loss = training_step(inputs, targets)"
    assert "for step in range(3):" in panel.code()
    assert "Inside a step" in titles(panel)
    assert tensors(panel) == []
    assert not panel.findChildren(OperationsLine)[0].isVisible()


@pytest.mark.parametrize("ran", range(1, 6))
def test_each_phase_shows_what_it_made(panel: InsidePanel, frame: Frame, phases: tuple[Phase, ...], ran: int) -> None:
    last = phases[ran - 1]
    panel.draw(replace(frame, inside=phases[:ran], position=2 + (ran == 5)), horizon=40)
    assert "Inside step 2" in titles(panel)
    steps = panel.findChildren(PhaseSteps)[0]
    assert steps.state(last.name) == "current"
    assert tensors(panel) == list(TENSORS_SHOWN[last.name])
    line = panel.findChildren(OperationsLine)[0]
    assert line.isVisible() == (ran > 1)  # taking all the points is no operation
    assert line.words() == " → ".join(operation.name for operation in last.operations)


def test_every_phase_has_its_tensors(phases: tuple[Phase, ...]) -> None:
    assert [phase.name for phase in phases] == list(PHASES) == list(TENSORS_SHOWN)
    for phase in phases:
        assert set(TENSORS_SHOWN[phase.name]) <= set(phase.tensors)


def test_in_mid_play_the_program_is_not_written_anew(panel: InsidePanel, frame: Frame) -> None:
    panel.draw(replace(frame, playing=True), horizon=40)
    longer = make_history((5, 4, 3, 2, 1))
    panel.draw(replace(frame, playing=True, history=longer, position=5), horizon=40)
    assert "range(3)" in panel.code()
    panel.draw(replace(frame, history=longer, position=5), horizon=40)
    assert "range(5)" in panel.code()
    panel.draw(replace(frame, playing=True, run=2, history=make_history((1,)), position=1), horizon=40)
    assert "range(1)" in panel.code()


def test_what_was_changed_on_the_way_is_in_the_program(panel: InsidePanel, frame: Frame) -> None:
    edit = Edit(2, np.array([[1], [2]], np.float32), np.array([3], np.float32))
    changed = replace(frame, edits=(edit,), learning_rates=((0, 0.1), (1, 0.02)))
    panel.draw(changed, horizon=40)
    assert "learning_rate = 0.02" in panel.code()
    assert "W.assign([[1.0], [2.0]])" in panel.code()
    panel.draw(replace(changed, edits=(replace(edit, weights=-edit.weights),)), horizon=40)
    assert "W.assign([[-1.0], [-2.0]])" in panel.code()


def test_the_program_can_be_taken_away(panel: InsidePanel, frame: Frame, qtbot: QtBot) -> None:
    panel.draw(frame, horizon=40)
    (copy,) = [button for button in panel.findChildren(QAbstractButton) if "Copy" in button.accessibleName()]
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().rstrip() == panel.code().rstrip()
    compile(panel.code(), "program", "exec")


def test_a_press_on_a_phase_is_passed_on(panel: InsidePanel, qtbot: QtBot) -> None:
    (chip,) = [button for button in panel.findChildren(QAbstractButton) if button.text() == "loss"]
    with qtbot.waitSignal(panel.phase_chosen) as chosen:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen.args == ["loss"]
