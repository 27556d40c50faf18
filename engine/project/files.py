"""Projects on the disk."""

from __future__ import annotations

import stat
from pathlib import Path

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.project.document import Kinds, Project
from engine.project.reading import MOST_BYTES
from engine.saving import write_whole


def read_project(path: Path, kinds: Kinds) -> Project:
    """The project in this file. Raises `Problem`: no file, no project, damaged, of a newer TapeLab."""
    try:
        # A pipe or a device could give without end, or never: it is asked what it is before it is opened.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Problem(QT_TRANSLATE_NOOP("engine", "“{name}” is not a file."), name=path.name)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        template = QT_TRANSLATE_NOOP("engine", "“{name}” cannot be read: {reason}.")
        raise Problem(template, name=path.name, reason=reason) from error
    return Project.decoded(data, kinds)


def write_project(path: Path, project: Project) -> None:
    """Writes it whole, or leaves what was there. Raises `Problem`."""
    write_whole(path, project.encoded())
