"""One line of the table: what was measured, what came out, and what it must reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measured value must reach: `value` at least, or at most."""

    value: float
    at_least: bool

    def is_reached(self, measured: float) -> bool:
        return measured >= self.value if self.at_least else measured <= self.value


def at_least(value: float) -> Goal:
    return Goal(value, at_least=True)


def at_most(value: float) -> Goal:
    return Goal(value, at_least=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A measured value in its unit, its goal if there is one, and what else is worth knowing, by name.

    The name of a detail begins with its unit, so that value and name read on: 2.5 "µs a step".
    """

    what: str
    measured: float
    unit: str
    goal: Goal | None = None
    details: Mapping[str, float] = field(default_factory=dict)

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal is reached; None where there is no goal."""
        return None if self.goal is None else self.goal.is_reached(self.measured)
