"""The tensor tab's engine: lines that run, where numbers come from, and a program that prints the same outside."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest
from fresh_python import FreshPython
from notebooks import assert_makes_notebook

from engine.protocol import Drawn, Failed
from engine.tensors.laboratory import WorkspaceLaboratory
from engine.tensors.protocol import (
    Choose,
    Clear,
    Entry,
    Make,
    Redo,
    Remove,
    RunLine,
    Trace,
    TryAssignment,
    Undo,
    WorkspaceFrame,
)
from engine.tensors.recipes import Constant, Ones, RandomNormal, RandomUniform

NOTES = ("b = square(a)", "c = sqrt(a)", "d = b + c", "e = matmul(a, b)", "e *= d")


class Bench:
    """A laboratory, and all that it told."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.laboratory = WorkspaceLaboratory(self.events.append)
        self.laboratory.start()

    def send(self, *commands: Any) -> WorkspaceFrame:
        for command in commands:
            self.laboratory.obey(command)
            self.laboratory.obey(Drawn())
        while self.laboratory.work() is not None:
            self.laboratory.obey(Drawn())
        return self.frame

    @property
    def frame(self) -> WorkspaceFrame:
        return [event for event in self.events if isinstance(event, WorkspaceFrame)][-1]

    @property
    def failures(self) -> list[Failed]:
        return [event for event in self.events if isinstance(event, Failed)]

    def entry(self, name: str) -> Entry:
        return next(entry for entry in self.frame.entries if entry.name == name)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_the_notes_own_lines(bench: Bench) -> None:
    bench.send(Make("a", Ones((2, 2))), *map(RunLine, NOTES))
    values = {entry.name: entry.value.array.tolist() for entry in bench.frame.entries}
    assert values == {
        "a": [[1, 1], [1, 1]],
        "b": [[1, 1], [1, 1]],
        "c": [[1, 1], [1, 1]],
        "d": [[2, 2], [2, 2]],
        "e": [[4, 4], [4, 4]],
    }
    assert {entry.value.dtype for entry in bench.frame.entries} == {"float32"}
    assert not bench.failures


def test_tensorflow_and_numpy_side_by_side(bench: Bench) -> None:
    bench.send(Make("a", Ones((2, 1))))
    twin = bench.entry("a").twin
    assert twin is not None
    assert twin.value is not None
    assert (twin.tensorflow_call, twin.numpy_call) == ("tf.ones(shape=(2, 1))", "np.ones(shape=(2, 1))")
    assert (bench.entry("a").value.dtype, twin.value.dtype) == ("float32", "float64")


def test_what_fails_changes_nothing(bench: Bench) -> None:
    before = bench.send(Make("a", Ones((2, 2))))
    for line in ("a + nothing", "matmul(a, ones((3, 1)))", "", "ones((1000000, 1000000))", "a = a.b", "1 = a"):
        bench.send(RunLine(line))
    assert len(bench.failures) == 6
    assert {failure.field for failure in bench.failures} == {"line"}
    assert list(map(id, bench.frame.entries)) == list(map(id, before.entries))


def test_undo_and_redo_go_through_everything(bench: Bench) -> None:
    bench.send(Make("a", Ones((2, 2))), RunLine("b = a + 1"), RunLine("b = b * 5"), Remove("a"), Clear())
    assert bench.frame.entries == ()
    seen = [[entry.name for entry in bench.send(Undo()).entries] for _ in range(4)]
    assert seen == [["b"], ["a", "b"], ["a", "b"], ["a"]]
    assert bench.send(Redo(), Redo()).entries[1].value.array.tolist() == [[10, 10], [10, 10]]
    assert bench.frame.can_redo


def test_an_assignment_is_tried_for_real(bench: Bench) -> None:
    bench.send(Make("x", Ones((2, 2))), TryAssignment((0, 0), 0.0))
    outcome = {(attempt.kind, bool(attempt.error)) for attempt in bench.frame.attempts}
    assert ("ndarray", False) in outcome
    assert ("EagerTensor", True) in outcome
    refusal = next(attempt for attempt in bench.frame.attempts if attempt.kind == "EagerTensor")
    assert "does not support item assignment" in refusal.error
    assert bench.entry("x").value.array.tolist() == [[1, 1], [1, 1]]


@pytest.mark.parametrize(
    "line",
    [
        "r = a + b", "r = square(a)", "r = maximum(a, b)", "r = matmul(a, b)",
        "r = sum(a, axis=0)", "r = mean(a, axis=1, keepdims=True)", "r = sum(a)", "r = prod(a, axis=1)",
        "r = reshape(a, (9,))", "r = transpose(a)", "r = a[1, 1:]", "r = a[:, newaxis, ::2]",
        "r = concat([a, b], axis=1)", "r = stack([a, b])", "r = tile(a, (1, 2))", "r = reverse(a, (0,))",
        "r = expand_dims(a, 0)", "r = a / b",
    ],
)  # fmt: skip
def test_an_element_comes_from_just_those_that_can_change_it(bench: Bench, line: str) -> None:
    """Each source's elements are changed, one by one; the result's element must follow the listed ones only."""
    a = [[1.5, 2.0, 3.5], [4.0, 5.5, 6.0], [7.5, 8.0, 9.5]]
    b = [[2.0, 0.5, 1.25], [1.75, 3.0, 0.75], [2.25, 1.5, 4.0]]
    held = {"a": np.array(a), "b": np.array(b)}
    bench.send(Make("a", Constant(str(a))), Make("b", Constant(str(b))), RunLine(line))
    result = bench.entry("r").value
    index = tuple(size // 2 for size in result.shape)
    origin = bench.send(Trace(index)).origin
    assert origin is not None
    listed = {(source.label, tuple(place)) for source in origin.sources for place in source.indices.tolist()}
    for name, place in ((name, place) for name in held for place in product(range(3), repeat=2)):
        changed = {key: value.copy() for key, value in held.items()}
        changed[name][place] += 0.25
        bench.send(Make("a", Constant(str(changed["a"].tolist()))), Make("b", Constant(str(changed["b"].tolist()))))
        bench.send(RunLine(line))
        follows = bool(bench.entry("r").value.array[index] != result.array[index])
        if line != "r = maximum(a, b)":
            assert follows == ((name, place) in listed), (name, place)
        elif follows:
            assert (name, place) in listed


def test_the_program_prints_outside_what_is_on_the_screen(bench: Bench, fresh_python: FreshPython) -> None:
    bench.send(
        Make("a", Ones((2, 2))),
        *map(RunLine, NOTES),
        Make("n", RandomNormal((3, 1), seed=5)),
        Make("u", RandomUniform((2, 3), minval=-1.0, maxval=2.0, seed=7)),
        RunLine("s = n * 2 + sum(u)"),
        RunLine("s *= 2"),
        RunLine("s -= 0.5"),
        RunLine("k = range(4)"),
        RunLine("k += 3"),
        RunLine("k //= 2"),
        RunLine("never = n + 1"),
        Undo(),
        Choose("a"),
    )
    assert_makes_notebook(bench.frame.script)
    lines = [line for line in bench.frame.script.splitlines() if not line.startswith("print(")]
    assert not any("never" in line for line in lines)
    names = [entry.name for entry in bench.frame.entries]
    told = "\n".join(f"print({name}.numpy().tolist())" for name in names)
    program = "\n".join([*lines, told])
    for name, text in zip(names, fresh_python.printed(program).splitlines(), strict=True):
        np.testing.assert_allclose(np.array(eval(text)), bench.entry(name).value.array, rtol=1e-6, err_msg=name)
