"""From what was typed to an operation that can be done: everything is checked that can be checked before."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np
import tensorflow as tf

from engine.dtypes import FLOATING
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.error import ExpressionError
from engine.expressions.evaluation import evaluate
from engine.expressions.functions import CONSTANTS
from engine.expressions.numpy_source import numpy_source
from engine.expressions.parser import parse
from engine.expressions.source import tensorflow_source
from engine.expressions.tree import names_in
from engine.tensors import fitting
from engine.tensors.assignment import Operation
from engine.tensors.literals import LONGEST, literal_code, read_values
from engine.tensors.protocol import Assign
from engine.tensors.targets import parse_target, selected_shape
from engine.tensors.values import TensorValue

METHODS = ("assign", "assign_add", "assign_sub")


def operation_of(command: Assign, name: str, before: TensorValue, variable: tf.Variable) -> Operation:
    """What `command` asks of the variable of this name, which holds `before`.

    Raises `InputError`, its field "method", "target" or "value".
    """
    if command.method not in METHODS:
        template = QT_TRANSLATE_NOOP("engine", "A variable has {methods}, not {method}.")
        raise InputError("method", template, methods=", ".join(METHODS), method=command.method)
    if command.method != "assign" and before.dtype in ("bool", "string"):
        template = QT_TRANSLATE_NOOP("engine", "TensorFlow adds and subtracts no {dtype}; assign instead.")
        raise InputError("method", template, dtype=before.dtype)
    target = parse_target(command.target, name)
    selected = selected_shape(target, before.shape, name)
    value, code, numpy_code = _value(command.value, command.method, name, before, variable)
    operation = Operation(name, command.method, target, value, code, numpy_code)
    found = tuple(value.shape) if tf.is_tensor(value) else np.shape(value)
    if target.places is None:
        fitting.check_whole_shape(found, selected, name, command.method)
    else:
        fitting.check_part_shape(found, selected, operation.part)
    return operation


def _value(text: str, method: str, name: str, before: TensorValue, variable: tf.Variable) -> tuple[Any, str, str]:
    """The value, its code, and NumPy's."""
    if len(text) <= LONGEST and _is_literal(text, name):
        values = read_values(text, before.dtype, "value")
        code = literal_code(values)
        # To add a list, NumPy makes an array of int64 or float64 of it first, which it may not add to a narrower one.
        is_widened = isinstance(values, list) and method != "assign"
        return values, code, f"np.array({code}, {name}.dtype)" if is_widened else code
    try:
        tree = parse(text, (name,))
        used = {name: variable} if names_in(tree) else {}
        value = evaluate(tree, used)
    except ExpressionError as error:
        raise InputError("value", error.template, **error.values) from error
    fitting.check_dtype(value.dtype.name, before.dtype, name, text.strip())
    float_dtype = before.dtype if used and before.dtype in FLOATING else "float32"
    return value, tensorflow_source(tree, float_dtype), numpy_source(tree)


def _is_literal(text: str, name: str) -> bool:
    """Whether nothing but values is typed: numbers, text, rows of them."""
    try:
        nodes = list(ast.walk(ast.parse(text.strip(), mode="eval")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return not any(
        isinstance(node, ast.Call | ast.Attribute | ast.Subscript | ast.Compare)
        or (isinstance(node, ast.Name) and (node.id == name or node.id not in CONSTANTS))
        or (isinstance(node, ast.BinOp) and any(isinstance(part, ast.List | ast.Tuple) for part in ast.walk(node)))
        for node in nodes
    )
