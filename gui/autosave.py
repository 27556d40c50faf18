"""Where work that is not saved is kept: a folder with a file for each window, and what others have left there."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from PySide6.QtCore import QLockFile

from engine.project import ENDING

MOST_LEFT = 10
"""Files of windows that are gone; older ones give way."""


class Autosave:
    """The file of one window. A lock beside it says that the window lives, whatever becomes of the program."""

    def __init__(self, folder: Path) -> None:
        """Nothing is made on the disk before `prepare`."""
        self._folder = folder
        self.file = self.new_file()
        self._lock = QLockFile(_lock_of(self.file))
        self._lock.setStaleLockTime(0)

    def new_file(self) -> Path:
        """A path that nobody else writes to."""
        return self._folder / f"{os.getpid()}-{secrets.token_hex(4)}{ENDING}"

    def prepare(self) -> None:
        """Makes the folder, for the user alone, and the lock. Raises `OSError`."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self._lock.isLocked():
            self._lock.tryLock(0)

    def left_behind(self) -> list[Path]:
        """The files of windows that are gone, the newest first."""
        found = [path for path in self._folder.glob(f"*{ENDING}") if path != self.file and not _is_in_use(path)]
        dated = []
        for path in found:
            with contextlib.suppress(OSError):
                dated.append((path.stat().st_mtime, path))
        paths = [path for _, path in sorted(dated, reverse=True)]
        for path in paths[MOST_LEFT:]:
            remove(path)
        return paths[:MOST_LEFT]

    def discard(self) -> None:
        """What is kept of this window is not needed any more."""
        remove(self.file)

    def close(self) -> None:
        """The window closes; what it leaves is for the next one."""
        self._lock.unlock()


def remove(path: Path) -> None:
    """Takes a file away, if it is there."""
    with contextlib.suppress(OSError):
        path.unlink()


def _is_in_use(path: Path) -> bool:
    lock = QLockFile(_lock_of(path))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def _lock_of(path: Path) -> str:
    return f"{path}.lock"
