"""Projects on the disk."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

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
    project = Project.decoded(data, kinds)
    return Project(project.tab, {key: _beside(state, path.absolute().parent) for key, state in project.states.items()})


@runtime_checkable
class Referring(Protocol):
    """A state that refers to files; a project may have been moved together with them."""

    def beside(self, folder: Path) -> Any:
        """The same state, in a project that is in this folder now."""


def _beside(state: Any, folder: Path) -> Any:
    return state.beside(folder) if isinstance(state, Referring) else state


def write_project(path: Path, project: Project) -> None:
    """Writes it whole, or leaves what was there. Raises `Problem`."""
    write_whole(path, project.encoded())
