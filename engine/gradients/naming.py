"""What the derivatives of a formula of t are called: in words, in Python, in units, and the tapes that give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from engine.expressions.parser import parse
from engine.expressions.source import typed
from engine.expressions.tree import Node

FREE_FALL = "4.9*t**2"
"""The notes' own function: how far a body has fallen after t seconds, in metres."""

MOTION = ("position", "speed", "acceleration", "jerk", "snap")
MOTION_UNITS = ("m", "m/s", "m/s²", "m/s³", "m/s⁴")
GENERAL = ("y", "dy/dt", "d²y/dt²", "d³y/dt³", "d⁴y/dt⁴")
GENERAL_CODE = ("y", "dy_dt", "d2y_dt2", "d3y_dt3", "d4y_dt4")


@dataclass(frozen=True, slots=True)
class Naming:
    """names: as one reads them; code: as a program names them; units: empty where there are none. Each by order."""

    names: tuple[str, ...]
    code: tuple[str, ...]
    units: tuple[str, ...]
    is_motion: bool


@lru_cache(maxsize=64)
def naming(tree: Node) -> Naming:
    """The names for a formula and its derivatives; those of a motion where the formula is that of free fall."""
    if typed(tree) == typed(parse(FREE_FALL, ("t",))):
        return Naming(MOTION, MOTION, MOTION_UNITS, is_motion=True)
    return Naming(GENERAL, GENERAL_CODE, ("",) * len(GENERAL), is_motion=False)


def tape_names(order: int) -> tuple[str, ...]:
    """The names of the nested tapes, the innermost first: as in the notes for two, numbered for more."""
    if order <= 1:
        return ("tape",) * order
    return ("inner_tape", "outer_tape") if order == 2 else tuple(f"tape_{number}" for number in range(1, order + 1))
