"""Writes a formula's tree as the NumPy program that gives the same numbers."""

from __future__ import annotations

from engine.expressions.source import ATOM, SIGN, STRENGTHS, Writer, Written, number_code
from engine.expressions.tree import Argument, Array, Binary, Call, Node, Number, Unary

NAMES = {
    "asin": "arcsin", "acos": "arccos", "atan": "arctan", "is_nan": "isnan", "is_finite": "isfinite",
    "pow": "power", "concat": "concatenate", "reverse": "flip", "range": "arange", "rank": "ndim",
    "fill": "full", "constant": "array", "clip_by_value": "clip",
}  # fmt: skip
"""What NumPy calls differently. Besides these, it has most functions under the names of the language."""

SPELT_OUT = {
    "sigmoid": "1 / (1 + np.exp(-{x}))",
    "relu": "np.maximum({x}, 0)",
    "softplus": "np.log1p(np.exp({x}))",
    "reciprocal": "1 / {x}",
    "rsqrt": "1 / np.sqrt({x})",
    "erf": "np.vectorize(math.erf)({x})",
    "stop_gradient": "{x}",
}
"""What NumPy does not have."""

BRACKETED = ("sigmoid", "reciprocal")
"""Of these, those in which the operand stands beside an operator."""

OVER = ("sigmoid", "reciprocal", "rsqrt")
"""And those that are a division."""

DEFAULTS: dict[str, dict[str, int]] = {"argmax": {"axis": 0}, "argmin": {"axis": 0}}
"""Arguments that may be left out, and of which NumPy would not take TensorFlow's default."""

DTYPES = {"bool": "bool_", "string": "str_"}
"""NumPy's names where they differ; of bfloat16 it has none."""

PARAMETERS = {
    "transpose": {"perm": "axes"},
}
"""Parameters that are written with their names, and have others."""


def numpy_source(tree: Node, alone: bool = True) -> str:
    """The program text, with `np`. Where numbers alone decide on a dtype, NumPy's own default stands.

    alone: as of `tensorflow_source`.
    """
    return NumPyWriter().code(tree, alone)


class NumPyWriter(Writer):
    """Writes formulas as Python with `np`."""

    def number(self, value: bool | int | float) -> str:
        return number_code(value)

    def lone_number(self, node: Number) -> str:
        return f"np.array({number_code(node.value)})"

    def array(self, node: Array) -> str:
        return f"np.array({self.rows(node)})"

    def rows(self, node: Node) -> str:
        """Nested lists."""
        if isinstance(node, Array):
            return f"[{', '.join(map(self.rows, node.items))}]"
        return number_code(node.value) if isinstance(node, Number) else self.code(node)

    def unary(self, node: Unary) -> Written:
        if isinstance(node.operand, Number):
            return node.operator + self.scalar(node.operand), SIGN
        return super().unary(node)

    def left_operand(self, node: Binary) -> Written:
        """Two numbers that the parser left as they are: Python would count 9**(10**9) out to its last digit."""
        if isinstance(node.left, Number) and isinstance(node.right, Number):
            return self.scalar(node.left), ATOM
        return self.write(node.left)

    def subscripted(self, node: Node) -> Written:
        return (self.scalar(node), ATOM) if isinstance(node, Number) else self.write(node)

    def scalar(self, node: Number) -> str:
        """A number that is to be NumPy's own."""
        return f"np.bool_({node.value})" if isinstance(node.value, bool) else f"np.float64({number_code(node.value)})"

    def call(self, node: Call) -> Written:
        first = next((argument for _, argument in node.arguments if isinstance(argument, Node)), None)
        if node.function in SPELT_OUT and first is not None:
            code, strength = self.write(first)
            operand = f"({code})" if strength < ATOM and node.function in BRACKETED else code
            return SPELT_OUT[node.function].format(x=operand), STRENGTHS["/"] if node.function in OVER else ATOM
        if node.function == "cast" and first is not None:
            code, strength = (self.lone_number(first), ATOM) if isinstance(first, Number) else self.write(first)
            return f"{code if strength >= ATOM else f'({code})'}.astype({self.dtype(dtype_of(node))})", ATOM
        return f"np.{NAMES.get(node.function, node.function)}({', '.join(self.arguments(node))})", ATOM

    def arguments(self, node: Call) -> list[str]:
        call = Call(node.function, numpy_arguments(node), node.column)
        codes = super().arguments(call)
        if node.function == "constant" and isinstance(node.arguments[0][1], Array):
            codes[0] = self.rows(node.arguments[0][1])  # the call makes the array
        return codes

    def dtype(self, name: str) -> str:
        return f"np.{DTYPES.get(name, name)}"


def numpy_arguments(node: Call) -> tuple[tuple[str, Argument], ...]:
    """The call's arguments, by NumPy's names for them where they are written, and with its own defaults replaced."""
    renamed = PARAMETERS.get(node.function, {})
    given = {renamed.get(name, name): argument for name, argument in node.arguments}
    missing = {name: value for name, value in DEFAULTS.get(node.function, {}).items() if name not in given}
    return (*given.items(), *missing.items())


def dtype_of(node: Call) -> str:
    """The dtype that a `cast` names."""
    return str(dict(node.arguments)["dtype"])
