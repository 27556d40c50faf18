"""The bar that the point is moved with, as on a video player."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.gradients.curve_protocol import CurvesFrame
from engine.gradients.naming import naming
from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider
from gui.plots.number_words import number_words, steady_words

NOTCHES = 1000


class PointBar(Card):
    """Back to the start, play or pause, and the slider over the range. The keys that it names belong to the page."""

    reset_requested = Signal()  # back to the start of the range
    play_requested = Signal()  # let the point run
    pause_requested = Signal()  # let it rest
    moved = Signal(float)  # the t to go to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: CurvesFrame | None = None
        self._playing = False
        self._reset = IconButton("reset")
        self._play = IconButton("play", side=44, role="round")
        self._slider = TrackSlider()
        self._slider.show_range(NOTCHES)
        self._where = Readout(Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(fonts.px(64))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._reset)
        row.addWidget(self._play)
        row.addSpacing(10)
        row.addWidget(self._slider, 1)
        row.addSpacing(12)
        row.addWidget(self._where)
        self.body.addLayout(row)
        self._reset.clicked.connect(self.reset_requested)
        self._play.clicked.connect(self.play_or_pause)
        self._slider.valueChanged.connect(self._slide)
        self.retranslate()

    def draw(self, frame: CurvesFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        low, high = frame.settings.span
        self._slider.show_value(round(NOTCHES * (frame.at - low) / (high - low)))
        if frame.playing != self._playing:
            self._playing = frame.playing
            self._show_playing()
        self._show_where()

    def play_or_pause(self) -> None:
        """What the space bar does."""
        (self.pause_requested if self._playing else self.play_requested).emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Point"))
        self._reset.set_label(self.tr("Back to the start"), self.tr("R"))
        self._slider.setAccessibleName(self.tr("Where the point is"))
        self._slider.setToolTip(self.tr("Move the point along t (Left, Right; with Shift in smaller steps; Home, End)"))
        self._where.setAccessibleName(self.tr("Position"))
        self._at_template = self.tr("t = {t}")
        self._of_template = self.tr("of {end}")
        self._show_playing()
        self._show_where()

    def _slide(self, notch: int) -> None:
        if self._frame is not None:
            low, high = self._frame.settings.span
            self.moved.emit(low + (high - low) * notch / NOTCHES)

    def _show_playing(self) -> None:
        self._play.set_icon_name("pause" if self._playing else "play")
        self._play.set_label(self.tr("Pause") if self._playing else self.tr("Play"), self.tr("Space"))

    def _show_where(self) -> None:
        if self._frame is None:
            return
        low, high = self._frame.settings.span
        unit = " s" if naming(self._frame.tree).is_motion else ""
        texts = [steady_words(bound, high - low, digits=3) for bound in (self._frame.at, low, high)]
        end = f"{number_words(high)}{unit}"
        self._where.reserve(f"{self._at_template.format(t=max(texts, key=len))} {self._of_template.format(end=end)}")
        self._where.show_parts((self._at_template.format(t=texts[0]), False), (self._of_template.format(end=end), True))
