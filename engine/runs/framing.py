"""Where records begin and end in the bytes of a file: their lengths, their checksums, and the next one after damage.

A record is the length of its data (8 bytes), the checksum of that, the data, the checksum of the data.
https://www.tensorflow.org/tutorials/load_data/tfrecord
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.runs.checksums import Bytes, crc32c, masked, shift_tables, unmasked

HEADER, FOOTER = 12, 4
"""Bytes of a record around its data."""

LONGEST_RECORD = 1 << 18
"""Bytes of data; what is longer holds pictures or graphs, and is passed over unread."""

NO_LENGTH = -1

_SCAN = 1 << 15
"""Bytes in which the next record is looked for at a time."""

_EACH = 1_000
"""Bytes that might be looked through while a record is looked at, however short it is."""

_MOST = 2 << 20
"""Bytes that are looked through at most: a file that was made to be looked through for long is not."""


def length_in(header: bytes) -> int:
    """Of the data, `NO_LENGTH` where this is no header."""
    if len(header) < HEADER:
        return NO_LENGTH
    if masked(crc32c(np.frombuffer(header, np.uint8, 8))) != int.from_bytes(header[8:], "little"):
        return NO_LENGTH
    return int.from_bytes(header[:8], "little")


def is_whole(record: Bytes) -> bool:
    """Whether the checksum of the data is right."""
    return masked(crc32c(record[HEADER:-FOOTER])) == int.from_bytes(record[-FOOTER:].tobytes(), "little")


def find_record(piece: Bytes, start: int) -> int | None:
    """Where the next whole record begins that is no longer than `LONGEST_RECORD`; None where the piece has none."""
    left = _MOST
    for at in _headers(piece, start):
        length = int.from_bytes(piece[at : at + 3].tobytes(), "little")
        end = at + HEADER + length + FOOTER
        if end > len(piece):
            continue
        if is_whole(piece[at:end]):
            return at
        left -= length + _EACH
        if left < 0:
            break
    return None


def _headers(piece: Bytes, start: int) -> Iterator[int]:
    """Where there are headers from `start` on that fit a record which is no longer than `LONGEST_RECORD`."""
    tables = shift_tables.until(8)
    nothing = crc32c(np.zeros(8, np.uint8))
    last = len(piece) - HEADER - FOOTER
    for first in range(start, last + 1, _SCAN):
        part = piece[first : min(first + _SCAN, last + 1) + HEADER - 1]
        count = len(part) - HEADER + 1
        is_zero = part == 0
        are_short = is_zero[3 : 3 + count].copy()
        for place in range(4, 8):
            are_short &= is_zero[place : place + count]
        found = np.flatnonzero(are_short)
        sums = np.full(len(found), nothing, np.uint32)
        stored = np.zeros(len(found), np.uint32)
        for place in range(3):
            sums ^= tables[7 - place][part[found + place]]
        for place in range(4):
            stored |= part[found + 8 + place].astype(np.uint32) << np.uint32(8 * place)
        yield from (found[unmasked(stored) == sums] + first).tolist()
