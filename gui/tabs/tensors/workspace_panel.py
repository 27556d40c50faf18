"""The panel on the left: the workspace, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.tensors.protocol import WorkspaceFrame
from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.own_keys import keep_keys
from gui.controls.tensor_view.facts import size_text
from gui.palette import Palette
from gui.tabs.tensors.workspace_list import WorkspaceList

WIDTH = 216


class WorkspacePanel(Card):
    """Draws one frame at a time."""

    new_requested = Signal()  # the form for a new tensor is to open, or to close
    undo_requested = Signal()  # the last change is to be taken back
    redo_requested = Signal()  # and to be made again
    clear_requested = Signal()  # all tensors are to go

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self._frame: WorkspaceFrame | None = None
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self.new = QPushButton()
        self.new.setProperty("role", "small-primary")
        self.new.setCursor(Qt.CursorShape.PointingHandCursor)
        self.new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keep_keys(self.new, Qt.Key.Key_Space)
        self.list = WorkspaceList()
        self._totals = QLabel()
        self._totals.setProperty("role", "small")
        self.undo = IconButton("undo", side=28, icon_size=16, role="quiet")
        self.redo = IconButton("redo", side=28, icon_size=16, role="quiet")
        self.remove = IconButton("trash", side=28, icon_size=16, role="quiet")
        self.clear = IconButton("clear-all", side=28, icon_size=16, role="quiet")
        self._lay_out()
        self.new.clicked.connect(self.new_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.clear.clicked.connect(self.clear_requested)
        self.remove.clicked.connect(lambda: self.list.removal_requested.emit(self.list.chosen_name()))
        self._enable()
        self.retranslate()

    def draw(self, frame: WorkspaceFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        self.list.show_entries(frame.entries, frame.chosen)
        self._enable()
        self._show_totals()

    def totals(self) -> str:
        """How many tensors there are, and how large they are together."""
        return self._totals.text()

    def set_palette(self, palette: Palette) -> None:
        self.list.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Workspace"))
        self._heading.setText(self.tr("Workspace"))
        self.new.setText(self.tr("+ New"))
        self.new.setAccessibleName(self.tr("New tensor"))
        self.new.setToolTip(self.tr("Make a tensor: ones, zeros, random numbers, a range and more (Ctrl+N)"))
        self.list.setAccessibleName(self.tr("Tensors of the workspace"))
        self.undo.set_label(self.tr("Undo the last line"), "Ctrl+Z")
        self.redo.set_label(self.tr("Redo"), "Ctrl+Shift+Z")
        self.remove.set_label(self.tr("Remove the chosen tensor"), self.tr("Delete"))
        self.clear.set_label(self.tr("Empty the workspace; Undo brings it back"))
        self._show_totals()

    def _enable(self) -> None:
        frame = self._frame
        self.undo.setEnabled(frame is not None and frame.can_undo)
        self.redo.setEnabled(frame is not None and frame.can_redo)
        for button in (self.remove, self.clear):
            button.setEnabled(frame is not None and bool(frame.entries))

    def _show_totals(self) -> None:
        entries = self._frame.entries if self._frame else ()
        size = size_text(sum(entry.value.nbytes for entry in entries))
        template = self.tr("1 tensor, {size}") if len(entries) == 1 else self.tr("{count} tensors, {size}")
        self._totals.setText(template.format(count=f"{len(entries):,}", size=size) if self._frame else "")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 13, 14, 6)
        top.addWidget(self._heading, 1)
        top.addWidget(self.new)
        middle = QVBoxLayout()
        middle.setContentsMargins(8, 0, 8, 0)
        middle.addWidget(self.list)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(10, 0, 10, 8)
        buttons.setSpacing(2)
        for button in (self.undo, self.redo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.remove, self.clear):
            buttons.addWidget(button)
        self._totals.setContentsMargins(14, 6, 14, 4)
        self.body.addLayout(top)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._totals)
        self.body.addLayout(buttons)
