"""What was done to the points by hand, to be undone and done again."""

from __future__ import annotations

from typing import assert_never

import numpy as np

from engine.datasets import DrawnPoints, PointEdits
from engine.errors import QT_TRANSLATE_NOOP, InputError
from gui.plots.point_drawing import Added, Erased, Moved, Stroke


class EditHistory:
    """One entry for each stroke; what was remembered from the last time is a stroke too."""

    def __init__(self, remembered: PointEdits | None = None) -> None:
        self._states = [PointEdits(), *([remembered] if remembered else [])]
        self._at = len(self._states) - 1

    def done(self, edits: PointEdits) -> PointEdits:
        """Something more was done; what was undone before cannot be done again."""
        self._states[self._at + 1 :] = [edits]
        self._at += 1
        return edits

    def undone(self) -> PointEdits | None:
        """What was there before the last stroke; None where there was none."""
        return self._go(-1)

    def redone(self) -> PointEdits | None:
        """What the stroke that was undone had made; None where none was."""
        return self._go(1)

    def _go(self, by: int) -> PointEdits | None:
        if not 0 <= self._at + by < len(self._states):
            return None
        self._at += by
        return self._states[self._at]


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
