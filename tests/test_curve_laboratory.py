"""The engine of the page of curves: what it computes, what it refuses, and the program that it hands over."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from fresh_python import FreshPython
from notebooks import assert_makes_notebook
from patience import within
from problems import assert_is_clear

from engine.errors import InputError
from engine.gradients.curve_laboratory import REST_SECONDS, CurveLaboratory
from engine.gradients.curve_protocol import (
    CurveCommand,
    CurveEvent,
    CurvesDrawn,
    CurveSettings,
    CurvesFailed,
    CurvesFrame,
    MovePoint,
    PauseCurves,
    PlayCurves,
    ShowCurves,
)
from engine.gradients.tape_function import TapeFunction

FEW = CurveSettings(samples=50)


class Bench:
    """A laboratory with a clock that is set by hand, and a window that draws at once unless told otherwise."""

    def __init__(self) -> None:
        self.now = 100.0
        self.events: list[CurveEvent] = []
        self.laboratory = CurveLaboratory(self.events.append, lambda: self.now)

    def does(self, *commands: CurveCommand) -> CurvesFrame:
        """Gives the last frame."""
        for command in commands:
            self.laboratory.obey(command)
            self.laboratory.obey(CurvesDrawn())
        return self.frame

    def works(self) -> CurvesFrame:
        """Until all is done, the point resting."""
        self.now += REST_SECONDS
        while self.laboratory.work() is not None:
            self.laboratory.obey(CurvesDrawn())
        return self.frame

    @property
    def frame(self) -> CurvesFrame:
        return [event for event in self.events if isinstance(event, CurvesFrame)][-1]

    @property
    def failures(self) -> list[CurvesFailed]:
        return [event for event in self.events if isinstance(event, CurvesFailed)]


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_the_notes_free_fall(bench: Bench) -> None:
    for at in (0.0, 1.4, 3.0):
        frame = bench.does(ShowCurves(FEW, at))
        assert frame.point == pytest.approx((4.9 * at**2, 9.8 * at, 9.8), rel=1e-6)
    assert [values is not None and values.dtype for values in frame.values] == [np.float32] * 3
    assert frame.values[1] == pytest.approx(9.8 * frame.samples, rel=1e-6)
    assert frame.formula.startswith("<svg")
    assert "symbol" not in frame.formula  # which Qt would not draw


def test_a_function_is_traced_once_whatever_moves(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    traced: list[TapeFunction] = []
    trace = TapeFunction.trace

    def noting(function: TapeFunction) -> None:
        traced.append(function)
        trace(function)

    monkeypatch.setattr(TapeFunction, "trace", noting)
    bench.does(ShowCurves(FEW, 1.0))
    bench.works()
    for at in np.linspace(0, 3, 20):
        bench.does(MovePoint(float(at)))
    bench.does(ShowCurves(replace(FEW, span=(1.0, 2.0), samples=77), 1.5))
    bench.works()
    assert [function.traces for function in traced] == [1]
    bench.does(ShowCurves(replace(FEW, dtype="float64"), 1.5))
    bench.works()
    assert [function.traces for function in traced] == [1, 1]


def test_eager_and_traced_give_the_same(bench: Bench) -> None:
    settings = replace(FEW, text="t*sin(t)", order=3, dtype="float64")
    before = bench.does(ShowCurves(settings, 1.0)).point
    bench.works()
    assert bench.does(MovePoint(2.0), MovePoint(1.0)).point == pytest.approx(before, rel=1e-12)


def test_the_check_says_how_near_the_tapes_are(bench: Bench) -> None:
    bench.does(ShowCurves(replace(FEW, text="sin(t)*exp(-t/3)", span=(0.0, 6.0), order=3), 1.0))
    assert bench.frame.symbols.float32 is None
    frame = bench.works()
    assert frame.symbols.float32 is not None
    assert frame.symbols.float64 is not None
    assert 0 < frame.symbols.float32 < 1e-5
    assert 0 < frame.symbols.float64 < 1e-13
    assert frame.differences.float32 is not None
    assert frame.differences.float64 is not None
    assert 0 < frame.differences.float64 < 1e-7 < frame.differences.float32 < 1e-2


def test_the_tapes_are_looked_into_where_the_point_rests(bench: Bench) -> None:
    bench.does(ShowCurves(FEW, 1.0))
    assert bench.works().recording is not None
    earlier = bench.frame.recording
    bench.does(MovePoint(2.0))
    wait = bench.laboratory.work()
    assert wait == pytest.approx(REST_SECONDS)
    assert bench.frame.recording is earlier
    assert bench.works().recording is not earlier


@pytest.mark.parametrize("watch", ["constant", "frozen", "integer"])
def test_what_the_tape_does_not_watch_has_no_gradient(bench: Bench, watch: Any) -> None:
    frame = bench.does(ShowCurves(replace(FEW, watch=watch), 1.4))
    assert frame.point[1:] == (None, None)
    assert frame.curves[1:] == (None, None)
    assert frame.point[0] == pytest.approx(4.9 if watch == "integer" else 9.604)
    assert bench.works().recording is None
    assert not frame.watching.succeeded
    assert frame.watching.at == pytest.approx(1.0 if watch == "integer" else 1.4)
    bench.does(MovePoint(3.0))
    bench.now += REST_SECONDS
    assert bench.works().watching.at == 3.0  # the reason speaks of the point that is shown


def test_a_formula_that_does_not_change_with_t_has_the_gradient_0(bench: Bench) -> None:
    frame = bench.does(ShowCurves(replace(FEW, text="floor(t)"), 1.4))
    assert not frame.watching.succeeded
    assert frame.point == (1.0, 0.0, 0.0)


def test_plays_through_the_range_in_time(bench: Bench) -> None:
    bench.does(ShowCurves(FEW, 1.0), PlayCurves())
    bench.now += 0.5
    bench.laboratory.work()
    assert bench.frame.playing
    assert bench.frame.at == pytest.approx(1.5)
    bench.laboratory.obey(CurvesDrawn())
    assert not bench.does(PauseCurves()).playing
    bench.does(PlayCurves())
    bench.now += 10
    bench.laboratory.work()
    assert (bench.frame.at, bench.frame.playing) == (3.0, False)
    bench.laboratory.obey(CurvesDrawn())
    assert bench.does(PlayCurves()).at == 0


def test_a_frame_waits_until_the_last_one_is_drawn(bench: Bench) -> None:
    bench.laboratory.obey(ShowCurves(FEW, 1.0))
    for at in (0.5, 0.6, 0.7):
        bench.laboratory.obey(MovePoint(at))
    assert len(bench.events) == 1
    bench.laboratory.obey(CurvesDrawn())
    assert bench.frame.at == pytest.approx(0.7)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "4.9*tt**2", "sin(t", "sum(t)", "t[0]", "[t, t]", "t @ t", "cast(t, complex64)", "cast(t, int32) // 0",
     "ones((100000, 100000))", "t.numpy()", "__import__('os')", "9**9**9**t**", "(" * 500 + "t" + ")" * 500,
     "t*" * 900 + "t", "ﬀ", "True & t", "sin", "sin(t)" * 50],
)  # fmt: skip
def test_an_impossible_formula_is_refused_and_changes_nothing(bench: Bench, text: str) -> None:
    shown = bench.does(ShowCurves(FEW, 1.0))
    with within(5):
        bench.does(ShowCurves(replace(FEW, text=text), 1.0))
    (failed,) = bench.failures
    assert failed.field == "text"
    assert_is_clear(failed.problem)
    assert bench.frame is shown


@pytest.mark.parametrize("text", ["9**9**9 + t", "t**t**t", "exp(exp(exp(t)))", "1/0 + t", "7", "t*0", "nan*t"])
def test_whatever_can_be_computed_is_shown(bench: Bench, text: str) -> None:
    bench.does(ShowCurves(replace(FEW, text=text), 1.0))
    frame = bench.works()
    assert frame.settings.text == text
    assert bench.failures == []


def test_a_formula_too_long_for_the_order_is_refused_beside_the_order(bench: Bench) -> None:
    ten = " + ".join(["sin(t)"] * 10)
    text = " + ".join([f"({ten})"] * 4)  # long, but not deep
    bench.laboratory.obey(ShowCurves(replace(FEW, text=text, order=4), 1.0))
    assert [failed.field for failed in bench.failures] == ["order"]
    assert bench.does(ShowCurves(replace(FEW, text=text, order=1), 1.0)).settings.order == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("span", (3.0, 3.0)), ("span", (3.0, 1.0)), ("span", (math.nan, 1.0)), ("span", (0.0, math.inf)),
     ("span", (0.0, 1e39)), ("span", (1e8, 1e8 + 1)), ("samples", 1), ("samples", 10**9), ("samples", -5),
     ("order", 0), ("order", 5)],
)  # fmt: skip
def test_impossible_settings_are_refused(field: str, value: object) -> None:
    with pytest.raises(InputError) as caught:
        replace(FEW, **{field: value})  # type: ignore[arg-type]
    assert_is_clear(caught.value, field)


PROGRAMS: tuple[tuple[CurveSettings, float], ...] = (
    (FEW, 1.4),
    (replace(FEW, order=1), 0.0),
    (replace(FEW, text="sin(3*t)*exp(-t/3)", order=4, dtype="float64"), 1.1),
    (replace(FEW, text="relu(t)*maximum(t, 1) + where(t > 1, t**2, 2)", order=3, watch="watched"), 1.7),
    (replace(FEW, watch="constant"), 1.4),
    (replace(FEW, watch="frozen", dtype="float64"), 1.4),
    (replace(FEW, watch="integer"), 2.0),
    (replace(FEW, text="3*t + 1", order=3), 0.3),
    (replace(FEW, text="7", order=2), 0.3),
    (replace(FEW, text="t > 1", order=1, dtype="float64"), 1.3),
    (replace(FEW, text="log(t - 2)", order=2), 1.3),
)


def test_the_program_prints_what_is_shown(bench: Bench, fresh_python: FreshPython) -> None:
    for settings, at in PROGRAMS:
        frame = bench.does(ShowCurves(settings, at))
        assert_makes_notebook(frame.script)
        printed, error = fresh_python.run(frame.script)
        assert error == "", frame.script
        found = [None if line == "None" else float(line) for line in printed.splitlines()]
        expected = frame.point if frame.point[-1] is not None else frame.point[:2]
        assert [value is None for value in found] == [value is None for value in expected], printed
        numbers = [value for value in expected if value is not None]
        assert [value for value in found if value is not None] == pytest.approx(numbers, rel=1e-6, nan_ok=True)


def test_the_program_is_that_of_the_notes(bench: Bench) -> None:
    script = bench.does(ShowCurves(CurveSettings(), 1.4)).script
    assert script.splitlines() == [
        "import tensorflow as tf",
        "t = tf.Variable(1.4)",
        "with tf.GradientTape() as outer_tape:",
        "    with tf.GradientTape() as inner_tape:",
        "        position = 4.9 * t**2",
        "    speed = inner_tape.gradient(position, t)",
        "acceleration = outer_tape.gradient(speed, t)",
        "for value in (position, speed, acceleration):",
        "    print(value.numpy())",
    ]
