"""The variable tab seen at its best: the calls of the notes, the last one looked at."""

from __future__ import annotations

from engine.tensors.protocol import Assign, MakeVariable, VariableCommand
from engine.tensors.recipes import RandomNormal

START = MakeVariable("x", RandomNormal(shape=(3, 1)), trainable=True)
EXAMPLE: tuple[VariableCommand, ...] = (
    START,
    Assign("assign", "", "ones((3, 1))"),
    Assign("assign", "0, 0", "3."),
    Assign("assign_add", "", "ones((3, 1))"),
    Assign("assign_sub", "", "ones((3, 1))"),
)
