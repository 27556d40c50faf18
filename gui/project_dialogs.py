"""Where a project is saved to, and which one is opened: asked without stopping anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.project import ENDING


class ProjectDialogs(QObject):
    """At most one dialog at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._dialog: QFileDialog | None = None

    def ask_where_to_save(self, name: str, take: Callable[[Path], None]) -> None:
        """Asks for a path to write to, at first under this name."""
        dialog = self._make_dialog(self.tr("Save the project"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(f"{name}{ENDING}")
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()

    def ask_what_to_open(self, take: Callable[[Path], None]) -> None:
        """Asks for a path to read."""
        dialog = self._make_dialog(self.tr("Open a project"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()

    def close(self) -> None:
        """Takes a dialog away that still asks."""
        if self._dialog is not None:
            self._dialog.close()
        self._forget()

    def _make_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        self.close()
        self._dialog = dialog = QFileDialog(self._widget, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("TapeLab projects (*.tapelab)"))
        dialog.finished.connect(self._forget)
        return dialog

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def dropped_project(data: QMimeData) -> Path | None:
    """The path of the one project that is dropped; None for anything else."""
    urls = data.urls()
    path = urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
    return Path(path) if path.lower().endswith(ENDING) else None
