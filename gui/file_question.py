"""Asks for a file without stopping anything."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget


class FileQuestion(QObject):
    """At most one dialog at a time; a new one takes the place of the one that still asks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._dialog: QFileDialog | None = None

    def close(self) -> None:
        """Takes a dialog away that still asks."""
        if self._dialog is not None:
            self._dialog.close()
        self._forget()

    def make_dialog(self, title: str, mode: QFileDialog.AcceptMode, kind: str) -> QFileDialog:
        """To be filled in and opened. kind: the files it shows, as in "Keras models (*.keras)"."""
        self.close()
        self._dialog = dialog = QFileDialog(self._widget, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(kind)
        dialog.finished.connect(self._forget)
        return dialog

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
