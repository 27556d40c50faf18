"""What a stroke of the mouse makes of the points."""

from __future__ import annotations

from typing import assert_never

import numpy as np

from engine.datasets import DrawnPoints, PointEdits
from engine.errors import QT_TRANSLATE_NOOP, InputError
from gui.plots.point_drawing import Added, Erased, Moved, Stroke


def after(stroke: Stroke, points: DrawnPoints) -> PointEdits:
    """What has been done by hand once this is too. Raises `InputError` where too few points would be left."""
    match stroke:
        case Added():
            return points.with_added(stroke.points, stroke.label).edits
        case Moved():
            return points.with_moved(stroke.number, stroke.x, stroke.y).edits
        case Erased():
            left = np.delete(points.make().targets, stroke.numbers)
            if len(np.unique(left)) < points.class_count:
                raise InputError("data", QT_TRANSLATE_NOOP("engine", "Leave at least one point of each class."))
            return points.with_erased(stroke.numbers).edits
        case _:
            assert_never(stroke)
