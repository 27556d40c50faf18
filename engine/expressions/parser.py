"""Text to tree: Python's own grammar, of which only what computes with tensors is let through."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.calls import CallReader
from engine.expressions.error import ExpressionError
from engine.expressions.folding import binary, number, unary
from engine.expressions.functions import ALIASES, CONSTANTS, FUNCTIONS
from engine.expressions.refusals import UNREADABLE, refusal, syntax_error, too_deep, unknown
from engine.expressions.tree import (
    Array,
    Binary,
    Name,
    Node,
    Number,
    Place,
    Slice,
    Subscript,
)

LONGEST = 2000
DEEPEST = 40
MOST_NODES = 400
LARGEST_INDEX = 2**63

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|",
}  # fmt: skip
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
UNARY = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}

WARNED = re.compile(r"\\|\b\d[\w.]*(?:and|else|for|if|in|is|not|or)\b")
"""What Python reads, but prints a warning of: a backslash in a text, and a number that runs into a word, as `1if`."""

UNKNOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""What Python refuses to look at, or stumbles over."""


def parse(text: str, names: Sequence[str]) -> Node:
    """The tree of a formula about `names`. Raises `ExpressionError`, whatever the text; runs nothing of it."""
    refuse_unreadable(text)
    if not text.strip():
        raise ExpressionError(
            1, QT_TRANSLATE_NOOP("engine", "Type a formula, such as {example}."), example=_example(names)
        )
    lead = len(text) - len(text.lstrip())
    if found := UNKNOWN.search(text):
        raise ExpressionError(
            found.start() + 1, QT_TRANSLATE_NOOP("engine", "There is a character that no formula has.")
        )
    if found := WARNED.search(text):
        raise ExpressionError(found.start() + 1, UNREADABLE)
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        raise syntax_error(error, lead, text) from None
    except (RecursionError, MemoryError):
        raise too_deep(1) from None
    return _Parser(text.strip(), lead, tuple(names)).node(tree.body, 0)


def refuse_unreadable(text: str) -> None:
    """Raises `ExpressionError` for a text that is not even looked into: one too long, or not in one line."""
    if len(text) > LONGEST:
        raise ExpressionError(
            LONGEST,
            QT_TRANSLATE_NOOP("engine", "This has {length} characters; a formula may have {most}."),
            length=len(text),
            most=LONGEST,
        )
    if len(text.strip().splitlines()) > 1:
        raise ExpressionError(1, QT_TRANSLATE_NOOP("engine", "Write the formula in one line."))


class _Parser:
    def __init__(self, text: str, lead: int, names: tuple[str, ...]) -> None:
        self._bytes = text.encode()
        self._lead = lead
        self.names = names
        self._count = 0

    def node(self, node: ast.expr, depth: int) -> Node:
        """One node and all below it."""
        self._count += 1
        column = self.column(node)
        if depth > DEEPEST:
            raise too_deep(column)
        if self._count > MOST_NODES:
            raise ExpressionError(
                column, QT_TRANSLATE_NOOP("engine", "The formula is too long; name a part and use it.")
            )
        match node:
            case ast.Constant(value=bool() | int() | float() as value):
                return number(value, column)
            case ast.Name(id=name):
                return self._name(name, column)
            case ast.UnaryOp(op=op, operand=operand) if type(op) in UNARY:
                return unary(UNARY[type(op)], self.node(operand, depth + 1), column)
            case ast.BinOp(op=op, left=left, right=right) if type(op) in BINARY:
                return binary(BINARY[type(op)], self.node(left, depth + 1), self.node(right, depth + 1), column)
            case ast.Compare():
                return self._comparison(node, depth, column)
            case ast.Call():
                return CallReader(self).call(node, depth)
            case ast.Subscript(value=value, slice=places):
                return Subscript(self.node(value, depth + 1), self._places(places), column)
            case ast.List(elts=items) | ast.Tuple(elts=items) if items:
                return Array(tuple(self.node(item, depth + 1) for item in items), column)
        raise refusal(node, column)

    def _name(self, name: str, column: int) -> Node:
        if name in self.names:
            return Name(name, column)
        if name in CONSTANTS:
            return Number(CONSTANTS[name], column)
        if ALIASES.get(name, name) in FUNCTIONS:
            template = QT_TRANSLATE_NOOP("engine", "{name} is a function; write {name}(…).")
            raise ExpressionError(column, template, name=name)
        raise unknown(name, [*self.names, *CONSTANTS, *FUNCTIONS], self.names, column)

    def _comparison(self, node: ast.Compare, depth: int, column: int) -> Node:
        operands = [self.node(operand, depth + 1) for operand in (node.left, *node.comparators)]
        result: Node | None = None
        for op, left, right in zip(node.ops, operands, operands[1:], strict=False):
            if type(op) not in COMPARISONS:
                raise refusal(node, column)
            comparison = Binary(COMPARISONS[type(op)], left, right, left.column)
            result = comparison if result is None else Binary("&", result, comparison, column)
        assert result is not None
        return result

    def whole(self, node: ast.expr, depth: int) -> int | None:
        """The whole number that stands there, also as 2*3; None for anything else."""
        match node:
            case ast.Constant(value=int() | float()) | ast.UnaryOp() | ast.BinOp():
                found = self.node(node, depth + 1)
            case _:
                return None
        if not isinstance(found, Number) or isinstance(found.value, bool | float):
            return None
        return found.value if abs(found.value) < LARGEST_INDEX else None

    # Subscripts

    def _places(self, node: ast.expr) -> tuple[Place, ...]:
        return tuple(self._place(part) for part in (node.elts if isinstance(node, ast.Tuple) else (node,)))

    def _place(self, node: ast.expr) -> Place:
        match node:
            case ast.Slice(lower=lower, upper=upper, step=step):
                return Slice(*(None if part is None else self._index(part) for part in (lower, upper, step)))
            case ast.Constant(value=value) if value is Ellipsis or value is None:
                return value
            case ast.Name(id="newaxis"):
                return None
        return self._index(node)

    def _index(self, node: ast.expr) -> int:
        whole = self.whole(node, 0)
        if whole is None:
            template = QT_TRANSLATE_NOOP("engine", "An index is a whole number or a slice, as in a[0, 1:].")
            raise ExpressionError(self.column(node), template)
        return whole

    def column(self, node: ast.expr) -> int:
        """Python counts in bytes of UTF-8, a reader in characters."""
        return self._lead + len(self._bytes[: node.col_offset].decode(errors="ignore")) + 1


def _example(names: Sequence[str]) -> str:
    return f"4.9*{names[0]}**2" if names else "ones((2, 2))"
