"""The chips say how far a step has come, and lead to each of its phases."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.controls.phase_steps import PHASES, PhaseSteps


@pytest.fixture
def steps(qtbot: QtBot) -> PhaseSteps:
    steps = PhaseSteps()
    qtbot.addWidget(steps)
    steps.show()
    return steps


@pytest.mark.parametrize(
    ("ran", "states"),
    [
        (0, ["to come"] * 5),
        (1, ["current"] + ["to come"] * 4),
        (4, ["done"] * 3 + ["current", "to come"]),
        (5, ["done"] * 4 + ["current"]),
    ],
)
def test_what_is_done_current_and_to_come(steps: PhaseSteps, ran: int, states: list[str]) -> None:
    steps.show_progress(ran)
    assert [steps.state(name) for name in PHASES] == states


def test_a_chip_tells_its_phase(steps: PhaseSteps, qtbot: QtBot) -> None:
    chips = steps.findChildren(QPushButton)
    assert [chip.text() for chip in chips] == list(PHASES)
    for chip, name in zip(chips, PHASES, strict=True):
        assert chip.toolTip()
        with qtbot.waitSignal(steps.chosen) as choice:
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert choice.args == [name]
