"""Gives a model what a plan chooses for `compile`, and asks it once, so that what cannot work is said at once."""

from __future__ import annotations

from typing import Any

# Keras numbers what has no name over all that a thread ever made: a second model's "auc" would be "auc_1", and in a
# program of its own "auc". The public way to begin anew, `clear_session`, takes every thread's state away.
from keras.src.utils.naming import reset_uids

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.building import Model
from engine.keras_lab.catalogue.custom import custom_function
from engine.keras_lab.catalogue.making import make
from engine.keras_lab.catalogue.specification import Choice, Custom, Kind, Spelling
from engine.keras_lab.points import Division
from engine.keras_lab.protocol import Compilation

SAMPLES = 4


def compile_model(model: Model, compilation: Compilation) -> None:
    """Calls `model.compile`. Raises `InputError` about "optimizer", "loss" or "metrics", or one of their arguments."""
    reset_uids()
    spelling = compilation.spelling
    model.compile(
        optimizer=make("optimizer", compilation.optimizer, spelling=spelling),
        loss=_made("loss", compilation.loss, "loss", spelling),
        metrics=[_made("metric", metric, f"metrics.{at}", spelling) for at, metric in enumerate(compilation.metrics)],
    )


def _made(kind: Kind, choice: Choice | Custom, field: str, spelling: Spelling) -> Any:
    if isinstance(choice, Custom):
        return custom_function(choice, field)
    return make(kind, choice, field, spelling)


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
