"""The bar that `fit` is driven with, as on a video player."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.keras_lab.protocol import Progress, State
from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.progress_line import ProgressLine
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider

UNDER_WAY = (State.RUNNING, State.PAUSED)


class FitBar(Card):
    """Buttons, the scrubber over the epochs, and how far `fit` is. The keys that it names belong to the tab."""

    reset_requested = Signal()  # the same first weights again
    new_start_requested = Signal()  # other first weights, and other points held out
    stop_requested = Signal()  # let `fit` return
    play_requested = Signal()  # go on, or fit for more epochs
    pause_requested = Signal()  # wait between two batches
    batch_requested = Signal()  # one batch on
    epoch_requested = Signal()  # to the end of the epoch
    sought = Signal(object)  # the epoch whose weights to look at, an int; None for the newest
    best_requested = Signal()  # look at the best weights

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = Progress(State.READY, 0, 0, 0, 0, None, 0.0)
        self._trained = 0
        self._looked_at: int | None = None
        self._reset = IconButton("reset")
        self._new_start = IconButton("new-start")
        self._stop = IconButton("stop")
        self._play = IconButton("play", side=44, role="round")
        self._batch = IconButton("step")
        self._epoch = IconButton("epoch")
        self._scrubber = TrackSlider()
        self._line = ProgressLine()
        self._newest = IconButton("newest")
        self._best = IconButton("star")
        self._where = Readout()
        self._lay_out()
        self._reset.clicked.connect(self.reset_requested)
        self._new_start.clicked.connect(self.new_start_requested)
        self._stop.clicked.connect(self.stop_requested)
        self._play.clicked.connect(self._play_or_pause)
        self._batch.clicked.connect(self.batch_requested)
        self._epoch.clicked.connect(self.epoch_requested)
        self._scrubber.valueChanged.connect(self._seek)
        self._newest.clicked.connect(lambda: self.sought.emit(None))
        self._best.clicked.connect(self.best_requested)
        self.retranslate()
        self.show_progress(self._progress, 0, 0, None, None)

    def show_progress(
        self, progress: Progress, trained: int, planned: int, looked_at: int | None, best: int | None
    ) -> None:
        """Where `fit` is. trained, planned: epochs so far, and how many more a new `fit` would take."""
        was_running = self._progress.state is State.RUNNING
        self._progress, self._trained, self._looked_at = progress, trained, looked_at
        if was_running != (progress.state is State.RUNNING):
            self._show_playing()
        can_train = progress.state is not State.REFUSED
        for button in (self._play, self._batch, self._epoch):
            button.setEnabled(can_train)
        self._stop.setEnabled(progress.state in UNDER_WAY)
        self._newest.setEnabled(looked_at is not None)
        self._best.setVisible(best is not None)
        end = progress.epochs if progress.state in UNDER_WAY else trained or planned
        self._scrubber.show_range(max(end, trained), trained)
        self._scrubber.show_value(trained if looked_at is None else min(looked_at, trained))
        self._line.show_share(_share_done(progress))
        self._line.set_shown(progress.state in UNDER_WAY)
        self._show_where()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._reset.set_label(self.tr("Reset to the same first weights"), self.tr("R"))
        self._new_start.set_label(self.tr("New start with another seed"), self.tr("Shift+R"))
        self._stop.set_label(self.tr("Stop: let fit return"), self.tr("Shift+S"))
        self._batch.set_label(self.tr("One batch on"), self.tr("Right"))
        self._epoch.set_label(self.tr("To the end of the epoch"), self.tr("Shift+Right"))
        self._newest.set_label(self.tr("Look at the newest weights"), self.tr("End"))
        self._best.set_label(self.tr("Look at the best weights"))
        self._scrubber.setAccessibleName(self.tr("Epoch to look at"))
        self._scrubber.setToolTip(
            self.tr("Look at the weights after any epoch (Left: the one before, Home: the first weights)")
        )
        self._line.setAccessibleName(self.tr("Share of fit that is done"))
        self._line.setToolTip(self.tr("How many of the epochs that were asked for are done"))
        self._where.setAccessibleName(self.tr("Position"))
        self._epoch_template, self._of_template = self.tr("epoch {epoch}"), self.tr("of {epochs}")
        self._batch_template = self.tr("batch {batch} of {batches}")
        self._left_template, self._rate_template = self.tr("{time} left"), self.tr("{rate} batches/s")
        self._show_playing()
        self._show_where()

    def _lay_out(self) -> None:
        self.setFixedHeight(fonts.px(64))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 20, 0)
        row.setSpacing(8)
        for button in (self._reset, self._new_start, self._stop, self._play, self._batch, self._epoch):
            row.addWidget(button)
        row.addSpacing(10)
        tracks = QVBoxLayout()
        tracks.setSpacing(2)
        tracks.addStretch()
        tracks.addWidget(self._scrubber)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 8, 0)
        below.addWidget(self._line)
        tracks.addLayout(below)
        tracks.addStretch()
        row.addLayout(tracks, 1)
        row.addWidget(self._best)
        row.addWidget(self._newest)
        row.addSpacing(8)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedSize(1, 28)
        row.addWidget(rule)
        row.addSpacing(8)
        row.addWidget(self._where)
        self._best.hide()
        self.body.addLayout(row)

    def _play_or_pause(self) -> None:
        is_running = self._progress.state is State.RUNNING
        (self.pause_requested if is_running else self.play_requested).emit()

    def _seek(self, epoch: int) -> None:
        self.sought.emit(None if epoch == self._trained else epoch)

    def _show_playing(self) -> None:
        is_running = self._progress.state is State.RUNNING
        self._play.set_icon_name("pause" if is_running else "play")
        self._play.set_label(self.tr("Pause") if is_running else self.tr("Play: fit"), self.tr("Space"))

    def _show_where(self) -> None:
        progress = self._progress
        epochs, batches = max(progress.epochs, self._trained, 1), max(progress.batches, 1)
        widest = " ".join((self._epoch_template, self._of_template, self._batch_template)).format(
            epoch=epochs, epochs=epochs, batch="8" * len(str(batches)), batches=batches
        )
        self._where.reserve(widest)
        if progress.state not in UNDER_WAY:
            parts = ((self._epoch_template.format(epoch=self._trained), False),)
            self._where.show_parts(*parts, below=self._shown_words())
            return
        epoch = min(progress.epoch + 1, progress.epochs)
        self._where.show_parts(
            (self._epoch_template.format(epoch=epoch), False),
            (self._of_template.format(epochs=progress.epochs), True),
            (self._batch_template.format(batch=progress.batch, batches=progress.batches), True),
            below=self._shown_words() or self._pace_words(),
        )

    def _shown_words(self) -> str:
        """That an earlier epoch is looked at."""
        if self._looked_at is None:
            return ""
        return self.tr("looking at epoch {epoch}").format(epoch=self._looked_at)

    def _pace_words(self) -> str:
        progress, words = self._progress, []
        if progress.seconds_left is not None and progress.state is State.RUNNING:
            words.append(self._left_template.format(time=show_time(progress.seconds_left)))
        if progress.batches_per_second > 0 and progress.state is State.RUNNING:
            words.append(self._rate_template.format(rate=f"{float(f'{progress.batches_per_second:.2g}'):,.0f}"))
        return " · ".join(words)


def show_time(seconds: float) -> str:
    """As in `0:07` or `1:02:30`."""
    whole = int(seconds + 0.5)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def _share_done(progress: Progress) -> float:
    """Of the `fit` under way; all of it when the last one has come to its end, nothing before the first."""
    if progress.epochs <= 0 or progress.state in (State.READY, State.REFUSED):
        return 0.0
    part = progress.batch / progress.batches if progress.batches and progress.epoch < progress.epochs else 0.0
    return (progress.epoch + part) / progress.epochs
