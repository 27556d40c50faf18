"""Gives a model what a plan chooses for `compile`, and asks it once, so that what cannot work is said at once."""

from __future__ import annotations

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.building import Model
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.specification import Choice, Custom
from engine.keras_lab.points import Division
from engine.keras_lab.protocol import Compilation

SAMPLES = 4


def compile_model(model: Model, compilation: Compilation) -> None:
    """Calls `model.compile`. Raises `InputError` about "optimizer", "loss" or "metrics", or one of their arguments."""
    spelling = compilation.spelling
    model.compile(
        optimizer=make("optimizer", compilation.optimizer, spelling=spelling),
        loss=make("loss", compilation.loss, spelling=spelling),
        metrics=[make("metric", metric, "metrics", spelling) for metric in compilation.metrics],
    )


def names_of_figures(model: Model, division: Division) -> tuple[str, ...]:
    """ "loss" and the metrics' names, as `fit` will call them; computes all of them on a few points.

    Raises `InputError` where Keras cannot.
    """
    inputs, targets = division.training_inputs[:SAMPLES], division.training_targets[:SAMPLES]
    try:
        outputs = model(inputs, training=True)
        model.compute_loss(inputs, targets, outputs)
        figures = model.compute_metrics(inputs, targets, outputs)
        model.reset_metrics()
    except Problem:
        raise
    except Exception as error:  # Keras says no by errors of every kind
        template = QT_TRANSLATE_NOOP("engine", "Keras cannot compute this loss or these metrics; it says: {reason}.")
        raise InputError("loss", template, reason=str(error).strip().rstrip(".")) from error
    return ("loss", *(name for name in figures if name != "loss"))


def takes_logits(loss: Choice | Custom) -> bool:
    """Whether the loss takes the model's outputs for logits."""
    return isinstance(loss, Choice) and dict(loss.arguments).get("from_logits") is True
