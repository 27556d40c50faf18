"""Records that are alike but for their numbers, read very many at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.runs.checksums import Bytes, shift_tables, unmasked
from engine.runs.framing import FOOTER, HEADER
from engine.runs.wire import Message, Place

LONGEST = 4096
"""Bytes of data up to which records are read this way; tables as long have to be made for it."""

_LONGEST_STEP = 7  # of seven bits each
_GROUP = 64
"""Records that are compared in one stroke."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What k events say. tags: t names. steps: (k,) int64. wall_times: (k,) float64. numbers: (k, t) float32."""

    tags: tuple[str, ...]
    steps: NDArray[np.int64]
    wall_times: NDArray[np.float64]
    numbers: NDArray[np.float32]


class Layout:
    """How the records of a run are laid out: a record is known that is whole, and others differ by numbers only.

    Whether they do is seen by comparing all bytes but those of the numbers. And since the checksum is linear, that of
    each record is the known one's, changed by what the bytes that differ add: it is found without reading the others.
    """

    def __init__(self, record: Bytes, message: Message) -> None:
        """record: header, data, footer. Needs what `fits` demands."""
        assert message.wall_time is not None
        assert message.step is not None
        length = len(record) - HEADER - FOOTER
        self.length = length
        self._record = record.copy()
        self._tags = tuple(tag for tag, _ in message.scalars)
        self._wall_time, self._step, *self._numbers = (
            Place(place.start + HEADER, place.stop + HEADER)
            for place in (message.wall_time, message.step, *(place for _, place in message.scalars))
        )
        self._checksum = unmasked(record[-FOOTER:].view("<u4"))
        varying = np.zeros(len(record), np.bool_)
        for place in (self._wall_time, self._step, *self._numbers):
            varying[place.start : place.stop] = True
        self._varying = np.flatnonzero(varying).tolist()
        tables = shift_tables.until(length)
        self._tables = [tables[HEADER + length - 1 - place] for place in self._varying]
        varying[-FOOTER:] = True
        self._fixed = np.where(varying, 0, 0xFF).astype(np.uint8)
        self._group = np.tile(self._record, _GROUP), np.tile(self._fixed, _GROUP).view(np.uint64)

    @staticmethod
    def fits(message: Message, length: int) -> bool:
        """Whether a record with this message, of so many bytes of data, can stand for others."""
        step = message.step
        return (
            length <= LONGEST
            and message.wall_time is not None
            and step is not None
            and step.stop - step.start <= _LONGEST_STEP
        )

    @property
    def size(self) -> int:
        """Bytes of a record as a whole."""
        return len(self._record)

    def read(self, records: Bytes) -> Rows:
        """The first of the records (k, size) that are whole and laid out like this, as far as there is no other."""
        records, differences = self._alike(records)
        is_whole = self._are_steps(records)
        is_whole &= self._checksums(differences) == self._stored(records)
        if not is_whole.all():
            records = records[: int(np.argmin(is_whole))]
        numbers = np.empty((len(records), len(self._numbers)), np.float32)
        for index, place in enumerate(self._numbers):
            numbers[:, index] = _values(records, place, "<f4")
        return Rows(self._tags, self._steps(records), _values(records, self._wall_time, "<f8"), numbers)

    def _alike(self, records: Bytes) -> tuple[Bytes, Bytes]:
        """The first records whose fixed bytes are the known one's, and in what bits they differ from it."""
        count = len(records)
        if count >= _GROUP:
            count -= count % _GROUP
            known, fixed = self._group
            differences = records[:count].reshape(-1, known.size) ^ known
            wrong = (differences.view(np.uint64) & fixed).reshape(-1)
            differences = differences.reshape(count, self.size)
            if not np.bitwise_or.reduce(wrong):
                return records[:count], differences
        else:
            differences = records ^ self._record
        is_wrong = (differences & self._fixed).any(axis=1)
        if is_wrong.any():
            count = int(np.argmax(is_wrong))
        return records[:count], differences[:count]

    def _checksums(self, differences: Bytes) -> NDArray[np.uint32]:
        sums = np.full(len(differences), self._checksum[0], np.uint32)
        for place, table in zip(self._varying, self._tables, strict=True):
            sums ^= table[differences[:, place].astype(np.intp)]
        return sums

    def _stored(self, records: Bytes) -> NDArray[np.uint32]:
        return unmasked(_values(records, Place(self.size - FOOTER, self.size), "<u4"))

    def _are_steps(self, records: Bytes) -> NDArray[np.bool_]:
        """Whether the step is written in as many bytes as that of the known record."""
        *firsts, last = range(self._step.start, self._step.stop)
        are_steps = records[:, last] < 0x80
        for place in firsts:
            are_steps &= records[:, place] >= 0x80
        return np.asarray(are_steps, np.bool_)

    def _steps(self, records: Bytes) -> NDArray[np.int64]:
        steps = np.zeros(len(records), np.int64)
        for index, place in enumerate(range(self._step.start, self._step.stop)):
            steps |= (records[:, place] & 0x7F).astype(np.int64) << 7 * index
        return steps


def _values(records: Bytes, place: Place, dtype: str) -> NDArray[Any]:
    values: NDArray[Any] = np.ascontiguousarray(records[:, place.start : place.stop]).view(dtype)
    return values.reshape(-1)
