"""What dragging the decision line does to W and b."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.training.records import FloatArray
from gui.plots.half_planes import THRESHOLD, Point


@dataclass(frozen=True, slots=True)
class LineDrag:
    """A drag that began at `start` (in the plane), of the line that these parameters give.

    Without a pivot the line is moved, which changes b only; with one it is turned about it, which changes W, but not
    its length, and b.
    """

    weights: FloatArray
    bias: FloatArray
    start: Point
    pivot: Point | None

    def to(self, x: float, y: float) -> tuple[FloatArray, FloatArray]:
        """The parameters, (2, 1) and (1,), that bring the line under this point of the plane."""
        x_weight, y_weight = float(self.weights[0, 0]), float(self.weights[1, 0])
        if self.pivot is None:
            moved = x_weight * (x - self.start[0]) + y_weight * (y - self.start[1])
            return self.weights.copy(), (self.bias - moved).astype(np.float32)
        pivot_x, pivot_y = self.pivot
        turn = math.atan2(y - pivot_y, x - pivot_x) - math.atan2(self.start[1] - pivot_y, self.start[0] - pivot_x)
        cosine, sine = math.cos(turn), math.sin(turn)
        turned = (cosine * x_weight - sine * y_weight, sine * x_weight + cosine * y_weight)
        intercept = THRESHOLD - turned[0] * pivot_x - turned[1] * pivot_y
        return np.array([[turned[0]], [turned[1]]], dtype=np.float32), np.array([intercept], dtype=np.float32)
