"""How right a model is: the confusion matrix, and for two classes the ROC curve."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.keras_lab.protocol import Results
from engine.keras_lab.targets import Decision
from engine.training.records import FloatArray

MOST_CORNERS = 2000
"""So many points of the curve are told at most; a plot has no room for more."""


def results(
    outputs: FloatArray, classes: NDArray[np.int64], decision: Decision, threshold: float, on_training: bool
) -> Results:
    """Compares what the model said, (n, outputs), with the true classes, (n,)."""
    said = decision.classes(outputs, threshold)
    count = decision.class_count
    confusion = np.bincount(classes * count + said, minlength=count * count).reshape(count, count)
    confusion.flags.writeable = False
    curve, thresholds, area = None, None, None
    scores = decision.scores(outputs) if count == 2 else None
    if scores is not None and np.isfinite(scores).all() and 0 < classes.sum() < len(classes):
        curve, thresholds, area = roc(scores, classes == 1)
    return Results(
        on_training=on_training,
        confusion=confusion,
        accuracy=float(np.mean(said == classes)),
        scores=(float(scores.min()), float(scores.max())) if scores is not None and decision.has_threshold else None,
        roc=curve,
        roc_thresholds=thresholds,
        area=area,
    )


def roc(scores: FloatArray, positive: NDArray[np.bool_]) -> tuple[FloatArray, FloatArray, float]:
    """The false and the true positive rate at every threshold, (k, 2), from none to all; these thresholds; the area.

    A point is called positive where its score is at least the threshold. The area is that under all the corners, the
    probability that a positive point has a higher score than a negative one.
    """
    order = np.argsort(-scores, kind="stable")
    falling, hits = scores[order], positive[order]
    last_of_equals = np.append(np.flatnonzero(np.diff(falling)), len(falling) - 1)
    true = np.append(0, np.cumsum(hits)[last_of_equals]) / hits.sum()
    false = np.append(0, np.cumsum(~hits)[last_of_equals]) / (~hits).sum()
    area = float(np.sum(np.diff(false) * (true[1:] + true[:-1]) / 2))
    thresholds = np.append(np.inf, falling[last_of_equals]).astype(np.float32)
    curve = np.column_stack((false, true)).astype(np.float32)
    if len(curve) > MOST_CORNERS:
        kept = np.unique(np.linspace(0, len(curve) - 1, MOST_CORNERS).astype(int))
        curve, thresholds = curve[kept], thresholds[kept]
    curve.flags.writeable = thresholds.flags.writeable = False
    return curve, thresholds, area
