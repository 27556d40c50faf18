"""A formula as mathematics writes it: from its tree to LaTeX, and from that to a picture."""

from __future__ import annotations

import math
import warnings
from functools import lru_cache

from engine.expressions.tree import Binary, Call, Name, Node, Number, Unary

SIZE = 20
"""Pixels of the picture's type."""

SUM, PRODUCT, SIGN, POWER, ATOM = 5, 6, 7, 8, 9

Written = tuple[str, int]
"""LaTeX, and how strongly its outermost operator binds."""

NAMED = {
    **{name: rf"\{name}" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
    **{f"a{name}": rf"\arc{name}" for name in ("sin", "cos", "tan")},
    "log": r"\ln",
    "sigmoid": r"\sigma",
    "maximum": r"\max",
    "minimum": r"\min",
}
SIGNS = {"<": "<", "<=": r"\leq", ">": ">", ">=": r"\geq", "==": "=", "!=": r"\neq", "&": r"\land", "|": r"\lor"}
BRACKETED = {"abs": (r"\left|", r"\right|"), "floor": (r"\lfloor", r"\rfloor"), "ceil": (r"\lceil", r"\rceil")}
INFIX = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "pow": "**"}


def latex(tree: Node) -> str:
    """The formula, nothing of it simplified."""
    return _write(tree)[0]


@lru_cache(maxsize=64)
def picture(formula: str) -> str:
    """LaTeX as an SVG of plain black paths; empty where it cannot be typeset."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of how it opens its own font
            from ziamath.config import config
            from ziamath.zmath import Latex

        config.svg2 = False  # Qt draws no <symbol>
        return str(Latex(formula, size=SIZE, color="#000000").svg())
    except Exception:  # a picture is nice to have; the formula stands in its field too
        return ""


def _write(node: Node) -> Written:
    match node:
        case Number(value=value):
            return _number(value)
        case Name(name=name):
            return name, ATOM
        case Unary(operator=operator, operand=operand):
            return (r"\lnot " if operator == "~" else "-") + _within(operand, PRODUCT), SIGN
        case Binary():
            return _binary(node.operator, node.left, node.right)
        case Call():
            return _call(node)
    return r"\cdots", ATOM


def _binary(operator: str, left: Node, right: Node) -> Written:
    match operator:
        case "+" | "-":
            return f"{_within(left, SUM)} {operator} {_within(right, SUM + 1)}", SUM
        case "*":
            return _product(left, right)
        case "/":
            return rf"\frac{{{latex(left)}}}{{{latex(right)}}}", ATOM
        case "//":
            return rf"\left\lfloor\frac{{{latex(left)}}}{{{latex(right)}}}\right\rfloor", ATOM
        case "**":
            return f"{{{_within(left, ATOM)}}}^{{{latex(right)}}}", POWER
        case "%":
            return rf"{_within(left, PRODUCT)} \bmod {_within(right, SIGN)}", PRODUCT
    return f"{_within(left, 2)} {SIGNS.get(operator, operator)} {_within(right, 2)}", 1


def _product(left: Node, right: Node) -> Written:
    """A dot only where two numbers would run into one another."""
    first, second = _within(left, PRODUCT), _within(right, SIGN)
    dot = r" \cdot " if second[:1].isdigit() or second.startswith("-") else r"\,"
    return f"{first}{dot}{second}", PRODUCT


def _call(node: Call) -> Written:
    arguments = [argument for _, argument in node.arguments if isinstance(argument, Node)]
    name = node.function
    codes = [latex(argument) for argument in arguments]
    if name in INFIX:
        return _binary(INFIX[name], *arguments)
    if name in BRACKETED:
        opening, closing = BRACKETED[name]
        return f"{opening} {codes[0]} {closing}", ATOM
    match name:
        case "exp":
            return f"e^{{{codes[0]}}}", POWER
        case "expm1":
            return f"e^{{{codes[0]}}} - 1", SUM
        case "sqrt":
            return rf"\sqrt{{{codes[0]}}}", ATOM
        case "rsqrt":
            return rf"\frac{{1}}{{\sqrt{{{codes[0]}}}}}", ATOM
        case "square":
            return f"{{{_within(arguments[0], ATOM)}}}^{{2}}", POWER
        case "reciprocal":
            return rf"\frac{{1}}{{{codes[0]}}}", ATOM
        case "log1p":
            return rf"\ln\left(1 + {codes[0]}\right)", ATOM
        case "cast" | "stop_gradient" | "constant":
            return rf"\mathrm{{{name.replace('_', ' ')}}}\left({codes[0]}\right)", ATOM
    word = NAMED.get(name) or rf"\mathrm{{{name.replace('_', chr(92) + '_')}}}"
    return rf"{word}\left({', '.join(codes)}\right)", ATOM


def _within(node: Node, needed: int) -> str:
    code, strength = _write(node)
    return code if strength >= needed else rf"\left({code}\right)"


def _number(value: bool | int | float) -> Written:
    if isinstance(value, bool):
        return rf"\mathrm{{{value}}}", ATOM
    if isinstance(value, float) and not math.isfinite(value):
        return {"inf": r"\infty", "-inf": r"-\infty"}.get(str(value), r"\mathrm{NaN}"), ATOM
    if value == math.pi:
        return r"\pi", ATOM
    if value == math.e:
        return "e", ATOM
    text = f"{value:.6g}"
    if "e" in text:
        digits, _, power = text.partition("e")
        return rf"{digits} \cdot 10^{{{int(power)}}}", PRODUCT
    return text, ATOM if value >= 0 else SIGN
