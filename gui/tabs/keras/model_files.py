"""Where a model is saved to, and which one is opened: asked without stopping anything."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from gui.file_question import FileQuestion

ENDING = ".keras"


class ModelFiles(FileQuestion):
    """At most one dialog at a time."""

    save_chosen = Signal(str)  # the path to write to
    open_chosen = Signal(str)  # the path to read

    def ask_where_to_save(self) -> None:
        """Asks for a path to write to."""
        dialog = self.make_dialog(self.tr("Save the model"), QFileDialog.AcceptMode.AcceptSave, self._kind())
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(f"model{ENDING}")
        dialog.fileSelected.connect(self.save_chosen)
        dialog.open()

    def ask_what_to_open(self) -> None:
        """Asks for a path to read."""
        dialog = self.make_dialog(self.tr("Open a model"), QFileDialog.AcceptMode.AcceptOpen, self._kind())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_chosen)
        dialog.open()

    def _kind(self) -> str:
        return self.tr("Keras models (*.keras)")
