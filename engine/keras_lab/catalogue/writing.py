"""Writes a choice as the notes do: `"rmsprop"`, or `keras.optimizers.RMSprop(learning_rate=0.0001)`."""

from __future__ import annotations

from engine.keras_lab.catalogue.checking import check_choice
from engine.keras_lab.catalogue.classes import BY_SHAPE
from engine.keras_lab.catalogue.literals import literal
from engine.keras_lab.catalogue.making import differing, is_sayable
from engine.keras_lab.catalogue.specification import Choice, Kind, Spelling, Value

PATHS = {
    "optimizer": "keras.optimizers",
    "loss": "keras.losses",
    "metric": "keras.metrics",
    "schedule": "keras.optimizers.schedules",
}


def code(kind: Kind, choice: Choice, spelling: Spelling = "object") -> str:
    """The Python expression; only arguments that differ from Keras's own are written. Raises `InputError`.

    Where Keras has no string for it, or no string says its arguments, the object is written whatever the spelling.
    """
    spec = check_choice(kind, choice, kind)
    if kind == "activation" or choice.name == BY_SHAPE.get(kind) or (spelling == "string" and is_sayable(spec, choice)):
        return f'"{spec.string}"'
    arguments = ", ".join(f"{name}={value_code(value)}" for name, value in differing(spec, choice))
    return f"{PATHS[kind]}.{choice.name}({arguments})"


def value_code(value: Value) -> str:
    """The argument's value as Python."""
    return code("schedule", value) if isinstance(value, Choice) else literal(value)
