"""Half-written files that a crash has left: known by their names, taken away when surely nobody writes them."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows lets nobody take away a file that is open
    fcntl = None  # type: ignore[assignment]

NAME = re.compile(r"\.tapelab-[0-9a-f]{16}")

FRESH_SECONDS = 60
"""A file that is younger may not be locked yet."""

OLD_SECONDS = 24 * 3600
"""A file that nothing was written to for so long is nobody's, also where a disk knows no locks."""


def claim(file: BinaryIO) -> None:
    """Says, for as long as the file is open, that it is being written. The system takes that back after a crash."""
    if fcntl is not None:
        with contextlib.suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sweep(folder: Path) -> None:
    """Takes away what was left in this folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if NAME.fullmatch(entry.name):
                with contextlib.suppress(OSError):
                    if entry.is_file(follow_symlinks=False) and _is_left(entry.path, entry.stat().st_mtime):
                        os.unlink(entry.path)


def _is_left(path: str, written: float) -> bool:
    age = time.time() - written
    if age < FRESH_SECONDS:
        return False
    if age > OLD_SECONDS or fcntl is None:
        return True
    with open(path, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # it is locked, or there are no locks here
            return False
    return True
