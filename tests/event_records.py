"""Event files as TensorFlow writes them, and what may become of them."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.loading import load_tensorflow
from engine.runs.checksums import crc32c, masked
from engine.runs.layouts import Rows
from engine.runs.records import Block, EventFile

Values = dict[int, dict[str, float]]
"""Step by step, what was written under which name."""

NAMES = ("loss", "accuracy", "steps per second", "weights/x", "weights/y", "bias")


def make_values(count: int, first: int = 0, seed: int = 0, names: tuple[str, ...] = NAMES) -> Values:
    random = np.random.default_rng(seed)
    numbers = random.normal(size=(count, len(names))).astype(np.float32)
    return {first + step: dict(zip(names, row, strict=True)) for step, row in enumerate(numbers.tolist())}


def write_events(folder: Path, values: Values, first: int = 0) -> Path:
    """As a run does that begins at step `first`, but for its end."""
    load_tensorflow()
    from engine.distributed.run_directory import EventFile as Writer

    before = set(folder.iterdir())
    writer = Writer(folder, first)
    for step, scalars in values.items():
        writer.write(step, scalars)
    writer.flush()
    (path,) = set(folder.iterdir()) - before
    return path


def frame(data: bytes, length: int | None = None) -> bytes:
    """A record; with a valid checksum of whatever length it is said to have."""
    header = struct.pack("<Q", len(data) if length is None else length)
    return header + checksum(header) + data + checksum(data)


def checksum(data: bytes) -> bytes:
    return struct.pack("<I", masked(crc32c(np.frombuffer(data, np.uint8))))


def records_of(data: bytes) -> list[bytes]:
    """The records of a file that is whole."""
    records, at = [], 0
    while at < len(data):
        (length,) = struct.unpack_from("<Q", data, at)
        records.append(data[at : at + length + 16])
        at += length + 16
    return records


def values_in(blocks: list[Block]) -> Values:
    found: Values = {}
    for rows in (block for block in blocks if isinstance(block, Rows)):
        for step, numbers in zip(rows.steps.tolist(), rows.numbers.tolist(), strict=True):
            found.setdefault(step, {}).update(zip(rows.tags, numbers, strict=True))
    return found


@dataclass
class Reading:
    """What a file was found to say."""

    file: EventFile
    blocks: list[Block]

    @property
    def values(self) -> Values:
        return values_in(self.blocks)

    def go_on(self) -> None:
        """As far as it goes."""
        self.file.has_more = True
        while self.file.has_more:
            self.blocks += self.file.read()


def read_events(path: Path) -> Reading:
    reading = Reading(EventFile(path), [])
    reading.go_on()
    return reading
