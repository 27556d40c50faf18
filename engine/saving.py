"""Writes a file that is whole, or is what it was before: whatever ends the writing."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.leftovers import claim, sweep

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}

Progress = Callable[[float], None]
"""Told, from 0 to 1, how much is written; raises `Cancelled` where no more is wanted."""


class Cancelled(Exception):
    """The user wants the file no longer."""


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes `data` to the file `path`. Raises `Problem`; what was in the file is then still there."""
    with whole_file(path) as file:
        file.write(data)


@contextlib.contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write to, piece by piece; it takes the place of `path` when the block has ended well.

    After an exception, of whatever kind, `path` is as it was and nothing is left beside it. An `OSError` comes out as
    `Problem`. A symbolic link stays one, and the file keeps its permissions.
    """
    target = Path(os.path.realpath(path))
    try:
        _refuse_what_cannot_be_written(target)
        with _new_file_beside(target) as (file, new):
            yield file
            file.flush()
            os.fsync(file.fileno())  # before the renaming: else a crash can leave an empty file
            file.close()
            os.replace(new, target)
        _keep_renaming(target.parent)
        sweep(target.parent)
    except OSError as error:
        raise _problem(target.name, error) from error


@contextlib.contextmanager
def _new_file_beside(target: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """In the same folder, since a file can only be renamed within its disk."""
    new = target.with_name(f".tapelab-{secrets.token_hex(8)}")
    try:
        with open(new, "xb") as file:
            claim(file)
            if target.exists():
                new.chmod(stat.S_IMODE(target.stat().st_mode))
            yield file, new
    finally:
        with contextlib.suppress(OSError):
            new.unlink()  # it is there no longer if it was renamed


def _refuse_what_cannot_be_written(target: Path) -> None:
    """Renaming would replace a write-protected file without a word."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _keep_renaming(folder: Path) -> None:
    """A crash of the machine would else undo it. Not every system can; the file is whole all the same."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _problem(name: str, error: OSError) -> Problem:
    if error.errno in NO_ROOM:
        return Problem(
            QT_TRANSLATE_NOOP(
                "engine", "There is no room left for {name}; make some, or choose another disk. Nothing was changed."
            ),
            name=name,
        )
    if error.errno in NOT_ALLOWED:
        return Problem(
            QT_TRANSLATE_NOOP("engine", "{name} may not be written there; choose another folder. Nothing was changed."),
            name=name,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Problem(
            QT_TRANSLATE_NOOP("engine", "The folder for {name} is not there any more; choose another one."), name=name
        )
    return Problem(
        QT_TRANSLATE_NOOP("engine", "{name} could not be written: {reason}. Nothing was changed."),
        name=name,
        reason=error.strerror or error,
    )
