"""From cells that were picked to the subscript that names them, and back."""

from __future__ import annotations

from engine.errors import Problem
from engine.tensors.targets import parse_target, selected_shape, spans
from engine.tensors.values import Index


def subscript(first: Index, last: Index, shape: tuple[int, ...]) -> str:
    """As in `0, 1` or `0:2, :`: all elements between the two, both with them. Empty for a scalar."""
    return ", ".join(map(_place, first, last, shape))


def corners(text: str, name: str, shape: tuple[int, ...]) -> tuple[Index, Index] | None:
    """The first and the last element of the part that `text` names; None where it names none, or leaves some out."""
    try:
        target = parse_target(text, name)
        selected_shape(target, shape, name)
    except Problem:
        return None
    if target.places is None:
        return None
    ranges = spans(target, shape)
    if not all(abs(span.step) == 1 or len(span) == 1 for span in ranges):
        return None
    return tuple(min(span) for span in ranges), tuple(max(span) for span in ranges)


def _place(first: int, last: int, size: int) -> str:
    if first == last:
        return str(first)
    return ":" if last - first + 1 == size else f"{first}:{last + 1}"
