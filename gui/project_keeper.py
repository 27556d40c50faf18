"""The project of the window: which file it is, what of it is not saved, and what was left behind by others."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.errors import Problem
from engine.project import Project
from gui.autosave import Autosave, remove
from gui.project_disk import ProjectDisk
from gui.tab import Kept

LOOK_MILLISECONDS = 500
AUTOSAVE_SECONDS = 3.0
"""From one autosave to the next; with the looking, work is never more than five seconds ahead of the disk."""


class ProjectKeeper(QObject):
    """Looks twice a second at what the tabs would give to a project, which costs them next to nothing."""

    changed = Signal()  # the name, or whether there is anything to save
    opened = Signal(object)  # the `Project` that is to be shown now
    saved = Signal(object)  # the path that was written
    failed = Signal(Problem)  # what could not be read or written
    found = Signal(object)  # the path of what another window has left behind
    kept = Signal(object)  # the path to which unsaved work went that gave way to another project

    def __init__(
        self,
        kinds: Mapping[str, type[Any]],
        folder: Path,
        collect: Callable[[], Project],
        tabs: Callable[[], Mapping[str, Kept]],
        parent: QObject | None = None,
    ) -> None:
        """kinds: by the key of each tab, the dataclass of its state. folder: for autosaves. collect: gives the project
        as it is now. tabs: gives those that were made."""
        super().__init__(parent)
        self.path: Path | None = None
        self.is_dirty = False
        self._collect = collect
        self._tabs = tabs
        self._clean: dict[str, Any] = {}  # the states that need no saving
        self._starting: set[str] = set()  # the tabs whose first or restored state is not there yet
        self._is_closed = False
        self._is_recovered = False  # what is seen came from no file of the user's
        self._autosave = Autosave(folder)
        self._autosaved: Project | None = None
        self._autosaves_at = 0.0
        self._reported = False  # that autosaving fails
        self._recovering: Path | None = None
        self._to_remove: list[Path] = []
        self._disk = ProjectDisk(kinds, self)
        self._disk.read.connect(self._take)
        self._disk.written.connect(self._note_written)
        self._disk.refused.connect(self._refuse)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    @property
    def name(self) -> str:
        """The file's, without its ending; "" where there is none yet."""
        return self.path.stem if self.path is not None else ""

    def start(self) -> None:
        """The window can be seen: looks from now on, and tells of what was left behind."""
        if self._is_closed:  # before it was ever seen
            return
        self._timer.start()
        left = self._autosave.left_behind()
        if left:
            self.found.emit(left[0])

    @Slot()
    def look(self) -> None:
        """Finds out whether anything is to be saved, and keeps it if so."""
        is_dirty = self._is_recovered
        for key, tab in self._tabs().items():
            state = tab.state()
            was_clean = key not in self._clean or self._clean[key] == state
            if not tab.is_settled():
                if was_clean:
                    self._starting.add(key)
                continue
            if key in self._starting or key not in self._clean:
                self._starting.discard(key)
                self._clean[key] = state
            is_dirty |= self._clean[key] != state
        if is_dirty != self.is_dirty:
            self.is_dirty = is_dirty
            self.changed.emit()
        if not is_dirty:
            self._drop_autosave()
        elif time.monotonic() >= self._autosaves_at:
            self._keep()

    # The user's doing

    def new(self) -> None:
        """Begins an empty project."""
        self._show(Project("", {}), None)

    def open_file(self, path: Path) -> None:
        """Reads this file; what is there stays until it has been read."""
        self._recovering = None
        self._disk.ask_to_read(path)

    def bring_back(self, path: Path) -> None:
        """Reads what was left behind."""
        self._recovering = path
        self._disk.ask_to_read(path)

    def forget(self, path: Path) -> None:
        """What was left behind is not wanted."""
        remove(path)

    def save(self, path: Path) -> None:
        """Writes the project to this file."""
        self._disk.ask_to_write(path, self._collect())

    def close(self) -> None:
        """The window closes: what is not saved is kept for the next one."""
        self._is_closed = True
        self._timer.stop()
        self._autosaves_at = 0.0
        self.look()
        self._disk.close()
        if self._autosave.file.exists():
            self._remove_what_is_kept_anew()
        self._autosave.close()

    # What became of it

    @Slot(object, object)
    def _take(self, path: Path, project: Project) -> None:
        is_recovered = path == self._recovering
        self._show(project, None if is_recovered else path)
        if is_recovered:
            self._is_recovered = True
            self._to_remove.append(path)  # once it is kept as this window's own
            self.look()
        else:
            self.saved.emit(path)

    def _show(self, project: Project, path: Path | None) -> None:
        """Another project takes the place of the present one, whose unsaved part is kept."""
        self.look()
        if self.is_dirty:
            file = self._autosave.new_file()
            self._disk.ask_to_write(file, self._collect(), self._autosave.prepare)
            self.kept.emit(file)
        self._is_recovered = False
        self.path = path
        self.is_dirty = False
        self._drop_autosave()
        self.opened.emit(project)
        self._clean = {key: tab.state() for key, tab in self._tabs().items()}
        self._starting = {key for key, tab in self._tabs().items() if not tab.is_settled()}
        self.changed.emit()

    @Slot(object, object)
    def _note_written(self, path: Path, project: Project) -> None:
        if path.parent == self._autosave.file.parent:
            if path == self._autosave.file:
                self._remove_what_is_kept_anew()
            return
        self.path = path
        self._is_recovered = False
        self._clean = {key: project.states[key] for key in self._tabs() if key in project.states}
        self.saved.emit(path)
        self.look()
        self.changed.emit()

    @Slot(object, object)
    def _refuse(self, path: Path, problem: Problem) -> None:
        if path == self._autosave.file:
            if self._reported:
                return
            self._reported = True
        self.failed.emit(problem)

    # Autosaving

    def _remove_what_is_kept_anew(self) -> None:
        for left in self._to_remove:
            remove(left)
        self._to_remove.clear()

    def _keep(self) -> None:
        project = self._collect()
        if project == self._autosaved:
            return
        self._autosaved = project
        self._autosaves_at = time.monotonic() + AUTOSAVE_SECONDS
        self._disk.ask_to_write(self._autosave.file, project, self._autosave.prepare)

    def _drop_autosave(self) -> None:
        if self._autosaved is not None:
            self._autosaved = None
            self._disk.ask(self._autosave.discard)
