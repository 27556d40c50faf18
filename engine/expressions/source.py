"""Writes a formula's tree: as the TensorFlow or NumPy program that computes it, or as one types it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from engine.expressions.functions import FUNCTIONS
from engine.expressions.tree import Argument, Array, Binary, Call, Name, Node, Number, Place, Slice, Subscript, Unary

ATOM = 9
STRENGTHS = {
    "|": 2, "&": 3, "+": 5, "-": 5, "*": 6, "/": 6, "//": 6, "%": 6, "@": 6, "**": 8,
    "<": 1, "<=": 1, ">": 1, ">=": 1, "==": 1, "!=": 1,
}  # fmt: skip
"""How strongly an operator binds in Python, and how strongly a sign does."""
SIGN = 7

POSITIONAL = (
    "x", "y", "a", "b", "t", "input", "input_tensor", "features", "tensor", "value", "values", "condition", "shape",
    "dims", "multiples", "clip_value_min", "clip_value_max", "num_rows", "num_columns", "start", "limit", "delta",
)  # fmt: skip
"""Parameters that are commonly given without their names."""

Written = tuple[str, int]
"""Code, and how strongly its outermost operator binds."""


def tensorflow_source(tree: Node, float_dtype: str = "float32", alone: bool = True) -> str:
    """The program text that gives what `evaluate` gives. float_dtype: the first floating one among the tensors.

    alone: whether it is all of a formula; a number that is only the right side of `e *= 2` stays a number.
    """
    return TensorFlowWriter(float_dtype).code(tree, alone)


def typed(tree: Node) -> str:
    """The formula as one types it."""
    return Writer().code(tree, alone=True)


class Writer:
    """Writes formulas in their own language."""

    def code(self, node: Node, alone: bool = False) -> str:
        """The node's code; alone: as a whole, not as a part of another."""
        if alone and isinstance(node, Number):
            return self.lone_number(node)
        return self.write(node)[0]

    def write(self, node: Node) -> Written:
        match node:
            case Number(value=value):
                return self.number(value), SIGN if isinstance(value, int | float) and value < 0 else ATOM
            case Name(name=name):
                return name, ATOM
            case Unary():
                return self.unary(node)
            case Binary():
                return self.binary(node)
            case Subscript(value=value, places=places):
                code, strength = self.subscripted(value)
                return f"{_bracketed(code, strength, ATOM)}[{', '.join(map(self.place, places))}]", ATOM
            case Array():
                return self.array(node), ATOM
            case Call():
                return self.call(node)
        raise AssertionError(node)

    def number(self, value: bool | int | float) -> str:
        return str(value) if isinstance(value, float) and not math.isfinite(value) else number_code(value)

    def lone_number(self, node: Number) -> str:
        """A formula that is nothing but a number."""
        return self.number(node.value)

    def subscripted(self, node: Node) -> Written:
        return self.write(node)

    def unary(self, node: Unary) -> Written:
        code, strength = self.write(node.operand)
        return node.operator + _bracketed(code, strength, SIGN), SIGN

    def binary(self, node: Binary) -> Written:
        strength = STRENGTHS[node.operator]
        # Powers bind to the right, comparisons not at all, everything else to the left.
        left_needs = strength + (node.operator == "**" or strength == 1)
        right_needs = SIGN if node.operator == "**" else strength + 1
        left = _bracketed(*self.left_operand(node), left_needs)
        right = _bracketed(*self.write(node.right), right_needs)
        blank = "" if node.operator == "**" else " "
        return f"{left}{blank}{node.operator}{blank}{right}", strength

    def left_operand(self, node: Binary) -> Written:
        return self.write(node.left)

    def array(self, node: Array) -> str:
        return f"[{', '.join(self.code(item) for item in node.items)}]"

    def call(self, node: Call) -> Written:
        return f"{node.function}({', '.join(self.arguments(node))})", ATOM

    def arguments(self, node: Call) -> list[str]:
        """Each with its parameter's name where one commonly writes it."""
        codes = []
        for name, argument in node.arguments:
            code = self.argument(argument)
            codes.append(
                code if name in POSITIONAL or (name == "dtype" and node.function == "cast") else f"{name}={code}"
            )
        return codes

    def argument(self, argument: Argument) -> str:
        if isinstance(argument, Node):
            return self.code(argument)
        if isinstance(argument, tuple) and argument and isinstance(argument[0], Node):
            return f"[{', '.join(self.code(part) for part in argument if isinstance(part, Node))}]"
        return self.dtype(argument) if isinstance(argument, str) else repr(argument)

    def dtype(self, name: str) -> str:
        return name

    def place(self, place: Place) -> str:
        if isinstance(place, Slice):
            start, stop, step = ("" if part is None else str(part) for part in (place.start, place.stop, place.step))
            return f"{start}:{stop}" + (f":{step}" if step else "")
        return "..." if place is Ellipsis else "None" if place is None else str(place)


