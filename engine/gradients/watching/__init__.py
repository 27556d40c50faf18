"""What a tape watches, and what breaks its record: programs that really run, what comes of them, why, the repair."""

from __future__ import annotations

from enum import StrEnum

from engine.expressions.tree import Node
from engine.gradients.watching import asked, broken, watched
from engine.gradients.watching.experiment import Experiment, Group
from engine.gradients.watching.outcome import Outcome, Program, Repair, Step
from engine.gradients.watching.running import run

__all__ = [
    "EXPERIMENTS",
    "Experiment",
    "Group",
    "Kind",
    "Outcome",
    "Program",
    "Repair",
    "Step",
    "repaired",
    "run",
    "try_watching",
]

EXPERIMENTS: dict[str, Experiment] = {
    experiment.key: experiment for experiment in (*watched.EXPERIMENTS, *broken.EXPERIMENTS, *asked.EXPERIMENTS)
}
"""By key, in the order in which they are shown."""


class Kind(StrEnum):
    """What the point t can be; each is the key of an experiment."""

    VARIABLE = "variable"
    CONSTANT = "constant"
    WATCHED = "watched"
    INTEGER = "integer"
    FROZEN = "frozen"


def try_watching(kind: Kind, tree: Node, name: str, at: float) -> Outcome:
    """What a tape gives for the formula `tree` about `name` where `name` is of this kind. Raises `ExpressionError`."""
    return run(EXPERIMENTS[kind], tree, name, at)


def repaired(kind: Kind) -> Kind:
    """The kind that `try_watching`'s repair makes of it."""
    return Kind.WATCHED if kind in (Kind.CONSTANT, Kind.WATCHED) else Kind.VARIABLE
