"""What a training run has been through, as tables for other programs: CSV, a row for every step, batch or epoch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.keras_lab.protocol import Curves
from engine.saving import Progress, whole_file
from engine.training.accuracy import AccuracyView
from engine.training.history import HistoryView

ROWS = 1_000
"""Written at a time: some milliseconds, in which Python lets no other thread run."""

Path = str | os.PathLike[str]
Column = Callable[[int, int], Sequence[str]]
"""The texts of the rows from one number to another."""


def write_steps(
    path: Path,
    history: HistoryView,
    learning_rates: Sequence[tuple[int, float]],
    accuracies: AccuracyView,
    progress: Progress,
) -> None:
    """A row for every step: its loss, the parameters before it, the learning rate that it was taken with.

    The last row has the parameters after the last step. The accuracy stands where it was measured. Raises `Problem`,
    and what `progress` raises.
    """
    count = len(history.loss)
    features = history.weights.shape[1]
    measured = {int(step): str(value) for step, value in zip(accuracies.steps, accuracies.values, strict=True)}
    starts = np.array([step for step, _ in learning_rates], np.int64)
    rates = [str(rate) for _, rate in learning_rates]

    def rates_of(first: int, last: int) -> list[str]:
        places = np.searchsorted(starts, np.arange(first, min(last, count)), side="right") - 1
        return [rates[place] if place >= 0 else "" for place in places.tolist()]

    columns: dict[str, Column] = {"step": _numbers, "loss": _texts(history.loss)}
    columns |= {f"W{index}": _texts(history.weights[:, index, 0]) for index in range(features)}
    columns |= {
        "b": _texts(history.bias[:, 0]),
        "learning_rate": rates_of,
        "accuracy": lambda first, last: [measured.get(step, "") for step in range(first, last)],
    }
    _write(path, columns, count + 1, progress)


def write_batches(path: Path, curves: Curves, progress: Progress) -> None:
    """A row for every batch: the epoch it is of, what `fit` said of it, and the loss of this batch alone."""
    ends = curves.epoch_ends
    starts = np.concatenate(([0], ends))

    def epochs(first: int, last: int) -> list[str]:
        numbers = np.searchsorted(ends, np.arange(first, last), side="right") + 1
        return list(map(str, numbers.tolist()))

    def batches(first: int, last: int) -> list[str]:
        numbers = np.arange(first, last)
        within = numbers - starts[np.searchsorted(ends, numbers, side="right")] + 1
        return list(map(str, within.tolist()))

    columns: dict[str, Column] = {"epoch": epochs, "batch": batches}
    columns |= {name: _texts(curves.batch_means[:, index]) for index, name in enumerate(curves.names)}
    columns["batch_loss"] = _texts(curves.batch_losses)
    _write(path, columns, len(curves.batch_means), progress)


def write_epochs(path: Path, curves: Curves, progress: Progress) -> None:
    """A row for every epoch: what `fit` said of it, of the points held out, and what `evaluate` says after it."""
    columns: dict[str, Column] = {"epoch": lambda first, last: _numbers(first + 1, last + 1)}
    for prefix, values in (("", curves.training), ("val_", curves.validation), ("evaluate_", curves.evaluated)):
        columns |= {f"{prefix}{name}": _texts(values[:, index]) for index, name in enumerate(curves.names)}
    _write(path, columns, len(curves.training), progress)


def write_table(
    path: Path, names: Iterable[str], parts: Iterable[Sequence[Iterable[str]]], count: int, progress: Progress
) -> None:
    """Writes `count` rows. parts: each the texts of some rows, column by column. Raises as `write_steps` does."""
    written = 0
    with whole_file(path) as file:
        file.write((",".join(map(quoted, names)) + "\n").encode(errors="replace"))
        for columns in parts:
            lines = [f"{','.join(row)}\n" for row in zip(*columns, strict=True)]
            file.write("".join(lines).encode(errors="replace"))
            written += len(lines)
            progress(written / count)


def quoted(text: str) -> str:
    """As a cell, whatever is in it."""
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def texts(values: NDArray[Any]) -> list[str]:
    """The shortest digits that read back as the same number; "nan" is written as an empty cell."""
    return ["" if text == "nan" else text for text in values.astype(str).tolist()]


def _write(path: Path, columns: dict[str, Column], count: int, progress: Progress) -> None:
    def parts() -> Iterator[list[Iterator[str]]]:
        for first in range(0, count, ROWS):
            last = min(first + ROWS, count)
            yield [_filled(column(first, last), last - first) for column in columns.values()]

    write_table(path, columns, parts(), count, progress)


def _filled(cells: Sequence[str], count: int) -> Iterator[str]:
    """Empty cells at the end of a column that is shorter than the others."""
    yield from cells
    for _ in range(count - len(cells)):
        yield ""


def _numbers(first: int, last: int) -> list[str]:
    return [str(number) for number in range(first, last)]


def _texts(values: NDArray[Any]) -> Column:
    return lambda first, last: texts(values[first:last])
