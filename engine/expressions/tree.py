"""What a formula can be made of. `column` is where a node's text begins, counted from 1."""

from __future__ import annotations

from dataclasses import dataclass
from types import EllipsisType


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a truth value that stands in the text, or was computed from such."""

    value: bool | int | float
    column: int


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names that the formula is about."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Unary:
    """operator: "-" or "~"."""

    operator: str
    operand: Node
    column: int


@dataclass(frozen=True, slots=True)
class Binary:
    """operator: + - * / // % ** @ < <= > >= == != & |"""

    operator: str
    left: Node
    right: Node
    column: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `functions.FUNCTIONS` by its name there, with an argument for each parameter that was given."""

    function: str
    arguments: tuple[tuple[str, Argument], ...]
    column: int


@dataclass(frozen=True, slots=True)
class Subscript:
    """A part of a tensor: for each place an index, a slice (start, stop, step), ... or None for a new axis."""

    value: Node
    places: tuple[Place, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Array:
    """Nested rows, as in [[1., 2.], [3., 4.]]."""

    items: tuple[Node, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Slice:
    """start:stop:step, each a whole number or left out."""

    start: int | None
    stop: int | None
    step: int | None


Place = int | Slice | EllipsisType | None
Node = Number | Name | Unary | Binary | Call | Subscript | Array

Argument = Node | tuple[Node, ...] | tuple[int, ...] | int | bool | str | None
"""What a parameter takes: a tensor, several, whole numbers (an axis, a shape), a truth value, a dtype's name."""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below."""
    match node:
        case Unary():
            return (node.operand,)
        case Binary():
            return node.left, node.right
        case Subscript():
            return (node.value,)
        case Array():
            return node.items
        case Call():
            below: list[Node] = []
            for _, argument in node.arguments:
                for part in argument if isinstance(argument, tuple) else (argument,):
                    if isinstance(part, Number | Name | Unary | Binary | Call | Subscript | Array):
                        below.append(part)
            return tuple(below)
    return ()


def names_in(node: Node) -> tuple[str, ...]:
    """The names that the formula uses, each once, in the order in which they appear."""
    found = dict.fromkeys([node.name] if isinstance(node, Name) else [])
    for child in children(node):
        found.update(dict.fromkeys(names_in(child)))
    return tuple(found)
