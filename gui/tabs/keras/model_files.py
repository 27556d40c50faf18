"""Where a model is saved to, and which one is opened: asked without stopping anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = ".keras"


class ModelFiles(QObject):
    """At most one dialog at a time."""

    save_chosen = Signal(str)  # the path to write to
    open_chosen = Signal(str)  # the path to read

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._dialog: QFileDialog | None = None

    def ask_where_to_save(self) -> None:
        """Asks for a path to write to."""
        dialog = self._make_dialog(self.tr("Save the model"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(f"model{ENDING}")
        dialog.fileSelected.connect(self.save_chosen)
        dialog.open()

    def ask_what_to_open(self) -> None:
        """Asks for a path to read."""
        dialog = self._make_dialog(self.tr("Open a model"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_chosen)
        dialog.open()

    def close(self) -> None:
        """Takes a dialog away that still asks."""
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _make_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        self.close()
        self._dialog = dialog = QFileDialog(self._widget, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Keras models (*.keras)"))
        dialog.finished.connect(self._forget)
        return dialog

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
