"""Training from the command line, with no window."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import numpy as np

from engine.datasets import Dataset, TwoGaussians
from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.event_files import check_folder, write_steps_as_events
from engine.reading.layout import Layout
from engine.reading.own_data import Gaps, OwnData
from engine.reading.source import FileSource
from engine.reading.table import read_table
from engine.training import Diverged, Settings
from engine.training.accuracy import AccuracyCurve
from engine.training.line import decision_line

if TYPE_CHECKING:
    from engine.training import Session

DONE, BAD_INPUT, DIVERGED = 0, 2, 3
STEPS_PER_REPORT = 10_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table to learn from, by name or by number from 1, and which one is the class.

    None: the last column is the class, all others are features. positive: the class that is learned against the rest
    where there are more than two. gaps: see `OwnData`.
    """

    features: tuple[str, ...] | None = None
    target: str | None = None
    positive: str | None = None
    gaps: Gaps = "refuse"


def train(
    steps: int,
    learning_rate: float,
    optimizer: str,
    batch_size: int | None,
    samples_per_class: int,
    seed: int,
    data: str | None,
    as_json: bool,
    columns: Columns | None = None,
    events: Path | None = None,
) -> int:
    """Trains the classifier and prints the loss of every step; gives the exit code.

    events: a folder to write the run to, for TensorBoard.
    0: done. 2: bad input, told in one line on standard error. 3: diverged, after printing what was reached.
    """
    try:
        settings = Settings(optimizer, learning_rate, batch_size, seed)
        drawn = TwoGaussians(samples_per_class, seed=seed)
        if events is not None:
            check_folder(events)  # before anything takes its time
        dataset = drawn.make() if data is None else _read(Path(data), columns or Columns())
        from engine.loading import load_tensorflow

        load_tensorflow()
        from engine.training import Session

        session = Session(dataset, settings)
    except Problem as problem:
        print(f"tapelab train: {problem}", file=sys.stderr)
        return BAD_INPUT
    code = DONE
    while session.position < steps:
        start = session.position
        try:
            session.run(min(STEPS_PER_REPORT, steps - start))
        except Diverged as diverged:
            _print_losses(session, start, as_json, sys.stdout)
            print(f"tapelab train: {diverged}", file=sys.stderr)
            code = DIVERGED
            break
        _print_losses(session, start, as_json, sys.stdout)
    _print_result(session, as_json)
    if events is not None:
        try:
            _write_events(events, session)
        except Problem as problem:
            print(f"tapelab train: {problem}", file=sys.stderr)
            return BAD_INPUT
    return code


def _write_events(folder: Path, session: Session) -> None:
    accuracies = AccuracyCurve(session.accuracies)
    while accuracies.extend(session.history, most=1):
        pass
    write_steps_as_events(
        folder, session.history.view, session.learning_rates, accuracies.view, progress=lambda share: None
    )


def _read(path: Path, columns: Columns) -> Dataset:
    table = read_table(FileSource(path), Layout())
    target = columns.target or table.columns[-1].name
    position = table.index(target)
    others = tuple(column.name for index, column in enumerate(table.columns) if index != position)
    own = OwnData(table, columns.features or others, target, columns.gaps)
    names = own.make().class_names
    if columns.positive is None:
        if len(names) > 2:
            template = QT_TRANSLATE_NOOP(
                "engine",
                "{path}: column {column} is the class and must hold two different values; it holds {found}, so name "
                "the one to tell from the rest with --positive.",
            )
            raise InputError("positive", template, path=path.name, column=target, found=len(names))
        return own.make()
    if columns.positive not in names:
        template = QT_TRANSLATE_NOOP("engine", "{path} has no class “{value}”; its classes are {classes}.")
        raise InputError("positive", template, path=path.name, value=columns.positive, classes=", ".join(names))
    return own.make().against_rest(names.index(columns.positive))


def _print_losses(session: Session, start: int, as_json: bool, out: TextIO) -> None:
    for step, loss in enumerate(session.history.loss[start:], start):
        if as_json:
            print(json.dumps({"step": step, "loss": float(loss)}), file=out)
        else:
            print(f"Loss at step {step}: {loss:.4f}", file=out)


def _print_result(session: Session, as_json: bool) -> None:
    weights, bias = session.weights, session.bias
    accuracy = session.evaluate().accuracy
    line = decision_line(weights, bias)
    if as_json:
        plain_line = None if line is None else asdict(line)
        print(json.dumps({"weights": _plain(weights), "bias": _plain(bias), "accuracy": accuracy, "line": plain_line}))
        return
    print(f"Accuracy: {accuracy:.4f}")
    if line is None:
        print("Line: none")
    elif line.slope is None:
        print(f"Line: x = {line.intercept:.4f}")
    else:
        print(f"Line: y = {line.slope:.4f} * x + {line.intercept:.4f}")


def _plain(array: Any) -> Any:
    """Nested lists for JSON, which has no NaN and no infinity: null stands for them."""
    return [_plain(part) for part in array] if np.ndim(array) else float(array) if np.isfinite(array) else None
