"""What the links of lessons set up in the tensor tab."""

from __future__ import annotations

from collections.abc import Mapping

from engine.tensors.protocol import Make, RunLine, WorkspaceChange
from engine.tensors.recipes import Ones, Recipe, Zeros
from gui.tab import Setup
from gui.tabs.tensors.state import TensorsState


def setups() -> Mapping[str, Setup]:
    """By name."""
    return {
        "ones": _workspace("ones", ones=Ones((2, 1)), zeros=Zeros((2, 1))),
    }


def _workspace(chosen: str, *lines: str, **made: Recipe) -> Setup:
    """These tensors made from recipes, then these lines run, and a look at one of the results."""
    commands: list[WorkspaceChange] = [Make(name, recipe) for name, recipe in made.items()]
    commands += [RunLine(line) for line in lines]
    return Setup(TensorsState(tuple(commands), chosen))
