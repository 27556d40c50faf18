"""A call in a formula: which function, and which argument for which of its parameters."""

from __future__ import annotations

import ast
from typing import Protocol

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.functions import ALIASES, DTYPES, FUNCTIONS, Function, Kind, Parameter
from engine.expressions.refusals import unknown
from engine.expressions.tree import Argument, Call, Node

RANGE = ("start", "limit", "delta")


class Reader(Protocol):
    """Reads what stands in the brackets."""

    names: tuple[str, ...]

    def node(self, node: ast.expr, depth: int) -> Node:
        """A part of the formula, so deep in it."""

    def whole(self, node: ast.expr, depth: int) -> int | None:
        """A whole number; None for anything else."""

    def column(self, node: ast.expr) -> int:
        """Where it begins."""


class CallReader:
    """Reads calls for a reader of everything else."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def call(self, node: ast.Call, depth: int) -> Node:
        """One call and all that it is given. Raises `ExpressionError`."""
        column = self._reader.column(node)
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
        column = self._reader.column(node)
        typed = node
        while isinstance(typed, ast.Attribute):
            typed = typed.value
        if not isinstance(typed, ast.Name) or (isinstance(node, ast.Attribute) and typed.id not in ("tf", "np")):
            template = QT_TRANSLATE_NOOP("engine", "Only functions can be called, by their names, as in sin(t).")
            raise ExpressionError(column, template)
        name = node.attr if isinstance(node, ast.Attribute) else typed.id
        known = ALIASES.get(name, name)
        if known not in FUNCTIONS:
            raise unknown(name, list(FUNCTIONS), self._reader.names, column)
        return known

    def _parameter(self, name: str, function: Function, keyword: ast.keyword) -> Parameter:
        for parameter in function.parameters:
            if parameter.name == keyword.arg:
                return parameter
        template = QT_TRANSLATE_NOOP("engine", "{name} has no parameter {parameter}; it has {known}.")
        known = ", ".join(parameter.name for parameter in function.parameters)
        raise ExpressionError(
            self._reader.column(keyword.value), template, name=name, parameter=keyword.arg or "**", known=known
        )

    def _argument(self, parameter: Parameter, node: ast.expr, depth: int) -> Argument:
        column = self._reader.column(node)
        match parameter.kind:
            case Kind.TENSOR:
                return self._reader.node(node, depth + 1)
            case Kind.TENSORS:
                if isinstance(node, ast.List | ast.Tuple) and node.elts:
                    return tuple(self._reader.node(item, depth + 1) for item in node.elts)
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is a list of tensors, as in [a, b].")
            case Kind.WHOLE:
                whole = self._reader.whole(node, depth)
                if whole is not None:
                    return self._checked_axis(parameter, whole, column)
                template = QT_TRANSLATE_NOOP("engine", "{parameter} is a whole number, such as 0.")
            case Kind.WHOLES | Kind.ROW:
                if isinstance(node, ast.List | ast.Tuple):
                    wholes = [self._reader.whole(item, depth) for item in node.elts]
                    if None not in wholes:
                        return tuple(
                            self._checked_axis(parameter, whole, column) for whole in wholes if whole is not None
                        )
                elif isinstance(node, ast.Constant) and node.value is None and parameter.optional:
                    return None
                elif (whole := self._reader.whole(node, depth)) is not None:
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

    def _checked_axis(self, parameter: Parameter, whole: int, column: int) -> int:
        """TensorFlow takes axes as int32, and wraps larger ones around: 2**32 would be axis 0."""
        if parameter.kind is not Kind.ROW and not -(2**31) <= whole < 2**31 and parameter.name not in RANGE:
            template = QT_TRANSLATE_NOOP("engine", "{parameter} is a whole number below 2147483648, not {value}.")
            raise ExpressionError(column, template, parameter=parameter.name, value=whole)
        return whole


def _dtype(node: ast.expr) -> str | None:
    match node:
        case (
            ast.Name(id=name)
            | ast.Attribute(value=ast.Name(id="tf" | "np"), attr=name)
            | ast.Constant(value=str() as name)
        ):
            return name if name in DTYPES else None
    return None
