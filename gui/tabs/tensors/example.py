"""What the tensor tab begins with, and how it looks at its best."""

from __future__ import annotations

from collections.abc import Callable

from engine.tensors.protocol import Make, RunLine, Trace, WorkspaceChange, WorkspaceCommand, WorkspaceFrame
from engine.tensors.recipes import Ones

OPENING: tuple[WorkspaceChange, ...] = (
    Make("a", Ones((2, 2))),
    RunLine("b = square(a)"),
    RunLine("c = sqrt(a)"),
    RunLine("d = b + c"),
    RunLine("e = matmul(a, b)"),
    RunLine("e *= d"),
)
"""The notes' own lines."""

CHOSEN = "e"
"""The tensor that is looked at then."""


def _chosen(name: str) -> Callable[[WorkspaceFrame], bool]:
    return lambda frame: frame.chosen == name


EXAMPLE: tuple[tuple[WorkspaceCommand, Callable[[WorkspaceFrame], bool]], ...] = (
    (RunLine("x = [[1., 2.], [3., 4.]]"), _chosen("x")),
    (RunLine("y = square(x)"), _chosen("y")),
    (RunLine("z = matmul(x, y)"), lambda frame: frame.chosen == "z" and bool(frame.attempts)),
    (Trace((0, 1)), lambda frame: frame.origin is not None and frame.origin.index == (0, 1)),
)
"""Each command, and how one sees that it is done, which is when the next one may go."""
