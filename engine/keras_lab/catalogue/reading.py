"""The catalogue itself, as the installed Keras gives it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from engine.errors import QT_TRANSLATE_NOOP
from engine.keras_lab.catalogue.arguments import arguments
from engine.keras_lab.catalogue.classes import BY_SHAPE, activations, classes, functions, obstacle, string, suits_layer
from engine.keras_lab.catalogue.documentation import summary
from engine.keras_lab.catalogue.specification import Kind, Spec

KINDS: tuple[Kind, ...] = get_args(Kind)


def read_ahead() -> Iterator[None]:
    """Reads all that `specifications` will be asked for, one class or function at a time, each within 0.1 s."""
    for kind in KINDS:
        if kind == "activation":
            for function in functions().values():
                suits_layer(function)
                yield
        else:
            for name in classes(kind):
                _specification(kind, name)
                yield


@cache
def specifications(kind: Kind) -> tuple[Spec, ...]:
    """All that Keras has of the kind, by name; those that cannot be chosen too, with their obstacle.

    The first call for a kind tries what Keras accepts, which takes up to a second where nothing was read ahead.
    """
    if kind == "activation":
        return tuple(Spec(kind, name, name, summary(function)) for name, function in activations().items())
    found = tuple(_specification(kind, name) for name in classes(kind))
    return (_by_shape(kind), *found) if kind in BY_SHAPE else found


def specification(kind: Kind, name: str) -> Spec | None:
    """The one of that name, None where there is none."""
    if kind == "activation":
        return next((spec for spec in specifications(kind) if spec.name == name), None)
    if name == BY_SHAPE.get(kind):
        return _by_shape(kind)
    return _specification(kind, name) if name in classes(kind) else None


def _by_shape(kind: Kind) -> Spec:
    name = BY_SHAPE[kind]
    return Spec(
        kind,
        name,
        name,
        QT_TRANSLATE_NOOP("engine", "Keras finds the one that goes with the shapes of targets and output."),
    )


@cache
def _specification(kind: Kind, name: str) -> Spec:
    why_not = obstacle(kind, name)
    fields = arguments(kind, name) if why_not is None else ()
    return Spec(kind, name, string(kind, name), summary(classes(kind)[name]), fields, why_not)
