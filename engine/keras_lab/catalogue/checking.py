"""Checks a choice against the catalogue, before Keras sees it: Keras takes learning rates of NaN and -1."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable

import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.catalogue.arguments import LONGEST_LIST
from engine.keras_lab.catalogue.reading import specification, specifications
from engine.keras_lab.catalogue.specification import Argument, ArgumentKind, Choice, Kind, Spec, Value

LARGEST = float(np.finfo(np.float32).max)
LONGEST_WORD = 100


def check_choice(kind: Kind, choice: Choice, field: str) -> Spec:
    """The choice's `Spec`. Raises `InputError` about `field`, or about `field.argument`, as in "optimizer.momentum"."""
    spec = specification(kind, choice.name) if isinstance(choice.name, str) else None
    if spec is None:
        names = [one.name for one in specifications(kind) if one.obstacle is None]
        close = difflib.get_close_matches(str(choice.name)[:LONGEST_WORD], names, n=1, cutoff=0.0)[0]
        template = QT_TRANSLATE_NOOP("engine", "This Keras has nothing called {name} there; did you mean {close}?")
        raise InputError(field, template, name=choice.name, close=close)
    if spec.obstacle is not None:
        raise InputError(field, spec.obstacle.template, **spec.obstacle.values)
    arguments = {argument.name: argument for argument in spec.arguments}
    for name, value in choice.arguments:
        if name not in arguments:
            template = QT_TRANSLATE_NOOP("engine", "{name} has no argument called {argument}; leave it out.")
            raise InputError(field, template, name=spec.name, argument=name)
        check_value(arguments[name], value, f"{field}.{name}")
    return spec


def check_value(argument: Argument, value: Value, field: str) -> None:
    """Raises `InputError` about `field` where the argument cannot be `value`."""
    if value is None and argument.optional:
        return
    name = argument.name
    match argument.kind:
        case ArgumentKind.TRUTH:
            if not isinstance(value, bool):
                template = QT_TRANSLATE_NOOP("engine", "{name} is either True or False, not {value}.")
                raise InputError(field, template, name=name, value=value)
        case ArgumentKind.ONE_OF:
            if value not in argument.choices:
                template = QT_TRANSLATE_NOOP("engine", "{name} is one of {choices}, not {value}.")
                raise InputError(field, template, name=name, choices=", ".join(argument.choices), value=value)
        case ArgumentKind.RATE if isinstance(value, Choice):
            check_choice("schedule", value, field)
        case ArgumentKind.REALS | ArgumentKind.WHOLES | ArgumentKind.TEXTS:
            _check_list(argument, value, field)
        case _:
            _check_number(argument, value, field)


def _check_list(argument: Argument, value: Value, field: str) -> None:
    if not isinstance(value, tuple) or not 1 <= len(value) <= LONGEST_LIST:
        template = QT_TRANSLATE_NOOP("engine", "{name} is a list of 1 to {most} entries, not {value}.")
        raise InputError(field, template, name=argument.name, most=LONGEST_LIST, value=value)
    for entry in value:
        if argument.kind is not ArgumentKind.TEXTS:
            _check_number(argument, entry, field)
        elif not isinstance(entry, str) or not 1 <= len(entry) <= LONGEST_WORD:
            template = QT_TRANSLATE_NOOP("engine", "{name} is a list of words, and {value} is none.")
            raise InputError(field, template, name=argument.name, value=entry)


def _check_number(argument: Argument, value: object, field: str) -> None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if argument.kind in (ArgumentKind.WHOLE, ArgumentKind.WHOLES):
        if not is_number or not isinstance(value, int):
            template = QT_TRANSLATE_NOOP("engine", "{name} is a whole number, not {value}.")
            raise InputError(field, template, name=argument.name, value=value)
    elif not is_number or not abs(value) <= LARGEST:  # type: ignore[arg-type]
        template = QT_TRANSLATE_NOOP("engine", "{name} is a number such as 0.1, not {value}.")
        raise InputError(field, template, name=argument.name, value=value)
    assert isinstance(value, int | float)
    if not _is_within(argument, value):
        raise InputError(field, _range_sentence(argument), **_range_values(argument, value))


def _is_within(argument: Argument, value: float) -> bool:
    """Also as the float32 that it becomes: what is above 0 must not be rounded to 0."""
    seen: Iterable[float] = (value,) if isinstance(value, int) else (value, float(np.float32(value)))
    low, high = argument.low, argument.high
    return all(
        (low is None or (one > low if argument.low_open else one >= low))
        and (high is None or (one < high if argument.high_open else one <= high))
        for one in seen
    )


def _range_values(argument: Argument, value: float) -> dict[str, object]:
    return {"name": argument.name, "low": _short(argument.low), "high": _short(argument.high), "value": value}


def _range_sentence(argument: Argument) -> str:
    if argument.high is None:
        if argument.low_open:
            return QT_TRANSLATE_NOOP("engine", "{name} must be above {low}, not {value}.")
        return QT_TRANSLATE_NOOP("engine", "{name} must be at least {low}, not {value}.")
    if argument.low is None:
        if argument.high_open:
            return QT_TRANSLATE_NOOP("engine", "{name} must be below {high}, not {value}.")
        return QT_TRANSLATE_NOOP("engine", "{name} must be at most {high}, not {value}.")
    if argument.low_open and argument.high_open:
        return QT_TRANSLATE_NOOP("engine", "{name} must lie between {low} and {high}, not {value}.")
    if argument.low_open:
        return QT_TRANSLATE_NOOP("engine", "{name} must be above {low} and at most {high}, not {value}.")
    if argument.high_open:
        return QT_TRANSLATE_NOOP("engine", "{name} must be at least {low} and below {high}, not {value}.")
    return QT_TRANSLATE_NOOP("engine", "{name} must be from {low} to {high}, not {value}.")


def _short(end: float | None) -> float | int | None:
    return int(end) if end is not None and math.isfinite(end) and end == int(end) else end
