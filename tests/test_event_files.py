"""TensorBoard itself reads what was written for it: every step, every batch, every epoch."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from keras_frames import make_curves
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator  # type: ignore[import-untyped]
from test_headless import trained
from training_user import User

from engine.datasets import Dataset
from engine.errors import Problem
from engine.event_files import STEPS, write_curves_as_events, write_steps_as_events
from engine.saving import Cancelled
from engine.training import Session, Settings
from engine.training.accuracy import AccuracyCurve
from gui.event_files import note
from gui.file_saver import saver_of


def read(folder: Path) -> EventAccumulator:
    events = EventAccumulator(str(folder), size_guidance={"scalars": 0})
    events.Reload()
    return events


def scalars(events: EventAccumulator, tag: str) -> tuple[list[int], list[float]]:
    found = events.Scalars(tag)
    return [event.step for event in found], [event.value for event in found]


@pytest.fixture(scope="module")
def session(dataset: Dataset) -> Session:
    session = Session(dataset, Settings())
    session.run(STEPS + 20)
    session.set_learning_rate(0.05)
    session.run(10)
    return session


def write(session: Session, folder: Path, progress: Callable[[float], None] = lambda share: None) -> None:
    accuracies = AccuracyCurve(session.accuracies)
    while accuracies.extend(session.history, most=64):
        pass
    write_steps_as_events(folder, session.history.view, session.learning_rates, accuracies.view, progress)


def test_tensorboard_finds_every_step(session: Session, tmp_path: Path) -> None:
    shares: list[float] = []
    write(session, tmp_path / "logs" / "first", shares.append)
    events, history = read(tmp_path / "logs" / "first"), session.history
    count = len(history)
    assert set(events.Tags()["scalars"]) == {"loss", "accuracy", "learning_rate", *parameters(2)}
    steps, losses = scalars(events, "loss")
    assert steps == list(range(count))
    assert np.array_equal(np.array(losses, np.float32), history.loss)
    for index in (0, 1):
        steps, weights = scalars(events, f"parameters/W{index}")
        assert steps == list(range(count + 1))
        assert np.array_equal(np.array(weights, np.float32), history.weights[:, index, 0])
    assert np.array_equal(np.array(scalars(events, "parameters/b")[1], np.float32), history.bias[:, 0])
    rates = scalars(events, "learning_rate")[1]
    assert [rates[0], rates[-1]] == pytest.approx([0.1, 0.05])
    steps, accuracies = scalars(events, "accuracy")
    last = steps[-1:]
    assert accuracies[-1:] == pytest.approx(session.accuracies(history.weights[last], history.bias[last]).tolist())
    assert shares[0] == 0
    assert shares[-1] == 1
    assert sorted(shares) == shares


def parameters(features: int) -> list[str]:
    return [*(f"parameters/W{index}" for index in range(features)), "parameters/b"]


def test_what_is_given_up_leaves_nothing(session: Session, tmp_path: Path) -> None:
    def give_up(share: float) -> None:
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(session, tmp_path / "logs" / "first", give_up)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_has_one_run(session: Session, tmp_path: Path) -> None:
    write(session, tmp_path)
    with pytest.raises(Problem, match="holds a run of TensorBoard's already"):
        write(session, tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match="cannot be made"):
        write(session, tmp_path / "file" / "run")


def test_keras_epochs_and_batches_are_there_too(tmp_path: Path) -> None:
    curves = make_curves(4)
    write_curves_as_events(tmp_path, curves, lambda share: None)
    events = read(tmp_path)
    steps, losses = scalars(events, "epoch_loss")
    assert steps == [0, 1, 2, 3]
    assert np.array_equal(np.array(losses, np.float32), curves.training[:, 0])
    assert len(scalars(events, "batch_loss")[0]) == len(curves.batch_means)


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert trained(steps=5, events=tmp_path / "run") == 0
    assert scalars(read(tmp_path / "run"), "loss")[0] == [0, 1, 2, 3, 4]
    capsys.readouterr()
    assert trained(steps=5, events=tmp_path / "run") == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "choose another folder" in err


def test_from_the_menu_to_the_folder(open_training: Callable[..., User], tmp_path: Path) -> None:
    user = open_training(stop_after=10)
    user.sees(lambda frame: frame.position == 0)
    user.presses(Qt.Key.Key_Space)
    user.sees(lambda frame: frame.position == 10 and not frame.playing)
    saver = saver_of(user.tab)
    told: list[str] = []
    saver.told.connect(lambda say: told.append(say()))
    (action,) = [
        action
        for menu in user.tab.findChildren(QMenu)
        for action in menu.actions()
        if action.text() == "Every step for TensorBoard …"
    ]
    action.trigger()
    (dialog,) = user.tab.findChildren(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path))
    dialog.accept()
    user.waits_until(lambda: bool(told))
    (folder,) = [path for path in tmp_path.iterdir() if path.is_dir()]
    assert told == [f"Saved: {folder}. To look at it: tensorboard --logdir {tmp_path}"]
    assert scalars(read(folder), "loss")[0] == list(range(10))


def test_without_tensorboard_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert note(Path("logs/run")).endswith('install TensorBoard: pip install "tapelab[tensorboard]"')
