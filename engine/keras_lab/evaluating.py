"""Asks Keras's `evaluate`, in pieces: what it says of the weights that are looked at, and of those after each epoch."""

from __future__ import annotations

from typing import Any

from engine.keras_lab.calls import PausableCall
from engine.keras_lab.experiment import Experiment
from engine.keras_lab.handover import Pieces
from engine.keras_lab.protocol import Evaluate, Evaluation
from engine.training.settings import check_batch_size

AT_ONCE = 8192
"""Points in a batch where only the figures matter and not how `evaluate` comes by them."""


def evaluate(experiment: Experiment, command: Evaluate) -> Pieces:
    """Calls `evaluate` as the notes do, and keeps what it returned. Raises `Problem` where nothing is compiled."""
    if experiment.refusals:
        raise experiment.refusals[0].problem
    check_batch_size(command.batch_size)
    division = experiment.division
    on_training = command.on_training or division.held_inputs is None
    names = ("training_inputs", "training_targets") if on_training else ("val_inputs", "val_targets")
    inputs, targets = (
        (division.training_inputs, division.training_targets)
        if on_training
        else (division.held_inputs, division.held_targets)
    )
    epoch = experiment.epoch
    model = experiment.judge()
    call = PausableCall(
        lambda callback: model.evaluate(inputs, targets, batch_size=command.batch_size, verbose=0, callbacks=[callback])
    )
    yield from call.pieces()
    experiment.evaluation = Evaluation(
        call=f"model.evaluate({', '.join(names)}, batch_size={command.batch_size})",
        returned=tuple(call.result) if isinstance(call.result, list) else float(call.result),
        names=experiment.recorder.names,
        text=str(call.result),
        on_training=on_training,
        epoch=epoch,
    )
    experiment.ran = "evaluate"


def evaluate_epochs(experiment: Experiment) -> Pieces:
    """What `evaluate` says of the training points under the weights after each epoch, for the curve beside `fit`'s."""
    recorder = experiment.recorder
    while recorder.evaluated < recorder.epochs:
        weights = recorder.kept_weights(recorder.evaluated + 1)
        if weights is None:
            recorder.add_evaluated({})
            continue
        model = experiment.judge(weights)
        inputs, targets = experiment.division.training_inputs, experiment.division.training_targets

        def ask(callback: Any, model: Any = model, inputs: Any = inputs, targets: Any = targets) -> Any:
            return model.evaluate(
                inputs, targets, batch_size=AT_ONCE, verbose=0, callbacks=[callback], return_dict=True
            )

        call = PausableCall(ask)
        yield from call.pieces()
        recorder.add_evaluated(call.result)
