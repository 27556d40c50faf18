"""What the links of lessons set up in the training tab: the notes' own, but for what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gui.settings import TrainingChoices
from gui.tab import Setup
from gui.tabs.training.state import Run, TrainingState

RATE = TrainingChoices().learning_rate


def setups() -> Mapping[str, Setup]:
    """By name."""
    return {
        "clouds": Setup(TrainingState(TrainingChoices(colouring="class"))),
        "start": Setup(TrainingState()),
        "loss": _after(phases=3),
        "step": _after(phases=1),
        "loop": Setup(TrainingState(), plays=True),
        "too-fast": Setup(TrainingState(TrainingChoices(learning_rate=0.2)), plays=True),
        "trained": _after(steps=40),
    }


def _after(steps: int = 0, phases: int = 0) -> Setup:
    """After so many steps, and so many phases of the next one."""
    rates, ways = ((0, RATE),), ((0, True),)
    run = Run(RATE, steps=steps, position=steps, phases=phases)
    return Setup(TrainingState(run=replace(run, learning_rates=rates, ways=ways) if steps else run))
