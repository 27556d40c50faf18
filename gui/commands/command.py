"""Something that the window can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """text: what it does. place: where it is found, as the title of a tab. keys: those that do the same, or "". run:
    does it. goes_to: whether it leads to a field or a list, rather than doing something at once."""

    text: str
    place: str
    keys: str
    run: Callable[[], object]
    goes_to: bool = False
