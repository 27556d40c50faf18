"""Writes what the page of f(x, y) shows as a Python program of its own, in the style of the notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from engine.datasets import TwoGaussians
from engine.expressions.source import tensorflow_source
from engine.expressions.tree import Number
from engine.gradients.surface.functions import SurfaceFunction, point_function
from engine.gradients.surface.records import Script
from engine.gradients.surface.subjects import ClassifierLoss, Dtype, Formula, Subject

Point = tuple[float, float]


def surface_script(
    subject: Subject, dtype: Dtype, function: SurfaceFunction, start: Point, learning_rates: Sequence[float]
) -> Script:
    """The program that goes down from `start`, a step for each learning rate, and prints what the page shows there."""
    is_loss = isinstance(subject, ClassifierLoss)
    variable, result = ("W", "loss") if is_loss else ("point", "value")
    forward = _forward(subject, dtype, function)
    lines = ["import numpy as np", "import tensorflow as tf"] if is_loss else ["import tensorflow as tf"]
    if isinstance(subject, ClassifierLoss):
        lines += ["", *TwoGaussians().source()]
        if dtype == "float64":
            lines += ['inputs, targets = inputs.astype("float64"), targets.astype("float64")']
    lines += [""]
    lines += [f"{variable} = tf.Variable({_start(start, dtype, is_loss)})"]
    if isinstance(subject, ClassifierLoss):
        lines += [f"b = tf.constant([{subject.bias!r}]{_dtype(dtype)})"]
    zero = ', unconnected_gradients="zero"'
    gradient_zero = zero if function.gradient_is_none else ""
    if learning_rates:
        lines += [""]
        lines += [
            "# Gradient descent",
            f"for learning_rate in {_rates(learning_rates)}:",
            "    with tf.GradientTape() as tape:",
            *(f"        {line}" for line in forward),
            f"    gradient = tape.gradient({result}, {variable}{gradient_zero})",
            f"    {variable}.assign_sub(gradient * learning_rate)",
        ]
    jacobian = f"outer_tape.jacobian(gradient, {variable}{zero if function.hessian_is_none else ''})"
    lines += [
        "",
        "with tf.GradientTape() as outer_tape:",
        "    with tf.GradientTape() as inner_tape:",
        *(f"        {line}" for line in forward),
        f"    gradient = inner_tape.gradient({result}, {variable}{gradient_zero})",
        f"hessian = tf.reshape({jacobian}, (2, 2))" if is_loss else f"hessian = {jacobian}",
        "eigenvalues, eigenvectors = tf.linalg.eigh(hessian)",
        "",
        f'print("{variable}:", {variable}.numpy().ravel())',
        f'print("{result}:", {result}.numpy())',
        'print("gradient:", gradient.numpy().ravel())',
        'print("Hessian:", hessian.numpy().ravel())',
        'print("eigenvalues:", eigenvalues.numpy())',
        'print("eigenvectors:", eigenvectors.numpy().ravel())',
    ]
    (line,) = [number for number, text in enumerate(lines, 1) if text.startswith("hessian = ")]
    return Script("\n".join(lines) + "\n", line)


def _forward(subject: Subject, dtype: Dtype, function: SurfaceFunction) -> list[str]:
    if not isinstance(subject, Formula):
        return ["predictions = tf.matmul(inputs, W) + b", "loss = tf.reduce_mean(tf.square(targets - predictions))"]
    tree = point_function(subject.text).tree
    code = tensorflow_source(tree, dtype)
    if isinstance(tree, Number) and not isinstance(tree.value, bool):
        code = f"tf.constant({float(tree.value)!r}{_dtype(dtype)})"  # beside x and y it is a number of their dtype
    return [
        "x, y = tf.unstack(point)",
        f"value = tf.cast({code}, tf.{dtype})" if function.is_cast else f"value = {code}",
    ]


def _start(start: Point, dtype: Dtype, is_column: bool) -> str:
    x, y = (str(number) for number in np.array(start, dtype))
    return f"[[{x}], [{y}]]{_dtype(dtype)}" if is_column else f"[{x}, {y}]{_dtype(dtype)}"


def _dtype(dtype: Dtype) -> str:
    return "" if dtype == "float32" else f", dtype=tf.{dtype}"


def _rates(learning_rates: Sequence[float]) -> str:
    runs = [(rate, len(tuple(run))) for rate, run in groupby(learning_rates)]
    return " + ".join(f"[{rate!r}] * {count}" for rate, count in runs)
