"""What the links of lessons set up in the runs tab."""

from __future__ import annotations

from collections.abc import Mapping

from gui.tab import Setup
from gui.tabs.runs.state import RunsState


def setups() -> Mapping[str, Setup]:
    """By name. To play is to train the example, as by its button."""
    return {"example": Setup(RunsState(), plays=True)}
