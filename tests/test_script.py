"""The program that a learner takes away prints what the window showed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fresh_python import FreshPython
from notebooks import assert_makes_notebook
from sessions import take_steps

from engine.datasets import OneAgainstRest, Recipe, TwoGaussians
from engine.reading.layout import Layout
from engine.reading.own_data import OwnData
from engine.reading.source import FileSource
from engine.reading.table import read_table
from engine.script import WHOLE_STEP, Script, training_script
from engine.training import Session, Settings
from engine.training.optimizers import optimizer_names

DATA = TwoGaussians(20, ((0.5, 3), (3, -0.25)), ((1.5, 0.5), (0.5, 1)), seed=1)
OWN_ARGUMENTS = Settings(
    "SGD", 0.02, 16, 3, (("momentum", 0.9), ("nesterov", True), ("clipvalue", 1.5), ("gradient_accumulation_steps", 2))
)
WEIGHTS, BIAS = [[-1.5], [0.1]], [0.3]


def script_of(session: Session, data: Recipe = DATA) -> Script:
    """The program for what a session has been through, as the window asks for it."""
    return training_script(
        data, session.settings, *session.start, session.position, session.learning_rates, session.edits
    )


def run_apart(text: str, folder: Path, python: FreshPython) -> str:
    """What the program prints in a Python of its own, which does not know this project."""
    assert_makes_notebook(text)
    return python.printed(text, folder)


def run_here(text: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What it prints in this process: that is quicker."""
    assert_makes_notebook(text)
    capsys.readouterr()
    exec(compile(text, "training.py", "exec"), {"__name__": "__main__"})
    return capsys.readouterr().out


def numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?", text)]


