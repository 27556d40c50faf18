"""Training from the command line: what it prints, what it answers, and that it needs no window."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine import headless
from engine.datasets import two_gaussians
from engine.headless import train
from engine.training import Session, Settings

ROOT = Path(__file__).parent.parent


def trained(**changes: Any) -> int:
    arguments: dict[str, Any] = {
        "steps": 40,
        "learning_rate": 0.1,
        "optimizer": "manual",
        "batch_size": None,
        "samples_per_class": 1000,
        "seed": 0,
        "data": None,
        "as_json": False,
    }
    return train(**{**arguments, **changes})


def the_same_session(**settings: Any) -> Session:
    session = Session(two_gaussians(), Settings(**settings))
    session.run(40)
    return session


def test_plainly_it_prints_the_notes_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert trained() == 0
    *losses, accuracy, line = capsys.readouterr().out.splitlines()
    session = the_same_session()
    assert losses == [f"Loss at step {step}: {loss:.4f}" for step, loss in enumerate(session.history.loss)]
    assert accuracy == f"Accuracy: {session.evaluate().accuracy:.4f}"
    (w0,), (w1,) = session.weights.tolist()
    slope, intercept = map(float, re.findall(r"-?\d+\.\d{4}", line))
    assert line.startswith("Line: y = ")
    assert slope == pytest.approx(-w0 / w1, abs=1e-4)
    assert intercept == pytest.approx((0.5 - session.bias[0]) / w1, abs=1e-4)


def test_as_json_it_prints_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert trained(as_json=True, optimizer="Adam", batch_size=300, seed=3, steps=20) == 0
    *losses, result = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    session = Session(two_gaussians(seed=3), Settings("Adam", batch_size=300, seed=3))
    session.run(20)
    assert losses == [{"step": step, "loss": float(loss)} for step, loss in enumerate(session.history.loss)]
    assert list(result) == ["weights", "bias", "accuracy", "line"]
    assert np.array_equal(np.array(result["weights"], np.float32), session.weights)
    assert np.array_equal(np.array(result["bias"], np.float32), session.bias)
    assert result["accuracy"] == session.evaluate().accuracy
    assert set(result["line"]) == {"slope", "intercept"}


def test_long_runs_are_reported_in_parts(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headless, "STEPS_PER_REPORT", 7)
    assert trained() == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:-2]] == [f"Loss at step {step}" for step in range(40)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"learning_rate": float("nan")}, "learning rate"),
        ({"learning_rate": 0.0}, "learning rate"),
        ({"learning_rate": -1.0}, "learning rate"),
        ({"learning_rate": float("inf")}, "learning rate"),
        ({"samples_per_class": 0}, "at least 1"),
        ({"samples_per_class": -1}, "at least 1"),
        ({"samples_per_class": 10**9}, "52.2 GiB"),
        ({"batch_size": 0}, "batch size"),
        ({"batch_size": 2001}, "2001 is more than the 2000 points"),
        ({"seed": -1}, "seed"),
        ({"optimizer": "Adem"}, "did you mean Adam?"),
        ({"data": "none.csv"}, "none.csv cannot be read"),
    ],
)
def test_bad_input_is_told_in_one_line(changes: dict[str, Any], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert trained(**changes) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("tapelab train: ")
    assert words in line


@pytest.mark.parametrize("as_json", [False, True])
def test_divergence_is_told_after_what_was_reached(as_json: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert trained(learning_rate=50.0, as_json=as_json) == 3
    captured = capsys.readouterr()
    (line,) = captured.err.splitlines()
    (step,) = re.findall(r"The loss at step (\d+) is no longer finite", line)
    lines = captured.out.splitlines()
    reached = lines[:-1] if as_json else lines[:-2]
    assert len(reached) == int(step) > 5
    if as_json:
        assert [json.loads(part)["step"] for part in reached] == list(range(int(step)))
        assert list(json.loads(lines[-1])) == ["weights", "bias", "accuracy", "line"]
    else:
        assert lines[-2].startswith("Accuracy: ")


def test_weights_that_are_no_numbers_are_null(capsys: pytest.CaptureFixture[str]) -> None:
    assert trained(learning_rate=3e38, as_json=True) == 3
    last = capsys.readouterr().out.splitlines()[-1]
    result = json.loads(last, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert None in np.ravel(result["weights"])
    assert result["line"] is None


def table_of(folder: Path, *rows: str) -> str:
    path = folder / "points.csv"
    path.write_text("\n".join(rows))
    return str(path)


def test_it_trains_on_ones_own_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = table_of(tmp_path, "x,y,class", *(f"{i},{j},{'AB'[i > j]}" for i in range(6) for j in range(6)))
    assert trained(data=data, steps=300, learning_rate=0.03) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 302
    assert float(lines[-2].removeprefix("Accuracy: ")) > 0.8


IRIS = ("id;sepal;petal;kind", "1;5,1;1,4;setosa", "2;7,0;4,7;versicolor", "3;6,3;6,0;virginica", "4;4,9;?;setosa")


@pytest.mark.parametrize(
    ("columns", "same"),
    [
        (headless.Columns(("petal",), "kind", "setosa", "drop"), ("1.4,1", "4.7,0", "6.0,0")),
        (headless.Columns(("3",), "4", "versicolor", "fill"), ("1.4,0", "4.7,1", "6.0,0", "4.033333,0")),
        (headless.Columns(("sepal",), None, "virginica"), ("5.1,0", "7.0,0", "6.3,1", "4.9,0")),
    ],
)
def test_columns_and_a_class_of_ones_own(
    columns: headless.Columns, same: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trained(data=table_of(tmp_path, *IRIS), steps=3, learning_rate=0.01, columns=columns) == 0
    printed = capsys.readouterr().out
    assert trained(data=table_of(tmp_path, *same), steps=3, learning_rate=0.01) == 0
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        (None, "line 5, column petal: there is a gap; drop such rows, or fill the gaps."),
        (headless.Columns(("sepal",)), "two different values; it holds 3, so name the one"),
        (headless.Columns(("weight",)), "no column “weight”; its columns are id, sepal, petal, kind."),
        (headless.Columns(("sepal",), "color"), "no column “color”"),
        (headless.Columns(("kind",), "sepal"), "column kind holds text such as “setosa”"),
        (
            headless.Columns(("sepal",), "kind", "rose"),
            "no class “rose”; its classes are setosa, versicolor, virginica.",
        ),
    ],
)
def test_columns_that_cannot_be_used(
    columns: headless.Columns | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert trained(data=table_of(tmp_path, *IRIS), columns=columns) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    (line,) = captured.err.splitlines()
    assert line.startswith("tapelab train: points.csv")
    assert words in line


def test_three_features_have_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = table_of(tmp_path, "1,2,3,0", "2,1,0,1", "0,1,1,1")
    assert trained(data=data, steps=2, learning_rate=0.01) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Line: none"


def test_a_vertical_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Upright(Session):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.reset([[0.25], [0.0]], [0.0])

    monkeypatch.setattr("engine.training.session.Session", Upright)
    assert trained(data=table_of(tmp_path, "1,0,0", "3,0,1"), steps=0) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Line: x = 2.0000"


PROGRAM = """
import sys
from gui.__main__ import main
options = "--steps 3 --learning-rate 0.1 --optimizer Adam --batch-size 16 --samples-per-class 20 --seed 0"
code = main(["train", *options.split()])
print([name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph")], file=sys.stderr)
sys.exit(code)
"""


def test_it_needs_no_qt_and_says_nothing_else() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == "[]\n"
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == ["Loss", "Loss", "Loss", "Accuracy:", "Line:"]
