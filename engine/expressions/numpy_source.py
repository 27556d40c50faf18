"""Writes a formula's tree as the NumPy program that gives the same numbers."""

from __future__ import annotations

from engine.expressions.source import ATOM, Writer, Written, number_code
from engine.expressions.tree import Array, Call, Node, Number

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

PARAMETERS = {
    "transpose": {"perm": "axes"},
}
"""Parameters that are written with their names, and have others."""


def numpy_source(tree: Node) -> str:
    """The program text, with `np`. Where numbers alone decide on a dtype, NumPy's own default stands."""
    return NumPyWriter().code(tree, alone=True)


class NumPyWriter(Writer):
    """Writes formulas as Python with `np`."""

    def number(self, value: bool | int | float) -> str:
        return number_code(value)

    def array(self, node: Array) -> str:
        return f"np.array({self.rows(node)})"

    def rows(self, node: Node) -> str:
        """Nested lists."""
        if isinstance(node, Array):
            return f"[{', '.join(map(self.rows, node.items))}]"
        return number_code(node.value) if isinstance(node, Number) else self.code(node)

    def call(self, node: Call) -> Written:
        first = next((argument for _, argument in node.arguments if isinstance(argument, Node)), None)
        if node.function in SPELT_OUT and first is not None:
            code, strength = self.write(first)
            operand = code if strength >= ATOM else f"({code})"
            code = SPELT_OUT[node.function].format(x=operand)
            return code, 6 if " / " in code else ATOM
        if node.function == "cast" and first is not None:
            code, strength = self.write(first)
            return f"{code if strength >= ATOM else f'({code})'}.astype({self.dtype(_dtype_of(node))})", ATOM
        return f"np.{NAMES.get(node.function, node.function)}({', '.join(self.arguments(node))})", ATOM

    def arguments(self, node: Call) -> list[str]:
        renamed = PARAMETERS.get(node.function, {})
        arguments = tuple((renamed.get(name, name), argument) for name, argument in node.arguments)
        return super().arguments(Call(node.function, arguments, node.column))

    def dtype(self, name: str) -> str:
        return {"bool": "np.bool_", "string": "np.str_"}.get(name, f"np.{name}")


def _dtype_of(node: Call) -> str:
    return str(dict(node.arguments)["dtype"])
