"""The panel on the left: where runs are opened, and which of them are."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.runs.protocol import RunView
from gui import fonts
from gui.change_history import ChangeHistory
from gui.controls.card import Card
from gui.controls.code_field import CodeField
from gui.controls.icon_button import IconButton
from gui.controls.own_keys import keep_keys
from gui.controls.undo_buttons import UndoButtons
from gui.file_question import FileQuestion
from gui.palette import Palette
from gui.tabs.runs.run_list import RunList
from gui.tabs.runs.state import RunsState

WIDTH = 276


class RunFolders(FileQuestion):
    """Asks for the folder of a run."""

    chosen = Signal(str)

    def ask(self) -> None:
        """Without stopping anything."""
        dialog = self.make_dialog(self.tr("Open a run directory"), QFileDialog.AcceptMode.AcceptOpen, "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()


class RunsPanel(Card):
    """A folder is typed, or asked for; what is wrong with it is said below the field, and the text stays."""

    folder_given = Signal(str)  # an absolute path, which may be that of no run
    folder_wanted = Signal()  # asked for by a dialog

    def __init__(self, history: ChangeHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self._asked = ""  # what was typed last and is being opened
        self._open = IconButton("open", side=28, icon_size=16)
        self._folder = CodeField(width=1000)
        self.list = RunList()
        self.add_to_header(self._open)
        field = QVBoxLayout()
        field.setContentsMargins(12, 12, 12, 4)
        field.addWidget(self._folder)
        self.body.addLayout(field)
        self.body.addWidget(self.list, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(UndoButtons(history))
        self.body.addLayout(bottom)
        for child in self._folder.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus:
                keep_keys(child, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        self._open.clicked.connect(self.folder_wanted)
        self._folder.entered.connect(self._give)
        self.retranslate()

    def show_runs(self, state: RunsState, views: Mapping[str, RunView], problems: Mapping[str, Problem]) -> None:
        """What is open now."""
        self.list.show_runs(state, views, problems)
        if self._asked and self._asked in views:
            self._asked = ""
            self._folder.set_text("")

    def show_problem(self, folder: str, problem: Problem) -> None:
        """Says beside the field why this folder was not opened; the text is that of the folder."""
        self._asked = ""
        if absolute(self._folder.text()) != folder:
            self._folder.set_text(folder)
        self._folder.set_error(problem)

    def forget_problem(self) -> None:
        """Another folder was given meanwhile."""
        self._folder.set_error(None)

    def set_palette(self, palette: Palette) -> None:
        self.list.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Runs"))
        self._open.set_label(self.tr("Open a run directory …"), self.tr("Ctrl+Shift+O"))
        self._folder.set_name(
            self.tr("Folder of a run"),
            self.tr("The path of a run directory. Enter opens it; or drop one on the window."),
        )
        self._folder.set_placeholder(self.tr("path of a run directory"))

    def _give(self) -> None:
        text = self._folder.text().strip()
        if text:
            self._asked = absolute(text)
            self.folder_given.emit(self._asked)


def absolute(text: str) -> str:
    """The path that was meant, whole: a run is followed wherever the program is started next time."""
    text = text.strip()
    if text.startswith("file:"):  # as a file manager writes what is copied or dropped
        text = QUrl(text).toLocalFile()
    return os.path.abspath(os.path.expanduser(text)) if text else ""  # never raises
