"""The decision line: where the classifier's prediction is 0.5."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.training.records import FloatArray


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """y = slope * x + intercept, or, where `slope` is None, the vertical line at x = intercept."""

    slope: float | None
    intercept: float


def decision_line(weights: FloatArray, bias: FloatArray) -> DecisionLine | None:
    """The line w0 x + w1 y + b = 0.5 of weights (2, 1) and bias (1,).

    None where there is none: both weights are 0, a value is not finite, or the data has other than two features.
    """
    if len(weights) != 2 or not np.isfinite(weights).all() or not np.isfinite(bias).all():
        return None
    (w0,), (w1,) = weights.tolist()
    (b,) = bias.tolist()
    if w1 != 0:
        return DecisionLine(-w0 / w1, (0.5 - b) / w1)
    return DecisionLine(None, (0.5 - b) / w0) if w0 != 0 else None
