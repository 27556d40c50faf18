"""The folder of a run: what it is, its events as TensorBoard reads them, and checkpoints to go on from."""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

import filelock
import tensorflow as tf
from tensorflow.core.util.event_pb2 import Event, SessionLog

from engine.distributed.description import BIAS, DESCRIPTION, MOST_WEIGHTS, SPEED, WEIGHTS, Description, describe
from engine.distributed.learner import Step
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.event_files import first_record, scalars_record
from engine.saving import write_whole

LOCK, CHECKPOINTS = "run.lock", "checkpoints"
KEPT = 3
"""Checkpoints that are kept, the newest."""

FLUSH_SECONDS = 1.0

SAME = ("data", "features", "target", "positive", "optimizer", "learning_rate", "batch_size", "seed")
"""What a run that is gone on with must have in common with what there is of it."""


class RunDirectory:
    """Belongs to one run at a time, and to the one worker of it that writes."""

    def __init__(self, path: Path, state: list[tf.Variable]) -> None:
        """state: what a checkpoint keeps, in this order."""
        self.path = path
        self._manager = tf.train.CheckpointManager(
            tf.train.Checkpoint(state=list(state)), str(path / CHECKPOINTS), max_to_keep=KEPT
        )
        self._events: EventFile | None = None

    def restore(self) -> bool:
        """Puts the newest checkpoint into the state; gives whether there is one."""
        newest = self._manager.restore_or_initialize()
        return newest is not None

    def save(self, step: int) -> None:
        """Keeps the state as it is before this step. Raises `Problem` where it cannot be written."""
        if self._events is not None:
            self._events.flush()
        try:
            self._manager.save(checkpoint_number=step)
        except (tf.errors.OpError, OSError) as error:
            raise _unwritten(self.path / CHECKPOINTS, error) from error

    def begin(self, description: Description, step: int) -> None:
        """Writes down what the run is; from here on its steps are written, the first of them `step`."""
        write_whole(self.path / DESCRIPTION, (json.dumps(asdict(description), indent=2) + "\n").encode())
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
        try:
            self._writer.flush()
        except tf.errors.OpError as error:
            raise _unwritten(self._path, error) from error
        self._flushed = time.monotonic()

    def close(self) -> None:
        """Says that the run is over, by which those who follow it know that it did not break off."""
        with suppress(Problem):
            self._say(SessionLog.STOP, self._step)
        self._writer.close()

    def _say(self, status: int, step: int) -> None:
        session_log = SessionLog(status=status)
        self._put(Event(wall_time=time.time(), step=step, session_log=session_log).SerializeToString())

    def _put(self, record: bytes) -> None:
        try:
            self._writer.write(record)
        except tf.errors.OpError as error:
            raise _unwritten(self._path, error) from error


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


def _unwritten(path: Path, error: Exception) -> Problem:
    name = path.name
    reason = getattr(error, "strerror", None) or getattr(error, "message", None) or error
    if isinstance(error, tf.errors.ResourceExhaustedError) or "No space left" in str(reason):
        template = QT_TRANSLATE_NOOP("engine", "There is no room left for {name}; make some, and go on with --resume.")
        return Problem(template, name=name)
    return Problem(QT_TRANSLATE_NOOP("engine", "{name} could not be written: {reason}."), name=name, reason=reason)
