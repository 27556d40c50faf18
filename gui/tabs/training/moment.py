"""What a change on the training tab can take away, kept to be brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.reading.own_data import OwnData
from gui.settings import TrainingChoices
from gui.tabs.training.state import TrainingState

LOOKS = ("speed", "log_loss", "colouring")
"""Choices of how it is looked at: they are no changes, and stay as they are when one is undone."""

TOLD = ("learning_rate", "stop_after")
"""Choices that the run goes on with: to undo them takes nothing of it back."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The state with its run. own: the user's own data that it learns from, already read; None for drawn ones."""

    state: TrainingState
    own: OwnData | None


def as_seen_now(choices: TrainingChoices, now: TrainingChoices) -> TrainingChoices:
    """`choices`, looked at as it is looked at now."""
    return replace(choices, **{name: getattr(now, name) for name in LOOKS})
