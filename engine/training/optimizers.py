"""The optimizers that can be chosen: the notes' own update, and every one that Keras ships."""

from __future__ import annotations

import difflib
import inspect
from functools import cache
from typing import Any

import keras

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.training.classifier import AssignSub

MANUAL = "manual"


@cache
def keras_optimizers() -> dict[str, type]:
    """Every Keras optimizer that can be made from a learning rate alone, by name."""
    return {
        name: value
        for name, value in vars(keras.optimizers).items()
        if inspect.isclass(value)
        and issubclass(value, keras.optimizers.Optimizer)
        and "learning_rate" in (parameters := inspect.signature(value).parameters)
        and all(
            p.default is not p.empty or p.kind in (p.VAR_KEYWORD, p.VAR_POSITIONAL) or p.name == "learning_rate"
            for p in parameters.values()
        )
        and value is not keras.optimizers.Optimizer
    }


def optimizer_names() -> tuple[str, ...]:
    """ "manual" and the names of the Keras optimizers, in alphabetical order."""
    return (MANUAL, *sorted(keras_optimizers()))


def optimizer_name(name: str) -> str:
    """The name as `optimizer_names` spells it, letters' case aside. Raises `InputError` where there is none."""
    known = {key.lower(): key for key in optimizer_names()}
    if str(name).lower() not in known:
        close = difflib.get_close_matches(str(name).lower(), known, n=1, cutoff=0.0)[0]
        raise InputError(
            "optimizer",
            QT_TRANSLATE_NOOP("engine", "There is no optimizer called {name}; did you mean {close}?"),
            name=name,
            close=known[close],
        )
    return known[name.lower()]


def make_optimizer(name: str, learning_rate: float) -> Any:
    """The optimizer of that name, one of `optimizer_names`."""
    return AssignSub(learning_rate) if name == MANUAL else keras_optimizers()[name](learning_rate=learning_rate)
