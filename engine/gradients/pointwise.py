"""Which formulas a curve can be drawn of: those that work on each number alone."""

from __future__ import annotations

from engine.dtypes import BITS, FLOATING
from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.functions import FUNCTIONS, Group
from engine.expressions.parser import parse
from engine.expressions.tree import Array, Binary, Call, Node, Subscript, children

REAL = ("bool", *FLOATING, *BITS)


def parse_curve(text: str, name: str = "t") -> Node:
    """The tree of a formula of one number. Raises `ExpressionError` also for what would mix the points of a curve."""
    tree = parse(text, (name,))
    _refuse_mixing(tree)
    return tree


def count_nodes(tree: Node) -> int:
    """How many operations, numbers and names it has."""
    return 1 + sum(map(count_nodes, children(tree)))


def _refuse_mixing(node: Node) -> None:
    what = ""
    match node:
        case Array():
            what = "[…]"
        case Subscript():
            what = "[ ]"
        case Binary(operator="@"):
            what = "@"
        case Call(function=function) if FUNCTIONS[function].group is not Group.ELEMENTWISE and function != "constant":
            what = function
        case Call(function="cast" | "constant", arguments=arguments):
            dtype = dict(arguments).get("dtype")
            if dtype is not None and dtype not in REAL:
                template = QT_TRANSLATE_NOOP("engine", "A curve is drawn of real numbers; {dtype} is none of them.")
                raise ExpressionError(node.column, template, dtype=dtype)
    if what:
        template = QT_TRANSLATE_NOOP(
            "engine", "{what} works on whole tensors; a curve needs what works on each number alone, such as sin(t)."
        )
        raise ExpressionError(node.column, template, what=what)
    for child in children(node):
        _refuse_mixing(child)
