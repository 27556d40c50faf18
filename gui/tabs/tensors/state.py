"""What a project keeps of the tensor tab."""

from __future__ import annotations

from dataclasses import dataclass

from engine.tensors.protocol import Restore, WorkspaceChange, WorkspaceFrame
from gui.tabs.tensors.example import CHOSEN, OPENING


@dataclass(frozen=True, slots=True)
class TensorsState:
    """commands: what made the workspace, from an empty one on. chosen: the tensor that is looked at."""

    commands: tuple[WorkspaceChange, ...] = OPENING
    chosen: str = CHOSEN

    @staticmethod
    def of(frame: WorkspaceFrame) -> TensorsState:
        """Of the workspace that is shown."""
        return TensorsState(frame.commands, frame.chosen)

    def command(self, number: int) -> Restore:
        """What makes it again."""
        return Restore(number, self.commands, self.chosen)