class TensorFlowWriter(Writer):
    """Writes them as Python with `tf`. Where the language and TensorFlow take a number for different dtypes, the
    dtype is written down."""

    def __init__(self, float_dtype: str) -> None:
        self._float_dtype = float_dtype

    def number(self, value: bool | int | float) -> str:
        return number_code(value)

    def lone_number(self, node: Number) -> str:
        is_whole = isinstance(node.value, int) and self._float_dtype == "float32"
        if is_whole and not isinstance(node.value, bool) and not -(2**31) <= node.value < 2**31:
            return f"tf.constant({node.value}, dtype=tf.int64)"
        return f"tf.constant({node.value})" if is_whole else self.constant(node)

    def constant(self, node: Number) -> str:
        """A number that stands where a tensor must."""
        if isinstance(node.value, bool):
            return f"tf.constant({node.value})"
        dtype = "" if self._float_dtype == "float32" else f", dtype=tf.{self._float_dtype}"
        return f"tf.constant({number_code(float(node.value))}{dtype})"

    def subscripted(self, node: Node) -> Written:
        return (self.constant(node), ATOM) if isinstance(node, Number) else self.write(node)

    def unary(self, node: Unary) -> Written:
        if isinstance(node.operand, Number):
            return node.operator + self.constant(node.operand), SIGN
        return super().unary(node)

    def left_operand(self, node: Binary) -> Written:
        if isinstance(node.left, Number) and isinstance(node.right, Number):
            return self.constant(node.left), ATOM
        return self.write(node.left)

    def array(self, node: Array) -> str:
        numbers = plain_numbers(node)
        if not numbers:
            return f"tf.stack({self.list_of(node.items)})"
        if all(isinstance(number, int) for number in numbers):
            is_large = not all(-(2**31) <= number < 2**31 for number in numbers)
            return f"tf.constant({_rows(node, number_code)}{', dtype=tf.int64' if is_large else ''})"
        dtype = "" if self._float_dtype == "float32" else f", dtype=tf.{self._float_dtype}"
        return f"tf.constant({_rows(node, lambda number: number_code(float(number)))}{dtype})"

    def list_of(self, nodes: Sequence[Node]) -> str:
        """Tensors in a list; numbers among tensors may stay numbers."""
        if all(isinstance(node, Number) for node in nodes):
            if all(isinstance(node, Number) and type(node.value) is int for node in nodes):
                return f"[{', '.join(map(self.code, nodes))}]"
            return f"[{', '.join(self.constant(node) for node in nodes if isinstance(node, Number))}]"
        return f"[{', '.join(map(self.code, nodes))}]"

    def argument(self, argument: Argument) -> str:
        if isinstance(argument, tuple) and argument and isinstance(argument[0], Node):
            return self.list_of([part for part in argument if isinstance(part, Node)])
        return super().argument(argument)

    def call(self, node: Call) -> Written:
        if node.function == "constant":
            return self.constant_call(node), ATOM
        return f"tf.{FUNCTIONS[node.function].path}({', '.join(self.arguments(node))})", ATOM

    def arguments(self, node: Call) -> list[str]:
        codes = super().arguments(node)
        given = [argument for name, argument in node.arguments if isinstance(argument, Node) and name != "condition"]
        tensor = next((argument for argument in given if not isinstance(argument, Number)), None)
        for index, (name, argument) in enumerate(node.arguments):
            if not isinstance(argument, Number) or name == "condition":
                continue
            if tensor is None:
                codes[index] = self.lone_argument(argument)
            elif node.function in ("add", "clip_by_value") and index == 0:  # these look at their first alone
                dtype = f"{_bracketed(*self.write(tensor), ATOM)}.dtype"
                codes[index] = f"tf.constant({number_code(argument.value)}, dtype={dtype})"
        return codes

    def lone_argument(self, node: Number) -> str:
        """A number with no tensor beside it: TensorFlow itself would make an int32 of a whole one."""
        if isinstance(node.value, bool) or self._float_dtype != "float32":
            return self.constant(node)
        return number_code(float(node.value))

    def constant_call(self, node: Call) -> str:
        arguments = dict(node.arguments)
        value, dtype = arguments["value"], arguments.get("dtype")
        assert isinstance(value, Node)
        if isinstance(value, Number):
            numbers: list[bool | int | float] | None = [value.value]
        else:
            numbers = plain_numbers(value) if isinstance(value, Array) else None
        if numbers is None or not isinstance(dtype, str):
            if isinstance(value, Number) and isinstance(value.value, float):
                return self.constant(value)
            code = TensorFlowWriter("float32").lone_number(value) if isinstance(value, Number) else self.code(value)
            return code if dtype is None else f"tf.cast({code}, {self.dtype(str(dtype))})"
        written = _rows(value, lambda number: _in_dtype(number, dtype))
        return f"tf.constant({written}, dtype={self.dtype(dtype)})"

    def dtype(self, name: str) -> str:
        return f"tf.{name}"


def number_code(value: bool | int | float) -> str:
    """As in the notes: `1.`, `0.5`, `2`; and `float("inf")`."""
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    code = repr(value)
    return code.removesuffix("0") if code.endswith(".0") else code


def plain_numbers(node: Array) -> list[bool | int | float] | None:
    """All the numbers, where nested rows hold nothing else."""
    numbers: list[bool | int | float] = []
    for item in node.items:
        below = [item.value] if isinstance(item, Number) else plain_numbers(item) if isinstance(item, Array) else None
        if below is None:
            return None
        numbers += below
    return numbers


def _rows(node: Node, code: Callable[[bool | int | float], str]) -> str:
    if isinstance(node, Number):
        return code(node.value)
    assert isinstance(node, Array)
    return f"[{', '.join(_rows(item, code) for item in node.items)}]"


def _in_dtype(number: bool | int | float, dtype: str) -> str:
    if dtype == "bool":
        return str(bool(number))
    return number_code(int(number) if "int" in dtype else float(number))


def _bracketed(code: str, strength: int, needed: int) -> str:
    return code if strength >= needed else f"({code})"
