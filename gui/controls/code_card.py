"""The card with what a tab shows, as a program to take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.controls.card import Card
from gui.controls.code_actions import CodeActions, Subject
from gui.controls.code_pane import CodePane
from gui.palette import Palette


class CodeCard(Card):
    """The lines that led to what is looked at are marked; a subclass may say something in words below."""

    def __init__(self, subject: Callable[[], Subject], parent: QWidget | None = None) -> None:
        """subject: see `CodeActions`."""
        super().__init__(parent)
        self._pane = CodePane()
        self._pane.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding
        )  # its ground fills the card
        self._pane.hide()
        self._actions = CodeActions(self._pane, subject)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(12, 8, 12, 10)
        self._words.hide()
        self.add_to_header(self._actions)
        self.body.addWidget(self._pane, 1)
        self.body.addWidget(self._words)
        self.body.setContentsMargins(0, 0, 0, 4)
        self.retranslate()

    def draw(self, script: str, lines: Sequence[int] = ()) -> None:
        """Shows the program, these lines of it marked."""
        self._pane.show()
        self._pane.set_code(script, lines)

    def say(self, words: str) -> None:
        """Says this below the program."""
        self._words.show()
        self._words.setText(words)

    def code(self) -> str:
        """The program that is shown."""
        return self._pane.code()

    def highlighted(self) -> tuple[int, ...]:
        """The lines that are marked."""
        return self._pane.highlighted()

    def words(self) -> str:
        """What is said of it."""
        return self._words.text()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._pane.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Code"))
        self._pane.setToolTip(self.tr("Runs outside the window as it stands, and prints what is shown here"))
