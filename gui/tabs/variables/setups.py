"""What the links of lessons set up in the variable tab."""

from __future__ import annotations

from collections.abc import Mapping

from engine.tensors.protocol import Assign
from gui.tab import Setup
from gui.tabs.variables.example import CALLS
from gui.tabs.variables.state import VariablesState

ASSIGNMENTS = tuple(call for call in CALLS if isinstance(call, Assign))
"""The notes' own, in their order: all, a part, `assign_add`, `assign_sub`."""


def setups() -> Mapping[str, Setup]:
    """By name."""
    return {
        "replace": _after(1),
        "part": _after(2),
        "in-place": _after(4),
    }


def _after(count: int) -> Setup:
    """The variable after so many of the assignments, the last of them looked at."""
    return Setup(VariablesState(assignments=ASSIGNMENTS[:count], position=count))
