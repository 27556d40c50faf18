"""The bar that training is driven with, as on a video player."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider

SPEEDS: tuple[float | None, ...] = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, None)
"""Steps a second that the speed slider offers; None is as fast as it goes."""


class TransportBar(Card):
    """Buttons, the scrubber over all recorded steps, and the speed. The keys that it names belong to the tab."""

    reset_requested = Signal()  # back to the start, the same one
    new_start_requested = Signal()  # back to the start, with other first weights
    back_requested = Signal()  # one step, or one phase, back
    play_requested = Signal()  # train on from here
    pause_requested = Signal()  # stop training
    step_requested = Signal()  # one step on
    step_inside_requested = Signal()  # one phase of a step on
    sought = Signal(int)  # the recorded step to look at
    speed_changed = Signal(object)  # steps a second, a float; None: as fast as it goes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self._position = (0, 0, 0.0)
        self._stop_after: int | None = None
        self._reset = IconButton("reset")
        self._new_start = IconButton("new-start")
        self._back = IconButton("back")
        self._play = IconButton("play", side=44, role="round")
        self._step = IconButton("step")
        self._inside = IconButton("step-inside")
        self._scrubber = TrackSlider()
        self._where = Readout()
        self._how_fast = Readout(Qt.AlignmentFlag.AlignRight)
        self._speed = TrackSlider()
        self._speed.setFixedWidth(fonts.px(96))
        self._speed.setPageStep(2)
        self._speed.show_range(len(SPEEDS) - 1)
        self._lay_out()
        self._reset.clicked.connect(self.reset_requested)
        self._new_start.clicked.connect(self.new_start_requested)
        self._back.clicked.connect(self.back_requested)
        self._play.clicked.connect(self._play_or_pause)
        self._step.clicked.connect(self.step_requested)
        self._inside.clicked.connect(self.step_inside_requested)
        self._scrubber.valueChanged.connect(self.sought)
        self._speed.valueChanged.connect(self._change_speed)
        self._speed.show_value(SPEEDS.index(5))
        self.retranslate()

    def show_position(
        self, position: int, newest: int, stop_after: int | None, playing: bool, steps_per_second: float
    ) -> None:
        """Where the run is, how far it is recorded, where it will stop, and how fast it goes while it plays."""
        self._position = (position, newest, steps_per_second)
        self._stop_after = stop_after
        if playing != self._playing:
            self._playing = playing
            self._show_playing()
        self._scrubber.show_range(max(newest, stop_after or 0), newest)
        self._scrubber.show_value(position)
        self._show_where()

    def speed(self) -> float | None:
        """Steps a second; None: as fast as it goes."""
        return SPEEDS[self._speed.value()]

    def set_speed(self, speed: float | None) -> None:
        """Puts the speed slider to the notch nearest to `speed`, without a signal."""
        notch = len(SPEEDS) - 1
        if speed is not None:
            wanted = math.log(max(speed, 1))
            notch = min(range(notch), key=lambda index: abs(math.log(SPEEDS[index] or 1) - wanted))
        self._speed.show_value(notch)
        self._show_speed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._reset.set_label(self.tr("Reset to the same start"), self.tr("R"))
        self._new_start.set_label(self.tr("New start with other first weights"), self.tr("Shift+R"))
        self._back.set_label(self.tr("One step back"), self.tr("Left"))
        self._step.set_label(self.tr("One step on"), self.tr("Right"))
        self._inside.set_label(
            self.tr("Into the step: run its next phase"), self.tr("Shift+Right; Shift+Left: one phase back")
        )
        self._scrubber.setAccessibleName(self.tr("Step to look at"))
        self._scrubber.setToolTip(self.tr("Look at any recorded step (Home: the first, End: the newest)"))
        self._where.setAccessibleName(self.tr("Position"))
        for widget in (self._how_fast, self._speed):
            widget.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("How many steps a second, from 1 to as fast as it goes"))
        self._speed_word = self.tr("speed")
        self._speed_template = self.tr("{speed} /s")
        self._flat_out = self.tr("flat out")
        self._step_template = self.tr("step {step}")
        self._of_template = self.tr("of {stop}")
        self._rate_template = self.tr("{rate} steps/s")
        self._how_fast.reserve(" ".join((self._speed_word, max(self._speed_texts(), key=len))))
        self._show_playing()
        self._show_speed()
        self._show_where()

    def _lay_out(self) -> None:
        self.setFixedHeight(fonts.px(64))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        for button in (self._reset, self._new_start, self._back, self._play, self._step, self._inside):
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self._scrubber, 1)
        row.addSpacing(12)
        row.addWidget(self._where)
        row.addSpacing(8)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedSize(1, 28)
        row.addWidget(rule)
        row.addSpacing(8)
        row.addWidget(self._how_fast)
        row.addSpacing(4)
        row.addWidget(self._speed)
        self.body.addLayout(row)

    def _play_or_pause(self) -> None:
        (self.pause_requested if self._playing else self.play_requested).emit()

    def _change_speed(self) -> None:
        self._show_speed()
        self.speed_changed.emit(self.speed())

    def _show_playing(self) -> None:
        self._play.set_icon_name("pause" if self._playing else "play")
        self._play.set_label(self.tr("Pause") if self._playing else self.tr("Play"), self.tr("Space"))

    def _show_where(self) -> None:
        position, newest, rate = self._position
        most = "8" * len(f"{max(newest, self._stop_after or 0):,}")
        step, of = self._step_template, "" if self._stop_after is None else self._of_template
        self._where.reserve(f"{step} {of}".format(step=most, stop=most))
        self._where.show_parts(
            (step.format(step=f"{position:,}"), False),
            (of.format(stop=f"{self._stop_after or 0:,}"), True),
            below=self._rate_template.format(rate=f"{_rounded(rate):,}") if self._playing else "",
        )

    def _show_speed(self) -> None:
        self._how_fast.show_parts((self._speed_word, True), (self._speed_texts()[self._speed.value()], False))

    def _speed_texts(self) -> list[str]:
        return [
            self._flat_out if speed is None else self._speed_template.format(speed=f"{speed:,}") for speed in SPEEDS
        ]


def _rounded(rate: float) -> int:
    """To two digits, so that the number can be read while it changes."""
    return int(float(f"{rate:.2g}")) if math.isfinite(rate) else 0