def assert_prints_what_happened(printed: str, session: Session) -> None:
    *lines, accuracy, parameters = printed.splitlines()
    losses = session.history.loss
    assert [line[: line.index(":")] for line in lines] == [f"Loss at step {step}" for step in range(len(losses))]
    shown = [float(line.split(": ")[1]) for line in lines]
    np.testing.assert_allclose(shown, losses, atol=1e-4, rtol=1e-5)
    assert accuracy == f"Accuracy: {session.evaluate().accuracy:.4f}"
    w0, w1, b = numbers(parameters)
    np.testing.assert_allclose([w0, w1], session.weights[:, 0], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose([b], session.bias, rtol=1e-4, atol=1e-6)


def all_that_can_be_changed() -> Session:
    session = Session(DATA.make(), Settings())
    take_steps(session, 5)
    session.set_learning_rate(0.03)
    take_steps(session, 5)
    session.set_weights(WEIGHTS, BIAS)
    take_steps(session, 5)
    session.set_learning_rate(1 / 3)
    session.set_weights([[0.25], [1e-20]], [-0.0])
    take_steps(session, 1)
    session.set_weights(WEIGHTS, BIAS)
    return session


def batches_with_a_rest() -> Session:
    session = Session(DATA.make(), Settings("Adam", 0.05, batch_size=16, seed=7))
    session.run(8)
    session.set_learning_rate(0.2)
    session.run(8)
    session.set_weights(WEIGHTS, BIAS)
    session.run(1)
    return session


@pytest.mark.parametrize("make", [all_that_can_be_changed, batches_with_a_rest])
def test_it_prints_the_same_losses_in_a_fresh_python(
    make: Callable[[], Session], tmp_path: Path, fresh_python: FreshPython
) -> None:
    session = make()
    assert_prints_what_happened(run_apart(script_of(session).text, tmp_path, fresh_python), session)


ONE_SIZE_EACH = [(name, (16, None)[at % 2]) for at, name in enumerate(optimizer_names())]
"""What an optimizer does, and how batches are cut, have nothing to do with each other."""


@pytest.mark.parametrize(("optimizer", "batch_size"), [("manual", None), ("Adam", None), ("SGD", 16), *ONE_SIZE_EACH])
def test_it_prints_the_same_losses_with_every_optimizer(
    optimizer: str, batch_size: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(DATA.make(), Settings(optimizer, 0.05, batch_size))
    take_steps(session, 4)
    assert_prints_what_happened(run_here(script_of(session).text, capsys), session)


@pytest.mark.parametrize(
    "settings", [Settings(), Settings("adam", 0.1, 40, seed=2), Settings(batch_size=1), OWN_ARGUMENTS]
)
def test_other_settings(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(DATA.make(), settings)
    take_steps(session, 3)
    assert_prints_what_happened(run_here(script_of(session).text, capsys), session)


@pytest.mark.parametrize("optimizer", ["manual", "Adam", "ScheduleFreeAdamW"])
def test_other_parameters_before_the_first_step(optimizer: str, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(DATA.make(), Settings(optimizer))
    take_steps(session, 2)
    session.seek(0)
    session.set_weights(WEIGHTS, BIAS)
    take_steps(session, 3)
    assert_prints_what_happened(run_here(script_of(session).text, capsys), session)


def test_after_looking_back_it_ends_where_one_looks(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(DATA.make(), Settings())
    take_steps(session, 6)
    session.set_learning_rate(0.01)
    take_steps(session, 2)
    session.set_weights(WEIGHTS, BIAS)
    take_steps(session, 2)
    script = training_script(DATA, session.settings, *session.start, 3, session.learning_rates, session.edits)
    assert "if step ==" not in script.text, "what came later did not happen"
    printed = run_here(script.text, capsys).splitlines()
    assert [line[:14] for line in printed[:-2]] == ["Loss at step 0", "Loss at step 1", "Loss at step 2"]
    w0, w1, b = numbers(printed[-1])
    np.testing.assert_allclose([[w0], [w1]], session.history.weights[3], rtol=1e-4)
    np.testing.assert_allclose([b], session.history.bias[3], rtol=1e-4)


def test_before_the_first_step_it_prints_no_loss(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(DATA.make(), Settings())
    assert_prints_what_happened(run_here(script_of(session).text, capsys), session)


def test_it_is_the_notes_program() -> None:
    text = script_of(Session(TwoGaussians().make(), Settings()), TwoGaussians()).text
    for line in (
        "predictions = tf.matmul(inputs, W) + b",
        "with tf.GradientTape() as tape:",
        "grad_W, grad_b = tape.gradient(loss, [W, b])",
        "W.assign_sub(grad_W * learning_rate)",
        "learning_rate = 0.1",
    ):
        assert line in text
    assert "keras" not in text
    assert "engine" not in text
    assert max(map(len, text.splitlines())) <= 88


@pytest.mark.parametrize("optimizer", ["manual", "Adam"])
@pytest.mark.parametrize("batch_size", [None, 16])
def test_the_lines_of_each_phase_are_known(optimizer: str, batch_size: int | None) -> None:
    session = Session(DATA.make(), Settings(optimizer, batch_size=batch_size))
    take_steps(session, 2)
    script = script_of(session)
    lines = script.text.splitlines()
    code = {name: "\n".join(lines[number - 1] for number in numbers) for name, numbers in script.phase_lines.items()}
    assert set(code) == {"batch", "forward", "loss", "gradients", "update", WHOLE_STEP}
    assert "training_step(" in code["batch"]
    assert "training_step(" in code[WHOLE_STEP]
    assert "tf.GradientTape()" in code["forward"]
    assert "tf.matmul" in code["forward"]
    assert "tf.square" in code["loss"]
    assert "tf.reduce_mean" in code["loss"]
    assert "tape.gradient" in code["gradients"]
    assert ("assign_sub" if optimizer == "manual" else "optimizer.apply") in code["update"]
    numbers_in_order = [
        number for name in ("forward", "loss", "gradients", "update") for number in script.phase_lines[name]
    ]
    assert numbers_in_order == sorted(set(numbers_in_order))


@pytest.mark.parametrize("value", [1 / 3, 1e-20, -1e20, 0.0, -0.0, 123456789.0, 2**-126])
def test_numbers_read_back_as_the_same_float32(value: float) -> None:
    weights = np.array([[value], [1]], np.float32)
    text = training_script(DATA, Settings(), weights, np.zeros(1, np.float32), 0).text
    (line,) = [line for line in text.splitlines() if line.startswith("W = ")]
    literal = line.removeprefix("W = tf.Variable(").removesuffix(")")
    assert np.array_equal(np.array(eval(literal), np.float32).view(np.int32), weights.view(np.int32))


def test_a_table_of_ones_own_is_learned_from_in_a_fresh_python(tmp_path: Path, fresh_python: FreshPython) -> None:
    path = tmp_path / "pets.csv"
    rows = "".join(f"{n},{n * n % 7},{('cat', 'dog', 'cow')[n % 3]}\n" for n in range(30))
    path.write_text(f"x;y;kind\n{rows}1,5;;cat\n".replace(",", ";").replace("1;5;;cat", "1,5;;cat"))
    own = OwnData(read_table(FileSource(path), Layout()), ("x", "y"), "kind", "drop", standardise=True)
    recipe = OneAgainstRest(own, 2)
    session = Session(recipe.make(), Settings(batch_size=16))
    take_steps(session, 5)
    assert len(recipe.make()) == 30, "the row with a gap is dropped"
    assert_prints_what_happened(run_apart(script_of(session, recipe).text, tmp_path, fresh_python), session)
