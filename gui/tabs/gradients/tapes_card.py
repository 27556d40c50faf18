"""The card that shows what each of the nested tapes recorded, and how that makes the gradient."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from engine.gradients.formulas import written_number
from engine.gradients.recording import Recording
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.palette import LIGHT, Palette
from gui.tabs.gradients.chain_words import Part, about_operation, chain_line, slopes_line
from gui.tabs.gradients.parts_line import PartsLine
from gui.tabs.gradients.tape_layout import chip_text
from gui.tabs.gradients.tape_picture import TapePicture, tape_colour

MOST_TAPES = 4
LEAST_PICTURE_HEIGHT = 144


class TapesCard(Card):
    """Tapes as frames within frames, their operations in order; choosing one shows what it adds to the chain rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recording: Recording | None = None
        self._chosen: int | None = None
        self._colours = LIGHT
        self._at = QLabel()
        self._at.setProperty("role", "muted")
        self._all = QPushButton()
        self._all.setProperty("role", "segment")
        self._all.setCheckable(True)
        self._all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._all.hide()
        self._picture = TapePicture()
        self._scroll = QScrollArea()
        self._about = ElidedLabel("muted")
        self._slopes = PartsLine()
        self._lines = tuple(PartsLine() for _ in range(MOST_TAPES))
        self.add_to_header(self._all)
        self.add_to_header(self._at)
        self._lay_out()
        self._picture.chosen.connect(self._choose)
        self._all.toggled.connect(self._picture.show_bookkeeping)
        self.retranslate()

    def show_recording(self, recording: Recording) -> None:
        """Draws it; the operation that was chosen stays so where the same one is still there."""
        earlier = self._recording
        self._recording = recording
        if self._chosen is not None and (earlier is None or not _are_alike(earlier, recording, self._chosen)):
            self._chosen = None
        self._picture.show_recording(recording)
        self._say()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._colours = palette
        self._picture.set_palette(palette)
        for line in (self._slopes, *self._lines):
            line.set_palette(palette)
        if self._recording is not None:
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Inside the tapes"))
        self._all.setText(self.tr("shapes"))
        self._all.setAccessibleName(self._all.text())
        self._all.setToolTip(self.tr("Show the operations that only mind shapes, too"))
        self._picture.setAccessibleName(self.tr("Operations that the tapes recorded"))
        self._slopes.setAccessibleName(self.tr("Slopes of the chosen operation"))
        for line in self._lines:
            line.setAccessibleName(self.tr("The chain rule with numbers"))
        if self._recording is not None:
            self._say()

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(14, 8, 14, 4)
        layout.addWidget(self._picture)
        layout.addStretch()
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setMinimumHeight(fonts.px(LEAST_PICTURE_HEIGHT))
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        below = QVBoxLayout()
        below.setContentsMargins(14, 6, 14, 8)
        below.setSpacing(0)
        below.addWidget(self._about)
        below.addWidget(self._slopes)
        for line in self._lines:
            below.addWidget(line)
            line.hide()
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(rule)
        self.body.addLayout(below)

    def _choose(self, place: int | None) -> None:
        self._chosen = None if place == self._chosen and not self._picture.hasFocus() else place
        self._say()
        if place is not None:
            self._bring_into_view(place)

    def _bring_into_view(self, place: int) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the lines below may have taken room from the picture
        area = self._picture.area_of(place).toRect().translated(self._picture.pos())
        self._scroll.ensureVisible(area.center().x(), area.center().y(), 0, area.height())

    def _say(self) -> None:
        recording = self._recording
        assert recording is not None
        self._at.setText(self.tr("at {name} = {value}").format(name=recording.name, value=written_number(recording.at)))
        self._all.setVisible(any(operation.is_bookkeeping for operation in recording.operations))
        self._say_chosen(recording)
        marked: set[int] = set()
        for place, line in enumerate(self._lines):
            is_used = place < len(recording.tapes) and self._is_about(recording, place)
            line.setVisible(is_used)
            line.set_most_rows(2 if len(recording.tapes) <= 2 else 1)
            if is_used:
                tape = recording.tapes[place]
                line.show_parts(chain_line(recording, tape, self._chosen), tape_colour(self._colours, place).name())
        if self._chosen is not None:
            marked = _on_the_way(recording, self._chosen)
        self._picture.mark(self._chosen, marked)

    def _say_chosen(self, recording: Recording) -> None:
        if self._chosen is None:
            self._picture.setAccessibleDescription("")
            self._about.show_words(self.tr("Choose an operation to see its slope. The slopes multiply:"))
            self._slopes.hide()
            return
        operation = recording.operations[self._chosen]
        words = f"{operation.type} {chip_text(operation)}"
        self._picture.setAccessibleDescription(words)
        self._about.show_words(about_operation(recording, operation), words)
        parts = slopes_line(recording, self._chosen)
        if not parts and operation.tapes:
            parts = (Part(self.tr("It has no slope."), is_quiet=True),)
        self._slopes.setVisible(bool(parts))
        self._slopes.show_parts(parts)

    def _is_about(self, recording: Recording, tape: int) -> bool:
        """Whether this tape's chain is to be told: all of them, or those that recorded the chosen operation."""
        return self._chosen is None or tape in recording.operations[self._chosen].tapes


def _on_the_way(recording: Recording, chosen: int) -> set[int]:
    """The operations on the ways through the chosen one, to the gradient of the first tape that recorded it."""
    tapes = recording.operations[chosen].tapes
    chain = recording.tapes[tapes[0]].chain if tapes else None
    if chain is None:
        return set()
    return {place for path in chain.paths if chosen in path.operations for place in path.operations}


def _are_alike(one: Recording, other: Recording, place: int) -> bool:
    """Whether the same operation stands at this place in both."""
    if len(one.operations) != len(other.operations):
        return False
    first, second = one.operations[place], other.operations[place]
    return (first.type, first.phase) == (second.type, second.phase)
