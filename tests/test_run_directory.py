"""Runs on a stream of rows: what they write, how they end, and how they go on."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from row_files import write_rows

from engine.distributed import command
from engine.distributed.command import Options
from engine.loading import load_tensorflow
from engine.training.settings import Settings

ROOT = Path(__file__).parent.parent
TAGS = ("loss", "accuracy", "weights/x", "weights/y", "bias", "steps per second")


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_rows(tmp_path_factory.mktemp("rows"), "csv")


@pytest.fixture
def options(pattern: str, tmp_path: Path) -> Options:
    return Options(pattern, tmp_path / "run", batch_size=48, epochs=4, settings=Settings("Adagrad", 0.05, None, 2))


def description() -> Any:
    """Of some run."""
    from engine.distributed.description import Description

    what = {"data": "*.csv", "files": 1, "features": ("x",), "target": "y", "positive": "1", "negative": "0"}
    how = {"optimizer": "SGD", "learning_rate": 0.1, "batch_size": 1, "seed": 0, "epochs": 1, "strategy": "none"}
    return Description(**what, **how, devices=1, started=0.0)  # type: ignore[arg-type]


def losses(run_dir: Path, tag: str = "loss") -> dict[int, float]:
    """As TensorBoard reads them."""
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator  # type: ignore[import-untyped]

    events = EventAccumulator(str(run_dir), {"scalars": 0})
    events.Reload()
    assert set(events.Tags()["scalars"]) == set(TAGS)
    return {event.step: event.value for event in events.Scalars(tag)}


def test_a_run_can_be_read_by_tensorboard_and_says_what_it_is(
    options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.train(options) == 0
    found = losses(options.run_dir)
    assert list(found) == list(range(50))  # 4 · 600 rows in batches of 48
    assert found[49] < found[0]
    assert "Loss at step 49" in capsys.readouterr().out
    description = json.loads((options.run_dir / "run.json").read_text())
    assert description["features"] == ["x", "y"]
    assert (description["positive"], description["negative"], description["batch_size"]) == ("yes", "no", 48)


def test_a_run_that_was_stopped_ends_with_the_same_losses(options: Options, tmp_path: Path) -> None:
    assert command.train(options) == 0
    parts = replace(options, run_dir=tmp_path / "parts", epochs=2)
    assert command.train(parts) == 0
    assert command.train(parts) == 2  # there is a run already
    assert command.train(replace(parts, epochs=4, resume=True)) == 0
    whole, joined = losses(options.run_dir), losses(parts.run_dir)
    assert list(whole) == list(joined)
    assert np.allclose(list(whole.values()), list(joined.values()), rtol=1e-6)


def test_a_signal_saves_and_ends(options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    load_tensorflow()

    class Kill(threading.Thread):
        def run(self) -> None:
            while not list(options.run_dir.glob("checkpoints/*.index")):
                threading.Event().wait(0.05)
            os.kill(os.getpid(), signal.SIGTERM)

    kill = Kill()
    kill.start()
    assert command.train(replace(options, epochs=1_000_000)) == 128 + signal.SIGTERM
    kill.join()
    taken = len(losses(options.run_dir))
    assert (options.run_dir / "checkpoints" / f"ckpt-{taken}.index").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"settings": Settings("SGD", 0.05, None, 2)}, "another optimizer: Adagrad and not SGD"),
        ({"settings": Settings("Adagrad", 0.05, None, 3)}, "another seed"),
        ({"batch_size": 24}, "another batch_size"),
        ({"features": ("x",)}, "another features"),
    ],
)
def test_only_the_same_run_is_gone_on_with(
    options: Options, changes: dict[str, object], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.train(replace(options, epochs=1)) == 0
    assert command.train(replace(options, resume=True, **changes)) == 2  # type: ignore[arg-type]
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"batch_size": 10_000}, 2, "fewer than one batch"),
        ({"settings": Settings("manual", 1e30)}, 3, "not finite"),
        ({"settings": Settings("Adamm")}, 2, "did you mean"),
        ({"strategy": "mirrored", "batch_size": 0}, 2, "equal parts"),
        ({"strategy": "multi-worker"}, 2, "TF_CONFIG"),
        ({"devices": 2}, 2, "mirrored"),
        ({"positive": None, "target": "x", "features": ("y",)}, 2, "--positive"),
    ],
)
def test_what_cannot_be_done_is_said(
    options: Options, changes: dict[str, object], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.train(replace(options, **changes)) == code  # type: ignore[arg-type]
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_a_folder_that_is_a_file_is_refused(options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    options.run_dir.write_text("")
    assert command.train(options) == 2
    assert "run could not be written: File exists." in capsys.readouterr().err


def test_a_folder_in_which_a_run_is_under_way_names_its_owner(
    options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    load_tensorflow()
    from engine.distributed.run_directory import owned

    assert command.train(replace(options, epochs=1)) == 0
    with owned(options.run_dir):
        assert command.train(replace(options, resume=True)) == 2
    assert f"process {os.getpid()} on " in capsys.readouterr().err


# Several processes


def start(options: Options, workers: list[str], index: int, *more: str) -> subprocess.Popen[str]:
    config = {"cluster": {"worker": workers}, "task": {"type": "worker", "index": index}}
    arguments = ["--data", options.data, "--run-dir", str(options.run_dir), "--epochs", str(options.epochs)]
    arguments += ["--batch-size", str(options.batch_size), "--optimizer", "Adagrad", "--learning-rate", "0.05"]
    return subprocess.Popen(
        [sys.executable, "-m", "gui", "train", *arguments, "--seed", "2", "--strategy", "multi-worker", *more],
        cwd=ROOT,
        env={**os.environ, "TF_CONFIG": json.dumps(config), "CUDA_VISIBLE_DEVICES": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def free_addresses(count: int) -> list[str]:
    """Of so many doors that nobody uses."""
    doors = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    names = [f"127.0.0.1:{door.getsockname()[1]}" for door in doors]
    for door in doors:
        door.close()
    return names


@pytest.fixture
def addresses() -> list[str]:
    return free_addresses(2)


@pytest.fixture
def reaped() -> Iterator[list[subprocess.Popen[str]]]:
    processes: list[subprocess.Popen[str]] = []
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def test_a_worker_is_killed_and_the_run_ends_with_the_losses_of_one_alone(
    options: Options, addresses: list[str], reaped: list[subprocess.Popen[str]], tmp_path: Path
) -> None:
    shared = replace(options, run_dir=tmp_path / "shared", epochs=100_000)
    reaped += [start(shared, addresses, index) for index in range(2)]
    chief, other = reaped
    assert chief.stdout is not None
    assert chief.stdout.readline().startswith("Loss at step 0")
    chief.stdout.readline()
    other.kill()
    said = chief.communicate()[1]
    assert chief.returncode == 4
    assert f"These workers have left: 1 ({addresses[1]})." in said
    taken = len(losses(shared.run_dir))
    epochs = -(-taken * 48 // 600) + 2
    assert command.train(replace(shared, resume=True, epochs=epochs)) == 0
    alone = replace(options, epochs=epochs)
    assert command.train(alone) == 0
    one, several = losses(alone.run_dir), losses(shared.run_dir)
    assert list(one) == list(several)
    assert len(one) > taken > 1
    assert np.allclose(list(one.values()), list(several.values()), rtol=1e-4, atol=1e-6)


def test_four_workers_learn_what_one_learns(
    options: Options, reaped: list[subprocess.Popen[str]], tmp_path: Path
) -> None:
    shared, addresses = replace(options, run_dir=tmp_path / "shared"), free_addresses(4)
    reaped += [start(shared, addresses, index) for index in range(4)]
    assert command.train(options) == 0
    assert [process.wait() for process in reaped] == [0] * 4
    one, several = losses(options.run_dir), losses(shared.run_dir)
    assert list(one) == list(several)
    assert np.allclose(list(one.values()), list(several.values()), rtol=1e-4, atol=1e-6)


def test_only_the_first_worker_has_to_reach_the_folder(
    options: Options, addresses: list[str], reaped: list[subprocess.Popen[str]], tmp_path: Path
) -> None:
    assert command.train(replace(options, epochs=1)) == 0
    shared = replace(options, epochs=3)
    reaped.append(start(shared, addresses, 0, "--resume"))
    reaped.append(start(replace(shared, run_dir=tmp_path / "nowhere"), addresses, 1, "--resume"))
    assert [process.wait() for process in reaped] == [0, 0]
    assert not (tmp_path / "nowhere").exists()
    alone = replace(shared, run_dir=tmp_path / "alone")
    assert command.train(alone) == 0
    one, several = losses(alone.run_dir), losses(shared.run_dir)
    assert list(one) == list(several)
    assert np.allclose(list(one.values()), list(several.values()), rtol=1e-4, atol=1e-6)


def test_workers_that_were_not_told_alike_learn_nothing(
    options: Options, addresses: list[str], reaped: list[subprocess.Popen[str]]
) -> None:
    reaped += [start(options, addresses, 0), start(replace(options, epochs=5), addresses, 1)]
    for process in reaped:
        assert "other files of rows than worker 0: 1;" in process.communicate()[1]
        assert process.returncode == 2
    assert not (options.run_dir / "run.json").exists()


def test_workers_that_do_not_come_are_named(
    options: Options, addresses: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("engine.distributed.peers.PATIENCE_SECONDS", 0.5)
    config = {"cluster": {"worker": addresses}, "task": {"type": "worker", "index": 0}}
    monkeypatch.setenv("TF_CONFIG", json.dumps(config))
    assert command.train(replace(options, strategy="multi-worker")) == 2
    assert f"These workers did not come: 1 ({addresses[1]})." in capsys.readouterr().err
    assert not options.run_dir.exists()
