"""A run on a disk that is full: it says so, loses nothing that it has kept, and goes on when there is room."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from problems import assert_is_clear
from row_files import write_rows

from engine.distributed import command
from engine.distributed.command import Options
from engine.errors import InputError, Problem
from engine.loading import load_tensorflow
from engine.training.settings import Settings

resource = pytest.importorskip("resource", reason="only Unix bounds the length of a file")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can grow beyond `size` bytes: the system refuses what is written behind that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> str:
    load_tensorflow()
    return write_rows(tmp_path_factory.mktemp("rows"), "csv")


@pytest.fixture
def options(pattern: str, tmp_path: Path) -> Options:
    return Options(pattern, tmp_path / "run", batch_size=24, epochs=3, settings=Settings("Adagrad", 0.05, None, 2))


def files(folder: Path) -> set[str]:
    return {path.name for path in (folder / "checkpoints").iterdir()}


def reached(options: Options, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The last loss, the accuracy, the weights and the bias."""
    assert command.train(options) == 0
    return capsys.readouterr().out.splitlines()[-4:]


def test_a_run_ends_with_a_sentence_and_goes_on_when_there_is_room(
    options: Options, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with room_for(5_000):  # for a checkpoint, and for the events of some steps
        assert command.train(options) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "There is no room left for events.out." in said
    assert "make some, and go on with --resume." in said
    assert "ckpt-0.index" in files(options.run_dir)
    joined = reached(replace(options, resume=True), capsys)
    assert joined == reached(replace(options, run_dir=tmp_path / "whole"), capsys)


def test_nothing_can_be_begun_where_there_is_no_room(options: Options, capsys: pytest.CaptureFixture[str]) -> None:
    with room_for(100):
        assert command.train(options) == 2
    assert "There is no room left for run.json; make some," in capsys.readouterr().err


@pytest.fixture
def state() -> list[Any]:
    load_tensorflow()
    import tensorflow as tf

    return [tf.Variable(np.zeros(500, np.float32)), tf.Variable(0, dtype=tf.int64)]


def test_of_a_checkpoint_that_has_no_room_nothing_is_left(state: list[Any], tmp_path: Path) -> None:
    from engine.distributed.run_directory import RunDirectory

    directory = RunDirectory(tmp_path, state)
    state[1].assign(1)
    directory.save(1)
    before = files(tmp_path)
    state[1].assign(2)
    with room_for(1_000), pytest.raises(Problem, match="no room left for checkpoints") as refusal:
        directory.save(2)
    assert_is_clear(refusal.value)
    assert files(tmp_path) == before
    assert RunDirectory(tmp_path, state).restore()
    assert int(state[1]) == 1
    directory.save(2)
    assert "ckpt-2.index" in files(tmp_path)


def test_the_only_checkpoint_is_not_written_over(state: list[Any], tmp_path: Path) -> None:
    from engine.distributed.run_directory import RunDirectory

    RunDirectory(tmp_path, state).save(5)
    again = RunDirectory(tmp_path, state)
    assert again.restore()
    with room_for(0):
        again.save(5)  # as when a signal comes before the first step
    assert RunDirectory(tmp_path, state).restore()


def test_a_damaged_checkpoint_gives_way_to_the_one_before(state: list[Any], tmp_path: Path) -> None:
    from engine.distributed.run_directory import RunDirectory

    directory = RunDirectory(tmp_path, state)
    for step in (1, 2, 3):
        state[1].assign(step)
        directory.save(step)
    folder = tmp_path / "checkpoints"
    (folder / "checkpoint").write_text("of which nothing is left")
    (folder / "ckpt-3.index").write_bytes(b"")
    os.truncate(folder / "ckpt-2.data-00000-of-00001", 100)
    assert RunDirectory(tmp_path, state).restore()
    assert int(state[1]) == 1
    os.truncate(folder / "ckpt-1.index", 100)
    with pytest.raises(InputError, match=r"No checkpoint in .* can be read") as refusal:
        RunDirectory(tmp_path, state).restore()
    assert_is_clear(refusal.value, "resume")


def test_another_thread_keeps_what_the_one_that_is_stuck_had(state: list[Any], tmp_path: Path) -> None:
    from test_run_directory import description

    from engine.distributed.run_directory import RunDirectory

    directory = RunDirectory(tmp_path, state)
    directory.begin(description(), 0)
    values = [np.ones(500, np.float32), np.int64(7)]
    thread = threading.Thread(target=directory.rescue, args=(7, values))
    thread.start()
    thread.join()
    directory.close()
    assert RunDirectory(tmp_path, state).restore()
    assert int(state[1]) == 7
    assert np.all(state[0].numpy() == 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_log_without_room_ends_the_run_with_a_checkpoint(
    options: Options, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert command.train(options) == 2
        monkeypatch.undo()
    assert "could not be written: No space left on device; mend that" in capsys.readouterr().err
    assert "ckpt-1.index" in files(options.run_dir)


def test_a_run_of_which_nobody_reads_more_keeps_a_checkpoint(
    options: Options, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert command.train(options) == 1
        monkeypatch.undo()
    assert "ckpt-1.index" in files(options.run_dir)
