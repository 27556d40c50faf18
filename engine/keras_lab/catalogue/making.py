"""Makes what Keras's `compile` takes of a choice."""

from __future__ import annotations

from typing import Any

import keras

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.catalogue.arguments import starts
from engine.keras_lab.catalogue.checking import check_choice
from engine.keras_lab.catalogue.classes import BY_SHAPE, classes
from engine.keras_lab.catalogue.specification import Choice, Kind, Spec, Spelling, Value


def make(kind: Kind, choice: Choice, field: str | None = None, spelling: Spelling = "object") -> Any:
    """A new optimizer, loss, metric or schedule of Keras's, or, where that is the `spelling`, its string.

    A string that is asked for and cannot say the choice (`is_sayable`) becomes an object.
    Raises `InputError` about `field`, the kind's name if None, or about one of its arguments ("loss.delta").
    """
    field = kind if field is None else field
    spec = check_choice(kind, choice, field)
    if kind == "activation":
        return keras.activations.get(choice.name)
    if (spelling == "string" and is_sayable(spec, choice)) or choice.name == BY_SHAPE.get(kind):
        return spec.string
    cls = classes(kind)[choice.name]
    given = {**starts(cls), **dict(choice.arguments)}
    arguments = {name: _keras_value(value, f"{field}.{name}") for name, value in given.items()}
    try:
        return cls(**arguments)
    except Exception as error:  # Keras refuses with errors of many kinds; whatever it is, it is about these arguments
        template = QT_TRANSLATE_NOOP("engine", "Keras cannot make {name} of these arguments; it says: {reason}.")
        raise InputError(field, template, name=choice.name, reason=str(error).strip().rstrip(".")) from error


def is_sayable(spec: Spec, choice: Choice) -> bool:
    """Whether a string says all of the choice: Keras has one for it, and every argument is Keras's own default."""
    return bool(spec.string) and not differing(spec, choice)


def differing(spec: Spec, choice: Choice) -> tuple[tuple[str, Value], ...]:
    """The arguments that the code must name: those that are not Keras's own, in the order of the signature."""
    given = dict(choice.arguments)
    return tuple(
        (argument.name, given.get(argument.name, argument.default))
        for argument in spec.arguments
        if argument.required or (argument.name in given and not _is_same(given[argument.name], argument.default))
    )


def _is_same(value: Value, default: Value) -> bool:
    return value == default and isinstance(value, bool) == isinstance(default, bool)


def _keras_value(value: Value, field: str) -> Any:
    if isinstance(value, Choice):
        return make("schedule", value, field)
    return list(value) if isinstance(value, tuple) else value
