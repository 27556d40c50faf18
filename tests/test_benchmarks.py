"""The table of the benchmarks. What they measure is shown by `make bench`, and never tested."""

from __future__ import annotations

import json
import pkgutil
from pathlib import Path

import benchmarks
import pytest
from benchmarks import report
from benchmarks.rows import Row, at_least, at_most
from benchmarks.timing import alternate, median_difference, median_ratio

NOT_MEASURING = {"__main__", "heartbeat", "machine", "report", "rows", "stage", "started_window", "timing"}

ROWS = (
    Row("a cost without a goal", 12.345, "ms"),
    Row(
        "a speed that is a good deal longer to describe than the first column of the table is wide",
        252.4,
        "×",
        at_least(80),
    ),
    Row("a wait", 50.04, "ms", at_most(50), {"ms p50": 5.25, "steps/s": 350_245.4}),
)


def test_every_module_that_measures_is_in_the_list() -> None:
    modules = {module.name for module in pkgutil.iter_modules(benchmarks.__path__)}
    assert modules - NOT_MEASURING == set(benchmarks.NAMES)


@pytest.mark.parametrize(
    ("goal", "measured", "is_reached"),
    [
        (at_least(80), 80.0, True),
        (at_least(80), 79.9, False),
        (at_most(50), 50.0, True),
        (at_most(50), 50.1, False),
        (at_most(50), float("nan"), False),
        (at_least(80), float("nan"), False),
    ],
)
def test_a_goal_is_reached_from_its_own_side(goal: benchmarks.rows.Goal, measured: float, is_reached: bool) -> None:
    assert Row("", measured, "ms", goal).is_reached is is_reached


def test_the_table_shows_what_has_a_goal_first_and_cuts_nothing_off() -> None:
    lines = report.table(ROWS).splitlines()
    (speed,) = (line for line in lines if "252 ×" in line)
    (wait,) = (line for line in lines if line.startswith("a wait"))
    (cost,) = (line for line in lines if line.startswith("a cost"))
    assert speed.split()[-1] == "yes"
    assert "at least 80 ×" in speed
    assert "NO" in wait.split()
    assert "5.25 ms p50, 350,245 steps/s" in wait
    assert lines.index(speed) < lines.index(wait) < lines.index(cost)
    assert " ".join(" ".join(lines).split()).count("is wide") == 1
    assert max(map(len, lines)) <= sum(report.WIDTHS) + len(report.GAP) * (len(report.WIDTHS) - 1)


def test_a_busy_machine_is_told() -> None:
    assert "busy" in report.machine_text({"cores": 2, "load": 1.5})
    assert "busy" not in report.machine_text({"cores": 2, "load": 0.1})
    assert "busy" not in report.machine_text({"cores": 2})


def test_the_json_holds_all_that_the_table_shows(tmp_path: Path) -> None:
    path = tmp_path / "new" / "bench.json"
    report.write_json(path, {"cores": 2}, ROWS)
    kept = json.loads(path.read_text("utf-8"))
    assert kept["machine"] == {"cores": 2}
    cost, speed, wait = kept["rows"]
    assert cost["goal"] is None
    assert cost["is_reached"] is None
    assert (speed["measured"], speed["unit"], speed["is_reached"]) == (252.4, "×", True)
    assert speed["goal"] == {"value": 80, "at_least": True}
    assert wait["details"] == {"ms p50": 5.25, "steps/s": 350_245.4}


def test_measurements_take_turns() -> None:
    order: list[str] = []

    def note(name: str, value: float) -> float:
        order.append(name)
        return value

    results = alternate(2, lambda: note("a", 1.0), lambda: note("b", 2.0))
    assert order == ["a", "b", "a", "b"]
    assert results == [[1.0, 1.0], [2.0, 2.0]]


def test_rounds_are_compared_one_by_one() -> None:
    # In the second round all was ten times as slow.
    assert median_ratio([4.0, 40.0, 4.0], [2.0, 20.0, 2.0]) == 2
    assert median_difference([4.0, 40.0, 5.0], [2.0, 38.0, 3.0]) == 2
