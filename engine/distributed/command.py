"""`tapelab train` on a stream of rows: the whole of a run, from the options to the exit code."""

from __future__ import annotations

import json
import math
import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.distributed.ending import end_process, signals_collected
from engine.distributed.peers import ALONE, Cluster, Meeting, Peers, read_cluster
from engine.distributed.rows import Rows, find_rows
from engine.distributed.strategies import StrategyName, import_tensorflow, make_strategy, shared_equally
from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.training.settings import Settings

if TYPE_CHECKING:
    from engine.distributed.description import Description
    from engine.distributed.learner import Learner, Step
    from engine.distributed.run_directory import RunDirectory

DONE, UNREAD, BAD_INPUT, DIVERGED, LEFT_ALONE = 0, 1, 2, 3, 4
"""Exit codes; a run that a signal ended gives 128 and the signal's number, as a shell reports it."""

BATCH_SIZE = 4096
SAVE_SECONDS = 30.0
REPORT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. data, features, target, positive: see `find_rows`. run_dir: the run's folder.

    settings: their batch size does not count. batch_size: rows a step, over all devices. epochs: how often the rows are
    seen. resume: goes on with the run in the folder. devices: see `make_strategy`.
    """

    data: str
    run_dir: Path
    features: tuple[str, ...] | None = None
    target: str | None = None
    positive: str | None = None
    settings: Settings = field(default_factory=Settings)
    batch_size: int = BATCH_SIZE
    epochs: int = 1
    strategy: StrategyName = "none"
    devices: int = 1
    resume: bool = False
    as_json: bool = False


class _Ended(Exception):
    """The run ends before its last step; `code` is the exit code."""

    def __init__(self, code: int, problem: Problem | None = None) -> None:
        super().__init__(code)
        self.code, self.problem = code, problem


@dataclass(slots=True)
class _Worker:
    """This process, and as much of the run as there is of it yet. directory: of the worker that writes."""

    cluster: Cluster = ALONE
    peers: Peers | None = None
    learner: Learner | None = None
    directory: RunDirectory | None = None

    def end_at_once(self, code: int, problem: Problem | None = None) -> None:
        """From another thread than the one that trains, which does not come back."""
        if problem is not None:
            _complain(problem, self.cluster)
        whole = self.learner.whole if self.learner is not None else None
        if whole is None or self.directory is None:
            end_process(code)
        else:
            end_process(code, partial(self.directory.rescue, whole.taken, whole.values))


def train(options: Options) -> int:
    """Trains, and says on standard output how it goes; gives the exit code.

    Where others took part and it did not end well, it ends the process: what is left of TensorFlow would wait for them.
    """
    worker = _Worker()
    code, problem = DONE, None
    try:
        if options.strategy == "multi-worker":
            worker.cluster = read_cluster()
        with ExitStack() as stack:
            _train(options, worker, stack)
    except _Ended as ended:
        code, problem = ended.code, ended.problem
    except Problem as error:
        code, problem = BAD_INPUT, error
    if problem is not None:
        _complain(problem, worker.cluster)
    if code != DONE and worker.peers is not None:
        end_process(code)
    return code


def _train(options: Options, worker: _Worker, stack: ExitStack) -> None:
    cluster = worker.cluster
    if len(cluster.workers) > 1:
        meeting = Meeting(cluster)
        stack.callback(meeting.close)
        if os.environ["TF_CPP_MIN_LOG_LEVEL"] == "2":  # as `engine` sets it
            os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # it has a page to say of a worker that left; we have a sentence
        import_tensorflow()  # takes seconds, in which the others see already that this worker is there
        with meeting.everybody():
            strategy = make_strategy(options.strategy)
        worker.peers = Peers(cluster, partial(worker.end_at_once, LEFT_ALONE))
        stack.callback(worker.peers.close)
    else:
        strategy = make_strategy(options.strategy, options.devices)
    from engine.distributed.agreement import agree, fingerprint, part, share
    from engine.distributed.learner import Learner
    from engine.distributed.run_directory import RunDirectory, owned, refuse_another

    rows = find_rows(options.data, options.features, options.target, options.positive)
    batch_size = shared_equally(options.batch_size, strategy.num_replicas_in_sync)
    description = description_of(options, rows, strategy.num_replicas_in_sync)
    learner = worker.learner = Learner(rows, options.settings, batch_size, strategy)
    if cluster.is_chief:
        stack.enter_context(owned(options.run_dir))
        refuse_another(options.run_dir, description, options.resume)
        worker.directory = RunDirectory(options.run_dir, learner.state)
        stack.callback(worker.directory.close)
        if options.resume:
            worker.directory.restore()
    if worker.peers is not None:
        with _failures_told(learner, [], worker.peers):
            agree(strategy, len(cluster.workers), fingerprint(description.in_common, rows.files))
            share(strategy, learner.state)
    with signals_collected(lambda number: worker.end_at_once(128 + number)) as signals:
        if worker.directory is None:
            _follow(learner, options.epochs, signals, worker.peers)
        else:
            worker.directory.begin(description, learner.taken)
            if not options.resume:
                worker.directory.save(learner.taken)
            _lead(learner, options, worker.directory, signals, worker.peers)
        if worker.peers is not None:
            part(strategy)


def _follow(learner: Learner, epochs: int, signals: list[int], peers: Peers | None) -> None:
    """Takes part in every step, and leaves it to the first worker to write."""
    with _failures_told(learner, signals, peers):
        for _ in learner.steps(epochs):
            if signals:
                raise _Ended(128 + signals[0])


def _lead(learner: Learner, options: Options, directory: RunDirectory, signals: list[int], peers: Peers | None) -> None:
    """Takes every step, writes it down, and keeps a checkpoint from time to time and at the end."""
    report = _Report(options, learner.rows.features)
    saved = time.monotonic()
    try:
        with _failures_told(learner, signals, peers):
            for step in learner.steps(options.epochs):
                if not math.isfinite(step.loss):
                    raise _Ended(DIVERGED, _not_finite(step, learner.rows))
                directory.note(step, learner.rows.features, report.note(step))
                if signals:
                    raise _Ended(128 + signals[0])
                if time.monotonic() - saved > SAVE_SECONDS:
                    directory.save(learner.taken)
                    saved = time.monotonic()
    except _Ended as ended:
        if ended.code != DIVERGED:  # its parameters are no use to go on from
            directory.save(learner.taken)
        report.end()
        raise
    if learner.taken == 0:
        template = QT_TRANSLATE_NOOP("engine", "The rows are fewer than one batch of {value}; choose a smaller one.")
        raise Problem(template, value=learner.batch_size)
    directory.save(learner.taken)
    report.end()


@contextmanager
def _failures_told(learner: Learner, signals: list[int], peers: Peers | None) -> Iterator[None]:
    """What TensorFlow raises in the midst of training, as the reason for which the run ends."""
    import tensorflow as tf

    try:
        yield
    except tf.errors.OpError as error:
        learner.take_half_step_back()
        if signals:
            raise _Ended(128 + signals[0]) from error
        if peers is not None and (lost := peers.wait_for_loss()) is not None:
            raise _Ended(LEFT_ALONE, lost) from error
        template = QT_TRANSLATE_NOOP("engine", "The rows of {path} cannot be read on: {reason}")
        reason = (error.message or type(error).__name__).splitlines()[0].rstrip(".") + "."
        problem = Problem(template, path=Path(learner.rows.files[0]).parent, reason=reason)
        raise _Ended(BAD_INPUT, problem) from error


class _Report:
    """Says once a second where the training is, or as JSON every step; knows how fast it goes."""

    def __init__(self, options: Options, features: tuple[str, ...]) -> None:
        self._as_json, self._features = options.as_json, features
        self._begun = self._said = time.monotonic()
        self._first: int | None = None
        self._last: Step | None = None
        self._is_mute = False

    def note(self, step: Step) -> float:
        """Takes a step in; gives the steps per second."""
        now = time.monotonic()
        if self._first is None:
            self._first, self._begun, self._said = step.number, now, now
            self._say(step)
        elif self._as_json or now - self._said > REPORT_SECONDS:
            self._said = now
            self._say(step)
        self._last = step
        return (step.number - self._first) / max(now - self._begun, 1e-9)

    def end(self) -> None:
        """Says what was reached."""
        step = self._last
        if step is None or self._is_mute:
            return
        weights = {name: float(weight) for name, (weight,) in zip(self._features, step.weights, strict=True)}
        if self._as_json:
            result: dict[str, Any] = {"weights": weights, "bias": float(step.bias[0]), "accuracy": step.accuracy}
            self._print(json.dumps(result))
            return
        self._print(
            f"Loss at step {step.number}: {step.loss:.4f}",
            f"Accuracy of its batch: {step.accuracy:.4f}",
            "Weights: " + ", ".join(f"{name} {weight:.4f}" for name, weight in weights.items()),
            f"Bias: {step.bias[0]:.4f}",
        )

    def _say(self, step: Step) -> None:
        if self._as_json:
            self._print(json.dumps({"step": step.number, "loss": step.loss, "accuracy": step.accuracy}))
        elif self._last is None or step.number > self._last.number:
            self._print(f"Loss at step {step.number}: {step.loss:.4f}")

    def _print(self, *lines: str) -> None:
        """Ends the run, with a checkpoint, where nobody can read this: of a full disk, or behind a closed pipe."""
        try:
            print(*lines, sep="\n", flush=True)
        except OSError as error:
            self._is_mute = True
            with suppress(OSError):  # Python would try it again at the end
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                raise _Ended(UNREAD) from error
            template = QT_TRANSLATE_NOOP(
                "engine", "What the run says could not be written: {reason}; mend that, and go on with --resume."
            )
            raise _Ended(BAD_INPUT, Problem(template, reason=error.strerror or error)) from error


def description_of(options: Options, rows: Rows, devices: int) -> Description:
    from engine.distributed.description import Description

    settings = options.settings
    return Description(
        data=options.data,
        files=len(rows.files),
        features=rows.features,
        target=rows.target,
        positive=rows.positive,
        negative=rows.negative,
        optimizer=settings.optimizer,
        learning_rate=settings.learning_rate,
        batch_size=options.batch_size,
        seed=settings.seed,
        epochs=options.epochs,
        strategy=options.strategy,
        devices=devices,
        started=time.time(),
    )


def _not_finite(step: Step, rows: Rows) -> Problem:
    template = QT_TRANSLATE_NOOP(
        "engine",
        "The loss at step {step} is not finite: choose a smaller learning rate, or look for gaps and classes other "
        "than {positive} and {negative} in the rows.",
    )
    return Problem(template, step=step.number, positive=rows.positive, negative=rows.negative or "…")


def _complain(problem: Problem, cluster: Cluster) -> None:
    worker = f" (worker {cluster.index})" if len(cluster.workers) > 1 else ""
    with suppress(OSError):  # on a full disk, say; the exit code is what is left
        print(f"tapelab train{worker}: {problem}", file=sys.stderr, flush=True)
