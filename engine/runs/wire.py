"""What stands where in a record of events: TensorFlow's `Event`, taken apart by hand from the bytes of its message.

Of a message, protocol buffers write one field after another: a number that names the field and says of what kind it is,
then its value. https://protobuf.dev/programming-guides/encoding
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

VARINT, EIGHT_BYTES, LENGTH, FOUR_BYTES = 0, 1, 2, 5
START, STOP = 1, 2
"""Of a `SessionLog`: the run begins anew, the run is over."""

MOST_SCALARS = 1024
"""In one event; there are no more than a few dozen where a training loop writes them."""

FLOAT = 1
"""What a tensor calls float32."""


class Garbled(Exception):
    """The bytes are no such message."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in the record: the bytes from `start` to `stop`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Message:
    """What an event says. wall_time, step: None for one that is not written, which then is 0.

    scalars: tags, each with the place of its float32. status: of its session log, 0 for none.
    """

    wall_time: Place | None
    step: Place | None
    scalars: tuple[tuple[str, Place], ...]
    status: int


def read_message(data: bytes) -> Message:
    """Raises `Garbled`. What TensorFlow may write besides is passed over."""
    wall_time = step = None
    status = 0
    scalars: list[tuple[str, Place]] = []
    for field, kind, place in fields(data, Place(0, len(data))):
        match field, kind:
            case 1, 1:
                wall_time = place
            case 2, 0:
                step = place
            case 5, 2:
                scalars += _scalars(data, place)
            case 7, 2:
                for inner, inner_kind, inner_place in fields(data, place):
                    if (inner, inner_kind) == (1, VARINT):
                        status = varint(data, inner_place)
    return Message(wall_time, step, tuple(scalars[:MOST_SCALARS]), status)


def fields(data: bytes, within: Place) -> Iterator[tuple[int, int, Place]]:
    """The fields of a message: their numbers, their kinds, and where their values stand. Raises `Garbled`."""
    at = within.start
    while at < within.stop:
        key = _varint_place(data, at, within.stop)
        field, kind = divmod(varint(data, key), 8)
        at = key.stop
        if kind == VARINT:
            place = _varint_place(data, at, within.stop)
        elif kind == LENGTH:
            length = _varint_place(data, at, within.stop)
            place = Place(length.stop, length.stop + varint(data, length))
        elif kind in (EIGHT_BYTES, FOUR_BYTES):
            place = Place(at, at + (8 if kind == EIGHT_BYTES else 4))
        else:  # groups, which nobody writes any more
            raise Garbled
        if field == 0 or place.stop > within.stop:
            raise Garbled
        yield field, kind, place
        at = place.stop


def varint(data: bytes, place: Place) -> int:
    """Seven bits in each byte, the least first."""
    return sum((byte & 0x7F) << 7 * index for index, byte in enumerate(data[place.start : place.stop]))


def double(data: bytes, place: Place) -> float:
    (value,) = struct.unpack_from("<d", data, place.start)
    return float(value)


def _varint_place(data: bytes, start: int, stop: int) -> Place:
    for at in range(start, min(start + 10, stop)):
        if data[at] < 0x80:
            return Place(start, at + 1)
    raise Garbled


def _scalars(data: bytes, summary: Place) -> Iterator[tuple[str, Place]]:
    for field, kind, value in fields(data, summary):
        if (field, kind) != (1, LENGTH):
            continue
        tag, number = "", None
        for inner, inner_kind, place in fields(data, value):
            match inner, inner_kind:
                case 1, 2:
                    tag = data[place.start : place.stop].decode("utf-8", "replace")
                case 2, 5:
                    number = place
                case 8, 2:
                    number = _only_float(data, place)
        if number is not None:
            yield tag, number


def _only_float(data: bytes, tensor: Place) -> Place | None:
    """Where the one float32 of a tensor stands, as TensorFlow 2 writes scalars; None for any other tensor."""
    dtype, numbers = 0, list[Place]()
    for field, kind, place in fields(data, tensor):
        match field, kind:
            case 1, 0:
                dtype = varint(data, place)
            case (4, 2) | (5, 2) | (5, 5):  # as bytes, as a list, one by one
                numbers.append(place)
    if dtype == FLOAT and len(numbers) == 1 and numbers[0].stop - numbers[0].start == 4:
        return numbers[0]
    return None
