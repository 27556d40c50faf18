"""The bar over all steps of the runs: back, play through, forward, and the way to the newest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider

PLAY_SECONDS = 10.0
PLAY_MILLISECONDS = 33
"""Playing goes through all steps in so many seconds, a moment after each so many milliseconds."""


class ScrubBar(Card):
    """Where nothing is looked back at, it stays with the newest step. The keys that it names belong to the tab."""

    sought = Signal(object)  # the step to look at, an int; None for the newest, whatever comes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._newest = -1
        self._looked_at: int | None = None
        self._back, self._forward = IconButton("back"), IconButton("step")
        self._play = IconButton("play", side=44, role="round")
        self._scrubber = TrackSlider()
        self._follow = IconButton("newest")
        self._where = Readout()
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MILLISECONDS)
        self._lay_out()
        self._back.clicked.connect(self.back)
        self._forward.clicked.connect(self.forward)
        self._play.clicked.connect(self.play_or_pause)
        self._scrubber.valueChanged.connect(self._seek)
        self._follow.clicked.connect(self.follow)
        self._timer.timeout.connect(self._play_on)
        self.retranslate()
        self.show_position(-1, None)

    def show_position(self, newest: int, looked_at: int | None) -> None:
        """newest: the last step of all runs, -1 for none. looked_at: the step, None for the newest."""
        self._newest, self._looked_at = newest, looked_at
        if looked_at is None and self.is_playing():
            self.pause()
        self._scrubber.show_range(max(newest, 0))
        self._scrubber.show_value(max(self._position(), 0))
        self._scrubber.setEnabled(newest > 0)
        self._back.setEnabled(self._position() > 0)
        self._forward.setEnabled(self._position() < newest)
        self._play.setEnabled(newest > 0)
        self._follow.setEnabled(looked_at is not None)
        self._show_where()

    def is_playing(self) -> bool:
        """Whether it goes from step to step."""
        return self._timer.isActive()

    def back(self) -> None:
        """One step back."""
        self._seek(self._position() - 1)

    def forward(self) -> None:
        """One step on."""
        self._seek(self._position() + 1)

    def first(self) -> None:
        """To the first step."""
        self._seek(0)

    def follow(self) -> None:
        """To the newest step, and with it from then on."""
        self.pause()
        if self._newest >= 0:
            self.sought.emit(None)

    def play_or_pause(self) -> None:
        """Plays through the steps, or stops doing so."""
        if self.is_playing():
            self.pause()
        elif self._newest > 0:
            self._look(0 if self._looked_at is None or self._looked_at >= self._newest else self._looked_at)
            self._timer.start()
            self._show_playing()

    def pause(self) -> None:
        """Stays at the step that is looked at."""
        if self.is_playing():
            self._timer.stop()
            self._show_playing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Steps"))
        self._back.set_label(self.tr("One step back"), self.tr("Left"))
        self._forward.set_label(self.tr("One step on"), self.tr("Right"))
        self._follow.set_label(self.tr("Follow the newest step"), self.tr("End"))
        self._scrubber.setAccessibleName(self.tr("Step to look at"))
        self._scrubber.setToolTip(self.tr("Look at any step of the runs (Home: the first, End: the newest)"))
        self._where.setAccessibleName(self.tr("Position"))
        self._step_template, self._of_template = self.tr("step {step}"), self.tr("of {newest}")
        self._following, self._behind = self.tr("the newest of each run"), self.tr("looking back")
        self._show_playing()
        self._show_where()

    def _lay_out(self) -> None:
        self.setFixedHeight(fonts.px(64))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        for button in (self._back, self._play, self._forward):
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self._scrubber, 1)
        row.addWidget(self._follow)
        row.addSpacing(8)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedSize(1, 28)
        row.addWidget(rule)
        row.addSpacing(8)
        row.addWidget(self._where)
        self.body.addLayout(row)

    def _position(self) -> int:
        return self._newest if self._looked_at is None else min(self._looked_at, self._newest)

    def _seek(self, step: int) -> None:
        """The user goes somewhere, which ends playing."""
        self.pause()
        self._look(step)

    def _look(self, step: int) -> None:
        if 0 <= step <= self._newest and step != self._looked_at:
            self.sought.emit(step)

    def _play_on(self) -> None:
        stride = max(1, round(self._newest * PLAY_MILLISECONDS / 1000 / PLAY_SECONDS))
        position = self._position()
        if position >= self._newest:
            self.pause()
        else:
            self._look(min(position + stride, self._newest))

    def _show_playing(self) -> None:
        self._play.set_icon_name("pause" if self.is_playing() else "play")
        label = self.tr("Pause") if self.is_playing() else self.tr("Play through the steps")
        self._play.set_label(label, self.tr("Space"))

    def _show_where(self) -> None:
        newest = f"{max(self._newest, 0):,}"
        widest = "8" * len(newest)
        self._where.reserve(f"{self._step_template} {self._of_template}".format(step=widest, newest=widest))
        if self._newest < 0:
            self._where.show_parts()
            return
        self._where.show_parts(
            (self._step_template.format(step=f"{self._position():,}"), False),
            (self._of_template.format(newest=newest), True),
            below=self._following if self._looked_at is None else self._behind,
        )
