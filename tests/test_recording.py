"""What nested tapes recorded at a point is overheard as it was, and its slopes make the very gradients."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputError
from engine.expressions import ExpressionError, compile_expression
from engine.gradients import derivatives
from engine.gradients.recording import Recorder, Recording, record
from engine.gradients.transcript import MOST_FOLLOWED

FUNCTIONS = (
    "4.9*t**2", "sin(t)*exp(-t/3)", "1/(1+exp(-t))", "sigmoid(t)", "t**3-2*t+abs(t)", "relu(t)", "relu(-t)*t",
    "log(t)/sqrt(t)", "tanh(t)*softplus(t)+erf(t)", "where(t>1, t**2, t)", "maximum(t, 1)*minimum(t, 3)", "t*t*t",
    "pow(t, t)", "square(t)-rsqrt(t)+reciprocal(t)", "atan(t)+asin(t/2)+acos(t/3)", "cosh(t)-sinh(t)+tan(t)",
    "log1p(t)*expm1(t)", "clip_by_value(t, 0, 2)**2", "reduce_sum([t, t**2])", "[t, 2*t]*t", "t[None]*[1., 2.]",
    "matmul([[t, 1.], [2., t]], [[t], [t]])", "std([t, t**2, 3*t])", "round(t)*t", "t//1+t%1",
    "stop_gradient(t)*t", "sign(t)*t", "3", "t", "squeeze([t*t])",
)  # fmt: skip
DEEP = ("4.9*t**2", "sigmoid(t)", "t*t*t", "relu(-t)*t", "pow(t, t)", "clip_by_value(t, 0, 2)**2", "[t, 2*t]*t")
"""Those whose fourth derivative is looked into, too."""


def recorded(text: str, order: int = 2, at: float = 1.4, dtype: str = "float32") -> Recording:
    return record(compile_expression(text).tree, "t", at, order, dtype)


@pytest.mark.parametrize("text", FUNCTIONS)
def test_the_slopes_make_the_gradient_that_the_tape_gave(text: str) -> None:
    recording = recorded(text, order=4 if text in DEEP else 3, dtype="float64")
    for place, tape in enumerate(recording.tapes):
        if tape.chain is None:
            assert sum(operation.phase <= place for operation in recording.operations) > MOST_FOLLOWED
            continue
        assert tape.chain.total == pytest.approx(tape.gradient, rel=1e-9, abs=1e-12)
        if tape.chain.path_count == len(tape.chain.paths):
            assert sum(path.product for path in tape.chain.paths) == pytest.approx(tape.gradient, rel=1e-9, abs=1e-12)


def test_the_gradients_are_those_of_the_curves() -> None:
    for text in ("4.9*t**2", "sin(t)*exp(-t/3)", "maximum(t, 1)", "tanh(t)*softplus(t)"):
        expected = derivatives(text, np.float32(1.4), order=4)
        tapes = recorded(text, order=4).tapes
        assert [tape.gradient for tape in tapes] == [float(value) for value in expected[1:]]


def test_free_fall_as_in_the_notes() -> None:
    recording = recorded("4.9*t**2")
    forward = [operation for operation in recording.operations if operation.phase == 0]
    assert [(operation.type, operation.formula, operation.result) for operation in forward] == [
        ("Pow", "t²", "1.96"),
        ("Mul", "4.9·1.96", "9.604"),
    ]
    assert all(operation.tapes == (0, 1) for operation in forward)
    inner, outer = recording.tapes
    assert (inner.name, inner.target, inner.gradient_name) == ("inner_tape", "position", "speed")
    assert (outer.name, outer.target, outer.gradient_name) == ("outer_tape", "speed", "acceleration")
    assert [inner.gradient, outer.gradient] == pytest.approx([13.72, 9.8])
    assert inner.chain is not None
    (path,) = inner.chain.paths
    assert path.operations == (0, 1)
    assert [float(slope[0, 0]) for slope in path.slopes] == [pytest.approx(2.8), pytest.approx(4.9)]


def test_only_the_outer_tape_hears_the_inner_gradient_and_passes_by_what_nothing_watched_goes_into() -> None:
    backward = [operation for operation in recorded("4.9*t**2").operations if operation.phase == 1]
    told = {f"{operation.type} {operation.formula}": operation.tapes for operation in backward}
    assert told["Mul 4.9·2"] == ()
    assert told["Mul 9.8·1.4"] == (1,)
    assert {operation.phase for operation in recorded("4.9*t**2", order=4).operations} == {0, 1, 2, 3}


def test_inputs_lead_to_what_made_them() -> None:
    power, product = recorded("4.9*t**2", order=1).operations
    assert [(given.text, given.operation, given.is_point) for given in power.inputs] == [
        ("t", None, True),
        ("2", None, False),
    ]
    assert [(given.text, given.operation) for given in product.inputs] == [("4.9", None), ("1.96", 0)]
    slopes = [given.slopes[0] for given in product.inputs]
    assert [None if slope is None else slope.item() for slope in slopes] == [pytest.approx(1.96), pytest.approx(4.9)]


def test_an_operation_on_the_same_value_twice_has_two_slopes() -> None:
    (product,) = recorded("t*t", order=1).operations
    assert [given.slopes[0].item() for given in product.inputs if given.slopes[0] is not None] == [
        pytest.approx(1.4),
        pytest.approx(1.4),
    ]
    (tape,) = recorded("t*t", order=1).tapes
    assert tape.chain is not None
    assert [path.product for path in tape.chain.paths] == [pytest.approx(1.4), pytest.approx(1.4)]


def test_where_no_way_leads_from_the_point_there_is_none() -> None:
    tape = recorded("maximum(t, 1)").tapes[1]
    assert tape.chain is not None
    assert (tape.chain.path_count, tape.chain.paths, tape.gradient) == (0, (), 0.0)


def test_what_only_minds_shapes_is_told_apart() -> None:
    kinds = {operation.type for operation in recorded("sin(t)*exp(-t/3)").operations if operation.is_bookkeeping}
    assert {"Shape", "BroadcastGradientArgs", "Sum", "Reshape"} == kinds
    assert not any(operation.is_bookkeeping for operation in recorded("reduce_sum([t, t**2])", 1).operations)


def test_slopes_that_nobody_could_read_are_left_out() -> None:
    (tape,) = recorded("reduce_sum(ones(1000)*t)", order=1).tapes
    assert tape.chain is None
    assert tape.gradient == 1000
    assert recorded("cast(t, complex64)", order=1).tapes[0].chain is None
    long = recorded("sigmoid(sin(t)**2+exp(-t))*tanh(t*log(t+2))/sqrt(1+t**2)", order=4)
    assert len(long.operations) > MOST_FOLLOWED
    assert [tape.chain is None for tape in long.tapes] == [False, False, False, True]


@pytest.mark.parametrize(("text", "at"), [("log(t)", -1.0), ("sqrt(t)", 0.0), ("1/t", 0.0), ("pow(t, 0.5)", 0.0)])
def test_what_is_no_number_is_told_as_it_is(text: str, at: float) -> None:
    tape = recorded(text, 1, at).tapes[0]
    assert tape.chain is not None
    np.testing.assert_equal(tape.chain.total, tape.gradient)


def test_a_long_one_is_made_a_piece_at_a_time() -> None:
    tree = compile_expression("sin(t)*exp(-t/3)").tree
    recorder = Recorder(tree, "t", 1.4, 4, "float32")
    pieces = 0
    while (recording := recorder.work()) is None:
        pieces += 1
    assert pieces > 5
    assert recording.tapes == record(tree, "t", 1.4, 4, "float32").tapes


def test_refuses_what_cannot_be_recorded() -> None:
    for order in (0, 5):
        with pytest.raises(InputError, match="from 1 to 4"):
            recorded("t", order)
    with pytest.raises(ExpressionError, match="memory"):
        recorded("reduce_sum(ones((100000, 100000))*t)")
