"""Writes the nested tapes that give the numbers on the page of curves, as a program in the style of the notes."""

from __future__ import annotations

import numpy as np

from engine.expressions.source import ATOM, TensorFlowWriter, Written, number_code
from engine.expressions.tree import Name, Node
from engine.gradients.curve_protocol import CurveSettings
from engine.gradients.naming import naming, tape_names


class _CastWriter(TensorFlowWriter):
    """Writes formulas in which t is a variable of whole numbers."""

    def write(self, node: Node) -> Written:
        if isinstance(node, Name):
            return f"tf.cast({node.name}, tf.{self._float_dtype})", ATOM
        return super().write(node)


def curve_script(
    tree: Node, settings: CurveSettings, at: float, is_watched: bool, connected: int, is_cast: bool = False
) -> str:
    """The program for the point `at`; it prints the formula's value there, and each derivative's.

    is_watched: whether the tapes follow t; where they do not, the program ends with the first gradient, which is None.
    connected: see `CurvesFrame`. is_cast: the formula gives something else than a tensor of t's dtype.
    """
    order = settings.order if is_watched else 1
    names, tapes = naming(tree).code, tape_names(order)
    lines = ["import tensorflow as tf", _start(settings, at)]
    for depth in range(order):
        lines.append(f"{_indent(depth)}with tf.GradientTape() as {tapes[order - 1 - depth]}:")
        if settings.watch == "watched":
            lines.append(f"{_indent(depth + 1)}{tapes[order - 1 - depth]}.watch(t)")
    lines.append(f"{_indent(order)}{names[0]} = {_formula(tree, settings, is_cast)}")
    for number in range(1, order + 1):
        zero = ', unconnected_gradients="zero"' if is_watched and number > connected else ""
        call = f"{tapes[number - 1]}.gradient({names[number - 1]}, t{zero})"
        lines.append(f"{_indent(order - number)}{names[number]} = {call}")
    if is_watched:
        lines += [f"for value in ({', '.join(names[: order + 1])}):", "    print(value.numpy())"]
    else:
        lines += [f"print({names[0]}.numpy())", f"print({names[1]})"]
    return "\n".join(lines) + "\n"


def _start(settings: CurveSettings, at: float) -> str:
    if settings.watch == "integer":
        return f"t = tf.Variable({round(at)})"
    kind = "tf.Variable" if settings.watch in ("variable", "frozen") else "tf.constant"
    shortest = float(str(np.dtype(settings.dtype).type(at)))  # that reads back as the same number
    arguments = [number_code(shortest)]
    if settings.watch == "frozen":
        arguments.append("trainable=False")
    if settings.dtype == "float64":
        arguments.append("dtype=tf.float64")
    return f"t = {kind}({', '.join(arguments)})"


def _formula(tree: Node, settings: CurveSettings, is_cast: bool) -> str:
    writer = _CastWriter if settings.watch == "integer" else TensorFlowWriter
    code = writer(settings.dtype).code(tree, alone=True)
    return f"tf.cast({code}, tf.{settings.dtype})" if is_cast else code


def _indent(depth: int) -> str:
    return "    " * depth
