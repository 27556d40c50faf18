"""The optimizers that can be chosen: the notes' own update, and every one that Keras ships."""

from __future__ import annotations

import difflib
import inspect
from dataclasses import replace
from functools import cache
from typing import Any

import keras

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.reading import specification
from engine.keras_lab.catalogue.specification import Choice, Spec, Value
from engine.training.classifier import AssignSub

MANUAL = "manual"

KEPT_OUT = ("learning_rate", "loss_scale_factor")
"""Arguments that are no argument here: the rate has a setting of its own, and only `fit` scales the loss."""

Arguments = tuple[tuple[str, Value], ...]


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


def describe_optimizer(name: str) -> Spec:
    """A Keras optimizer with the arguments that it can be given here.

    The first time takes up to a second: Keras's own checks are tried. Raises `InputError` for one that is not there.
    """
    spec = specification("optimizer", optimizer_name(name))
    if spec is None:  # the update by hand
        return Spec("optimizer", MANUAL, "", "")
    return replace(spec, arguments=tuple(part for part in spec.arguments if part.name not in KEPT_OUT))


def make_optimizer(name: str, learning_rate: float, arguments: Arguments = ()) -> Any:
    """The optimizer of that name, one of `optimizer_names`.

    Raises `InputError` about "optimizer.momentum", say, for an argument that it does not have or cannot be given here.
    """
    if not arguments:
        return AssignSub(learning_rate) if name == MANUAL else keras_optimizers()[name](learning_rate=learning_rate)
    for argument, _ in arguments:
        if name == MANUAL:
            template = QT_TRANSLATE_NOOP("engine", "The update by hand has no {argument}; choose one of Keras.")
            raise InputError(f"optimizer.{argument}", template, argument=argument)
        if argument in KEPT_OUT:
            template = QT_TRANSLATE_NOOP("engine", "{argument} cannot be set here; leave it as it is.")
            raise InputError(f"optimizer.{argument}", template, argument=argument)
    return make("optimizer", Choice(name, (("learning_rate", learning_rate), *arguments)))
