"""The card with the whole story as a program."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from engine.tensors.protocol import VariableFrame
from gui.controls.card import Card
from gui.controls.code_pane import CodePane
from gui.controls.icon_button import IconButton
from gui.palette import Palette


class StoryCard(Card):
    """The line that led to the state that is looked at is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = CodePane()
        self._copy = IconButton("copy", side=28, icon_size=16)
        self.add_to_header(self._copy)
        self.body.addWidget(self._code)
        self.body.addStretch()
        self.body.setContentsMargins(0, 0, 0, 4)
        self._copy.clicked.connect(self._code.copy_all)
        self.retranslate()

    def draw(self, frame: VariableFrame) -> None:
        """Shows one moment."""
        self._code.set_code(frame.script, (frame.script_line,))

    def code(self) -> str:
        """The program that is shown."""
        return self._code.code()

    def highlighted(self) -> tuple[int, ...]:
        """The lines that are marked."""
        return self._code.highlighted()

    def set_palette(self, palette: Palette) -> None:
        self._code.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Code"))
        self._copy.set_label(self.tr("Copy the whole program"))
