"""Where a project is saved to, and which one is opened: asked without stopping anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.project import ENDING

Kind = tuple[str, Sequence[str]]
"""A name for the user, and how such files end."""


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

    def ask_what_to_open(self, kinds: Sequence[Kind], take: Callable[[Path], None]) -> None:
        """Asks for a path to read, of a project or of one of these kinds of files."""
        dialog = self._make_dialog(self.tr("Open a file"), QFileDialog.AcceptMode.AcceptOpen)
        every = [ENDING, *(ending for _, endings in kinds for ending in endings)]
        dialog.setNameFilters(
            [
                self.tr("All that TapeLab opens ({patterns})").format(patterns=_patterns(every)),
                self.tr("TapeLab projects (*.tapelab)"),
                *(f"{name} ({_patterns(endings)})" for name, endings in kinds),
            ]
        )
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


def _patterns(endings: Sequence[str]) -> str:
    return " ".join(f"*{ending}" for ending in endings)
