"""What the training tab says in words: what each phase did, and where the line lies."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.protocol import Frame
from engine.training.feature_plane import Plane
from engine.training.line import decision_line
from engine.training.records import Phase
from gui.controls.code_actions import Subject

MINUS = "\N{MINUS SIGN}"
LONGEST_NAME = 16
"""Letters of a feature's name that an equation has room for."""


def line_equation(frame: Frame, plane: Plane) -> str:
    """The decision line in this plane as an equation, in the table's own units; empty where there is none."""
    line = decision_line(*plane.seen(frame.weights, frame.bias))
    if line is None:
        return ""
    x, y = (_shortened(name) for name in plane.names or ("x", "y"))
    if line.slope is None:
        return f"{x} = {_number(line.intercept)}"
    sign = "+" if line.intercept >= 0 else MINUS
    return f"{y} = {_number(line.slope)}·{x} {sign} {_number(abs(line.intercept))}"


def about_line(frame: Frame, plane: Plane) -> str:
    """The words that go with the equation."""
    if line_equation(frame, plane):
        if not plane.is_whole:
            return QCoreApplication.translate(
                "words", "where the prediction is 0.5 and all other features are at their mean. Drag it."
            )
        return QCoreApplication.translate("words", "where the prediction is 0.5. Drag it.")
    if not (np.isfinite(frame.weights).all() and np.isfinite(frame.bias).all()):
        return QCoreApplication.translate(
            "words", "W and b are no longer finite, so there is no line. Go back some steps."
        )
    return QCoreApplication.translate("words", "W is 0, so every point gets the same prediction and there is no line.")


def about_step(frame: Frame) -> str:
    """What just happened inside the step, or how to see it."""
    if not frame.inside:
        return QCoreApplication.translate(
            "words", "Take the next step apart: each press of ⇧→ runs one phase of it, ⇧← goes back."
        )
    phase = frame.inside[-1]
    if phase.name == "batch":
        return _about_batch(frame, phase)
    if phase.name == "forward":
        return QCoreApplication.translate(
            "words",
            "While the tape records, every point is multiplied by W and b is added: {count} predictions. "
            "Above 0.5 means class 1.",
        ).format(count=_count(phase, "predictions"))
    if phase.name == "loss":
        return QCoreApplication.translate(
            "words",
            "Each distance of a prediction from its target is squared. The mean of these {count} is the loss: {loss}.",
        ).format(count=_count(phase, "squared_errors"), loss=_number(float(phase.tensors["loss"])))
    if phase.name == "gradients":
        return QCoreApplication.translate(
            "words",
            "The tape ran backwards: {operations}. The loss falls fastest against (grad_W, grad_b).",
        ).format(operations=" → ".join(_recorded_operations(frame.inside)[::-1]))
    if frame.settings.optimizer == "manual":
        return QCoreApplication.translate(
            "words",
            "W and b moved against their gradients, by the gradient times the learning rate {rate}. The step is taken.",
        ).format(rate=f"{frame.settings.learning_rate:g}")
    return QCoreApplication.translate(
        "words",
        "{optimizer} made the move of W and b from the gradients and from what it remembers. The step is taken.",
    ).format(optimizer=frame.settings.optimizer)


def _about_batch(frame: Frame, phase: Phase) -> str:
    if frame.settings.batch_size is None:
        return QCoreApplication.translate("words", "The step learns from all {count} points at once.").format(
            count=_count(phase, "inputs")
        )
    return QCoreApplication.translate(
        "words", "The step learns from {count} points, the next ones in this epoch's shuffled order."
    ).format(count=_count(phase, "inputs"))


def _recorded_operations(inside: tuple[Phase, ...]) -> list[str]:
    """What the tape recorded, in order: the operations of the forward and the loss phase, but not mere reading."""
    phases = [phase for phase in inside if phase.name in ("forward", "loss")]
    return [operation.name for phase in phases for operation in phase.operations if operation.name != "ReadVariableOp"]


def _count(phase: Phase, tensor: str) -> str:
    return f"{len(phase.tensors[tensor]):,}"


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _number(value: float) -> str:
    return f"{value + 0.0:.4g}".replace("-", MINUS)  # which makes 0 of a negative zero


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "training",
        translate("words", "Training, step by step"),
        translate(
            "words",
            "A linear classifier learns from these points, with a loop of its own: prediction, loss, gradients, "
            "update. The loss before every step is printed, then the accuracy and the line.",
        ),
    )
