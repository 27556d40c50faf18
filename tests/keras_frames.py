"""Frames of the Keras tab to draw, made with NumPy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from engine.keras_lab.protocol import (
    Answer,
    Curves,
    Evaluation,
    Fitting,
    Frame,
    Inference,
    Plan,
    Points,
    Program,
    Progress,
    Region,
    Results,
    State,
    Summary,
    SummaryRow,
)
from engine.training.records import FloatArray

EXTENT = (-4.0, 4.0, -3.0, 3.0)
NO_PROGRESS = Progress(State.READY, 0, 5, 0, 4, None, 0.0)


def floats(values: ArrayLike) -> FloatArray:
    return np.asarray(values, dtype=np.float32)


def make_points(per_class: int = 10, class_count: int = 2) -> Points:
    """Points of each class on a row of its own; every third is held out."""
    count = per_class * class_count
    classes = np.repeat(np.arange(class_count), per_class)
    across = np.tile(np.linspace(-3, 3, per_class), class_count)
    inputs = floats(np.column_stack((across, classes - (class_count - 1) / 2)))
    return Points(inputs, classes.astype(np.int64), class_count, np.arange(count) % 3 == 0, EXTENT)


def make_region(number: int = 1, class_count: int = 2, side: int = 20) -> Region:
    """Classes one above the other, sure in the middle of each band."""
    heights = (np.arange(side) + 0.5) / side * class_count
    classes = np.repeat(heights.astype(np.uint8)[:, None], side, axis=1)
    strength = np.repeat(floats(1 - 2 * np.abs(heights % 1 - 0.5))[:, None], side, axis=1)
    outputs = np.repeat(floats(heights)[:, None, None], side, axis=1)
    return Region(number, EXTENT, outputs, classes, strength)


def make_curves(
    epochs: int = 0,
    batches: int = 4,
    extra: int = 0,
    names: Sequence[str] = ("loss", "accuracy"),
    evaluated: int | None = None,
) -> Curves:
    """Losses that fall as 1 / batch, and metrics of 0.5; so many epochs, and `extra` batches of the next one."""
    count = epochs * batches + extra
    losses = floats(1 / np.arange(1, count + 1))
    means = np.column_stack([losses] + [np.full(count, 0.5, np.float32)] * (len(names) - 1)).astype(np.float32)
    ends = np.arange(1, epochs + 1) * batches
    by_epoch = means[ends - 1] if epochs else np.empty((0, len(names)), np.float32)
    return Curves(
        tuple(names),
        means,
        losses,
        ends.astype(np.int64),
        by_epoch,
        by_epoch * floats(0.5),
        by_epoch[: epochs if evaluated is None else evaluated] * floats(0.8),
    )


def make_results(class_count: int = 2) -> Results:
    """One wrong answer of each class; for two classes with a ROC curve of three thresholds."""
    confusion = np.full((class_count, class_count), 1, np.int64) + 8 * np.eye(class_count, dtype=np.int64)
    if class_count > 2:
        return Results(False, confusion, 0.8, None, None, None, None)
    roc = floats([[0.0, 0.0], [0.0, 0.8], [0.2, 1.0], [1.0, 1.0]])
    return Results(False, confusion, 0.9, (0.0, 1.0), roc, floats([float("inf"), 0.75, 0.5, 0.0]), 0.96)


def make_inference(points: ArrayLike = ((0, 1), (1, 0)), problem: None = None) -> Inference:
    inputs = floats(points)
    count = len(inputs)
    at_once = Answer("model(new_inputs)", f"EagerTensor ({count}, 1) float32", 0.002, 48, False)
    in_batches = Answer("model.predict(new_inputs, batch_size=128)", f"ndarray ({count}, 1) float32", 0.05, 4096, True)
    outputs = floats(np.linspace(0, 1, count)[:, None])
    classes = (outputs[:, 0] > 0.5).astype(np.int64)
    return Inference(count, inputs, outputs, classes, at_once, in_batches, 0.0, 1.0, problem)


def make_frame(**changes: object) -> Frame:
    """The notes' model before it is trained; `changes` replaces any field of the frame."""
    frame = Frame(
        run=1,
        plan=Plan(),
        points=make_points(),
        summary=Summary((SummaryRow("dense", "Dense", (None, 1), 3),), 3, 12, 'Model: "sequential"'),
        refusals=(),
        notices=(),
        fitting=Fitting(),
        curves=make_curves(),
        progress=NO_PROGRESS,
        looked_at=None,
        best_epoch=None,
        looks_at_best=False,
        weights=(floats([[1], [-1]]), floats([0])),
        region=make_region(),
        threshold=0.5,
        results=None,
        evaluation=None,
        inference=None,
        comparison=None,
        program=Program("import keras\nmodel = keras.Sequential()\n", (("model", (2,)),), "model"),
        saved_to="",
        busy="",
    )
    return replace(frame, **changes)  # type: ignore[arg-type]


EVALUATION = Evaluation(
    "model.evaluate(val_inputs, val_targets, batch_size=128)",
    (0.25, 0.875),
    ("loss", "accuracy"),
    "[0.25, 0.875]",
    False,
    5,
)
