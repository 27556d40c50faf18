"""Takes a program away: to the clipboard, as a Python file, as a notebook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from engine.notebook import notebook
from gui.controls.code_pane import CodePane
from gui.controls.own_keys import keep_keys
from gui.file_saver import Offer, saver_of, whole
from gui.guide.telling import told_in

ACTIONS = ("copy", "py", "ipynb")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a program is about.

    name: of its file, without ending. title, about: the notebook's heading, and the Markdown below it.
    """

    name: str
    title: str
    about: str


class CodeActions(QWidget):
    """Three quiet words over a code pane, of use as soon as there is code in it."""

    def __init__(self, pane: CodePane, subject: Callable[[], Subject], parent: QWidget | None = None) -> None:
        """subject: asked when a file is saved, for the words of the language that is then in force."""
        super().__init__(parent)
        self._pane = pane
        self._subject = subject
        self._buttons = {action: QPushButton() for action in ACTIONS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button in self._buttons.values():
            button.setProperty("role", "word")
            # The mouse never gives it the focus, so that keys keep going where they went; Tab does.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            keep_keys(button, Qt.Key.Key_Space)
            layout.addWidget(button)
        self._buttons["copy"].clicked.connect(pane.copy_all)
        self._buttons["py"].clicked.connect(self.save_program)
        self._buttons["ipynb"].clicked.connect(self.save_notebook)
        pane.textChanged.connect(self._enable)
        self._enable()
        self.retranslate()

    def save_program(self) -> None:
        """Asks where to save the program, and saves it."""
        data = f"{self._pane.code()}\n".encode()
        name, kind = f"{self._subject().name}.py", self.tr("Python files")
        saver_of(self).ask(Offer(self.tr("Save the program"), name, kind, whole(data)))

    def save_notebook(self) -> None:
        """Asks where to save the notebook, and saves it."""
        subject = self._subject()
        about = "\n\n".join(filter(None, (subject.about, told_in(self))))
        data = notebook(subject.title, about, self._pane.code()).encode()
        title, kind = self.tr("Save the program as a notebook"), self.tr("Jupyter notebooks")
        saver_of(self).ask(Offer(title, f"{subject.name}.ipynb", kind, whole(data)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        for action, text, label in (
            ("copy", self.tr("Copy"), self.tr("Copy the whole program")),
            ("py", ".py", self.tr("Save the whole program as a Python file")),
            ("ipynb", ".ipynb", self.tr("Save the whole program as a Jupyter notebook")),
        ):
            button = self._buttons[action]
            button.setText(text)
            button.setToolTip(label)
            button.setAccessibleName(label)

    def _enable(self) -> None:
        for button in self._buttons.values():
            button.setEnabled(bool(self._pane.code()))
