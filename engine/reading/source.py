"""Where a table's text comes from: a file, or what was pasted."""

from __future__ import annotations

import io
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from engine.errors import QT_TRANSLATE_NOOP, InputError

LARGEST_FILE = 512 << 20
"""Bytes; a larger file is not even opened."""

LARGEST_PASTE = 64 << 10
"""Bytes that can be pasted: the program to take away has them all in it."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """A table in a file. limit: the bytes beyond which it is not opened, None where it is not read as a whole."""

    path: Path
    limit: int | None = LARGEST_FILE

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return self.path.name

    def open(self) -> tuple[BinaryIO, int]:
        """Its bytes, and how many they are. Raises `InputError`."""
        try:
            status = self.path.stat()
            if not stat.S_ISREG(status.st_mode):
                raise table_error(QT_TRANSLATE_NOOP("engine", "{path} is no file to read; choose another."), self.name)
            if self.limit is not None and status.st_size > self.limit:
                raise table_error(
                    QT_TRANSLATE_NOOP("engine", "{path} is larger than {limit} MiB; train on a part of it."),
                    self.name,
                    limit=self.limit >> 20,
                )
            return self.path.open("rb"), status.st_size
        except OSError as error:
            raise unreadable(self.name, error) from error
        except ValueError as error:  # a name with a zero in it
            raise unreadable(self.name, OSError(str(error))) from error


@dataclass(frozen=True, slots=True)
class PastedSource:
    """A table as it was on the clipboard. name: what it is called in a sentence. Raises `InputError` if it is long."""

    text: str
    name: str = "The pasted text"

    def __post_init__(self) -> None:
        if len(self.text.encode("utf-8", "surrogatepass")) > LARGEST_PASTE:
            raise table_error(
                QT_TRANSLATE_NOOP(
                    "engine", "{path} has more than {limit} KiB; save the table as a file and open that."
                ),
                self.name,
                limit=LARGEST_PASTE >> 10,
            )

    def open(self) -> tuple[BinaryIO, int]:
        """Its bytes in UTF-8, and how many they are."""
        content = self.text.encode("utf-8", "replace")
        return io.BytesIO(content), len(content)


Source = FileSource | PastedSource


def table_error(template: str, name: str, **values: object) -> InputError:
    """What is wrong with a table, in a sentence that begins with {path}."""
    return InputError("data", template, path=name, **values)


def unreadable(name: str, error: OSError) -> InputError:
    """What the system says when it cannot read."""
    template = QT_TRANSLATE_NOOP("engine", "{path} cannot be read: {reason}.")
    return table_error(template, name, reason=error.strerror or error)
