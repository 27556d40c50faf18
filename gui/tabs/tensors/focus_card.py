"""The card in the middle: the chosen tensor, where its numbers come from, and the line to type the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from engine.tensors.protocol import Entry, Origin
from engine.tensors.values import TensorValue
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.tensor_view import TensorView
from gui.palette import Palette
from gui.tabs.tensors.command_line import CommandLine
from gui.tabs.tensors.formula_line import FormulaLine
from gui.tabs.tensors.origin_picture import OriginPicture
from gui.tabs.tensors.words import right_side

SIDE_ROOM = 28
HEADER_HEIGHT = 47


class FocusCard(Card):
    """Draws one entry at a time."""

    # The index of the element under the pointer; None: no longer one.
    element_hovered = Signal(object)

    # The index of the element that was pressed or reached with the keys.
    element_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._origin: Origin | None = None
        self._shown_value: TensorValue | None = None
        self.view = TensorView()
        self.picture = OriginPicture(self)
        self.picture.hide()
        self.formula = FormulaLine()
        self.command = CommandLine()
        self._message = QLabel()
        self._message.setProperty("role", "muted")
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)
        self._line = ElidedLabel("muted")
        self.header.insertWidget(1, self._line, 1)
        self.add_to_header(self.view.mode_switch)
        self._header.setFixedHeight(fonts.px(HEADER_HEIGHT))
        self.view.below.addWidget(self.formula)
        self.formula.hide()
        self.view.mode_switch.chosen.connect(self._show_origin)
        self._lay_out()
        for part in (self.view, self.picture):
            hovered = part.element_hovered if isinstance(part, TensorView) else part.hovered
            chosen = part.element_chosen if isinstance(part, TensorView) else part.chosen
            hovered.connect(self.element_hovered)
            chosen.connect(self.element_chosen)
        self.retranslate()

    def draw(self, entry: Entry | None, origin: Origin | None) -> None:
        """Shows this tensor, and where one element of it comes from; None: the workspace is empty."""
        is_other = entry is None or self._entry is None or entry.value.array is not self._entry.value.array
        self._entry, self._origin = entry, origin
        self.view.setVisible(entry is not None)
        self.view.mode_switch.setVisible(entry is not None)
        self._message.setVisible(entry is None)
        if is_other:
            self.formula.settle()
        if entry is not None:
            self._message.clear()  # else it would stay in the language of its time
        if entry is None:
            self._shown_value = None
            self.view.show_value(None)
            self.set_title(self.tr("Tensor"))
            self._line.show_words("")
            return
        self.set_title(entry.name)
        self._line.show_words(right_side(entry))
        if entry.value is not self._shown_value:
            self._shown_value = entry.value
            self.view.show_value(entry.value, entry.name)
        self.view.set_density(entry.density)
        self._show_origin()

    def set_message(self, text: str) -> None:
        """The words in the middle while there is no tensor."""
        self._message.setText(text)

    def set_palette(self, palette: Palette) -> None:
        for part in (self.view, self.picture, self.formula, self.command):
            part.set_palette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_origin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        if self._entry is None:
            self.set_title(self.tr("Tensor"))

    def _show_origin(self) -> None:
        entry, origin = self._entry, self._origin
        if entry is None:
            return
        has_formula = origin is not None and self.view.mode() != "stats"
        self.formula.show_formula(origin.formula if origin is not None and has_formula else "")
        has_picture = origin is not None and self.picture.draw(entry, origin, self.width() - SIDE_ROOM)
        self.view.show_instead(self.picture if has_picture else None)
        self.view.mark(None if origin is None else [origin.index])

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        middle = QVBoxLayout()
        middle.setContentsMargins(1, 0, 1, 0)
        middle.addWidget(self._message, 1)
        middle.addWidget(self.view, 1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(rule)
        self.body.addWidget(self.command)
        self.view.hide()
        self.view.mode_switch.hide()
