"""The training tab seen at its best: the notes' forty steps, then the thirteenth taken apart."""

from __future__ import annotations

from collections.abc import Callable

from engine.protocol import Command, Frame, Play, Seek, StepInside

EXAMPLE: tuple[tuple[Command, Callable[[Frame], bool]], ...] = (
    (Play(steps_per_second=None, stop_at=40), lambda frame: frame.position == 40 and not frame.playing),
    (Seek(12), lambda frame: frame.position == 12),
    (StepInside(), lambda frame: len(frame.inside) == 1),
    (StepInside(), lambda frame: len(frame.inside) == 2),
    (StepInside(), lambda frame: len(frame.inside) == 3),
    (StepInside(), lambda frame: len(frame.inside) == 4),
)
"""Each command, and how one sees that it is done, which is when the next one may go."""
