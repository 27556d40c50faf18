"""Whether the parts of a plan go together, and what to change where they do not."""

from __future__ import annotations

from engine.keras_lab.protocol import Plan, Refusal


def refusals(plan: Plan, class_count: int) -> tuple[Refusal, ...]:
    return ()
