"""The strings "accuracy" and "crossentropy": which class Keras takes for them."""

from __future__ import annotations

from dataclasses import replace

from engine.keras_lab.catalogue.classes import BY_SHAPE
from engine.keras_lab.catalogue.specification import Choice, Kind, OutputForm, TargetForm

FULL_NAMES = {"accuracy": "Accuracy", "crossentropy": "Crossentropy"}


def resolve(kind: Kind, choice: Choice, targets: TargetForm, output: OutputForm) -> Choice:
    """The class that `compile` finds for a string by the shapes, as Keras documents it; any other choice as it is."""
    if choice.name != BY_SHAPE.get(kind):
        return choice
    if output.units == 1:
        found = "Binary"
    elif targets in (TargetForm.ONE_HOT, TargetForm.DISTRIBUTION):
        found = "Categorical"
    else:
        found = "SparseCategorical"
    return replace(choice, name=found + FULL_NAMES[choice.name])
