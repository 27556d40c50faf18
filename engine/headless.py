"""Training from the command line, with no window."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import numpy as np

from engine.datasets import TwoGaussians
from engine.errors import Problem
from engine.table import read_table
from engine.training import Diverged, Settings
from engine.training.line import decision_line

if TYPE_CHECKING:
    from engine.training import Session

DONE, BAD_INPUT, DIVERGED = 0, 2, 3
STEPS_PER_REPORT = 10_000


def train(
    steps: int,
    learning_rate: float,
    optimizer: str,
    batch_size: int | None,
    samples_per_class: int,
    seed: int,
    data: str | None,
    as_json: bool,
) -> int:
    """Trains the classifier and prints the loss of every step; gives the exit code.

    0: done. 2: bad input, told in one line on standard error. 3: diverged, after printing what was reached.
    """
    try:
        settings = Settings(optimizer, learning_rate, batch_size, seed)
        dataset = TwoGaussians(samples_per_class, seed=seed).make() if data is None else read_table(Path(data))
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
    return code


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
