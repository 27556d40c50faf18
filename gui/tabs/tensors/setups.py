"""What the links of lessons set up in the tensor tab."""

from __future__ import annotations

from collections.abc import Mapping

from engine.tensors.protocol import Make, RunLine, WorkspaceChange
from engine.tensors.recipes import Constant, Ones, RandomNormal, RandomUniform, Recipe, Zeros
from gui.tab import Setup
from gui.tabs.tensors.state import TensorsState


def setups() -> Mapping[str, Setup]:
    """By name."""
    return {
        "ones": _workspace("ones", ones=Ones((2, 1)), zeros=Zeros((2, 1))),
        "random": _workspace("normal", normal=RandomNormal((1000, 1)), uniform=RandomUniform((1000, 1))),
        "mixed": _workspace("b", a=Ones((2, 2)), b=Ones((2, 2), dtype="float64")),
        "fixed": _workspace("x", x=Constant("[[1, 2], [3, 4]]")),
        "maths": Setup(TensorsState()),
        "broadcasting": _workspace(
            "grid", "grid = column + row", column=Constant("[[1], [2]]"), row=Constant("[[10, 20, 30]]")
        ),
    }


def _workspace(chosen: str, *lines: str, **made: Recipe) -> Setup:
    """These tensors made from recipes, then these lines run, and a look at one of the results."""
    commands: list[WorkspaceChange] = [Make(name, recipe) for name, recipe in made.items()]
    commands += [RunLine(line) for line in lines]
    return Setup(TensorsState(tuple(commands), chosen))
