"""Builds the model of a plan: a `keras.Sequential` of Dense layers, checked before anything is allocated."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.protocol import Layer, Summary, SummaryRow
from engine.training.records import FloatArray

FEATURES = 2
MOST_LAYERS = 32
MEMORY_LIMIT = 1 << 30
"""Bytes that the layers may need; more is refused before anything is allocated."""

COPIES = 6
"""Of every weight: itself, its gradient, two slots of an optimizer, and the copy that is looked at; and one kept."""

POINTS = 10_000
"""How many points go through the layers at once, when the plane is drawn."""

Model = Any
"""Keras publishes no types; this name says what is meant."""


class PartError(InputError):
    """A value that cannot be used, of one among several layers or metrics: `at` says of which."""

    def __init__(self, field: str, at: int | None, template: str, **values: object) -> None:
        super().__init__(field, template, **values)
        self.at = at


def check_layers(layers: Sequence[Layer]) -> None:
    """Raises `PartError` where no such layers can be made, or memory has no room for them."""
    if not 1 <= len(layers) <= MOST_LAYERS:
        template = QT_TRANSLATE_NOOP("engine", "A model has from 1 to {most} layers, not {count}.")
        raise PartError("layers", None, template, most=MOST_LAYERS, count=len(layers))
    inputs = FEATURES
    needed = 0
    for at, layer in enumerate(layers):
        _check_layer(at, layer)
        own = _bytes_needed(inputs, layer.units)
        if needed + own > MEMORY_LIMIT:
            raise PartError(
                "units",
                at,
                QT_TRANSLATE_NOOP(
                    "engine", "{units} units would need {needed:.1f} GiB of memory here; choose at most {most}."
                ),
                units=layer.units,
                needed=own / 2**30,
                most=max(1, int((MEMORY_LIMIT - needed) / _bytes_needed(inputs, 1))),
            )
        needed += own
        inputs = layer.units


def _bytes_needed(inputs: int, units: int) -> int:
    return 4 * units * (COPIES * (inputs + 1) + POINTS)


def _check_layer(at: int, layer: Layer) -> None:
    units = layer.units
    if isinstance(units, bool) or not isinstance(units, int | np.integer) or units < 1:
        template = QT_TRANSLATE_NOOP("engine", "A layer needs a whole number of units, at least 1, not {value}.")
        raise PartError("units", at, template, value=units)
    for field, value in (("l1", layer.l1), ("l2", layer.l2)):
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
            template = QT_TRANSLATE_NOOP(
                "engine", "A regularizer's factor is a number, 0 for none, such as 0.001; not {value}."
            )
            raise PartError(field, at, template, value=value)
    try:
        keras.activations.get(layer.activation)
    except ValueError:
        template = QT_TRANSLATE_NOOP("engine", "Keras has no activation called {name}.")
        raise PartError("activation", at, template, name=layer.activation) from None


def build(layers: Sequence[Layer], seed: int) -> Model:
    """The model, its weights drawn from `seed` as in a program that calls `keras.utils.set_random_seed` first."""
    check_layers(layers)
    keras.utils.set_random_seed(seed)
    # Keras numbers its layers over all models; these are the names that they have in a program of their own.
    names = ["dense", *(f"dense_{at}" for at in range(1, len(layers)))]
    denses = [_dense(layer, name) for layer, name in zip(layers, names, strict=True)]
    model = keras.Sequential(denses, name="sequential")
    model.build((None, FEATURES))
    return model


def _dense(layer: Layer, name: str) -> Any:
    regularizer = keras.regularizers.L1L2(l1=layer.l1, l2=layer.l2) if layer.l1 or layer.l2 else None
    activation = None if layer.activation == "linear" else layer.activation
    return keras.layers.Dense(layer.units, activation=activation, kernel_regularizer=regularizer, name=name)


def summary(model: Model) -> Summary:
    """The model as Keras describes it."""
    rows = tuple(
        SummaryRow(layer.name, type(layer).__name__, tuple(layer.output.shape), layer.count_params())
        for layer in model.layers
    )
    lines: list[str] = []
    model.summary(print_fn=lambda line, **_: lines.append(str(line)))
    parameters = model.count_params()
    return Summary(rows, parameters, parameters * 4, "\n".join(lines))


@contextmanager
def keras_errors() -> Iterator[None]:
    """Within the block, what Keras or TensorFlow raises, of whatever kind, becomes a `Problem` with their words."""
    try:
        yield
    except Problem:
        raise
    except Exception as error:
        template = QT_TRANSLATE_NOOP("engine", "Keras could not do it; it says: {reason}.")
        raise Problem(template, reason=str(error).strip().rstrip(".")) from error


def current_weights(model: Model) -> tuple[FloatArray, ...]:
    """Copies of the kernel and the bias of each layer in turn, read-only."""
    weights = tuple(np.array(variable.value.numpy()) for variable in model.weights)
    for array in weights:
        array.flags.writeable = False
    return weights
