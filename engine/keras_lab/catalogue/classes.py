"""The classes that Keras offers, and why some of them are none to choose."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import keras

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.keras_lab.catalogue.specification import Kind

MODULES: Mapping[str, Any] = {
    "optimizer": keras.optimizers,
    "loss": keras.losses,
    "metric": keras.metrics,
    "schedule": keras.optimizers.schedules,
}
BASES: Mapping[str, type] = {
    "optimizer": keras.optimizers.Optimizer,
    "loss": keras.losses.Loss,
    "metric": keras.metrics.Metric,
    "schedule": keras.optimizers.schedules.LearningRateSchedule,
}
PLAIN = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
BY_SHAPE: Mapping[str, str] = {"metric": "accuracy", "loss": "crossentropy"}
"""The strings for which Keras looks at the shapes to find the class, in whatever letters."""

UNASKED = ("self", "name", "dtype")
"""Parameters that change no number."""


@cache
def classes(kind: Kind) -> Mapping[str, type]:
    """Every class that Keras has for it, by name, in alphabetical order; those that are no choice too."""
    found = {name: value for name, value in vars(MODULES[kind]).items() if inspect.isclass(value)}
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


@cache
def activations() -> Mapping[str, Any]:
    """Keras's activation functions, by name; those that a layer cannot be given, as glu, are not here."""
    return {name: function for name, function in functions().items() if suits_layer(function)}


@cache
def functions() -> Mapping[str, Any]:
    """All functions among Keras's activations, by name, in alphabetical order."""
    found = {
        name: value
        for name, value in vars(keras.activations).items()
        if not name.startswith("_") and inspect.isfunction(value) and name not in ("get", "serialize", "deserialize")
    }
    return dict(sorted(found.items()))


@cache
def suits_layer(function: Any) -> bool:
    """Whether it makes a number of each number, and asks for no more than that."""
    try:
        return bool(function(keras.ops.zeros((2, 4))).shape == (2, 4))
    except TypeError:
        return False


@cache
def parameters(cls: type) -> Mapping[str, inspect.Parameter]:
    """The arguments of the class that a form has fields for."""
    return {
        name: parameter
        for name, parameter in inspect.signature(cls).parameters.items()
        if parameter.kind in PLAIN and name not in UNASKED
    }


@cache
def obstacle(kind: Kind, name: str) -> Problem | None:
    """Why the class of that name cannot be chosen by itself; None where it can."""
    cls: Any = classes(kind)[name]
    if cls is BASES[kind]:
        return Problem(
            QT_TRANSLATE_NOOP("engine", "{name} is what the others are built on and computes nothing itself."),
            name=name,
        )
    if not issubclass(cls, BASES[kind]):
        template = QT_TRANSLATE_NOOP(
            "engine", "{name} only sorts things for other classes and is nothing to train with."
        )
        return Problem(template, name=name)
    wrapped = [one for one, parameter in parameters(cls).items() if _is_wrapped(one, parameter)]
    if wrapped:
        template = QT_TRANSLATE_NOOP("engine", "{name} only wraps another one, its {argument}; choose that one itself.")
        return Problem(template, name=name, argument=wrapped[0])
    if kind == "metric" and "y_pred" not in inspect.signature(cls.update_state).parameters:
        template = QT_TRANSLATE_NOOP(
            "engine", "{name} adds up numbers that it is given and does not compare targets with predictions."
        )
        return Problem(template, name=name)
    return None


@cache
def string(kind: Kind, name: str) -> str:
    """How Keras spells the class as a string, "" where it takes none."""
    module, cls = MODULES[kind], classes(kind)[name]
    if obstacle(kind, name) is not None or kind == "schedule":
        return ""
    for candidate in (_snake(name), name.lower(), name):
        if candidate.lower() == BY_SHAPE.get(kind):
            continue
        try:
            found = module.get(candidate)
        except Exception:  # Keras says no in several ways, and means no by each
            continue
        if type(found) is cls or (inspect.isfunction(found) and found is getattr(_instance(cls), "fn", None)):
            return candidate
    return ""


def _instance(cls: Any) -> Any:
    try:
        return cls()
    except Exception:  # it has arguments without a default
        return None


def _is_wrapped(name: str, parameter: inspect.Parameter) -> bool:
    """Whether the argument is another optimizer or a function, and not something that one can type."""
    return parameter.default is parameter.empty and bool(re.search(r"optimizer|^fn$|function", name))


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()
