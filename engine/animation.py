"""A moving picture as a file, written a frame at a time: two of them are in memory, however many there are.

Pillow compresses each frame as a picture of its own; the pieces are put together as the formats want it:
https://www.w3.org/Graphics/GIF/spec-gif89a.txt and https://www.w3.org/TR/png-3/.
"""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.saving import Progress, whole_file

Kind = Literal["gif", "apng"]
ENDINGS: dict[Kind, str] = {"gif": "gif", "apng": "png"}

RATES = (2, 5, 10, 20, 25, 50)
"""Frames a second; a GIF counts in hundredths of a second, and these come out even."""

LAST_MILLISECONDS = 2_000
"""The last frame stays so long before it begins again."""

Draw = Callable[[int], Image.Image]
"""Gives the frame of this number, in RGB, all of one size."""

_COLOURS, _EXACT = 255, 64
_SAME = 255
"""The colour of a GIF that stands for "as before"; it is the one above the others."""

_PNG_HEAD = 8
_GIF_HEAD = 13 + 3 * 256


def write_animation(
    path: str | os.PathLike[str], kind: Kind, draw: Draw, count: int, rate: int, progress: Progress
) -> None:
    """Draws the frames in their order and writes them. Raises `Problem`, and what `progress` and `draw` raise."""
    encoder: _Encoder = _Gif(draw, count) if kind == "gif" else _Apng(count)
    with whole_file(path) as file:
        for number in range(count):
            milliseconds = 1000 // rate if number < count - 1 else max(LAST_MILLISECONDS, 1000 // rate)
            encoder.add(file, draw(number), milliseconds)
            progress((number + 1) / count)
        encoder.end(file)


class _Encoder(Protocol):
    def add(self, file: BinaryIO, frame: Image.Image, milliseconds: int) -> None: ...

    def end(self, file: BinaryIO) -> None: ...


class _Gif:
    """All frames share the colours that matter in the first, the middle and the last."""

    def __init__(self, draw: Draw, count: int) -> None:
        samples = [draw(number) for number in sorted({0, count // 2, count - 1})]
        self._colours = _palette(np.concatenate([np.asarray(sample).reshape(-1, 3) for sample in samples]))
        self._numbers = np.full(1 << 24, _SAME, np.uint8)  # of every colour that was met, the nearest of those
        self._before: NDArray[np.uint8] | None = None

    def add(self, file: BinaryIO, frame: Image.Image, milliseconds: int) -> None:
        packed = _packed(np.asarray(frame))
        numbers = self._numbers[packed]
        if (numbers == _SAME).any():
            new = np.unique(packed[numbers == _SAME])
            self._numbers[new] = _nearest(new, self._colours)
            numbers = self._numbers[packed]
        before, self._before = self._before, numbers
        if before is not None:
            numbers = np.where(numbers == before, np.uint8(_SAME), numbers)
        image = Image.frombytes("P", frame.size, numbers.tobytes())
        image.putpalette(self._colours)
        options: dict[str, Any] = {"duration": milliseconds, "transparency": _SAME, "disposal": 1, "optimize": False}
        if before is None:
            options["loop"] = 0
        data = _saved(image, "GIF", **options)
        file.write(data[:-1] if before is None else data[_GIF_HEAD:-1])

    def end(self, file: BinaryIO) -> None:
        file.write(b";")


class _Apng:
    """In true colours; what stays as it was is transparent in the next frame."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._number = 0
        self._before: NDArray[np.uint32] | None = None

    def add(self, file: BinaryIO, frame: Image.Image, milliseconds: int) -> None:
        colours = _packed(np.asarray(frame))
        before, self._before = self._before, colours
        pixels = (colours << 8 | 255).astype(np.uint32)  # the last byte is how opaque it is
        if before is not None:
            pixels[colours == before] = 0
        image = Image.frombytes("RGBA", frame.size, pixels.astype(">u4").tobytes())
        data = _saved(image, "PNG", compress_level=6)
        chunks = list(_chunks(data))
        if before is None:
            file.write(data[:_PNG_HEAD])
            file.write(_chunk(b"IHDR", dict(chunks)[b"IHDR"]))
            file.write(_chunk(b"acTL", struct.pack(">II", self._count, 0)))
        keeps, over = 0, 0 if before is None else 1
        control = struct.pack(">IIIIHHBB", *frame.size, 0, 0, milliseconds, 1000, keeps, over)
        file.write(_chunk(b"fcTL", self._next() + control))
        for name, content in chunks:
            if name == b"IDAT":
                file.write(_chunk(name, content) if before is None else _chunk(b"fdAT", self._next() + content))

    def end(self, file: BinaryIO) -> None:
        file.write(_chunk(b"IEND", b""))

    def _next(self) -> bytes:
        number = struct.pack(">I", self._number)
        self._number += 1
        return number


def _palette(pixels: NDArray[np.uint8]) -> bytes:
    """255 colours of (n, 3) pixels: those of most of them as they are, and for the others what comes near."""
    packed = _packed(pixels)
    colours, counts = np.unique(packed, return_counts=True)
    exact = colours[np.argsort(counts)[::-1][:_EXACT]]
    rest = pixels[~np.isin(packed, exact)]
    found = [bytes((int(colour) >> shift) & 255 for shift in (16, 8, 0)) for colour in exact]
    if len(rest):
        image = Image.frombytes("RGB", (len(rest), 1), rest.tobytes()).quantize(_COLOURS - len(exact))
        found.append(bytes(image.getpalette() or ()))
    return b"".join(found)[: 3 * _COLOURS].ljust(768, b"\0")


def _packed(pixels: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Each colour (…, 3) as one number."""
    wide = pixels.astype(np.uint32)
    return np.asarray((wide[..., 0] << 16) | (wide[..., 1] << 8) | wide[..., 2], np.uint32)


def _nearest(packed: NDArray[np.uint32], colours: bytes) -> NDArray[np.uint8]:
    """The numbers of the colours that come nearest."""
    offered = np.frombuffer(colours, np.uint8)[: 3 * _COLOURS].reshape(-1, 3).astype(np.int32)
    found = np.empty(len(packed), np.uint8)
    for start in range(0, len(packed), 4096):
        part = packed[start : start + 4096].astype(np.int32)
        wanted = np.stack((part >> 16, (part >> 8) & 255, part & 255), axis=1)
        found[start : start + 4096] = np.square(wanted[:, None] - offered).sum(axis=2).argmin(axis=1)
    return found


def _saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk of a PNG file."""
    position = _PNG_HEAD
    while position < len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        yield name, data[position + 8 : position + 8 + length]
        position += length + 12


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
