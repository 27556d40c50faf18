"""The engine of the page of curves: obeys the window's commands, tells what there is to see."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

import numpy as np

from engine.errors import InputError, Problem
from engine.expressions.error import ExpressionError
from engine.gradients.curve_protocol import (
    CurveCommand,
    CurveEvent,
    CurvesDrawn,
    CurvesFailed,
    CurvesFrame,
    MovePoint,
    PauseCurves,
    PlayCurves,
    ShowCurves,
)

if TYPE_CHECKING:
    from engine.gradients.curve_study import CurveStudy

FRAME_SECONDS = 1 / 60
AT_ONCE_SECONDS = 0.06
"""How long a new function's first frame waits for what the tapes record."""

REST_SECONDS = 0.15
"""How long the point must have stayed where it is before anything is worked out besides the next frame."""


class CurveLaboratory:
    """One function at a time. A frame is told when something has changed and the last one has been drawn."""

    def __init__(self, tell: Callable[[CurveEvent], None], clock: Callable[[], float] = time.perf_counter) -> None:
        self._tell = tell
        self._clock = clock
        self._study: CurveStudy | None = None
        self._at = 0.0
        self._moved = -REST_SECONDS  # when the point was moved last
        self._started: tuple[float, float] | None = None  # when, and at which t, the point began to run
        self._changed = False
        self._drawn = True

    def obey(self, command: CurveCommand) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `CurvesFailed`."""
        try:
            self._obey(command)
        except Problem as problem:
            self._fail(problem)
        self._offer_frame()

    def work(self) -> float | None:
        """Lets the point run; while it rests, looks into the tapes, makes everything quicker, and checks; in pieces."""
        study = self._study
        if study is None:
            return None
        if self._started is not None:
            self._run_on(study)
            self._offer_frame()
            return FRAME_SECONDS if self._started is not None else 0.0
        if study.is_complete(self._at):
            return None
        if (wait := self._moved + REST_SECONDS - self._clock()) > 0:
            return wait
        if study.work(self._at):
            self._changed = True
            self._offer_frame()
        return 0.0

    def _obey(self, command: CurveCommand) -> None:
        match command:
            case CurvesDrawn():
                self._drawn = True
                return
            case ShowCurves():
                self._show(command)
            case MovePoint():
                self._started = None
                self._moved = self._clock()
                self._put(command.at)
            case PlayCurves():
                self._play()
            case PauseCurves():
                self._started = None
            case _:
                assert_never(command)
        self._changed = True

    def _show(self, command: ShowCurves) -> None:
        from engine.gradients.curve_study import CurveStudy

        study = CurveStudy(command.settings, command.at, self._study)
        study.point(study.nearest(command.at))  # what cannot be computed is not shown
        self._study = study
        self._started = None
        self._put(command.at)
        study.look_into_tapes(self._at, AT_ONCE_SECONDS)

    def _put(self, at: float) -> None:
        if self._study is not None:
            self._at = self._study.nearest(at)

    def _play(self) -> None:
        if self._study is None:
            return
        low, high = self._study.settings.span
        start = low if self._at >= self._study.nearest(high) else self._at
        self._started = self._clock(), start
        self._put(start)

    def _run_on(self, study: CurveStudy) -> None:
        assert self._started is not None
        since, start = self._started
        at = start + (self._clock() - since) * study.pace
        if at >= study.settings.span[1]:
            self._started = None
        self._moved = self._clock()
        self._put(at)
        self._changed = True

    def _fail(self, problem: Problem) -> None:
        field = problem.field if isinstance(problem, InputError) else None
        if isinstance(problem, ExpressionError):
            field = "text"
        self._tell(CurvesFailed(problem, field))

    def _offer_frame(self) -> None:
        study = self._study
        if study is None or not self._changed or not self._drawn:
            return
        self._changed = False
        self._drawn = False
        with np.errstate(all="ignore"):
            frame: CurvesFrame = study.frame(self._at, playing=self._started is not None)
        self._tell(frame)
