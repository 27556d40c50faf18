"""Text that was made to do harm, or just happens to be nonsense: it is computed or refused, quickly, and runs nothing.

`PYTHONPATH=tests python -m benchmarks.fuzzing --lines 100000` tries a great many more lines.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from formula_lines import CANARY, HOSTILE, ODD, lines
from hypothesis import HealthCheck, given, settings
from line_trials import SECONDS, try_line, watched
from patience import slowness

from engine.expressions import cost


@pytest.fixture(autouse=True)
def _nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No line may write the canary; none needs a tenth of a second for a large result that it may make."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cost, "SHARE_OF_FREE_MEMORY", 0)
    yield
    assert not (tmp_path / CANARY).exists()


def computes(line: str) -> bool:
    """Whether the line can be computed; if not, that is told in time, and nothing else is done."""
    with watched() as caught:
        trial = try_line(line)
    assert caught == []
    assert trial.is_computed or trial.seconds < SECONDS * slowness(), f"refused after {trial.seconds:.3f} s"
    return trial.is_computed


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


def test_what_gets_out_would_be_seen(tmp_path: Path) -> None:
    with watched() as caught:
        (tmp_path / "written").write_text("")
        os.system("true")
    assert [event.split()[0] for event in caught] == ["open", "os.system"]
