"""The bar that goes down the slope from the point: by hand or by itself, and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.gradients.surface.protocol import SurfaceFrame
from gui import fonts
from gui.controls import parsing
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.field import Field
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.stepping import round_step

PLAY_MILLISECONDS = 60
STILL = 1e-12
"""Where a step goes no further than this share of the picture, playing stops: the point has arrived."""


class SurfaceDescentBar(Card):
    """A step is asked for, playing too, only when the last one has been seen."""

    step_requested = Signal()  # one step of gradient descent
    back_requested = Signal()  # the last step is to be taken back
    reset_requested = Signal()  # back to where the descent began
    learning_rate_chosen = Signal(object)  # another one, a float, was typed

    def __init__(self, learning_rate: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: SurfaceFrame | None = None
        self._is_answered = True
        self._is_refused = False
        self._reset, self._back = IconButton("reset"), IconButton("back")
        self._play, self._step = IconButton("play", side=44, role="round"), IconButton("step")
        self.rate: Field[float] = Field(learning_rate, _positive, parsing.show_number, round_step, width=92)
        self._where = Readout()
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._update = ElidedLabel("mono-muted")
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MILLISECONDS)
        self._lay_out()
        self._reset.clicked.connect(self.reset)
        self._back.clicked.connect(self.back)
        self._step.clicked.connect(self.step)
        self._play.clicked.connect(self.play_or_pause)
        self._timer.timeout.connect(self._play_on)
        self.rate.changed.connect(self.learning_rate_chosen)
        self.retranslate()
        self._enable()

    def draw(self, frame: SurfaceFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        self._is_answered = True
        if self.is_playing() and _has_arrived(frame):
            self.pause()
        self._tell()
        self._enable()

    def is_playing(self) -> bool:
        """Whether it goes down by itself."""
        return self._timer.isActive()

    def play_or_pause(self) -> None:
        """Goes down step by step, or stops doing so."""
        if self.is_playing():
            self.pause()
        elif self._frame is not None:
            self._timer.start()
            self._show_playing()
            self._play_on()

    def step(self) -> None:
        """One step down."""
        self.pause()
        self.step_requested.emit()

    def back(self) -> None:
        """One step back."""
        self.pause()
        self.clear_problem()
        self.back_requested.emit()

    def reset(self) -> None:
        """Back to where the descent began."""
        self.pause()
        self.clear_problem()
        self.reset_requested.emit()

    def pause(self) -> None:
        """Stays where it is."""
        self._timer.stop()
        self._is_answered = True
        self._show_playing()

    def show_problem(self, problem: Problem) -> None:
        """The engine cannot go on with this learning rate."""
        self._is_refused = True
        self.rate.set_error(problem)

    def clear_problem(self) -> None:
        """It may be able to from where the point is now."""
        if self._is_refused:
            self._is_refused = False
            self.rate.restore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Descent"))
        self._title.setText(self.tr("Descend from here"))
        self._reset.set_label(self.tr("Back to where the descent began"), self.tr("R"))
        self._back.set_label(self.tr("One step back"), self.tr("Backspace"))
        self._step.set_label(self.tr("One step down: point.assign_sub(gradient * learning_rate)"), self.tr("D"))
        self.rate.set_label(
            self.tr("learning rate"), self.tr("How far a step goes: the gradient times this. Up and Down change it.")
        )
        self._where.setAccessibleName(self.tr("Steps taken"))
        self._step_template = self.tr("step {step}")
        self._value_template = self.tr("f = {value}")
        self._where.reserve(self._step_template.format(step="88,888"))
        self._show_playing()
        self._tell()

    def _lay_out(self) -> None:
        self.setFixedHeight(fonts.px(64))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        for button in (self._reset, self._back, self._play, self._step):
            row.addWidget(button)
        row.addSpacing(10)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._where)
        row.addWidget(self._update, 1)
        row.addSpacing(8)
        self.rate.setFixedWidth(fonts.px(208))
        row.addWidget(self.rate)
        self.body.addLayout(row)

    def _play_on(self) -> None:
        if self._is_answered:
            self._is_answered = False
            self.step_requested.emit()

    def _enable(self) -> None:
        has_path = self._frame is not None and bool(self._frame.path)
        for button in (self._reset, self._back):
            button.setEnabled(has_path)
        for button in (self._play, self._step):
            button.setEnabled(self._frame is not None)

    def _show_playing(self) -> None:
        self._play.set_icon_name("pause" if self.is_playing() else "play")
        self._play.set_label(
            self.tr("Pause") if self.is_playing() else self.tr("Descend step by step"), self.tr("Space")
        )

    def _tell(self) -> None:
        frame = self._frame
        steps = len(frame.path) if frame is not None else 0
        self._where.show_parts((self._step_template.format(step=f"{steps:,}"), False))
        value = "" if frame is None else self._value_template.format(value=f"{frame.place.value:.6g}")
        self._update.show_words(value)


def _has_arrived(frame: SurfaceFrame) -> bool:
    if not frame.path:
        return False
    (x, y), region = frame.path[-1], frame.picture.region
    return max(abs(frame.place.x - x), abs(frame.place.y - y)) <= STILL * region.size


def _positive(text: str) -> float:
    value = parsing.number(text)
    if value <= 0:
        raise Problem(QT_TRANSLATE_NOOP("engine", "The learning rate must be a number above 0."))
    return value
