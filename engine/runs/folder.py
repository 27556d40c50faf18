"""The folder of a run: whether it is one, and which event files it has, in what order."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable
from pathlib import Path

from engine.distributed.description import DESCRIPTION
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.event_files import MARK
from engine.runs.records import begun

FIELD = "folder"

_SECONDS = re.compile(rf"{MARK}\.(\d+)")
_MOST_LOOKED_INTO = 100
"""Folders, for the one that was meant."""


def find_files(folder: Path) -> list[str]:
    """The event files of the run, in order; there may be none yet. Raises `InputError` where there is no run."""
    try:
        names = event_files(folder)
        if names or (folder / DESCRIPTION).exists():
            return names
    except FileNotFoundError:
        template = QT_TRANSLATE_NOOP("engine", "There is no folder {folder}; is its disk there?")
        raise InputError(FIELD, template, folder=folder) from None
    except NotADirectoryError:
        template = QT_TRANSLATE_NOOP("engine", "{name} is a file; open the folder that it is in.")
        raise InputError(FIELD, template, name=folder.name) from None
    except OSError as error:
        template = QT_TRANSLATE_NOOP("engine", "{folder} cannot be read: {reason}.")
        raise InputError(FIELD, template, folder=folder, reason=error.strerror or error) from error
    meant = _run_within(folder)
    if meant is not None:
        template = QT_TRANSLATE_NOOP("engine", "{folder} is no run, but {name} in it is; open that folder.")
        raise InputError(FIELD, template, folder=folder.name, name=meant)
    template = QT_TRANSLATE_NOOP(
        "engine", "{folder} is no run: open the folder that was named by --run-dir, or one with TensorBoard's files."
    )
    raise InputError(FIELD, template, folder=folder)


def event_files(folder: Path) -> list[str]:
    """Raises `OSError`."""
    with os.scandir(folder) as entries:
        return in_order(folder, (entry.name for entry in entries if MARK in entry.name and entry.is_file()))


def in_order(folder: Path, names: Iterable[str]) -> list[str]:
    """By the second in their names; those of the same second by when they say that they were begun."""
    by_second: dict[float, list[str]] = {}
    for name in sorted(names):
        found = _SECONDS.search(name)
        by_second.setdefault(int(found[1]) if found else math.inf, []).append(name)
    ordered = []
    for second in sorted(by_second):
        same = by_second[second]
        if len(same) > 1:
            same.sort(key=lambda name: begun(folder / name))
        ordered += same
    return ordered


def _run_within(folder: Path) -> str | None:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for _, entry in zip(range(_MOST_LOOKED_INTO), entries, strict=False))
        return next((name for name in names if _is_run(folder / name)), None)
    except OSError:
        return None


def _is_run(folder: Path) -> bool:
    try:
        return any(MARK in name or name == DESCRIPTION for name in os.listdir(folder))
    except OSError:
        return False
