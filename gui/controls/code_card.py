"""The card with what a tab shows, as a program to take away."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui.controls.card import Card
from gui.controls.code_pane import CodePane
from gui.controls.icon_button import IconButton
from gui.palette import Palette


class CodeCard(Card):
    """The line that led to what is looked at is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pane = CodePane()
        self._pane.hide()
        self._copy = IconButton("copy", side=28, icon_size=16)
        self.add_to_header(self._copy)
        self.body.addWidget(self._pane)
        self.body.addStretch()
        self.body.setContentsMargins(0, 0, 0, 4)
        self._copy.clicked.connect(self._pane.copy_all)
        self.retranslate()

    def draw(self, script: str, line: int) -> None:
        """Shows the program, this line of it marked; 0: none."""
        self._pane.show()
        self._pane.set_code(script, (line,) if line else ())

    def code(self) -> str:
        """The program that is shown."""
        return self._pane.code()

    def highlighted(self) -> tuple[int, ...]:
        """The line that is marked."""
        return self._pane.highlighted()

    def set_palette(self, palette: Palette) -> None:
        self._pane.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Code"), self.tr("prints these values wherever it runs"))
        self._copy.set_label(self.tr("Copy the whole program"))
