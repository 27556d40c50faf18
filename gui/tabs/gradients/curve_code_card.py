"""The card with the nested tapes as a program, and what it teaches in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.gradients.curve_protocol import CurvesFrame
from gui.controls.card import Card
from gui.controls.code_pane import CodePane
from gui.controls.icon_button import IconButton
from gui.palette import Palette
from gui.tabs.gradients import curve_words


class CurveCodeCard(Card):
    """The lines of the last gradient are marked: they make what is lowest in the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: CurvesFrame | None = None
        self._pane = CodePane()
        self._copy = IconButton("copy", side=28, icon_size=16)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 10)
        below.addWidget(self._words)
        self.add_to_header(self._copy)
        self.body.addWidget(self._pane, 1)
        self.body.addLayout(below)
        self.body.addStretch()
        self._pane.hide()
        self._copy.clicked.connect(self._pane.copy_all)
        self.retranslate()

    def draw(self, frame: CurvesFrame) -> None:
        """Shows one moment."""
        earlier, self._frame = self._frame, frame
        self._pane.show()
        if self._pane.code() != frame.script.rstrip("\n"):
            self._pane.set_code(frame.script, _gradient_lines(frame.script))
        if earlier is None or earlier.curves is not frame.curves:
            self._words.setText(curve_words.about_tapes(frame))

    def code(self) -> str:
        """The program that is shown."""
        return self._pane.code()

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
        self.set_title(self.tr("Code"), self.tr("prints these values wherever it runs"))
        self._copy.set_label(self.tr("Copy the whole program"))
        if self._frame is not None:
            self._words.setText(curve_words.about_tapes(self._frame))


def _gradient_lines(script: str) -> tuple[int, ...]:
    """The line of the outermost gradient, counted from 1."""
    lines = [number for number, line in enumerate(script.splitlines(), 1) if ".gradient(" in line]
    return tuple(lines[-1:])
