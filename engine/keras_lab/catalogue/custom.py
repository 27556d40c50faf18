"""Losses and metrics that are typed: a formula in `y_true` and `y_pred`, under a name."""

from __future__ import annotations

import keyword
from collections.abc import Callable
from typing import Any

import keras

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions import ExpressionError, compile_expression
from engine.expressions.source import tensorflow_source
from engine.keras_lab.catalogue.specification import Custom

NAMES = ("y_true", "y_pred")
LONGEST_NAME = 40
TAKEN = {"keras", "tf", "np", "model", "inputs", "targets", "history", "rng", *NAMES}
"""Names that the program uses itself."""


def custom_function(custom: Custom, field: str) -> Callable[[Any, Any], Any]:
    """What `compile` takes: a function of targets and outputs, both float32 to the formula, under the given name.

    Raises `InputError` about `field.name` or `field.formula`.
    """
    check_custom(custom, field)
    formula = compile_expression(custom.formula, NAMES)

    def computed(y_true: Any, y_pred: Any) -> Any:
        y_pred = keras.ops.convert_to_tensor(y_pred)
        return keras.ops.cast(formula(y_true=keras.ops.cast(y_true, y_pred.dtype), y_pred=y_pred), "float32")

    computed.__name__ = computed.__qualname__ = custom.name
    return computed


def check_custom(custom: Custom, field: str) -> None:
    """The name must be one of Python's, and the formula be about outputs. Raises `InputError`."""
    name = custom.name
    if not isinstance(name, str) or not name.isidentifier() or not name.isascii() or keyword.iskeyword(name):
        template = QT_TRANSLATE_NOOP("engine", "A name is made of letters, digits and _, as my_loss; {name} is not.")
        raise InputError(f"{field}.name", template, name=name)
    if len(name) > LONGEST_NAME or name in TAKEN or name.startswith("_"):
        template = QT_TRANSLATE_NOOP("engine", "{name} is taken or too long; choose another name, as my_loss.")
        raise InputError(f"{field}.name", template, name=name)
    try:
        formula = compile_expression(custom.formula, NAMES)
    except ExpressionError as error:
        raise InputError(f"{field}.formula", error.template, **error.values) from error
    if "y_pred" not in _names(formula):
        template = QT_TRANSLATE_NOOP("engine", "{name} must depend on y_pred, as in square(y_true - y_pred).")
        raise InputError(f"{field}.formula", template, name=name)


def custom_source(custom: Custom) -> str:
    """The function as the notes write one. Raises `InputError`."""
    check_custom(custom, "loss")
    formula = compile_expression(custom.formula, NAMES)
    body = tensorflow_source(formula.tree)
    lines = [f"def {custom.name}(y_true, y_pred):"]
    if "y_true" in _names(formula):
        lines.append("    y_true = tf.cast(y_true, y_pred.dtype)")
    return "\n".join([*lines, f"    return {body}"]) + "\n"


def _names(formula: Any) -> tuple[str, ...]:
    from engine.expressions.tree import names_in

    return names_in(formula.tree)
