"""Saves what the user takes away: asks where to, writes on a thread of its own, and says how it went."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.saving import Cancelled, Progress, write_whole
from engine.worker import STACK_BYTES
from gui.settings import SettingsStore

GROUP = "saving"

PROGRESS_SECONDS = 0.1
"""Between two looks at how far it is; what is written sooner shows no progress."""

Write = Callable[[str, Progress], None]
"""Writes a file to this path, and tells how far it is; raises `Problem`, and what the progress raises."""


@dataclass(frozen=True, slots=True)
class SavingChoices:
    """folder: where the user saved the last time."""

    folder: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be saved.

    title: of the dialog. name: a name for the file, with its ending. kind: what such files are, in the user's words.
    is_folder: whether a folder is asked for, in which one of that name is made. finish: called in the end, whether the
    file was written, given up, or never asked for. note: what is said of it once it is there, given its path.
    """

    title: str
    name: str
    kind: str
    write: Write
    is_folder: bool = False
    finish: Callable[[], object] | None = None
    note: Callable[[str], str] | None = None

    @property
    def ending(self) -> str:
        """The file's ending, without the dot."""
        return self.name.rpartition(".")[2]


def whole(data: bytes) -> Write:
    """Writes these bytes."""
    return lambda path, _: write_whole(path, data)


class _Writing(QThread):
    """Writes one file. The disk may be slow or far away; the window does not wait for it."""

    progressed = Signal(float)  # how much is written, from 0 to 1

    problem: Problem | None = None
    is_cancelled = False

    finish: Callable[[], object] | None = None
    note: Callable[[str], str] | None = None

    def __init__(self, path: str, write: Write, parent: QObject) -> None:
        super().__init__(parent)
        self.setStackSize(STACK_BYTES)
        self.path = path
        self._write = write
        self._told = time.monotonic()

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return Path(self.path).name

    def run(self) -> None:
        try:
            self._write(self.path, self._tell)
        except Cancelled:
            self.is_cancelled = True
        except Problem as problem:
            self.problem = problem

    def _tell(self, share: float) -> None:
        if self.isInterruptionRequested():
            raise Cancelled
        now = time.monotonic()
        if now >= self._told + PROGRESS_SECONDS:
            self._told = now
            self.progressed.emit(share)


class FileSaver(QObject):
    """The window has one; `saver_of` finds it. One dialog and one file at a time."""

    told = Signal(object)  # something to know, as a function that says it in the language in force
    failed = Signal(Problem)
    progressed = Signal(str, float)  # the name of the file that is being written, and how much of it is
    ended = Signal()  # no file is being written any more

    def __init__(self, parent: QWidget, store: SettingsStore | None = None) -> None:
        super().__init__(parent)
        self._window = parent
        self._store = store
        self._choices = SavingChoices() if store is None else store.remembered(GROUP, SavingChoices())
        self._dialog: QFileDialog | None = None
        self._writing: _Writing | None = None

    @property
    def is_writing(self) -> bool:
        """Whether a file is being written."""
        return self._writing is not None

    def ask(self, offer: Offer) -> None:
        """Asks where to save, without stopping anything, and then saves."""
        if self._dialog is not None:
            self._dialog.close()
        self._dialog = dialog = QFileDialog(self._window, offer.title)
        if offer.is_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(f"{offer.kind} (*.{offer.ending})")
            dialog.setDefaultSuffix(offer.ending)
        if Path(self._choices.folder).is_dir():
            dialog.setDirectory(self._choices.folder)
        if not offer.is_folder:
            dialog.selectFile(offer.name)
        dialog.fileSelected.connect(partial(self._take_path, offer))
        if offer.finish is not None:
            dialog.rejected.connect(offer.finish)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def save(
        self,
        path: str,
        write: Write,
        finish: Callable[[], object] | None = None,
        note: Callable[[str], str] | None = None,
    ) -> None:
        """Writes the file, and says so, or why not. finish, note: as of an `Offer`."""
        if self._writing is not None:
            if finish is not None:
                finish()
            template = QT_TRANSLATE_NOOP("engine", "{name} is still being saved; try again when it is there.")
            self.failed.emit(Problem(template, name=self._writing.name))
            return
        self._choices = SavingChoices(str(Path(path).parent))
        if self._store is not None:
            self._store.remember(GROUP, self._choices)
        self._writing = _Writing(path, write, self)
        self._writing.finish, self._writing.note = finish, note
        self._writing.finished.connect(self._finish)
        self._writing.progressed.connect(self._pass_progress)
        self._writing.start()

    def close(self) -> None:
        """Takes away a dialog that still asks, and ends the writing: a short file is written, a long one given up."""
        if self._dialog is not None:
            self._dialog.close()
        if self._writing is not None:
            self._writing.requestInterruption()
            self._writing.wait()

    @Slot()
    def cancel(self) -> None:
        """Gives up the file that is being written; what was there before stays."""
        if self._writing is not None:
            self._writing.requestInterruption()

    @Slot(float)
    def _pass_progress(self, share: float) -> None:
        if self._writing is not None:
            self.progressed.emit(self._writing.name, share)

    @Slot()
    def _finish(self) -> None:
        writing, self._writing = self._writing, None
        if writing is None:
            return
        self.ended.emit()
        if writing.finish is not None:
            writing.finish()
        if writing.problem is not None:
            self.failed.emit(writing.problem)
        elif writing.is_cancelled:
            name = writing.name
            self.told.emit(lambda: self.tr("{name} was not saved, as you wished.").format(name=name))
        else:
            path, note = writing.path, writing.note
            self.told.emit(lambda: note(path) if note else self.tr("Saved: {path}").format(path=path))
        writing.deleteLater()

    def _take_path(self, offer: Offer, path: str) -> None:
        whole_path = str(Path(path) / offer.name) if offer.is_folder else path
        self.save(whole_path, offer.write, offer.finish, offer.note)

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def saver_of(widget: QWidget) -> FileSaver:
    """The one of the window in which the widget is."""
    window = widget.window()
    found: FileSaver | None = window.findChild(FileSaver)
    return found or FileSaver(window)
