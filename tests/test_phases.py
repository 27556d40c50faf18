"""A step taken apart: five phases, the real tensors of each, and what TensorFlow executed for it."""

from __future__ import annotations

import numpy as np
import pytest
from sessions import assert_same_bits, fresh_session, recorded, take_steps

from engine.training import Diverged, Phase, Session

NAMES = ["batch", "forward", "loss", "gradients", "update"]
CASES = pytest.mark.parametrize(
    ("optimizer", "batch_size"), [("manual", None), ("manual", 300), ("Adam", None), ("Adam", 300), ("Nadam", 16)]
)


def take_apart(session: Session) -> dict[str, Phase]:
    """A step in its phases, by name."""
    return {phase.name: phase for phase in session.phases()}


def executed(phase: Phase) -> list[str]:
    return [operation.name for operation in phase.operations]


@CASES
def test_the_phases_take_the_very_step(optimizer: str, batch_size: int | None) -> None:
    session = fresh_session(optimizer, batch_size)
    take_steps(session, 10)
    expected = recorded(session)
    session.reset()
    for count in range(10):
        assert [phase.name for phase in session.phases()] == NAMES
        assert session.position == count + 1
    assert_same_bits(recorded(session), expected)


@CASES
def test_the_tensors_of_all_phases_belong_together(optimizer: str, batch_size: int | None) -> None:
    session = fresh_session(optimizer, batch_size)
    session.run(6)  # of 300 points each; the seventh batch is what is left of the epoch
    weights, bias = session.weights, session.bias
    phases = take_apart(session)
    inputs, targets = phases["batch"].tensors["inputs"], phases["batch"].tensors["targets"]
    predictions, loss = phases["forward"].tensors["predictions"], phases["loss"].tensors["loss"]
    errors = phases["loss"].tensors["squared_errors"]
    grad_W, grad_b = phases["gradients"].tensors["grad_W"], phases["gradients"].tensors["grad_b"]

    np.testing.assert_allclose(predictions, inputs @ weights + bias, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(errors, (targets - predictions) ** 2, rtol=1e-6)
    np.testing.assert_allclose(loss, errors.mean(), rtol=1e-5)
    residuals = predictions - targets
    np.testing.assert_allclose(grad_W, 2 * inputs.T @ residuals / len(inputs), rtol=1e-3, atol=1e-6)
    np.testing.assert_allclose(grad_b, 2 * residuals.mean(axis=0), rtol=1e-3, atol=1e-6)
    assert loss == session.history.loss[6]
    assert np.array_equal(phases["forward"].tensors["W"], weights)
    assert np.array_equal(phases["forward"].tensors["b"], bias)
    assert np.array_equal(phases["update"].tensors["W"], session.weights)
    assert np.array_equal(phases["update"].tensors["b"], session.bias)


def test_what_one_phase_makes_the_next_one_uses() -> None:
    seen: dict[str, np.ndarray] = {}
    for phase in fresh_session("manual", 16).phases():
        for name, tensor in phase.tensors.items():
            assert isinstance(tensor, np.ndarray)
            assert tensor.dtype == np.float32
            if name in seen and (phase.name, name) not in [("update", "W"), ("update", "b")]:
                assert np.array_equal(tensor, seen[name])
            seen[name] = tensor
    assert {name: tensor.shape for name, tensor in seen.items()} == {
        "inputs": (16, 2),
        "targets": (16, 1),
        "W": (2, 1),
        "b": (1,),
        "predictions": (16, 1),
        "squared_errors": (16, 1),
        "loss": (),
        "grad_W": (2, 1),
        "grad_b": (1,),
    }


def test_the_notes_update_subtracts_gradient_times_rate() -> None:
    session = fresh_session(learning_rate=0.25)
    update = take_apart(session)["update"].tensors
    before = session.history.weights[0], session.history.bias[0]
    assert np.array_equal(update["W"], before[0] - update["grad_W"] * np.float32(0.25))
    assert np.array_equal(update["b"], before[1] - update["grad_b"] * np.float32(0.25))


def test_a_batch_has_the_rows_that_its_shuffle_says() -> None:
    session = fresh_session(batch_size=300)
    session.run(6)
    batch = take_apart(session)["batch"].tensors
    rows = np.random.default_rng((0, 0)).permutation(2000)[1800:]
    assert np.array_equal(batch["inputs"], session.dataset.inputs[rows])
    assert np.array_equal(batch["targets"], session.dataset.targets[rows])


def test_the_operations_are_those_of_the_notes() -> None:
    phases = take_apart(fresh_session())
    assert executed(phases["batch"]) == []  # all the data is there already
    assert [name for name in executed(phases["forward"]) if name != "ReadVariableOp"] == ["MatMul", "AddV2"]
    assert executed(phases["loss"]) == ["Sub", "Square", "Mean"]
    backward = executed(phases["gradients"])
    assert backward[-1] == "MatMul"  # W came first, so its gradient comes last
    assert {"Neg", "Mul", "Sum"} <= set(backward)
    assert not any("Assign" in name for name in backward)
    assert executed(phases["update"]) == ["Mul", "AssignSubVariableOp", "Mul", "AssignSubVariableOp"]


def test_the_operations_say_what_went_in_and_out() -> None:
    phases = take_apart(fresh_session(batch_size=16))
    assert set(executed(phases["batch"])) == {"GatherV2"}
    (matmul,) = [operation for operation in phases["forward"].operations if operation.name == "MatMul"]
    assert (matmul.inputs, matmul.outputs) == (((16, 2), (2, 1)), ((16, 1),))
    mean = phases["loss"].operations[-1]
    assert (mean.inputs[0], mean.outputs) == ((16, 1), ((),))
    assert phases["gradients"].operations[-1].outputs == ((2, 1),)


def test_a_keras_optimizer_shows_all_that_it_does() -> None:
    operations = executed(take_apart(fresh_session("Adam"))["update"])
    assert {"Sqrt", "Square", "AssignSubVariableOp", "AssignAddVariableOp"} <= set(operations)


@pytest.mark.parametrize("batch_size", [None, 300])
def test_leaving_early_takes_no_step(batch_size: int | None) -> None:
    session = fresh_session("Adam", batch_size)
    take_steps(session, 10)
    expected = recorded(session)
    session.reset()
    for phases_run in range(5):
        position = session.position
        phases = session.phases()
        for _ in range(phases_run):
            next(phases)
        del phases
        assert (session.position, len(session.history)) == (position, position)
        take_steps(session, 2)
    assert_same_bits(recorded(session), expected)


MOVES = {
    "step": lambda session: session.step(),
    "run": lambda session: session.run(1),
    "seek": lambda session: session.seek(3),
    "back": lambda session: session.back(),
    "reset": lambda session: session.reset(),
    "set_weights": lambda session: session.set_weights([[1], [1]], [1]),
    "another dissection": lambda session: next(session.phases()),
}


@pytest.mark.parametrize("phases_run", [1, 2, 3, 4])
@pytest.mark.parametrize("move", MOVES)
def test_a_step_cannot_go_on_after_the_session_has_moved(move: str, phases_run: int) -> None:
    session = fresh_session("Adam", 16)
    session.run(5)
    phases = session.phases()
    for _ in range(phases_run):
        next(phases)
    MOVES[move](session)
    position, view = session.position, recorded(session)
    with pytest.raises(RuntimeError, match=r"call phases\(\) again"):
        next(phases)
    assert session.position == position
    assert_same_bits(recorded(session), view)


@pytest.mark.parametrize("phases_run", [0, 1, 2, 3, 4])
def test_a_rate_set_in_mid_step_is_the_updates(phases_run: int) -> None:
    session = fresh_session()
    phases = session.phases()
    for _ in range(phases_run):
        next(phases)
    session.set_learning_rate(0.3)
    *_, update = phases
    gradient, before = update.tensors["grad_W"], session.history.weights[0]
    assert np.array_equal(session.weights, before - gradient * np.float32(0.3))
    assert session.learning_rates == ((0, 0.3),)


def test_looking_at_the_data_in_mid_step_disturbs_nothing() -> None:
    session = fresh_session("Adam", 16)
    take_steps(session, 3)
    expected = recorded(session)
    session.reset()
    take_steps(session, 2)
    for _ in session.phases():
        session.evaluate()
        session.forget_ghosts()
        session.warm_up()
    assert_same_bits(recorded(session), expected)


@pytest.mark.parametrize("compiled", [True, False])
def test_a_past_step_can_be_taken_apart_and_loses_nothing(compiled: bool) -> None:
    session = fresh_session("Adam", 16)
    session.run(20) if compiled else take_steps(session, 20)
    expected = recorded(session)
    session.seek(7)
    phases = take_apart(session)
    assert phases["loss"].tensors["loss"] == pytest.approx(expected.loss[7], rel=1e-5)
    np.testing.assert_allclose(phases["update"].tensors["W"], expected.weights[8], rtol=1e-5)
    assert session.position == 8
    assert_same_bits(recorded(session), expected)
    assert session.ghosts == ()
    session.run(12) if compiled else take_steps(session, 12)
    assert_same_bits(recorded(session), expected)


def test_a_past_step_taken_at_another_rate_leads_elsewhere() -> None:
    session = fresh_session()
    session.run(20)
    session.seek(7)
    session.set_learning_rate(0.01)
    take_apart(session)
    assert (session.position, len(session.history)) == (8, 8)
    assert len(session.ghosts) == 1


def test_a_step_that_diverges_stops_before_its_gradients() -> None:
    session = fresh_session(learning_rate=50)
    with pytest.raises(Diverged):
        session.run(1000)
    step, phases = session.position, session.phases()
    assert [next(phases).name for _ in range(3)] == NAMES[:3]
    with pytest.raises(Diverged) as caught:
        next(phases)
    assert caught.value.step == step
    assert session.position == step
