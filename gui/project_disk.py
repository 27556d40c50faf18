"""Reads and writes projects apart from the window, which waits for no disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.project import Project, read_project, write_project


class ProjectDisk(QObject):
    """One thing at a time, in the order in which they are asked for."""

    # A project was read: its path, the `Project`.
    read = Signal(object, object)

    # A project was written: its path, the `Project`.
    written = Signal(object, object)

    # It could not be: its path, the `Problem`.
    refused = Signal(object, object)

    def __init__(self, kinds: Mapping[str, type[Any]], parent: QObject | None = None) -> None:
        """kinds: by the key of each tab, the dataclass of its state."""
        super().__init__(parent)
        self._kinds = kinds
        self._thread: ThreadPoolExecutor | None = None

    def ask_to_read(self, path: Path) -> None:
        """Tells `read` or `refused`."""
        self._do(path, lambda: self.read.emit(path, read_project(path, self._kinds)))

    def ask_to_write(self, path: Path, project: Project, prepare: Callable[[], None] | None = None) -> None:
        """Tells `written` or `refused`. prepare: what is to be done first."""

        def write() -> None:
            if prepare is not None:
                prepare()
            write_project(path, project)
            self.written.emit(path, project)

        self._do(path, write)

    def ask(self, job: Callable[[], None]) -> None:
        """Does it when what was asked for before is done."""
        self._do(Path(), job)

    def close(self) -> None:
        """Ends when everything that was asked for is done."""
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None

    def _do(self, path: Path, job: Callable[[], None]) -> None:
        def tell() -> None:
            try:
                job()
            except Problem as problem:
                self.refused.emit(path, problem)
            except OSError as error:
                template = QT_TRANSLATE_NOOP(
                    "engine", "Unsaved work cannot be kept in {folder}: {reason}; save it yourself now and then."
                )
                self.refused.emit(path, Problem(template, folder=path.parent, reason=error.strerror or str(error)))

        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "project")
        self._thread.submit(tell)
