"""The runs tab seen at its best: three optimizers on the same points, looked back at where they differ."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.runs.example import RUNS, MakeExample
from engine.runs.protocol import Command, Frame, LookAt, RunState

STEP = 120

EXAMPLE: tuple[tuple[Command | MakeExample, Callable[[Frame], bool]], ...] = (
    (
        MakeExample(Path()),  # the tab knows where
        lambda frame: len(frame.runs) == len(RUNS) and all(view.state is RunState.ENDED for view in frame.runs),
    ),
    (LookAt(STEP), lambda frame: frame.looked_at == STEP),
)
"""Each command, and how one sees that it is done, which is when the next one may go."""
