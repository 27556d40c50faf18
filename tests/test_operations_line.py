"""The operations stand in one line, their shapes in its tooltip."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.training.records import Operation
from gui.controls.operations_line import OperationsLine, describe

OPERATIONS = (
    Operation("MatMul", ((2000, 2), (2, 1)), ((2000, 1),)),
    Operation("AddV2", ((2000, 1), (1,)), ((2000, 1),)),
    Operation("AssignSubVariableOp", ((), (2, 1)), ()),
)


def test_names_stand_in_their_order_and_shapes_in_the_tooltip(qtbot: QtBot) -> None:
    line = OperationsLine()
    qtbot.addWidget(line)
    line.show_operations(OPERATIONS)
    assert line.words() == "MatMul → AddV2 → AssignSubVariableOp"
    assert line.toolTip().splitlines() == [
        "MatMul (2000, 2), (2, 1) → (2000, 1)",
        "AddV2 (2000, 1), (1,) → (2000, 1)",
        "AssignSubVariableOp (), (2, 1)",
    ]
    assert line.accessibleName()


def test_an_operation_without_a_result_has_no_arrow() -> None:
    assert describe(OPERATIONS[-1]) == "AssignSubVariableOp (), (2, 1)"
