"""The variable tab seen at its best: the calls of the notes, the last one looked at."""

from __future__ import annotations

from collections.abc import Callable

from engine.tensors.protocol import Assign, MakeVariable, VariableCommand, VariableFrame
from engine.tensors.recipes import RandomNormal

START = MakeVariable("x", RandomNormal(shape=(3, 1)), trainable=True)
CALLS: tuple[VariableCommand, ...] = (
    START,
    Assign("assign", "", "ones((3, 1))"),
    Assign("assign", "0, 0", "3."),
    Assign("assign_add", "", "ones((3, 1))"),
    Assign("assign_sub", "", "ones((3, 1))"),
)


def _is_last(command: VariableCommand) -> Callable[[VariableFrame], bool]:
    return lambda frame: frame.states[-1].command == command


EXAMPLE = tuple((command, _is_last(command)) for command in CALLS)
"""Each command, and how one sees that it is done."""
