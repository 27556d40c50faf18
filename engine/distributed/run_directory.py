"""The folder of a run: what it is, its events as TensorBoard reads them, and checkpoints to go on from."""

from __future__ import annotations

import json
import os
import platform
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

import filelock
import tensorflow as tf
from tensorflow.core.util.event_pb2 import Event, SessionLog

from engine.distributed.description import BIAS, DESCRIPTION, MOST_WEIGHTS, SAME, SPEED, WEIGHTS, Description, describe
from engine.distributed.learner import Step
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.event_files import first_record, scalars_record
from engine.saving import NO_ROOM, write_whole
from engine.training.records import FloatArray

LOCK, CHECKPOINTS = "run.lock", "checkpoints"
KEPT = 3
"""Checkpoints that are kept, the newest."""

FLUSH_SECONDS = 1.0


class RunDirectory:
    """Belongs to one run at a time, and to the one worker of it that writes."""

    def __init__(self, path: Path, state: list[tf.Variable]) -> None:
        """state: what a checkpoint keeps, in this order."""
        self.path = path
        self._checkpoint = tf.train.Checkpoint(state=list(state))
        with _told(path / CHECKPOINTS):
            self._manager = tf.train.CheckpointManager(self._checkpoint, str(path / CHECKPOINTS), max_to_keep=KEPT)
        self._events: EventFile | None = None
        self._kept: int | None = None
        """The step of the newest checkpoint."""
        self._one_at_a_time = threading.Lock()

    def restore(self) -> bool:
        """Puts the newest checkpoint that can be read into the state; gives whether there is one.

        Raises `InputError` where there are some, and none can be read.
        """
        found = sorted((self.path / CHECKPOINTS).glob("ckpt-*.index"), key=_step_of, reverse=True)
        for index in found:
            try:
                self._checkpoint.restore(str(index.with_suffix(""))).assert_consumed()
            except Exception:  # its readers raise many kinds, for what a full disk or one without power has kept
                continue
            self._kept = _step_of(index)
            return True
        if found:
            template = QT_TRANSLATE_NOOP(
                "engine", "No checkpoint in {folder} can be read; begin anew in another folder."
            )
            raise InputError("resume", template, folder=self.path)
        return False

    def save(self, step: int) -> None:
        """Keeps the state as it is before this step. Raises `Problem` where it cannot be written.

        The checkpoints before it then still stand, and of this one nothing is left.
        """
        with self._one_at_a_time:
            if self._events is not None:
                self._events.flush()
            self._save(self._manager, step)

    def rescue(self, step: int, values: list[FloatArray]) -> None:
        """Keeps a state of earlier, on another thread than the one that holds `state` and does not come back."""
        with self._one_at_a_time:
            if self._events is None:
                return
            self._events.flush()
            own = tf.train.Checkpoint(state=[tf.Variable(value) for value in values])
            self._save(tf.train.CheckpointManager(own, str(self.path / CHECKPOINTS), max_to_keep=KEPT), step)

    def _save(self, manager: tf.train.CheckpointManager, step: int) -> None:
        if step == self._kept:
            return  # else the same files would be written over, and a full disk would leave neither
        try:
            with _told(self.path / CHECKPOINTS):
                manager.save(checkpoint_number=step)
        except Problem:
            self.sweep()
            raise
        self._kept = step

    def sweep(self) -> None:
        """Takes away what checkpoints that were not finished have left: on a full disk, that room is missing."""
        folder = self.path / CHECKPOINTS
        for path in folder.glob("*"):
            if path.name.endswith("_temp"):
                shutil.rmtree(path, ignore_errors=True)
            elif path.name.startswith("checkpoint.tmp") or (path.name.startswith("ckpt-") and not _has_index(path)):
                path.unlink(missing_ok=True)

    def begin(self, description: Description, step: int) -> None:
        """Writes down what the run is; from here on its steps are written, the first of them `step`."""
        self.sweep()
        text = json.dumps(asdict(description), indent=2) + "\n"
        try:
            write_whole(self.path / DESCRIPTION, text.encode())
        except Problem as problem:
            raise _unwritten(self.path / DESCRIPTION, problem.__cause__ or problem) from problem
        self._events = EventFile(self.path, step)

    def note(self, step: Step, features: tuple[str, ...], steps_per_second: float) -> None:
        """Writes a step down, for TensorBoard and for whoever follows. Raises `Problem`."""
        assert self._events is not None, "begin first"
        scalars = {"loss": step.loss, "accuracy": step.accuracy, SPEED: steps_per_second}
        scalars |= {
            f"{WEIGHTS}{name}": float(weight)
            for name, (weight,) in zip(features[:MOST_WEIGHTS], step.weights, strict=False)
        }
        self._events.write(step.number, {**scalars, BIAS: float(step.bias[0])})

    def close(self) -> None:
        if self._events is not None:
            self._events.close()
            self._events = None


