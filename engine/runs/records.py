"""Event files read by a reader that takes them as they come: growing, torn, damaged, forged.

What cannot be read costs its record at most: the next one is looked for, byte by byte, by its checksums. As long as
there is no next one, nothing is lost: it may be a record of which the rest has yet to come.
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from engine.runs.checksums import Bytes
from engine.runs.framing import FOOTER, HEADER, LONGEST_RECORD, NO_LENGTH, find_record, is_whole, length_in
from engine.runs.layouts import Layout, Rows
from engine.runs.wire import START, STOP, Garbled, Message, double, read_message, varint

PIECE = 1 << 20
"""Bytes that are read at a time: some milliseconds."""

MOST_STEP = 1 << 53
"""Steps beyond are none that a plot could tell apart."""

MOST_HEADERS = 1_000
"""That are kept in mind; a run has a handful."""

_FIRST_TRIAL = 8
"""Records that are taken for like ones at a time; four times as many after each success."""

_MOST_FAILURES, _SINGLES = 16, 1_000
"""After so many trials that found few, so many records are read one by one."""

_MOST_EFFORT = 200
"""Records that are read one by one in a piece, which then ends: some milliseconds."""


@dataclass(frozen=True, slots=True)
class Restart:
    """What was said of this step and of later ones does not hold any more."""

    step: int


@dataclass(frozen=True, slots=True)
class End:
    """The run is over; whoever goes on with it says so by a `Restart`."""


Block = Rows | Restart | End


class EventFile:
    """One file, read on and on; between two reads it is closed, since a file on a share is seen anew only then.

    damaged: how often something could not be read. has_more: whether there is another piece already.
    size, position: bytes, as last seen and as far as they are settled.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged = 0
        self.has_more = True
        self.size = self.position = 0
        self._unsettled: tuple[int, int] | None = None  # size and time of the file whose rest is no record yet
        self._is_amid_damage = False
        self._layouts: dict[int, Layout] = {}
        self._trial = _FIRST_TRIAL
        self._failures = self._singles = self._effort = 0
        self._lengths: dict[bytes, int] = {}

    def read(self) -> list[Block]:
        """The next piece. Raises `OSError`; then nothing has changed, and it may be tried again."""
        with open(self.path, "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            seen = status.st_size, status.st_mtime_ns
            # A share may show a file shorter than it was a moment ago.
            if status.st_size <= self.position or seen == self._unsettled:
                self.has_more = False
                return []
            file.seek(self.position)
            piece = np.frombuffer(file.read(PIECE), np.uint8)
            self.size = status.st_size
            is_last = len(piece) < PIECE
            blocks: list[Block] = []
            settled = self._take(piece, file, is_last, blocks)
        is_last &= self._effort < _MOST_EFFORT
        is_whole = self.position + len(piece) >= self.size
        self.position += settled
        self.has_more = not is_last
        self._unsettled = seen if is_last and is_whole else None
        return blocks

    def _take(self, piece: Bytes, file: BinaryIO, is_last: bool, blocks: list[Block]) -> int:
        """Reads the records of a piece; gives how many bytes are settled."""
        at = 0
        self._effort = 0
        while len(piece) - at >= HEADER and self._effort < _MOST_EFFORT:
            length = self._length(piece[at : at + HEADER].tobytes())
            end = at + HEADER + length + FOOTER
            if length > LONGEST_RECORD:
                if self._is_end(file, self.position + end):
                    if end >= len(piece):
                        return end
                    at = end
                    continue
            elif length != NO_LENGTH:
                if end > len(piece) and not is_last:
                    break  # it is whole in the next piece
                if end <= len(piece) and (taken := self._records(piece[at:], length, blocks)):
                    self._is_amid_damage = False
                    at += taken
                    continue
            found = find_record(piece, at + 1)
            if found is None and (at > 0 or is_last):
                break
            if not self._is_amid_damage:
                self._is_amid_damage = True
                self.damaged += 1
            if found is None:
                return len(piece) - HEADER - LONGEST_RECORD - FOOTER + 1
            at = found
        return at

    def _length(self, header: bytes) -> int:
        """Of the data, `NO_LENGTH` where this is no header."""
        known = self._lengths.get(header)
        if known is not None:
            return known
        length = length_in(header)
        if length != NO_LENGTH:
            if len(self._lengths) >= MOST_HEADERS:
                self._lengths.clear()
            self._lengths[header] = length
        return length

    def _is_end(self, file: BinaryIO, end: int) -> bool:
        """Whether a record can end there: the file does, or another header follows."""
        if end >= self.size:
            return end == self.size
        file.seek(end)
        header = file.read(HEADER)
        return len(header) == HEADER and self._length(header) != NO_LENGTH

    def _records(self, piece: Bytes, length: int, blocks: list[Block]) -> int:
        """Reads the first record, and others that are like it; gives how many bytes that were, 0 for a damaged one."""
        size = HEADER + length + FOOTER
        if self._singles > 0:
            self._singles -= 1
            return self._record(piece[:size], blocks)
        layout = self._layouts.get(length)
        taken = 0
        while layout is not None and (count := min((len(piece) - taken) // size, self._trial)):
            rows = layout.read(piece[taken : taken + count * size].reshape(count, size))
            if not len(rows.steps):
                self._trial = _FIRST_TRIAL
                break
            blocks.append(rows)
            taken += len(rows.steps) * size
            self._trial = min(4 * self._trial, PIECE)
        if taken < _FIRST_TRIAL * size:
            self._failures += 1
            if self._failures >= _MOST_FAILURES:  # records of several layouts take turns, it seems
                self._failures, self._singles = 0, _SINGLES
        else:
            self._failures = 0
        return taken or self._record(piece[:size], blocks)

    def _record(self, record: Bytes, blocks: list[Block]) -> int:
        self._effort += 1
        data = record[HEADER:-FOOTER]
        if not is_whole(record):
            return 0
        contents = data.tobytes()
        try:
            message = read_message(contents)
            block = _block(contents, message)
        except Garbled:
            self.damaged += 1
            return len(record)
        if block is not None:
            blocks.append(block)
        if self._singles == 0 and isinstance(block, Rows) and Layout.fits(message, len(data)):
            self._layouts[len(data)] = Layout(record, message)
        return len(record)


def _block(data: bytes, message: Message) -> Block | None:
    """What a record says that matters. Raises `Garbled`."""
    step = varint(data, message.step) if message.step is not None else 0
    if step > MOST_STEP:
        raise Garbled
    if message.status == START:
        return Restart(step)
    if message.status == STOP:
        return End()
    if not message.scalars:
        return None
    wall_time = double(data, message.wall_time) if message.wall_time is not None else 0.0
    tags = tuple(tag for tag, _ in message.scalars)
    places = [place for _, place in message.scalars]
    numbers = np.frombuffer(b"".join(data[place.start : place.stop] for place in places), "<f4")
    return Rows(tags, np.array([step]), np.array([wall_time]), numbers.reshape(1, -1))


def begun(path: Path) -> float:
    """When the file says that it was begun, in seconds since 1970; infinity where it does not say so yet."""
    try:
        with open(path, "rb", buffering=0) as file:
            length = length_in(file.read(HEADER))
            data = file.read(length) if 0 <= length <= LONGEST_RECORD else b""
        message = read_message(data)
    except (OSError, Garbled):
        return math.inf
    return double(data, message.wall_time) if message.wall_time is not None else math.inf
