"""The history as a table: every step, batch and epoch, with numbers that read back as they were."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from keras_frames import make_curves
from sessions import take_steps

from engine.csv_histories import ROWS, write_batches, write_epochs, write_steps
from engine.datasets import Dataset
from engine.saving import Cancelled
from engine.training import Session, Settings
from engine.training.accuracy import AccuracyView


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return head, rows


def column(path: Path, name: str) -> np.ndarray:
    """Its numbers as float32, an empty cell as NaN."""
    head, rows = read(path)
    return np.array([row[head.index(name)] or "nan" for row in rows], np.float32)


def ignore(share: float) -> None:
    """Nobody wants to know."""


def test_every_step_of_a_real_run(dataset: Dataset, tmp_path: Path) -> None:
    session = Session(dataset, Settings())
    take_steps(session, 3)
    session.set_learning_rate(0.02)
    take_steps(session, 2)
    path = tmp_path / "steps.csv"
    accuracies = AccuracyView(np.array([0, 4]), np.array([0.5, 0.975]))
    write_steps(path, session.history.view, session.learning_rates, accuracies, ignore)
    head, rows = read(path)
    assert head == ["step", "loss", "W0", "W1", "b", "learning_rate", "accuracy"]
    assert [row[0] for row in rows] == ["0", "1", "2", "3", "4", "5"]
    np.testing.assert_array_equal(column(path, "loss"), [*session.history.loss, np.nan])
    for index in (0, 1):
        np.testing.assert_array_equal(column(path, f"W{index}"), session.history.weights[:, index, 0])
    np.testing.assert_array_equal(column(path, "b"), session.history.bias[:, 0])
    assert [row[5] for row in rows] == ["0.1", "0.1", "0.1", "0.02", "0.02", ""]
    assert [row[6] for row in rows] == ["0.5", "", "", "", "0.975", ""]


def test_more_rows_than_are_written_at_once(dataset: Dataset, tmp_path: Path) -> None:
    session = Session(dataset, Settings(batch_size=8))
    session.run(2 * ROWS + 7)
    shares: list[float] = []
    nothing = AccuracyView(np.zeros(0, np.int64), np.zeros(0))
    write_steps(tmp_path / "a.csv", session.history.view, session.learning_rates, nothing, shares.append)
    np.testing.assert_array_equal(column(tmp_path / "a.csv", "loss")[:-1], session.history.loss)
    assert shares[-1] == 1.0
    assert len(shares) == 3


def test_before_the_first_step_there_is_the_start(dataset: Dataset, tmp_path: Path) -> None:
    session = Session(dataset, Settings())
    nothing = AccuracyView(np.zeros(0, np.int64), np.zeros(0))
    write_steps(tmp_path / "a.csv", session.history.view, session.learning_rates, nothing, ignore)
    _, rows = read(tmp_path / "a.csv")
    assert len(rows) == 1


def test_what_is_given_up_leaves_nothing(dataset: Dataset, tmp_path: Path) -> None:
    def give_up(share: float) -> None:
        raise Cancelled

    session = Session(dataset, Settings())
    nothing = AccuracyView(np.zeros(0, np.int64), np.zeros(0))
    with pytest.raises(Cancelled):
        write_steps(tmp_path / "a.csv", session.history.view, session.learning_rates, nothing, give_up)
    assert list(tmp_path.iterdir()) == []


def test_every_batch(tmp_path: Path) -> None:
    curves = make_curves(3, extra=2)
    path = tmp_path / "batches.csv"
    write_batches(path, curves, ignore)
    head, rows = read(path)
    assert head == ["epoch", "batch", *curves.names, "batch_loss"]
    assert len(rows) == len(curves.batch_means)
    per_epoch = int(curves.epoch_ends[0])
    assert [row[:2] for row in rows[per_epoch - 1 : per_epoch + 1]] == [["1", str(per_epoch)], ["2", "1"]]
    assert rows[-1][:2] == ["4", "2"]
    np.testing.assert_array_equal(column(path, "loss"), curves.batch_means[:, 0])
    np.testing.assert_array_equal(column(path, "batch_loss"), curves.batch_losses)


def test_every_epoch(tmp_path: Path) -> None:
    curves = make_curves(3)
    path = tmp_path / "epochs.csv"
    write_epochs(path, curves, ignore)
    assert [row[0] for row in read(path)[1]] == ["1", "2", "3"]
    for prefix, values in (("", curves.training), ("val_", curves.validation)):
        for index, name in enumerate(curves.names):
            np.testing.assert_array_equal(column(path, prefix + name), values[:, index])
    evaluated = column(path, f"evaluate_{curves.names[0]}")
    np.testing.assert_array_equal(evaluated[: len(curves.evaluated)], curves.evaluated[:, 0])
