"""Rows streamed from files and learnt from, against the stream that nobody learns from; and the memory it takes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.rows import Row, at_least, at_most
from benchmarks.timing import alternate, median, median_ratio, seconds
from engine.distributed.rows import Rows, find_rows
from engine.loading import load_tensorflow
from engine.training.settings import Settings

BATCH = 4096
ROWS, QUICK_ROWS = 1_000_000, 200_000
ROWS_A_FILE, QUICK_ROWS_A_FILE = 1_000_000, 100_000
PEAK = """
import pathlib, resource
from engine.distributed.command import Options, train
assert train(Options({pattern!r}, pathlib.Path({folder!r}))) == 0
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def measure(quick: bool) -> Iterator[Row]:
    load_tensorflow()
    count = QUICK_ROWS if quick else ROWS
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("csv", "parquet"):
            yield speed_row(make_rows(Path(folder), kind, count), kind, count)
        yield from memory_rows(Path(folder), quick)


def make_rows(folder: Path, kind: str, count: int, files: int = 4) -> Rows:
    """Files of two features and a class, with so many rows together."""
    import polars

    random = np.random.default_rng(0)
    for number in range(files):
        labels = random.integers(0, 2, count // files)
        points = random.normal(size=(count // files, 2)) + 2 * labels[:, np.newaxis]
        table = polars.DataFrame({"x": points[:, 0].astype("f4"), "y": points[:, 1].astype("f4"), "kind": labels})
        path = folder / f"{number}.{kind}"
        table.write_csv(path) if kind == "csv" else table.write_parquet(path)
    return find_rows(str(folder / f"*.{kind}"), ("x", "y"), "kind")


def speed_row(rows: Rows, kind: str, count: int) -> Row:
    import tensorflow as tf

    from engine.distributed.learner import Learner
    from engine.distributed.stream import Part, stream

    learner = Learner(rows, Settings("manual", 0.05), BATCH, tf.distribute.get_strategy())

    def alone() -> None:
        for _ in stream(rows, Part(BATCH), seed=0, epochs=1):
            pass

    def learning() -> None:
        learner.position.assign(0)
        for _ in learner.steps(epochs=1):
            pass

    learning()
    idle, learnt = alternate(5, lambda: seconds(alone), lambda: seconds(learning))
    return Row(
        f"rows streamed from {kind} and learnt from, batches of {BATCH}: share of the speed of the stream alone",
        median_ratio(idle, learnt),
        "×",
        at_least(0.7),
        {"rows/s": count / median(learnt), "rows/s alone": count / median(idle)},
    )


def memory_rows(folder: Path, quick: bool) -> Iterator[Row]:
    """Of files that are one file under many names: each is opened and read anew, and the disk holds it once."""
    one = QUICK_ROWS_A_FILE if quick else ROWS_A_FILE
    source = folder / "source" / "0.parquet"
    source.parent.mkdir()
    make_rows(source.parent, "parquet", one, files=1)

    def peak(files: int) -> float:
        rows = folder / f"{files} files"
        rows.mkdir()
        for number in range(files):
            os.link(source, rows / f"{number}.parquet")
        program = PEAK.format(pattern=str(rows / "*.parquet"), folder=str(folder / f"run of {files}"))
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        return float(done.stdout.split()[-1]) / (1024 if sys.platform != "darwin" else 1024**2)

    few, many = peak(10), peak(100)
    yield Row(
        f"peak memory of a run over {100 * one:,} rows against one over {10 * one:,}",
        many / few,
        "×",
        at_most(1.1),
        {"MiB": few, "MiB, ten times the rows": many},
    )
    yield Row(f"peak memory of a run over {100 * one:,} rows", many, "MiB", at_most(1500))
