"""Text to tree: Python's own grammar, of which only what computes with tensors is let through."""

from __future__ import annotations

import ast
import difflib
import operator
import re
import sys
from collections.abc import Sequence
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.functions import ALIASES, CONSTANTS, DTYPES, FUNCTIONS, Function, Kind, Parameter
from engine.expressions.tree import (
    Argument,
    Array,
    Binary,
    Call,
    Name,
    Node,
    Number,
    Place,
    Slice,
    Subscript,
    Unary,
)

LONGEST = 2000
DEEPEST = 40
MOST_NODES = 400
LARGEST_INDEX = 2**63
RANGE = ("start", "limit", "delta")

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**",
    ast.MatMult: "@", ast.BitAnd: "&", ast.BitOr: "|",
}  # fmt: skip
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
UNARY = {ast.USub: "-", ast.UAdd: "+", ast.Invert: "~"}
FOLDED = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "//": operator.floordiv,
    "%": operator.mod,
}  # fmt: skip
LEAST_WHOLE, LARGEST_WHOLE = -(2**63), 2**64 - 1
"""What int64 and uint64 hold."""

WARNED = re.compile(r"\\|\b\d[\w.]*(?:and|else|for|if|in|is|not|or)\b")
"""What Python reads, but prints a warning of: a backslash in a text, and a number that runs into a word, as `1if`."""

UNKNOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
"""What Python refuses to look at, or stumbles over."""

