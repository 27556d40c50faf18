"""CRC-32C, by which a record of events is known to be whole: of one record, and of very many at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

BLOCK = 256
_POLYNOMIAL = 0x82F63B78  # Castagnoli's, its bits in reverse
_DELTA = 0xA282EAD8
_WORD = 0xFFFFFFFF


class ShiftTables:
    """What a byte adds to the checksum by its value and by how many bytes come after it.

    The checksum is linear over bits, but for its start, which amounts to inverting the first four bytes: that of a
    record is the sum, without carrying, of what each of its bytes adds.
    """

    def __init__(self) -> None:
        table: NDArray[np.uint32] = np.arange(256, dtype=np.uint32)
        for _ in range(8):
            table = (table >> np.uint32(1)) ^ (table & np.uint32(1)) * np.uint32(_POLYNOMIAL)
        self._tables = table[np.newaxis]

    def until(self, count: int) -> NDArray[np.uint32]:
        """(count, 256): [k, b] is what a byte b adds that has k bytes after it."""
        while len(self._tables) < count:
            # As many zeros more as there are tables: each byte of what is there takes its place among the longest.
            tables = self._tables
            longer = np.zeros_like(tables)
            for place in range(4):
                ahead = len(tables) - 1 - place
                digits = tables >> np.uint32(8 * place) & np.uint32(0xFF)
                longer ^= tables[ahead][digits] if ahead >= 0 else digits << np.uint32(8 * -(ahead + 1))
            self._tables = np.concatenate((tables, longer))
        return self._tables[:count]


shift_tables = ShiftTables()
_TABLES = shift_tables.until(BLOCK)
_PLACES = np.arange(BLOCK)[::-1] << 8
_BY_BYTE, *_ = _TABLES.tolist()
_BY_BLOCK = [_TABLES[BLOCK - 1 - place].tolist() for place in range(4)]


def crc32c(data: Bytes) -> int:
    """Of any number of bytes."""
    if len(data) < 4:
        value = _WORD
        for byte in data.tolist():
            value = _BY_BYTE[(value ^ byte) & 0xFF] ^ value >> 8
        return value ^ _WORD
    blocks = np.zeros(-(-len(data) // BLOCK) * BLOCK, np.uint8)  # zeros at the front add nothing
    first = len(blocks) - len(data)
    blocks[first:] = data
    blocks[first : first + 4] ^= 0xFF
    value = 0
    one, two, three, four = _BY_BLOCK
    added = _TABLES.ravel()[blocks.reshape(-1, BLOCK) + _PLACES]
    for part in np.bitwise_xor.reduce(added, axis=1).tolist():
        value = one[value & 0xFF] ^ two[value >> 8 & 0xFF] ^ three[value >> 16 & 0xFF] ^ four[value >> 24] ^ part
    return int(value ^ _WORD)


def masked(crc: int) -> int:
    """As records store it: turned and moved, since the checksum of data that holds checksums is worth little."""
    return ((crc >> 15 | crc << 17) + _DELTA) & _WORD


def unmasked(stored: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The checksums that were stored `masked`."""
    turned = stored - np.uint32(_DELTA)
    return turned >> np.uint32(17) | turned << np.uint32(15)
