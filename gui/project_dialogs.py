"""Where a project is saved to, and which one is opened: asked without stopping anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from engine.project import ENDING
from gui.file_question import FileQuestion

Kind = tuple[str, Sequence[str]]
"""A name for the user, and how such files end."""


class ProjectDialogs(FileQuestion):
    """At most one dialog at a time."""

    def ask_where_to_save(self, name: str, take: Callable[[Path], None]) -> None:
        """Asks for a path to write to, at first under this name."""
        dialog = self.make_dialog(self.tr("Save the project"), QFileDialog.AcceptMode.AcceptSave, self._kind())
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(f"{name}{ENDING}")
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()

    def ask_what_to_open(self, kinds: Sequence[Kind], take: Callable[[Path], None]) -> None:
        """Asks for a path to read, of a project or of one of these kinds of files."""
        dialog = self.make_dialog(self.tr("Open a file"), QFileDialog.AcceptMode.AcceptOpen, self._kind())
        every = [ENDING, *(ending for _, endings in kinds for ending in endings)]
        dialog.setNameFilters(
            [
                self.tr("All that TapeLab opens ({patterns})").format(patterns=_patterns(every)),
                self._kind(),
                *(f"{name} ({_patterns(endings)})" for name, endings in kinds),
            ]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: take(Path(path)))
        dialog.open()

    def _kind(self) -> str:
        return self.tr("TapeLab projects (*.tapelab)")


def _patterns(endings: Sequence[str]) -> str:
    return " ".join(f"*{ending}" for ending in endings)