UNREADABLE = QT_TRANSLATE_NOOP("engine", "The formula cannot be read here; is an operator, such as *, missing?")


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
        raise _syntax_error(error, lead, text) from None
    except (RecursionError, MemoryError):
        raise _too_deep(1) from None
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
        self._names = names
        self._count = 0

    def node(self, node: ast.expr, depth: int) -> Node:
        """One node and all below it."""
        self._count += 1
        column = self._column(node)
        if depth > DEEPEST:
            raise _too_deep(column)
        if self._count > MOST_NODES:
            raise ExpressionError(
                column, QT_TRANSLATE_NOOP("engine", "The formula is too long; name a part and use it.")
            )
        match node:
            case ast.Constant(value=bool() | int() | float() as value):
                return _number(value, column)
            case ast.Name(id=name):
                return self._name(name, column)
            case ast.UnaryOp(op=op, operand=operand) if type(op) in UNARY:
                return _unary(UNARY[type(op)], self.node(operand, depth + 1), column)
            case ast.BinOp(op=op, left=left, right=right) if type(op) in BINARY:
                return _binary(BINARY[type(op)], self.node(left, depth + 1), self.node(right, depth + 1), column)
            case ast.Compare():
                return self._comparison(node, depth, column)
            case ast.Call():
                return self._call(node, depth, column)
            case ast.Subscript(value=value, slice=places):
                return Subscript(self.node(value, depth + 1), self._places(places), column)
            case ast.List(elts=items) | ast.Tuple(elts=items) if items:
                return Array(tuple(self.node(item, depth + 1) for item in items), column)
        raise self._refusal(node, column)

    def _name(self, name: str, column: int) -> Node:
        if name in self._names:
            return Name(name, column)
        if name in CONSTANTS:
            return Number(CONSTANTS[name], column)
        if ALIASES.get(name, name) in FUNCTIONS:
            template = QT_TRANSLATE_NOOP("engine", "{name} is a function; write {name}(…).")
            raise ExpressionError(column, template, name=name)
        raise self._unknown(name, [*self._names, *CONSTANTS, *FUNCTIONS], column)

    def _comparison(self, node: ast.Compare, depth: int, column: int) -> Node:
        operands = [self.node(operand, depth + 1) for operand in (node.left, *node.comparators)]
        result: Node | None = None
        for op, left, right in zip(node.ops, operands, operands[1:], strict=False):
            if type(op) not in COMPARISONS:
                raise self._refusal(node, column)
            comparison = Binary(COMPARISONS[type(op)], left, right, left.column)
            result = comparison if result is None else Binary("&", result, comparison, column)
        assert result is not None
        return result

    # Calls

    def _call(self, node: ast.Call, depth: int, column: int) -> Node:
        name = self._function_name(node.func)
        function = FUNCTIONS[name]
        given: dict[str, Argument] = {}
        for parameter, argument in zip(function.parameters, node.args, strict=False):
            given[parameter.name] = self._argument(parameter, argument, depth)
        if len(node.args) > len(function.parameters):
            template = QT_TRANSLATE_NOOP("engine", "{name} takes {most} arguments at most, not {found}.")
            raise ExpressionError(column, template, name=name, most=len(function.parameters), found=len(node.args))
        for keyword in node.keywords:
            parameter = self._parameter(name, function, keyword)
            if parameter.name in given:
                template = QT_TRANSLATE_NOOP("engine", "{name} is given its {parameter} twice.")
                raise ExpressionError(column, template, name=name, parameter=parameter.name)
            given[parameter.name] = self._argument(parameter, keyword.value, depth)
        missing = [p.name for p in function.parameters if not p.optional and p.name not in given]
        if missing:
            template = QT_TRANSLATE_NOOP("engine", "{name} also needs {missing}.")
            raise ExpressionError(column, template, name=name, missing=", ".join(missing))
        ordered = tuple((p.name, given[p.name]) for p in function.parameters if p.name in given)
        return Call(name, ordered, column)

    def _function_name(self, node: ast.expr) -> str:
        """Also with TensorFlow's prefix, as in `tf.math.log`."""
        column = self._column(node)
        typed = node
        while isinstance(typed, ast.Attribute):
            typed = typed.value
        if not isinstance(typed, ast.Name) or (isinstance(node, ast.Attribute) and typed.id not in ("tf", "np")):
            template = QT_TRANSLATE_NOOP("engine", "Only functions can be called, by their names, as in sin(t).")
            raise ExpressionError(column, template)
        name = node.attr if isinstance(node, ast.Attribute) else typed.id
        known = ALIASES.get(name, name)
        if known not in FUNCTIONS:
            raise self._unknown(name, list(FUNCTIONS), column)
        return known

    def _parameter(self, name: str, function: Function, keyword: ast.keyword) -> Parameter:
        for parameter in function.parameters:
            if parameter.name == keyword.arg:
                return parameter
        template = QT_TRANSLATE_NOOP("engine", "{name} has no parameter {parameter}; it has {known}.")
        known = ", ".join(parameter.name for parameter in function.parameters)
        raise ExpressionError(
            self._column(keyword.value), template, name=name, parameter=keyword.arg or "**", known=known
        )

    def _argument(self, parameter: Parameter, node: ast.expr, depth: int) -> Argument:
        column = self._column(node)
        match parameter.kind:
            case Kind.TENSOR:
                return self.node(node, depth + 1)
            case Kind.TENSORS:
                if isinstance(node, ast.List | ast.Tuple) and node.elts:
                    return tuple(self.node(item, depth + 1) for item in node.elts)
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is a list of tensors, as in [a, b].")
            case Kind.WHOLE:
                whole = self._whole(node, depth)
                if whole is not None:
                    return self._checked_axis(parameter, whole, column)
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is a whole number, such as 0.")
            case Kind.WHOLES | Kind.ROW:
                if isinstance(node, ast.List | ast.Tuple):
                    wholes = [self._whole(item, depth) for item in node.elts]
                    if None not in wholes:
                        return tuple(
                            self._checked_axis(parameter, whole, column) for whole in wholes if whole is not None
                        )
                elif isinstance(node, ast.Constant) and node.value is None and parameter.optional:
                    return None
                elif (whole := self._whole(node, depth)) is not None:
                    whole = self._checked_axis(parameter, whole, column)
                    return whole if parameter.kind is Kind.WHOLES else (whole,)
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is a whole number or several, as in (2, 3).")
            case Kind.FLAG:
                if isinstance(node, ast.Constant) and isinstance(node.value, bool):
                    return node.value
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is True or False.")
            case Kind.DTYPE:
                dtype = _dtype(node)
                if dtype is not None:
                    return dtype
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is a type such as float32 or int64.")
        raise ExpressionError(column, template, parameter=parameter.name)

    def _whole(self, node: ast.expr, depth: int) -> int | None:
        """The whole number that stands there, also as 2*3; None for anything else."""
        match node:
            case ast.Constant(value=int() | float()) | ast.UnaryOp() | ast.BinOp():
                found = self.node(node, depth + 1)
            case _:
                return None
        if not isinstance(found, Number) or isinstance(found.value, bool | float):
            return None
        return found.value if abs(found.value) < LARGEST_INDEX else None

    def _checked_axis(self, parameter: Parameter, whole: int, column: int) -> int:
        """TensorFlow takes axes as int32, and wraps larger ones around: 2**32 would be axis 0."""
        if parameter.kind is not Kind.ROW and not -(2**31) <= whole < 2**31 and parameter.name not in RANGE:
            template = QT_TRANSLATE_NOOP("engine", "{parameter} is a whole number below 2147483648, not {value}.")
            raise ExpressionError(column, template, parameter=parameter.name, value=whole)
        return whole

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
        whole = self._whole(node, 0)
        if whole is None:
            template = QT_TRANSLATE_NOOP("engine", "An index is a whole number or a slice, as in a[0, 1:].")
            raise ExpressionError(self._column(node), template)
        return whole

    # Refusals

    def _unknown(self, name: str, known: list[str], column: int) -> ExpressionError:
        close = difflib.get_close_matches(name[:40], known, n=1, cutoff=0.6)
        if close:
            template = QT_TRANSLATE_NOOP("engine", "There is no {name} here; did you mean {close}?")
            return ExpressionError(column, template, name=_short(name), close=close[0])
        template = QT_TRANSLATE_NOOP("engine", "There is no {name} here; there are {known}, and functions such as sin.")
        return ExpressionError(column, template, name=_short(name), known=", ".join([*self._names[:12], "pi", "e"]))

    def _refusal(self, node: ast.expr, column: int) -> ExpressionError:
        match node:
            case ast.BinOp():
                template = QT_TRANSLATE_NOOP("engine", "For a power write **, as in t**2.")
            case ast.Attribute():
                template = QT_TRANSLATE_NOOP(
                    "engine", "Nothing is reached through a dot here; write sin(t), not t.sin()."
                )
            case ast.BoolOp() | ast.UnaryOp():
                template = QT_TRANSLATE_NOOP("engine", "For tensors write & for and, | for or, ~ for not.")
            case ast.IfExp():
                template = QT_TRANSLATE_NOOP("engine", "Instead of if and else write where(condition, a, b).")
            case ast.Constant():
                template = QT_TRANSLATE_NOOP("engine", "Only numbers can stand here.")
            case _:
                template = QT_TRANSLATE_NOOP(
                    "engine", "A formula is made of numbers, names, operators and functions only."
                )
        return ExpressionError(column, template)

    def _column(self, node: ast.expr) -> int:
        """Python counts in bytes of UTF-8, a reader in characters."""
        return self._lead + len(self._bytes[: node.col_offset].decode(errors="ignore")) + 1


