"""The bar with all states of the variable: back, play through, forward, and the scrubber over the calls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.tensors.protocol import VariableFrame
from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider
from gui.tabs.variables.call_strip import CallStrip

PLAY_MILLISECONDS = 900


class TimelineBar(Card):
    """Playing goes from state to state, and from the first again where the last one is looked at."""

    sought = Signal(int)  # the state to look at
    undo_requested = Signal()  # the last change is to be taken back
    redo_requested = Signal()  # what was taken back last is to be done again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: VariableFrame | None = None
        self._undo = IconButton("undo")
        self._redo = IconButton("redo")
        self._back = IconButton("back")
        self._play = IconButton("play", side=44, role="round")
        self._forward = IconButton("step")
        self._scrubber = TrackSlider()
        self._calls = CallStrip()
        self._where = Readout(Qt.AlignmentFlag.AlignRight)
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MILLISECONDS)
        self._lay_out()
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._back.clicked.connect(self.back)
        self._forward.clicked.connect(self.forward)
        self._play.clicked.connect(self.play_or_pause)
        self._scrubber.valueChanged.connect(self._seek)
        self._calls.sought.connect(self._seek)
        self._timer.timeout.connect(self._play_on)
        self.retranslate()
        self._enable()

    def draw(self, frame: VariableFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        if self.is_playing() and frame.position == len(frame.states) - 1:
            self.pause()
        calls = [state.call for state in frame.states]
        self._scrubber.show_range(len(calls) - 1)
        self._scrubber.show_value(frame.position)
        self._calls.show_calls(calls, frame.position)
        self._show_where()
        self._enable()

    def is_playing(self) -> bool:
        """Whether it goes from state to state."""
        return self._timer.isActive()

    def back(self) -> None:
        """One state back."""
        self._seek(self._position() - 1)

    def forward(self) -> None:
        """One state on."""
        self._seek(self._position() + 1)

    def first(self) -> None:
        """To the first state."""
        self._seek(0)

    def last(self) -> None:
        """To the newest state."""
        self._seek(self._newest())

    def play_or_pause(self) -> None:
        """Plays through the states, or stops doing so."""
        if self.is_playing():
            self.pause()
        elif self._newest() > 0:
            self._look(0 if self._position() == self._newest() else self._position() + 1)
            self._timer.start()
            self._show_playing()

    def pause(self) -> None:
        """Stays at the state that is looked at."""
        self._timer.stop()
        self._show_playing()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Timeline"))
        self._undo.set_label(self.tr("Undo the last change"), self.tr("Ctrl+Z"))
        self._redo.set_label(self.tr("Do it again"), self.tr("Ctrl+Shift+Z"))
        self._back.set_label(self.tr("One state back"), self.tr("Left"))
        self._forward.set_label(self.tr("One state on"), self.tr("Right"))
        self._scrubber.setAccessibleName(self.tr("State to look at"))
        self._scrubber.setToolTip(self.tr("Look at any state (Home: the first, End: the newest)"))
        self._calls.setAccessibleName(self.tr("Calls"))
        self._where_template = self.tr("state {state}")
        self._of_template = self.tr("of {count}")
        self._dropped_template = self.tr("{count} older dropped")
        self._show_playing()
        self._show_where()

    def _lay_out(self) -> None:
        self.setFixedHeight(fonts.px(72))
        track = QVBoxLayout()
        track.setContentsMargins(0, 8, 0, 4)
        track.setSpacing(0)
        track.addStretch()
        track.addWidget(self._scrubber)
        track.addWidget(self._calls)
        track.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        for button in (self._undo, self._redo):
            row.addWidget(button)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedSize(1, 28)
        row.addSpacing(4)
        row.addWidget(rule)
        row.addSpacing(4)
        for button in (self._back, self._play, self._forward):
            row.addWidget(button)
        row.addSpacing(10)
        row.addLayout(track, 1)
        row.addSpacing(12)
        row.addWidget(self._where)
        self.body.addLayout(row)

    def _position(self) -> int:
        return self._frame.position if self._frame else 0

    def _newest(self) -> int:
        return len(self._frame.states) - 1 if self._frame else 0

    def _seek(self, position: int) -> None:
        """The user goes somewhere, which ends playing."""
        if self.is_playing():
            self.pause()
        self._look(position)

    def _look(self, position: int) -> None:
        if 0 <= position <= self._newest() and position != self._position():
            self.sought.emit(position)

    def _play_on(self) -> None:
        self._look(self._position() + 1)

    def _enable(self) -> None:
        frame = self._frame
        self._undo.setEnabled(frame is not None and frame.can_undo)
        self._redo.setEnabled(frame is not None and frame.can_redo)
        self._back.setEnabled(self._position() > 0)
        self._forward.setEnabled(self._position() < self._newest())
        self._play.setEnabled(self._newest() > 0)

    def _show_playing(self) -> None:
        self._play.set_icon_name("pause" if self.is_playing() else "play")
        self._play.set_label(
            self.tr("Pause") if self.is_playing() else self.tr("Play through the states"), self.tr("Space")
        )

    def _show_where(self) -> None:
        position, newest = self._position(), self._newest()
        dropped = self._frame.dropped if self._frame else 0
        widest = "8" * len(f"{newest + dropped:,}")
        self._where.reserve(f"{self._where_template} {self._of_template}".format(state=widest, count=widest))
        self._where.show_parts(
            (self._where_template.format(state=f"{position + dropped:,}"), False),
            (self._of_template.format(count=f"{newest + dropped:,}"), True),
            below=self._dropped_template.format(count=f"{dropped:,}") if dropped else "",
        )
