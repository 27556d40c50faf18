"""Writes what the window shows as a Python program of its own, in the style of the notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets import Recipe
from engine.keras_lab.catalogue.literals import literal
from engine.training.records import Edit, FloatArray
from engine.training.settings import Settings

WHOLE_STEP = "step"


@dataclass(frozen=True, slots=True)
class Script:
    """A program, and the numbers of its lines, from 1, that run in each phase of a training step, or in a whole one."""

    text: str
    phase_lines: Mapping[str, tuple[int, ...]]


def training_script(
    data: Recipe,
    settings: Settings,
    weights: FloatArray,
    bias: FloatArray,
    steps: int,
    learning_rates: Sequence[tuple[int, float]] = (),
    edits: Sequence[Edit] = (),
) -> Script:
    """The program that trains `steps` steps from the start `weights` (2, 1) and `bias` (1,), printing each loss.

    `learning_rates` and `edits` are what was changed on the way; see `engine.protocol.Frame`. The program needs
    NumPy and TensorFlow, and gives the numbers of `Session` to float32 rounding.
    """
    first_rate = learning_rates[0][1] if learning_rates else settings.learning_rate
    writer = _Writer()
    writer.add("import numpy as np", "import tensorflow as tf")
    if settings.optimizer != "manual":
        writer.add("import keras")
    writer.add("", *data.source())
    _write_model(writer, settings, weights, bias, first_rate)
    if settings.batch_size is not None:
        _write_batches(writer, data.size, settings.batch_size, settings.seed)
    _write_step(writer, settings)
    _write_loop(writer, settings, steps, learning_rates[1:], edits)
    return Script("\n".join(writer.lines) + "\n", writer.phase_lines)


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.phase_lines: dict[str, tuple[int, ...]] = {}

    def add(self, *lines: str, phase: str | None = None) -> None:
        start = len(self.lines) + 1
        self.lines.extend(lines)
        if phase is not None:
            self.phase_lines[phase] = (*self.phase_lines.get(phase, ()), *range(start, start + len(lines)))


def _write_model(writer: _Writer, settings: Settings, weights: FloatArray, bias: FloatArray, rate: float) -> None:
    given = (("learning_rate", rate), *settings.optimizer_arguments)
    arguments = ", ".join(f"{name}={literal(value)}" for name, value in given)
    writer.add(
        "",
        "# The linear classifier",
        f"W = tf.Variable({_literal(weights)})",
        f"b = tf.Variable({_literal(bias)})",
        (
            f"learning_rate = {rate!r}"
            if settings.optimizer == "manual"
            else f"optimizer = keras.optimizers.{settings.optimizer}({arguments})"
        ),
    )
    if settings.optimizer == "Muon":
        writer.add('W.path, b.path = "W", "b"  # Muon asks for them')


def _write_batches(writer: _Writer, samples: int, batch_size: int, seed: int) -> None:
    writer.add(
        "",
        "",
        "def batch(step):",
        f"    epoch, number = divmod(step, {-(-samples // batch_size)})",
        f"    order = np.random.default_rng(({seed}, epoch)).permutation({samples})",
        f"    rows = order[number * {batch_size} : (number + 1) * {batch_size}]",
        "    return inputs[rows], targets[rows]",
    )


def _write_step(writer: _Writer, settings: Settings) -> None:
    writer.add("", "")
    writer.add("def training_step(inputs, targets):", phase="batch" if settings.batch_size is None else None)
    writer.add("    with tf.GradientTape() as tape:", "        predictions = tf.matmul(inputs, W) + b", phase="forward")
    writer.add(
        "        errors = tf.square(targets - predictions)", "        loss = tf.reduce_mean(errors)", phase="loss"
    )
    writer.add("    grad_W, grad_b = tape.gradient(loss, [W, b])", phase="gradients")
    update: tuple[str, ...]
    if settings.optimizer == "manual":
        update = "    W.assign_sub(grad_W * learning_rate)", "    b.assign_sub(grad_b * learning_rate)"
    else:
        update = ("    optimizer.apply([grad_W, grad_b], [W, b])",)
    writer.add(*update, phase="update")
    writer.add("    return loss", "", "")


def _write_loop(
    writer: _Writer,
    settings: Settings,
    steps: int,
    changed_rates: Sequence[tuple[int, float]],
    edits: Sequence[Edit],
) -> None:
    writer.add(f"for step in range({steps}):")
    name = "learning_rate" if settings.optimizer == "manual" else "optimizer.learning_rate"
    for step, rate in changed_rates:
        if step < steps:
            writer.add(f"    if step == {step}:", f"        {name} = {rate!r}")
    for edit in edits:
        if edit.step < steps:
            writer.add(f"    if step == {edit.step}:", *(f"        {line}" for line in _assignments(edit)))
    if settings.batch_size is None:
        writer.add("    loss = training_step(inputs, targets)", phase=WHOLE_STEP)
    else:
        writer.add("    loss = training_step(*batch(step))", phase="batch")
        writer.phase_lines[WHOLE_STEP] = writer.phase_lines["batch"]
    writer.add('    print(f"Loss at step {step}: {loss:.4f}")')
    for edit in edits:
        if edit.step == steps:
            writer.add(*_assignments(edit))
    writer.add(
        "",
        "predictions = tf.matmul(inputs, W) + b",
        "accuracy = np.mean((predictions > 0.5) == (targets > 0.5))",
        'print(f"Accuracy: {accuracy:.4f}")',
        'print("W:", W.numpy().ravel(), "b:", b.numpy())',
    )


def _assignments(edit: Edit) -> tuple[str, str]:
    return f"W.assign({_literal(edit.weights)})", f"b.assign({_literal(edit.bias)})"


def _literal(array: NDArray[np.float32]) -> str:
    """The array as nested Python lists whose numbers read back as the same float32."""
    if array.ndim == 0:
        return str(array)
    return f"[{', '.join(_literal(row) for row in array)}]"
