"""Functions of two variables: what TensorFlow says of them is right, and what cannot be looked at is refused."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from fresh_python import FreshPython
from notebooks import assert_makes_notebook
from problems import assert_is_clear
from surfaces import SQUARE, Surfaces

from engine.datasets import TwoGaussians
from engine.errors import InputError
from engine.expressions import ExpressionError
from engine.gradients.surface.protocol import Ascend, Descend, MovePoint, ShowSurface, SurfaceCommand, SurfaceFrame
from engine.gradients.surface.records import Check
from engine.gradients.surface.subjects import ClassifierLoss, Dtype, Formula, Region

ROSENBROCK = "(1 - x)**2 + 100*(y - x**2)**2"


@pytest.fixture(scope="module")
def surfaces() -> Surfaces:
    return Surfaces()


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_value_gradient_and_hessian_are_those_of_the_formula(surfaces: Surfaces, dtype: Dtype) -> None:
    x, y = -0.75, 0.5
    frame = surfaces.show(ROSENBROCK, (x, y), dtype=dtype)
    place = frame.place
    rest = y - x * x
    gradient = [-2 * (1 - x) - 400 * x * rest, 200 * rest]
    hessian = [[2 - 400 * rest + 800 * x * x, -400 * x], [-400 * x, 200]]
    tolerance = 1e-5 if dtype == "float32" else 1e-13
    np.testing.assert_allclose(place.value, (1 - x) ** 2 + 100 * rest**2, rtol=tolerance)
    np.testing.assert_allclose(place.gradient, gradient, rtol=tolerance)
    np.testing.assert_allclose(place.hessian, hessian, rtol=tolerance)
    np.testing.assert_allclose(place.eigenvalues, np.linalg.eigvalsh(hessian), rtol=10 * tolerance)
    for eigenvalue, vector in zip(place.eigenvalues, place.eigenvectors.T, strict=True):
        np.testing.assert_allclose(
            place.hessian @ vector, eigenvalue * vector, atol=1e-3 if dtype == "float32" else 1e-9
        )
    assert place.gradient.dtype == place.hessian.dtype == frame.picture.values.dtype == dtype
    assert all(max(check.gradient or 0, check.hessian or 0) < 10 * tolerance + 1e-8 for check in frame.checks)


def test_the_picture_is_the_function_from_corner_to_corner(surfaces: Surfaces) -> None:
    picture = surfaces.show("x + 10*y", region=Region(0, 1, 0, 2), steps=4, dtype="float64").picture
    x, y = np.meshgrid(np.linspace(0, 1, 5), np.linspace(0, 2, 5))
    np.testing.assert_allclose(picture.values, x + 10 * y)
    assert (picture.least, picture.greatest) == (0, 21)
    np.testing.assert_allclose(picture.field, np.tile([1.0, 10.0], (len(picture.field_points), 1)))


@pytest.mark.parametrize(
    ("formula", "point", "kind", "is_level"),
    [
        ("x**2 + y**2", (0, 0), "valley", True),
        ("x**2 + y**2", (1, 0), "valley", False),
        ("-x**2 - 3*y**2", (0, 0), "hill", True),
        ("x**2 - y**2", (0, 0), "saddle", True),
        ("x**2 + y", (0.5, 0.5), "trough", False),
        ("-(x + y)**2", (0.5, 0.5), "ridge", False),
        ("x + y", (0.5, 0.5), "flat", False),
        ("x**3 - 3*x*y**2", (0, 0), "flat", True),
        ("sqrt(x) + y", (-1, 0), "undefined", False),
    ],
)
def test_what_sort_of_place_it_is(
    surfaces: Surfaces, formula: str, point: tuple[float, float], kind: str, is_level: bool
) -> None:
    place = surfaces.show(formula, point).place
    assert (place.kind, place.is_level) == (kind, is_level)


@pytest.mark.parametrize(
    ("formula", "gradient_is_none", "hessian_is_none"),
    [("5", True, True), ("x > y", True, True), ("x + 2*y", False, True), ("x*y", False, False)],
)
def test_where_a_tape_says_none_it_is_told_and_zero_stands_there(
    surfaces: Surfaces, formula: str, gradient_is_none: bool, hessian_is_none: bool
) -> None:
    place = surfaces.show(formula).place
    assert (place.gradient_is_none, place.hessian_is_none) == (gradient_is_none, hessian_is_none)
    assert np.isfinite(place.gradient).all()
    assert hessian_is_none == (not place.hessian.any())


def test_the_classifiers_loss_is_the_mean_squared_error_over_all_points(surfaces: Surfaces) -> None:
    frame = surfaces.show(ClassifierLoss(bias=0.5), (0.2, -0.1), steps=30)
    data = TwoGaussians().make()

    def loss(w: list[float]) -> float:
        predictions = data.inputs.astype(np.float64) @ np.reshape(w, (2, 1)) + 0.5
        return float(np.mean((data.targets - predictions) ** 2))

    place = frame.place
    assert place.value == pytest.approx(loss([0.2, -0.1]), rel=1e-5)
    step = 1e-5
    slopes = [(loss([0.2 + step, -0.1]) - loss([0.2 - step, -0.1])) / (2 * step)]
    slopes += [(loss([0.2, -0.1 + step]) - loss([0.2, -0.1 - step])) / (2 * step)]
    np.testing.assert_allclose(place.gradient, slopes, rtol=1e-4)
    np.testing.assert_allclose(place.hessian, 2 * data.inputs.T @ data.inputs / len(data), rtol=1e-4)
    assert frame.picture.values[0, -1] == pytest.approx(loss([2.0, -2.0]), rel=1e-5)
    assert place.kind == "valley"


def test_what_is_outside_the_domain_is_counted(surfaces: Surfaces) -> None:
    picture = surfaces.show("log(x) + 0*y", steps=40).picture
    assert picture.nan == 20 * 41
    assert picture.infinite == 41
    assert picture.least == pytest.approx(math.log(0.1), abs=1e-5)
    nothing = surfaces.show("sqrt(x - 9) + y").picture
    assert (nothing.least, nothing.greatest) == (None, None)
    assert surfaces.show("x - x").picture.is_constant


def test_finite_differences_notice_a_kink(surfaces: Surfaces) -> None:
    (check,) = [check for check in surfaces.show("relu(x) + y", (0, 0)).checks if check.against == "differences"]
    assert check.gradient is not None
    assert check.gradient > 0.1
    (check,) = [check for check in surfaces.show("log(x)*y", (0, 0)).checks if check.against == "differences"]
    assert check == Check("differences", None, None)


@pytest.mark.parametrize(
    ("formula", "point", "dtype"),
    [
        (ROSENBROCK, (-0.75, 0.5), "float32"),
        ("sin(x)*exp(-y/3) + sigmoid(x*y)", (0.7, 1.1), "float64"),
        ("abs(x - y) + relu(x) + maximum(x, y**2)", (0.7, 0.3), "float32"),
        ("where(x > y, x**3, tanh(y)) + softplus(x) + 5 % (y + 3)", (0.2, 0.9), "float64"),
        ("x**y + log(x + y) + sqrt(x) + erf(y)", (1.5, 0.5), "float64"),
        ("x + 2*y", (0.1, 0.1), "float32"),
    ],
)
def test_the_tapes_agree_with_the_symbols(
    surfaces: Surfaces, formula: str, point: tuple[float, float], dtype: Dtype
) -> None:
    before = surfaces.show(formula, point, dtype=dtype, steps=10)
    assert [check.against for check in before.checks] == ["differences"]
    frame = surfaces.frame_after_work()
    check = frame.checks[0]
    assert check.against == "symbols"
    assert check.gradient is not None
    assert check.hessian is not None
    assert max(check.gradient, check.hessian) < (1e-5 if dtype == "float32" else 1e-13)
    assert surfaces.frame_after(MovePoint(*point)).checks == frame.checks


def test_where_symbols_have_no_value_nothing_is_compared(surfaces: Surfaces) -> None:
    surfaces.show("sqrt(x) + y", (-1.0, 0.5), steps=10)
    assert surfaces.frame_after_work().checks[0] == Check("symbols", None, None)
    surfaces.show(ClassifierLoss(0.0), steps=10)
    assert [check.against for check in surfaces.frame_after(MovePoint(0.5, 0.5)).checks] == ["differences"]


@pytest.mark.parametrize(
    "formula",
    ["", "x +", "z", "sinn(x)", "sum(x)", "[x, y]", "x @ y", "x[0]", "ones((2, 2))", "cast(x, complex64)", "(" * 300,
     "__import__('os')", "cast(x, int32) + y", "x.y", "1" * 3000],
)  # fmt: skip
def test_no_function_of_two_numbers_is_refused_and_the_last_one_stays(surfaces: Surfaces, formula: str) -> None:
    before = surfaces.show("x*y")
    failed = surfaces.refusal(formula)
    assert failed.field == "formula"
    assert isinstance(failed.problem, ExpressionError)
    assert_is_clear(failed.problem)
    assert surfaces.frame_after(MovePoint(0.5, 0.5)).picture is before.picture


@pytest.mark.parametrize(
    ("numbers", "field"),
    [
        ((1, 1, 0, 1), "x_range"),
        ((0, 1, 2, 1), "y_range"),
        ((math.nan, 1, 0, 1), "x_range"),
        ((0, 1, -math.inf, 1), "y_range"),
        ((0, 1e300, 0, 1), "x_range"),
    ],
)
def test_no_region_is_refused(numbers: tuple[float, float, float, float], field: str) -> None:
    with pytest.raises(InputError) as caught:
        Region(*numbers)
    assert_is_clear(caught.value, field)


def test_a_grid_that_is_too_fine_or_a_point_outside_is_refused(surfaces: Surfaces) -> None:
    surfaces.show("x*y")
    narrow = Region(1e6, 1e6 + 1, 0, 1)
    commands: list[tuple[SurfaceCommand, str]] = [
        (ShowSurface(90, Formula("x*y"), SQUARE, "float32", 10**9, (0, 0)), "steps"),
        (ShowSurface(91, Formula("x*y"), SQUARE, "float32", 1, (0, 0)), "steps"),
        (ShowSurface(92, Formula("x*y"), narrow, "float32", 200, (0, 0)), "x_range"),
        (MovePoint(3.0, 0.0), "x"),
        (MovePoint(0.0, math.nan), "y"),
    ]
    for command, field in commands:
        failed = surfaces.refusal(command)
        assert failed.field == field
        assert_is_clear(failed.problem, field)
    assert surfaces.show("x*y", region=narrow, dtype="float64").place.x == 1e6  # brought in


def test_descent_is_assign_sub_and_back_again(surfaces: Surfaces) -> None:
    surfaces.show("x**2 + 2*y**2", (1.0, 0.5))
    for _ in range(3):
        frame = surfaces.frame_after(Descend(0.1))
    assert (frame.place.x, frame.place.y) == pytest.approx((0.8**3, 0.5 * 0.6**3))
    assert frame.path[0] == (1.0, 0.5)
    assert len(frame.path) == 3
    frame = surfaces.frame_after(Ascend())
    assert (frame.place.x, frame.place.y) == pytest.approx((0.64, 0.18))
    frame = surfaces.frame_after(Ascend(wholly=True))
    assert (frame.place.x, frame.place.y, frame.path) == (1.0, 0.5, ())
    surfaces.frame_after(Descend(0.1))
    assert surfaces.frame_after(MovePoint(0.5, 0.5)).path == ()


@pytest.mark.parametrize("rate", [0.0, -1.0, math.nan, math.inf, 1e300])
def test_a_learning_rate_that_leads_nowhere_is_refused(surfaces: Surfaces, rate: float) -> None:
    surfaces.show("x**2 + y**2", (1.0, 0.5))
    failed = surfaces.refusal(Descend(rate))
    assert failed.field == "learning_rate"
    assert_is_clear(failed.problem, "learning_rate")
    assert surfaces.frame_after(MovePoint(0.5, 0.5)).path == ()


def test_moving_the_point_traces_nothing_anew(surfaces: Surfaces, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.gradients.surface import functions

    calls = []
    surfaces.show("sin(x)*cos(y)", (0.0, 0.0))
    monkeypatch.setattr(functions._FormulaValues, "__call__", lambda self, points: calls.append(points))
    for number in range(20):
        surfaces.frame_after(MovePoint(number / 20, 0.5))
    surfaces.show("sin(x)*cos(y)", (0.0, 0.0), region=Region(0, 1, 0, 1), steps=30)
    assert calls == []


def assert_prints_the_same(frame: SurfaceFrame, output: str) -> None:
    place = frame.place
    printed: dict[str, list[float]] = {
        name: [float(number) for number in numbers.strip("[]").split()]
        for name, numbers in (line.split(": ") for line in output.splitlines())
    }
    name, value = ("W", "loss") if isinstance(frame.subject, ClassifierLoss) else ("point", "value")
    shown: dict[str, Any] = {
        name: [place.x, place.y],
        value: [place.value],
        "gradient": place.gradient,
        "Hessian": place.hessian,
    }
    for key, numbers in {**shown, "eigenvalues": place.eigenvalues}.items():
        np.testing.assert_allclose(printed.pop(key), np.ravel(numbers), rtol=2e-5, atol=1e-6, err_msg=key)
    assert np.abs(printed.pop("eigenvectors")) == pytest.approx(np.abs(place.eigenvectors.ravel()), abs=1e-4)
    assert not printed
    assert_makes_notebook(frame.script.text)


def test_the_program_prints_the_same_numbers_in_a_fresh_process(surfaces: Surfaces, fresh_python: FreshPython) -> None:
    surfaces.show(ROSENBROCK, (-1.2, 1.0))
    for rate in (0.001, 0.001, 0.0005):
        frame = surfaces.frame_after(Descend(rate))
    assert "[0.001] * 2 + [0.0005] * 1" in frame.script.text
    printed, error = fresh_python.run(frame.script.text)
    assert error == ""
    assert_prints_the_same(frame, printed)


def test_so_does_that_of_the_classifiers_loss(surfaces: Surfaces, capsys: pytest.CaptureFixture[str]) -> None:
    surfaces.show(ClassifierLoss(0.25), (0.3, -0.2), dtype="float64")
    frame = surfaces.frame_after(Descend(0.05))
    exec(frame.script.text, {})
    assert_prints_the_same(frame, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("formula", "dtype"), [("5", "float64"), ("x > y", "float32"), ("maximum(x, 0.5) + y", "float32")]
)
def test_the_program_copes_where_a_tape_says_none(surfaces: Surfaces, formula: str, dtype: Dtype) -> None:
    frame = surfaces.show(formula, (1.0, 0.25), dtype=dtype)
    namespace: dict[str, object] = {}
    exec(frame.script.text, namespace)
    place = frame.place
    for name, shown in (("value", place.value), ("gradient", place.gradient), ("hessian", place.hessian)):
        np.testing.assert_allclose(np.asarray(namespace[name]), shown)
    assert frame.script.text.splitlines()[frame.script.line - 1].startswith("hessian = ")
