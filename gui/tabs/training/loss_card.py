"""The card with the loss curve."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.csv_histories import write_steps
from engine.event_files import write_steps_as_events
from engine.protocol import Frame
from engine.saving import Progress
from gui import fonts
from gui.controls.card import Card
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.event_files import ask_for_event_folder
from gui.file_saver import Offer, saver_of
from gui.palette import Palette
from gui.plots.loss_plot import LossPlot


class LossCard(Card):
    """The loss now, its curve over all steps, and the switches that belong to it."""

    # The step that was clicked in the curve.
    sought = Signal(int)

    # Whether the loss is now drawn on a logarithmic scale.
    log_switched = Signal(bool)

    # All steps so far are to be saved as a moving picture.
    animation_requested = Signal()

    # The curves of earlier runs and branches are to go.
    ghosts_dismissed = Signal()

    def __init__(self, is_log: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.plot = LossPlot()
        self._value = Readout(Qt.AlignmentFlag.AlignRight)
        self._value.reserve("8.888888e-88")
        self._log = IconButton("log-scale", side=28, icon_size=16)
        self._log.setCheckable(True)
        self._log.setChecked(is_log)
        self._save = IconButton("save", side=28, icon_size=16)
        self._save.setEnabled(False)
        self._save.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._save)
        self._save.setMenu(menu)
        self._table, self._events, self._animation = (menu.addAction("") for _ in range(3))
        self._dismiss = IconButton("close", side=28, icon_size=14)
        self._dismiss.hide()
        self._value.setFixedHeight(fonts.px(24))
        for widget in (self._value, self._log, self._save, self._dismiss):
            self.add_to_header(widget)
        self.body.setContentsMargins(4, 0, 4, 4)
        self.body.addWidget(self.plot)
        self.plot.set_log(is_log)
        self.plot.sought.connect(self.sought)
        self._log.toggled.connect(self.plot.set_log)
        self._log.toggled.connect(self.log_switched)
        self._table.triggered.connect(self.save_history)
        self._events.triggered.connect(self.save_events)
        self._animation.triggered.connect(self.animation_requested)
        self._dismiss.clicked.connect(self.ghosts_dismissed)
        self.retranslate()

    def set_log(self, is_log: bool) -> None:
        """Draws the loss on a logarithmic scale, or on a plain one, without a signal."""
        self._log.blockSignals(True)
        self._log.setChecked(is_log)
        self._log.blockSignals(False)
        self.plot.set_log(is_log)

    def draw(self, frame: Frame) -> None:
        """Shows one moment."""
        self._frame = frame
        self._save.setEnabled(True)
        self.plot.draw(frame)
        self._value.show_parts((f"{frame.loss:.4g}", False))
        self._dismiss.setVisible(bool(frame.ghosts))

    def save_history(self) -> None:
        """Asks where to save all steps so far as a table, and saves them."""
        frame = self._frame
        if frame is None:
            return

        def write(path: str, progress: Progress) -> None:
            write_steps(path, frame.history, frame.learning_rates, frame.accuracies, progress)

        saver_of(self).ask(Offer(self.tr("Save every step"), "training.csv", self.tr("CSV tables"), write))

    def save_events(self) -> None:
        """Asks where to save all steps so far for TensorBoard, and saves them."""
        frame = self._frame
        if frame is not None:
            ask_for_event_folder(
                self,
                lambda folder, progress: write_steps_as_events(
                    folder, frame.history, frame.learning_rates, frame.accuracies, progress
                ),
            )

    def set_palette(self, palette: Palette) -> None:
        self.plot.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Loss"), self.tr("mean squared error"))
        self._value.setToolTip(self.tr("The mean squared error over all the points, with W and b as they are"))
        self._value.setAccessibleName(self.tr("Loss"))
        self._log.set_label(self.tr("Logarithmic scale"))
        self._save.set_label(self.tr("Save the run"))
        self._table.setText(self.tr("Every step as a CSV table …"))
        self._events.setText(self.tr("Every step for TensorBoard …"))
        self._animation.setText(self.tr("As an animation …"))
        self._dismiss.set_label(self.tr("Drop the curves of earlier runs"))
