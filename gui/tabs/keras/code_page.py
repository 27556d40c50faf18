"""The complete program, the part that ran last marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.keras_lab.protocol import Frame, Program
from gui.controls.code_actions import CodeActions
from gui.controls.code_pane import CodePane
from gui.palette import Palette
from gui.tabs.keras import words


class CodePage(QWidget):
    """Runs outside the window as it stands, and prints what the tab shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program: Program | None = None
        self.pane = CodePane()
        self.pane.hide()  # until there is a program
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(self.pane, 1)
        actions = CodeActions(self.pane, words.program_subject)
        actions.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(actions, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch()
        self.retranslate()

    def draw(self, frame: Frame) -> None:
        """Shows the program; costs nothing where it is the same."""
        program = frame.program
        if program != self._program:
            self._program = program
            self.pane.setVisible(bool(program.text))
            self.pane.set_code(program.text, dict(program.lines).get(program.ran, ()))

    def set_palette(self, palette: Palette) -> None:
        self.pane.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.pane.setToolTip(self.tr("Runs outside the window as it stands, and prints what is shown here"))
