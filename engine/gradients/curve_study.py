"""One function, looked at: its curves, the point on them, the check, the program that gives the same numbers."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from engine.errors import Problem
from engine.gradients.checking import Check
from engine.gradients.curve_drawing import draw_curves
from engine.gradients.curve_protocol import Array, Curve, CurveSettings, CurvesFrame
from engine.gradients.curve_script import curve_script
from engine.gradients.naming import naming
from engine.gradients.pointwise import parse_curve
from engine.gradients.recording import Recorder, Recording
from engine.gradients.tape_function import TapeFunction
from engine.gradients.typesetting import latex, picture
from engine.gradients.watching import Kind, Outcome, try_watching

SECONDS = 6.0
"""How long the point takes through the range; but a falling body falls as fast as it does."""


class CurveStudy:
    """What `settings` ask for. Nothing in it changes but by `work()`, which makes it quicker and checks it."""

    _samples: Array
    _values: tuple[Array, ...]
    _curves: tuple[Curve, ...]
    _check: Check
    _watching: Outcome
    _tried: float  # where the point was when that was tried

    def __init__(self, settings: CurveSettings, at: float, earlier: CurveStudy | None = None) -> None:
        """With the point at `at`. Takes from an `earlier` one what is the same. Raises `ExpressionError` and
        `InputError`."""
        self.settings = settings
        self.tree = parse_curve(settings.text)
        self._kind = np.dtype(settings.dtype).type
        self._function = self._function_of(earlier)
        low, high = settings.span
        if earlier is not None and replace(settings, watch=earlier.settings.watch) == earlier.settings:
            self._samples, self._values, self._curves = earlier._samples, earlier._values, earlier._curves
            self._check = earlier._check
        else:
            self._samples = np.linspace(low, high, settings.samples).astype(settings.dtype)
            self._values = self._function(self._samples)
            self._curves = draw_curves(self._evaluate, self._samples, self._values)
            self._check = Check(self.tree, self._function, self._samples, self._curves)
        self._try_watching(self.nearest(at))
        self._nothing: tuple[None, ...] = (None,) * settings.order
        self._shown_values: tuple[Array | None, ...] = self._values
        self._shown_curves: tuple[Curve | None, ...] = self._curves
        if not self.is_watched:
            self._shown_values = (self._values[0], *self._nothing)
            self._shown_curves = (self._curves[0], *self._nothing)
        self._heard: float | None = None  # where the point was when the tapes were looked into
        self._recorder: tuple[float, Recorder] | None = None
        self._recording: Recording | None = None
        self._formula = picture(f"y = {latex(self.tree)}")
        self.pace = 1.0 if naming(self.tree).is_motion else (high - low) / SECONDS

    @property
    def is_watched(self) -> bool:
        """Whether the tapes follow t. Where there is nothing to mend, it is the formula that no gradient comes of:
        it does not change with t."""
        return self._watching.succeeded or self._watching.repair is None

    def is_complete(self, at: float) -> bool:
        """Whether there is nothing left to `work` at, with the point there."""
        is_known = not self._is_unheard(at) and not self._is_untried(at)
        return is_known and not self._function.is_worth_tracing and self._check.is_complete

    def work(self, at: float) -> bool:
        """Does the next piece; gives whether there is something new to see."""
        if self._is_unheard(at):
            return self._listen(at)
        if self._is_untried(at):
            self._try_watching(at)
            return True
        if self._function.is_worth_tracing:
            self._function.trace()
            return False
        known = self._check.symbols, self._check.differences
        self._check.work()
        return known != (self._check.symbols, self._check.differences)

    def nearest(self, at: float) -> float:
        """The place in the range that the point can be at: one that the dtype holds."""
        low, high = self.settings.span
        within = min(max(at, low), high)
        if self.settings.watch == "integer":
            return float(round(within))
        return float(self._kind(within))

    def point(self, at: float) -> tuple[float, ...]:
        """y and its derivatives there. Raises `ExpressionError`."""
        return tuple(float(value[0]) for value in self._function(np.array([at], self.settings.dtype)))

    def frame(self, at: float, playing: bool) -> CurvesFrame:
        """All that there is to see with the point at `at`."""
        point: tuple[float | None, ...] = self.point(at)
        if not self.is_watched:
            point = (point[0], *self._nothing)
        return CurvesFrame(
            settings=self.settings,
            tree=self.tree,
            formula=self._formula,
            samples=self._samples,
            values=self._shown_values,
            curves=self._shown_curves,
            at=at,
            point=point,
            connected=self._function.connected if self.is_watched else 0,
            watching=self._watching,
            symbols=self._check.symbols,
            differences=self._check.differences,
            script=self._script(at),
            recording=self._recording,
            playing=playing,
        )

    def look_into_tapes(self, at: float, seconds: float) -> None:
        """Finds out what the tapes record there, if that takes no longer; `work` goes on with it."""
        end = time.perf_counter() + seconds
        while self._is_unheard(at) and time.perf_counter() < end:
            self._listen(at)

    def _listen(self, at: float) -> bool:
        if self._recorder is None or self._recorder[0] != at:
            self._recorder = at, Recorder(self.tree, "t", at, self.settings.order, self.settings.dtype)
        try:
            recording = self._recorder[1].work()
        except Problem:  # what cannot be shown is left out; the curves are there
            self._heard = at
            return False
        if recording is None:
            return False
        self._recording, self._heard = recording, at
        return True

    def _is_unheard(self, at: float) -> bool:
        return self.is_watched and self._heard != at

    def _try_watching(self, at: float) -> None:
        """With one tape, as the learner would: what comes of it, and why."""
        self._tried = at
        shortest = float(str(self._kind(at)))  # its program has the digits that a learner would type
        self._watching = try_watching(Kind(self.settings.watch), self.tree, "t", shortest)

    def _is_untried(self, at: float) -> bool:
        """Whether a reason is told that speaks of another point."""
        return not self.is_watched and self._tried != at

    def _script(self, at: float) -> str:
        function = self._function
        return curve_script(self.tree, self.settings, at, self.is_watched, function.connected, function.is_cast)

    def _function_of(self, earlier: CurveStudy | None) -> TapeFunction:
        if earlier is not None:
            known = earlier._function
            same = (earlier.settings.text, known.order, known.dtype)
            if same == (self.settings.text, self.settings.order, self.settings.dtype):
                return known
        return TapeFunction(self.tree, self.settings.order, self.settings.dtype)

    def _evaluate(self, points: Array) -> tuple[Array, ...]:
        return self._function(points.astype(self.settings.dtype))
