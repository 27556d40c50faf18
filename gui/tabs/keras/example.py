"""The Keras tab seen at its best: the notes' model, fitted for five epochs with validation."""

from __future__ import annotations

from collections.abc import Callable

from engine.keras_lab.protocol import Command, Evaluate, Fitting, Frame, Play, State

EXAMPLE: tuple[tuple[Command, Callable[[Frame], bool]], ...] = (
    (
        Play(Fitting()),
        lambda frame: frame.progress.state is State.FINISHED and len(frame.curves.evaluated) == Fitting().epochs,
    ),
    (Evaluate(), lambda frame: frame.evaluation is not None and not frame.busy),
)
"""Each command, and how one sees that it is done, which is when the next one may go."""