class EventFile:
    """One file of events in TensorBoard's format: records of `tensorflow.Event`, the first one says the version."""

    def __init__(self, folder: Path, step: int) -> None:
        """What an earlier file says of `step` and later ones does not hold any more."""
        name = f"events.out.tfevents.{int(time.time()):010d}.{platform.node()}.{os.getpid()}.{step}"
        self._path = folder / name
        with _told(self._path):
            self._writer = tf.io.TFRecordWriter(str(self._path))
        self._flushed = time.monotonic()
        self._step = step
        self._put(first_record(time.time()))
        self._say(SessionLog.START, step)
        self.flush()

    def write(self, step: int, scalars: dict[str, float]) -> None:
        self._step = step
        self._put(scalars_record(time.time(), step, scalars.items()))
        if time.monotonic() - self._flushed > FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        with _told(self._path):
            self._writer.flush()
        self._flushed = time.monotonic()

    def close(self) -> None:
        """Says that the run is over, by which those who follow it know that it did not break off.

        Raises `Problem` where what was not flushed yet finds no room; the file is closed all the same.
        """
        with suppress(Problem):
            self._say(SessionLog.STOP, self._step)
        with _told(self._path):
            self._writer.close()

    def _say(self, status: int, step: int) -> None:
        session_log = SessionLog(status=status)
        self._put(Event(wall_time=time.time(), step=step, session_log=session_log).SerializeToString())

    def _put(self, record: bytes) -> None:
        with _told(self._path):
            self._writer.write(record)


@contextmanager
def owned(path: Path) -> Iterator[None]:
    """Makes the folder, and keeps every other run out of it. Raises `InputError` where one is in it.

    The lock is the system's, which takes it back from a process that was killed.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(path / LOCK)
        lock.acquire(timeout=0)
    except filelock.Timeout:
        owner = describe(path)
        template = QT_TRANSLATE_NOOP(
            "engine", "{folder} belongs to a run that is under way, process {pid} on {host}; name another folder."
        )
        host, pid = (owner.host, owner.pid) if owner else ("?", "?")
        raise InputError("run_dir", template, folder=path, pid=pid, host=host) from None
    except OSError as error:
        raise _unwritten(path, error) from error
    try:
        yield
    finally:
        lock.release()


def refuse_another(path: Path, description: Description, resume: bool) -> None:
    """A folder that holds a run is gone on with, where that is wanted and it is the same run; else `InputError`."""
    earlier = describe(path)
    if earlier is None:
        return
    if not resume:
        template = QT_TRANSLATE_NOOP(
            "engine", "{folder} holds a run already; go on with it by --resume, or name another folder."
        )
        raise InputError("run_dir", template, folder=path)
    for name in SAME:
        was, now = getattr(earlier, name), getattr(description, name)
        if was != now:
            template = QT_TRANSLATE_NOOP(
                "engine", "The run in {folder} has another {name}: {was} and not {now}; give it the same."
            )
            raise InputError(name, template, folder=path, name=name, was=was, now=now)


def _step_of(checkpoint: Path) -> int:
    number = checkpoint.stem.partition("-")[2]
    return int(number) if number.isdecimal() else -1


def _has_index(path: Path) -> bool:
    """Whether the checkpoint of which this is a file was finished: its index is what is written last."""
    index = path.with_name(path.name.partition(".")[0] + ".index")
    return index.exists() and index.stat().st_size > 0


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What goes wrong while this is written is a `Problem`, in a sentence."""
    try:
        yield
    except (tf.errors.OpError, OSError) as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: BaseException) -> Problem:
    name = path.name
    reason = getattr(error, "strerror", None) or getattr(error, "message", None) or error
    full = isinstance(error, tf.errors.ResourceExhaustedError) or getattr(error, "errno", None) in NO_ROOM
    if full or any(os.strerror(number) in str(reason) for number in NO_ROOM):
        template = QT_TRANSLATE_NOOP("engine", "There is no room left for {name}; make some, and go on with --resume.")
        return Problem(template, name=name)
    return Problem(QT_TRANSLATE_NOOP("engine", "{name} could not be written: {reason}."), name=name, reason=reason)