def _number(value: bool | int | float, column: int) -> Number:
    if isinstance(value, int) and not LEAST_WHOLE <= value <= LARGEST_WHOLE:
        template = QT_TRANSLATE_NOOP(
            "engine", "No tensor holds a whole number this large; write it as 1e30, for example."
        )
        raise ExpressionError(column, template)
    return Number(value, column)


def _unary(sign: str, operand: Node, column: int) -> Node:
    if isinstance(operand, Number) and not isinstance(operand.value, bool) and sign in "+-":
        return _number(-operand.value if sign == "-" else operand.value, column)
    if sign == "+":  # TensorFlow's tensors have none
        return operand
    return Unary(sign, operand, column)


def _binary(sign: str, left: Node, right: Node, column: int) -> Node:
    """Numbers are computed at once, as Python does, unless that could take long or has no finite result."""
    if isinstance(left, Number) and isinstance(right, Number):
        value = _fold(sign, left.value, right.value)
        if value is not None:
            return Number(value, left.column)
    return Binary(sign, left, right, column)


def _fold(sign: str, left: float, right: float) -> int | float | None:
    try:
        if sign == "**":
            if isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > 2 * 64:
                return None
            value: Any = left**right
        else:
            value = FOLDED[sign](left, right)
    except (KeyError, ArithmeticError):
        return None
    if isinstance(value, int):
        return value if LEAST_WHOLE <= value <= LARGEST_WHOLE else None
    return value if isinstance(value, float) and abs(value) <= sys.float_info.max else None


def _dtype(node: ast.expr) -> str | None:
    match node:
        case (
            ast.Name(id=name)
            | ast.Attribute(value=ast.Name(id="tf" | "np"), attr=name)
            | ast.Constant(value=str() as name)
        ):
            return name if name in DTYPES else None
    return None


def _syntax_error(error: SyntaxError, lead: int, text: str) -> ExpressionError:
    column = lead + (error.offset or len(text.strip()) + 1)
    reason = error.msg or ""
    if "too many nested parentheses" in reason:
        return _too_deep(column)
    if "was never closed" in reason or "unexpected EOF" in reason:
        template = QT_TRANSLATE_NOOP("engine", "A bracket is opened and never closed.")
    elif "unmatched" in reason or "does not match" in reason:
        template = QT_TRANSLATE_NOOP("engine", "A bracket is closed that was never opened.")
    else:
        template = UNREADABLE
    return ExpressionError(min(column, len(text) + 1), template)


def _too_deep(column: int) -> ExpressionError:
    template = QT_TRANSLATE_NOOP("engine", "The formula is nested too deeply; name a part and use it.")
    return ExpressionError(column, template)


def _example(names: Sequence[str]) -> str:
    return f"4.9*{names[0]}**2" if names else "ones((2, 2))"


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"
