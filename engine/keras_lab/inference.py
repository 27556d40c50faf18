"""Asks a trained model for new points in both ways of the notes: `model(x)`, and `model.predict(x, batch_size=128)`."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import numpy as np

from engine.datasets import LARGEST, check_seed
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.keras_lab.building import FEATURES, MEMORY_LIMIT, Model
from engine.keras_lab.calls import PausableCall
from engine.keras_lab.experiment import Experiment
from engine.keras_lab.handover import Pieces
from engine.keras_lab.memory import measured_peak
from engine.keras_lab.protocol import Answer, Inference, Predict
from engine.training.records import FloatArray
from engine.training.settings import check_batch_size

MOST_POINTS = 10_000_000
SHOWN = 2000
"""So many of the points and answers are told, to draw and to list."""

MEASURABLE = 100_000
"""With fewer points than this, what else the process does takes more memory than the answer."""


def infer(experiment: Experiment, command: Predict) -> Pieces:
    """Asks at once, then in batches, and keeps what came of it as it comes. Raises `InputError`."""
    check_batch_size(command.batch_size)
    points = _points(experiment, command)
    model = experiment.judge()
    decision, threshold = experiment.decision, experiment.threshold
    widths = [int(layer.units) for layer in model.layers]
    few = points[:SHOWN]
    outputs = model(few).numpy()
    found = Inference(
        count=len(points),
        points=few,
        outputs=outputs,
        classes=decision.classes(outputs, threshold),
        at_once=Answer("model(new_inputs)", "", None, None, False),
        in_batches=Answer(f"model.predict(new_inputs, batch_size={command.batch_size})", "", None, None, False),
        difference=None,
        share_done=0.0,
        problem=None,
    )
    experiment.ran = "predict"
    experiment.inference = found
    yield

    tensor = None
    needed = 4 * len(points) * (FEATURES + sum(widths))
    if needed > MEMORY_LIMIT:
        template = QT_TRANSLATE_NOOP(
            "engine",
            "model(x) keeps what every layer gives for all {count} points, {needed:.1f} GiB; predict takes them "
            "in batches.",
        )
        found = replace(found, problem=Problem(template, count=len(points), needed=needed / 2**30))
    else:
        tensor, answer = _at_once(model, points, found.at_once, needed)
        found = replace(found, at_once=answer)
    experiment.inference = found
    yield

    batches = -(-len(points) // command.batch_size)
    batch_bytes = 4 * min(command.batch_size, len(points)) * (FEATURES + sum(widths)) + 4 * len(points) * widths[-1]
    call = PausableCall(
        lambda callback: model.predict(points, batch_size=command.batch_size, verbose=0, callbacks=[callback])
    )
    with measured_peak() as peak:
        for _ in call.pieces():
            experiment.inference = replace(found, share_done=min(1.0, call.batches / batches))
            yield
    answer = _answer(found.in_batches, call.result, call.seconds, peak.bytes, batch_bytes, len(points))
    difference = None if tensor is None else _difference(tensor.numpy(), call.result)
    experiment.inference = replace(found, in_batches=answer, difference=difference, share_done=1.0)


def _at_once(model: Model, points: FloatArray, answer: Answer, needed: int) -> tuple[Any, Answer]:
    with measured_peak() as peak:
        begun = time.perf_counter()
        tensor = model(points)
        seconds = time.perf_counter() - begun
    return tensor, _answer(answer, tensor, seconds, peak.bytes, needed, len(points))


def _answer(answer: Answer, returned: Any, seconds: float, peak: int | None, needed: int, count: int) -> Answer:
    kind = "NumPy array" if isinstance(returned, np.ndarray) else type(returned).__name__
    dtype = returned.dtype.name
    measured = peak is not None and count >= MEASURABLE
    return replace(
        answer,
        returned=f"{kind} {tuple(returned.shape)} {dtype}",
        seconds=seconds,
        peak_bytes=peak if measured else needed,
        measured=measured,
    )


def _difference(one: FloatArray, other: FloatArray) -> float:
    return float(np.max(np.abs(one - other), initial=0.0))


def _points(experiment: Experiment, command: Predict) -> FloatArray:
    """(n, 2): those that were given, or random ones over the plot."""
    if command.points is not None:
        points = np.asarray(command.points)
        if points.ndim != 2 or points.shape[1] != FEATURES or not len(points):
            template = QT_TRANSLATE_NOOP("engine", "A point is two numbers, such as 1.5, 2; give at least one.")
            raise InputError("points", template)
        if not (np.abs(points) <= LARGEST).all():
            template = QT_TRANSLATE_NOOP("engine", "The numbers of a point lie between -{most:g} and {most:g}.")
            raise InputError("points", template, most=LARGEST)
        return points.astype(np.float32)
    count = command.count
    if isinstance(count, bool) or not isinstance(count, int | np.integer) or not 1 <= count <= MOST_POINTS:
        template = QT_TRANSLATE_NOOP("engine", "Ask for a whole number of points from 1 to {most}, not {value}.")
        raise InputError("count", template, most=MOST_POINTS, value=count)
    check_seed(command.seed)
    left, right, bottom, top = experiment.points.extent
    generator = np.random.default_rng(command.seed)
    return generator.uniform((left, bottom), (right, top), (count, FEATURES)).astype(np.float32)
