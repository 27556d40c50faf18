"""Streams the rows from their files into batches, of which every worker gets its own part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.distributed.rows import Rows
from engine.reading.parquet import import_polars

Dataset = Any
"""A tf.data.Dataset."""

SHUFFLED = 50_000
"""How many rows are shuffled among each other; that many are in memory."""

AT_ONCE = 8
"""Files that are read in turns, so that rows of different files meet."""

IN_TURN = 512
"""Rows of one file before the next one's."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one worker gets of a batch of `batch_size` rows: the `index`-th of `workers` equal parts, for each of its
    `devices` again an equal part of that."""

    batch_size: int
    index: int = 0
    workers: int = 1
    devices: int = 1

    @property
    def rows(self) -> int:
        """For one device."""
        return self.batch_size // (self.workers * self.devices)


def stream(rows: Rows, part: Part, seed: int, epochs: int, skipped: int = 0) -> Dataset:
    """Batches of inputs (r, k) and targets (r, 1), both float32, each for one device; `devices` follow one another.

    The rows of a batch depend on the seed alone, not on how many share it: all read the same rows in the same order,
    and each turns only its own into numbers, which is what takes the time. What is left of an epoch and is no whole
    batch begins the next. skipped: batches that were learnt from before.
    """
    tf.random.set_seed(seed)  # else what was set before in this process has its part in the order
    if rows.kind == "parquet":
        whole = _chunks(rows, seed, epochs).rebatch(part.batch_size, drop_remainder=True)
    else:
        whole = _lines(rows, seed, epochs).rebatch(part.batch_size, drop_remainder=True)
    split = whole.skip(skipped).map(lambda *batch: tuple(_own(tensor, part) for tensor in batch))
    return _parsed(rows, split.unbatch()).prefetch(tf.data.AUTOTUNE)


def _parsed(rows: Rows, batches: Dataset) -> Dataset:
    if rows.kind == "parquet":
        return batches
    if rows.kind == "tfrecord":
        kinds = _record_kinds(rows.files[0])
        parse = partial(_parse_records, rows, {name: kinds[name] for name in (*rows.features, rows.target)})
    else:
        parse = partial(_parse_text, rows)
    return batches.map(parse, num_parallel_calls=tf.data.AUTOTUNE, deterministic=True)


def _own(tensor: Any, part: Part) -> Any:
    """Of a batch (batch_size, …) the part of this worker: (devices, r, …)."""
    shape = tf.concat([[part.workers, part.devices, part.rows], tf.shape(tensor)[1:]], axis=0)
    return tf.reshape(tensor, shape)[part.index]


# Lines of text and records: thousands at a time, shuffled as they are


def _lines(rows: Rows, seed: int, epochs: int) -> Dataset:
    """In another order each time that they are read."""

    def read(path: Any) -> Dataset:
        if rows.kind == "tfrecord":
            return tf.data.TFRecordDataset(path).batch(IN_TURN)
        lines = tf.data.TextLineDataset(path)
        lines = lines.skip(1) if rows.layout is not None and rows.layout.has_header else lines
        return lines.batch(IN_TURN).map(lambda some: tf.boolean_mask(some, tf.strings.length(some) > 0))

    def shuffled(number: Any, some: Any) -> Any:
        return tf.random.experimental.stateless_shuffle(some, seed=[seed, number])

    # Handed on in bundles of rows: a call for every single one takes longer than all else.
    files = tf.data.Dataset.from_tensor_slices(list(rows.files)).shuffle(len(rows.files), seed=seed)
    bundles = files.interleave(read, cycle_length=AT_ONCE).rebatch(SHUFFLED)
    return bundles.repeat(epochs).enumerate().map(shuffled)


def _parse_text(rows: Rows, lines: Any) -> tuple[Any, Any]:
    layout = rows.layout
    assert layout is not None
    names = [*rows.features, rows.target]
    places = sorted(rows.columns.index(name) for name in names)
    texts = layout.decimal != "."
    defaults = [
        [""] if texts or rows.columns[place] == rows.target else tf.constant([], tf.float32) for place in places
    ]
    cells = dict(
        zip(places, tf.io.decode_csv(lines, defaults, field_delim=layout.delimiter, select_cols=places), strict=True)
    )
    inputs = [cells[rows.columns.index(name)] for name in rows.features]
    if texts:
        inputs = [tf.strings.to_number(tf.strings.regex_replace(cell, layout.decimal, ".")) for cell in inputs]
    return tf.stack(inputs, axis=1), _targets(rows, cells[rows.columns.index(rows.target)])


def _targets(rows: Rows, values: Any) -> Any:
    """(r, 1): 1 for the value of class 1, 0 for that of class 0; NaN, which stops the training, for any other."""
    plain = tf.strings.regex_replace(tf.strings.strip(values), r"\.0$", "")
    if rows.positive in ("0", "1"):
        plain = tf.strings.regex_replace(plain, "(?i)^true$", "1")
        plain = tf.strings.regex_replace(plain, "(?i)^false$", "0")
    known = True if rows.negative is None else tf.equal(plain, rows.negative)
    other = tf.where(known, 0.0, np.nan)
    return tf.where(tf.equal(plain, rows.positive), 1.0, other)[:, tf.newaxis]


def _parse_records(rows: Rows, kinds: dict[str, Any], records: Any) -> tuple[Any, Any]:
    cells = tf.io.parse_example(records, {name: tf.io.FixedLenFeature([], kind) for name, kind in kinds.items()})
    inputs = tf.stack([tf.cast(cells[name], tf.float32) for name in rows.features], axis=1)
    target = cells[rows.target]
    return inputs, _targets(rows, target if target.dtype == tf.string else tf.strings.as_string(target, precision=-1))


def _record_kinds(path: str) -> dict[str, Any]:
    first = next(iter(tf.data.TFRecordDataset(path).take(1))).numpy()
    kinds = {"float_list": tf.float32, "int64_list": tf.int64, "bytes_list": tf.string}
    features = tf.train.Example.FromString(first).features.feature
    return {name: kinds[feature.WhichOneof("kind")] for name, feature in features.items()}


# Parquet: thousands of rows at a time, shuffled in NumPy


def _chunks(rows: Rows, seed: int, epochs: int) -> Dataset:
    inputs = tf.TensorSpec((None, len(rows.features)), tf.float32)
    targets = tf.TensorSpec((None, 1), tf.float32)

    def read() -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        for epoch in range(epochs):
            yield from read_chunks(rows, np.random.default_rng((seed, epoch)))

    return tf.data.Dataset.from_generator(read, output_signature=(inputs, targets))


def read_chunks(rows: Rows, random: np.random.Generator) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """The files in an order of their own, each `SHUFFLED` rows at a time in an order of their own."""
    polars = import_polars(rows.files[0])
    names = list(rows.features)
    for number in random.permutation(len(rows.files)):
        table = polars.scan_parquet(rows.files[number]).select([*names, rows.target])
        count = table.select(polars.len()).collect().item()
        for start in range(0, count, SHUFFLED):
            chunk = table.slice(start, SHUFFLED).collect()
            order = random.permutation(chunk.height)
            inputs = chunk.select(names).cast(polars.Float32).to_numpy()
            yield inputs[order], _classes_of(rows, chunk[rows.target])[order]


def _classes_of(rows: Rows, values: Any) -> NDArray[np.float32]:
    polars = import_polars(rows.files[0])
    if values.dtype == polars.Boolean:
        values = values.cast(polars.Int8)
    plain = values.cast(polars.String).str.strip_chars().str.replace(r"\.0$", "")
    known = True if rows.negative is None else (plain == rows.negative).fill_null(False).to_numpy()
    classes = np.where((plain == rows.positive).fill_null(False).to_numpy(), 1.0, np.where(known, 0.0, np.nan))
    return classes[:, np.newaxis].astype(np.float32)
