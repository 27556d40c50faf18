"""Text that was made to do harm, or just happens to be nonsense: it is computed or refused, quickly, and runs nothing."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from formula_lines import CANARY, HOSTILE, ODD, lines, tensors
from hypothesis import HealthCheck, given, settings

from engine.expressions import ExpressionError, cost
from engine.expressions.tree import Name
from engine.tensors.lines import read_line
from engine.tensors.running import run
from engine.tensors.twins import NumPyTwin
from engine.tensors.workspace import Item, Step

SECONDS = 0.05
TRIALS = 5
"""Another program may take the processor away; not five times in a row."""


@pytest.fixture(autouse=True)
def _nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """No line may write the canary; none needs a tenth of a second for a large result that it may make."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cost, "SHARE_OF_FREE_MEMORY", 0)
    yield
    assert not (tmp_path / CANARY).exists()


def workspace() -> Any:
    items = {name: item(name, tensor) for name, tensor in tensors().items()}
    return SimpleNamespace(items=items, next_number=lambda: 1)


def item(name: str, tensor: Any) -> Item:
    twin = NumPyTwin(name, tensor.numpy)
    return Item(name, name, tensor, Step(0, name, "", (), ()), Name(name, 1), {}, twin)


def computes(line: str) -> bool:
    """Whether the line can be computed; if not, that is told in one sentence, with a place in the line, in time."""
    held = workspace()
    for trial in range(TRIALS):
        started = time.perf_counter()
        try:
            run(read_line(line, held.items), held)
            return True
        except ExpressionError as error:
            refusal = error
        seconds = time.perf_counter() - started
        assert 1 <= refusal.column <= len(line) + 1
        assert "\n" not in str(refusal)
        assert len(str(refusal)) < 400
        if seconds < SECONDS:
            return False
        assert trial < TRIALS - 1, f"refused after {seconds:.3f} s"
    raise AssertionError


@pytest.mark.parametrize(
    "line", [*HOSTILE, "a" * 300_000, "(" * 300_000, "9**" * 100_000 + "9", "[" * 1900, "ä" * 1999]
)
def test_attempts_to_get_out_are_refused(line: str) -> None:
    assert not computes(line)


def test_odd_lines_are_computed_or_refused() -> None:
    assert sum(map(computes, ODD)) < len(ODD) / 4


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(lines())
def test_any_line_is_computed_or_refused(line: str) -> None:
    computes(line)
