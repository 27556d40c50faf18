"""Every optimizer × loss × metric: what fits is trained by Keras's own `fit`, what does not must be refused before.

The three choices meet in two places only. The loss and a metric both read the targets and the outputs; whether they go
together is asked for each pair. The optimizer sees nothing but the gradients of the loss, and metrics change no weight.
So a triple trains when its loss trains with its optimizer, and the metric is a number beside the loss. `python -m
combinations`, with `tests` on the path, goes through every such pair, which takes minutes, and tells the figures.
"""

from __future__ import annotations

import sys
from functools import cache

import keras
import numpy as np

from engine.keras_lab.catalogue.examples import encode, target_forms
from engine.keras_lab.catalogue.fitting import misfits
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.reading import specifications
from engine.keras_lab.catalogue.specification import Choice, Kind, Misfit, OutputForm, TargetForm

SAMPLES = 24
BATCH = 8

Home = tuple[TargetForm, OutputForm]
"""Targets and a last layer that a loss fits."""


def names(kind: Kind) -> list[str]:
    return [spec.name for spec in specifications(kind) if spec.obstacle is None]


@cache
def home(loss: str, classes: int) -> Home | None:
    """The first targets and last layer that the loss fits, None where it fits none."""
    layers = [OutputForm(classes, "softmax"), OutputForm(classes)] if classes > 2 else []
    layers += [OutputForm(1, "sigmoid"), OutputForm(1), OutputForm(1, "tanh"), OutputForm(2, "softmax")]
    for targets in target_forms(classes):
        for layer in layers:
            if not misfits(Choice(loss), (), classes, targets, layer):
                return targets, layer
    return None


@cache
def refusal(loss: str, metric: str, classes: int) -> Misfit | None:
    """Why the metric is refused beside the loss, at the home of the loss."""
    where = home(loss, classes)
    assert where is not None
    found = misfits(Choice(loss), (Choice(metric),), classes, *where)
    return found[0] if found else None


def train(optimizer: str, loss: str, metrics: list[str], classes: int, eagerly: bool = True) -> dict[str, list[float]]:
    """The history of an epoch of `fit` on a cloud of points for each class. Weights that are not finite fail."""
    where = home(loss, classes)
    assert where is not None
    targets, output = where
    rng = np.random.default_rng(0)
    labels = np.arange(SAMPLES) % classes
    inputs = (rng.normal(size=(SAMPLES, 2)) + 2 * np.stack([np.cos(2 * labels), np.sin(2 * labels)], 1)).astype(
        "float32"
    )
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(output.units, activation=output.activation)])
    model.compile(
        optimizer=make("optimizer", Choice(optimizer)),
        loss=make("loss", Choice(loss)),
        metrics=[make("metric", Choice(metric)) for metric in metrics],
        run_eagerly=eagerly,
    )
    history = model.fit(inputs, encode(labels, targets, classes), BATCH, verbose=0)
    assert all(np.isfinite(weight).all() for weight in model.get_weights())
    found: dict[str, list[float]] = history.history
    return found


def main() -> None:
    """Goes through every pair and tells the figures, for as many classes as the command line says (2, then 3)."""
    optimizers, losses, metrics = names("optimizer"), names("loss"), names("metric")
    for classes in map(int, sys.argv[1:] or (2, 3)):
        homeless = [loss for loss in losses if home(loss, classes) is None]
        trainable = [loss for loss in losses if loss not in homeless]
        fits = {loss: [metric for metric in metrics if refusal(loss, metric, classes) is None] for loss in trainable}
        for loss in trainable:
            for at, optimizer in enumerate(optimizers):
                history = train(optimizer, loss, fits[loss] if at == 0 else [], classes)
                assert np.isfinite(list(history.values())).all(), (optimizer, loss, history)
            print(f"{loss}, {classes} classes at {home(loss, classes)}: {len(fits[loss])} metrics fit", flush=True)
        trained = len(optimizers) * sum(map(len, fits.values()))
        everything = len(optimizers) * len(losses) * len(metrics)
        print(f"{classes} classes: {len(optimizers)} optimizers x {len(losses)} losses x {len(metrics)} metrics")
        print(f"    {everything} triples: {trained} train to finite values, {everything - trained} are refused")
        print(f"    {len(optimizers) * len(homeless) * len(metrics)} of these by the loss alone: {', '.join(homeless)}")


if __name__ == "__main__":
    main()
