"""The catalogue itself, as the installed Keras gives it."""

from __future__ import annotations

from functools import cache

from engine.errors import QT_TRANSLATE_NOOP
from engine.keras_lab.catalogue.arguments import arguments
from engine.keras_lab.catalogue.classes import BY_SHAPE, activations, classes, obstacle, string
from engine.keras_lab.catalogue.documentation import summary
from engine.keras_lab.catalogue.specification import Kind, Spec


@cache
def specifications(kind: Kind) -> tuple[Spec, ...]:
    """All that Keras has of the kind, by name; those that cannot be chosen too, with their obstacle.

    The first call for a kind tries what Keras accepts, which takes up to a second.
    """
    if kind == "activation":
        return tuple(Spec(kind, name, name, summary(function)) for name, function in activations().items())
    found = tuple(_specification(kind, name) for name in classes(kind))
    if kind not in BY_SHAPE:
        return found
    by_shape = BY_SHAPE[kind]
    help = QT_TRANSLATE_NOOP("engine", "Keras finds the one that goes with the shapes of targets and output.")
    return Spec(kind, by_shape, by_shape, help), *found


def specification(kind: Kind, name: str) -> Spec | None:
    """The one of that name, None where there is none."""
    if kind != "activation" and name in classes(kind):
        return _specification(kind, name)
    return next((spec for spec in specifications(kind) if spec.name == name), None)


@cache
def _specification(kind: Kind, name: str) -> Spec:
    why_not = obstacle(kind, name)
    fields = arguments(kind, name) if why_not is None else ()
    return Spec(kind, name, string(kind, name), summary(classes(kind)[name]), fields, why_not)
