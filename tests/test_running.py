"""Whatever line runs, what the program writes for it gives the very same tensor."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import tensorflow as tf
from formula_lines import OPERATORS, formulas, tensors
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from line_trials import workspace

from engine.expressions import ExpressionError, cost
from engine.tensors.lines import read_line
from engine.tensors.running import run


@pytest.fixture(autouse=True)
def _only_small_results(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "SHARE_OF_FREE_MEMORY", 0)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(tensors())), st.sampled_from((*OPERATORS, "")), formulas())
def test_the_programs_line_gives_the_very_same(target: str, operator: str, formula: str) -> None:
    held = workspace()
    try:
        item = run(read_line(f"{target} {operator}= {formula}", held.items), held)
    except ExpressionError:
        assume(False)
    names: dict[str, Any] = {"tf": tf, **tensors()}
    exec(item.step.code, names)
    found = tf.convert_to_tensor(names[target])
    assert (found.dtype, found.shape) == (item.tensor.dtype, item.tensor.shape)
    np.testing.assert_array_equal(found.numpy(), item.tensor.numpy())


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("a *= 2", "a *= 2"),
        ("d /= -1", "d /= -1"),
        ("i //= 2", "i //= 2"),
        ("a = 2", "a = tf.constant(2)"),
        ("a += [[1., 2.]]", "a += tf.constant([[1., 2.]])"),
    ],
)
def test_a_number_beside_an_operator_takes_the_tensors_dtype(line: str, code: str) -> None:
    held = workspace()
    assert run(read_line(line, held.items), held).step.code == code
