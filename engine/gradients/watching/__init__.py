"""What a tape watches, and what breaks its record: programs that are run, with what came of them, why, and the repair."""

from __future__ import annotations

from enum import StrEnum

from engine.expressions.tree import Node
from engine.gradients.watching.outcome import Outcome, Program, Repair, Step

__all__ = ["Kind", "Outcome", "Program", "Repair", "Step", "repaired", "try_watching"]


class Kind(StrEnum):
    """What the point t can be."""

    VARIABLE = "variable"
    CONSTANT = "constant"
    WATCHED = "watched"
    INTEGER = "integer"
    FROZEN = "frozen"


def try_watching(kind: Kind, tree: Node, name: str, at: float) -> Outcome:
    """What a tape gives for the formula `tree` about `name` where `name` is of this kind. Raises `ExpressionError`."""
    raise NotImplementedError


def repaired(kind: Kind) -> Kind:
    """The kind that `try_watching`'s repair makes of it."""
    raise NotImplementedError
