"""What the runs tab shows while no run is open: what it is for, and how a run comes about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.own_keys import keep_keys
from gui.tabs.runs.words import COMMAND

WIDTH = 620


class EmptyPage(Card):
    """One sentence, one button, and the command that makes a run, to be copied."""

    open_requested = Signal()
    example_requested = Signal()  # runs that are trained before one's eyes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about, self._drop, self._how = QLabel(), QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "lesson-title")
        for label, role in ((self._about, "muted"), (self._drop, "small"), (self._how, "small")):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self._open, self._example = QPushButton(), QPushButton()
        self._open.setProperty("role", "primary")
        for button in (self._open, self._example):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            keep_keys(button, Qt.Key.Key_Space)
        self._command = QLabel(COMMAND)
        self._command.setProperty("role", "mono")
        self._command.setTextFormat(Qt.TextFormat.PlainText)
        self._command.setWordWrap(True)
        self._command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = IconButton("copy", side=28, icon_size=16)
        self._lay_out()
        self._open.clicked.connect(self.open_requested)
        self._example.clicked.connect(self.example_requested)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(COMMAND))
        self.retranslate()

    def show_busy(self, is_busy: bool) -> None:
        """Whether the example is being made, which takes some seconds."""
        self._example.setEnabled(not is_busy)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("No run is open"))
        self._title.setText(self.tr("Follow a training run"))
        self._about.setText(
            self.tr(
                "A run directory is what tapelab train writes on this machine or on any other: "
                "watch its loss and its decision line while it is written, look back at every step, "
                "and lay several runs one over the other."
            )
        )
        self._open.setText(self.tr("Open a run directory …"))
        self._open.setToolTip(self.tr("Choose the folder of a run, on this machine or on a network share"))
        self._example.setText(self.tr("Train an example"))
        self._example.setToolTip(self.tr("Trains three short runs now, with different optimizers, and follows them"))
        if not self._example.isEnabled():
            self._example.setText(self.tr("Training …"))
        for button in (self._open, self._example):
            button.setAccessibleName(button.text())
        self._drop.setText(self.tr("Or drop the folder anywhere on the window."))
        self._how.setText(self.tr("This command in a terminal makes one:"))
        self._command.setAccessibleName(self.tr("Command that makes a run"))
        self._copy.set_label(self.tr("Copy the command"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._open)
        buttons.addWidget(self._example)
        buttons.addStretch(1)
        box = QFrame()
        box.setProperty("role", "code-box")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._command, 1)
        row.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setMaximumWidth(fonts.px(WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(6)
        column.addLayout(buttons)
        column.addWidget(self._drop)
        column.addSpacing(18)
        column.addWidget(self._how)
        column.addWidget(box)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner, 20)
        middle.addStretch(1)
        self.body.addStretch(2)
        self.body.addLayout(middle)
        self.body.addStretch(3)
