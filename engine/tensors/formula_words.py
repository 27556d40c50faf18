"""The formula of one element, in the elements it is made of and in their numbers: `d[0] = b[0] + c[0] = 4 + 2 = 6`."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from engine.expressions.functions import FUNCTIONS, Group
from engine.expressions.tree import Binary, Call, Node, Unary

MOST_TERMS = 4
"""Terms of a sum that are all written; of more, the first two and the last."""

OPERATORS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "pow": "**"}
"""Functions that one writes as an operator."""

COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
"""In brackets, since a formula has = between its steps."""


def element_name(label: str, index: Sequence[int]) -> str:
    """As in `a[0, 1]`; `a` for a scalar; `(a + b)[0, 1]` for a part of a line."""
    if not index:
        return label
    simple = label.isidentifier() or (label.endswith((")", "]")) and label.partition("(")[0].isidentifier())
    return f"{label if simple else f'({label})'}[{', '.join(map(str, index))}]"


def show_number(value: Any) -> str:
    """Six digits of a number, all of a whole one."""
    if isinstance(value, bytes):
        return repr(value.decode(errors="replace"))
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, bool | int):
        return str(value)
    if isinstance(value, complex):
        return f"({value.real:.6g}{value.imag:+.6g}j)"
    number = float(value)
    return str(number) if not math.isfinite(number) else f"{number:.6g}"


def expression(node: Node, parts: Sequence[Sequence[str]], total: int) -> str:
    """How an element is made of others, `parts` being for each operand the texts of its elements in this formula.

    The same for names and for numbers. total: how many elements of an operand a sum has, of which `parts` may hold
    only some.
    """
    match node:
        case Binary(operator="@") | Call(function="matmul"):
            products = [joined("*", pair) for pair in zip(*parts, strict=True)]
            return " + ".join(_shortened(products, total))
        case Binary(operator=operator) if operator in COMPARISONS:
            return f"({joined(operator, [texts[0] for texts in parts])})"
        case Binary(operator=operator):
            return joined(operator, [texts[0] for texts in parts])
        case Unary(operator=operator):
            return operator + _guarded(parts[0][0])
        case Call(function=function) if FUNCTIONS[function].group is Group.REDUCTION:
            return _reduction(function, parts[0], total)
        case Call(function=function) if function in OPERATORS:
            return joined(OPERATORS[function], [texts[0] for texts in parts])
        case Call(function=function) if FUNCTIONS[function].group is Group.ELEMENTWISE:
            shown = [text for texts in parts for text in texts]
            dtype = dict(node.arguments).get("dtype")
            return f"{function}({', '.join([*shown, *([str(dtype)] if dtype else [])])})" if shown else ""
    return next((texts[0] for texts in parts if texts), "")


def joined(operator: str, texts: Sequence[str]) -> str:
    """As in `a[0]·b[0]` or `4 + (-2)`."""
    first = _guarded(texts[0]) if operator == "**" else texts[0]
    rest = [_guarded(text) for text in texts[1:]]
    sign = {"*": "·", "**": "**"}.get(operator, f" {operator} ")
    return sign.join([first, *rest])


def _reduction(function: str, texts: Sequence[str], total: int) -> str:
    if function == "sum":
        return _sum(texts, total) if texts else "sum()"
    if function == "mean" and texts:
        return f"({_sum(texts, total)}) / {total}" if total > 1 else f"{texts[0]} / 1"
    if function == "prod" and texts:
        terms = _shortened(texts, total)
        return "·".join([terms[0], *(_guarded(text) for text in terms[1:])])
    return f"{function}({', '.join(_shortened(texts, total))})"


def _sum(texts: Sequence[str], total: int) -> str:
    terms = _shortened(texts, total)
    return " + ".join([terms[0], *(_guarded(text) for text in terms[1:])])


def _shortened(texts: Sequence[str], total: int) -> list[str]:
    return list(texts) if total <= MOST_TERMS else [*texts[:2], "…", texts[-1]]


def _guarded(text: str) -> str:
    return f"({text})" if text.startswith("-") else text
