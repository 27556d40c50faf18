"""How long a large table of the user's own takes, from the file to data that can be learned from."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars

from benchmarks.rows import Row, at_most
from benchmarks.timing import median, milliseconds, seconds
from engine.reading.layout import Layout
from engine.reading.own_data import OwnData
from engine.reading.source import FileSource
from engine.reading.table import preview, read_table


def measure(quick: bool) -> Iterator[Row]:
    rows = 100_000 if quick else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        source = FileSource(Path(folder) / "points.csv")
        write(source.path, rows)
        looks = [seconds(lambda: preview(source, Layout())) for _ in range(5)]
        yield Row("a preview of a table", 1e3 * median(looks), "ms", at_most(100), milliseconds(looks))
        reads = [seconds(lambda: learn(source)) for _ in range(3)]
        goal = None if quick else at_most(3)
        yield Row(f"reading {rows:,} rows of four features and a class", median(reads), "s", goal)
        typed = FileSource(source.path.with_suffix(".parquet"))
        polars.read_csv(source.path).write_parquet(typed.path)
        reads = [seconds(lambda: learn(typed)) for _ in range(3)]
        yield Row("the same in Parquet", median(reads), "s", goal)


def write(path: Path, rows: int) -> None:
    points = np.random.default_rng(0).normal(size=(rows, 4))
    with path.open("w") as file:
        file.write("a,b,c,d,kind\n")
        for number, row in enumerate(points.tolist()):
            file.write(",".join(f"{value:.6f}" for value in row) + (",x\n" if number % 2 else ",y\n"))


def learn(source: FileSource) -> None:
    OwnData(read_table(source, Layout()), ("a", "b", "c", "d"), "kind", standardise=True)
