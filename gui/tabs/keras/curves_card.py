"""The card with the curves: the loss above, one of the metrics below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from engine.csv_histories import write_batches, write_epochs
from engine.event_files import write_curves_as_events
from engine.keras_lab.protocol import Curves, Frame
from engine.saving import Progress
from gui import fonts
from gui.controls.card import Card
from gui.controls.choice import Choice
from gui.controls.elided_label import ElidedLabel
from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.event_files import ask_for_event_folder
from gui.file_saver import Offer, saver_of
from gui.palette import Palette
from gui.plots.fit_plot import FitPlot
from gui.problem_text import problem_text
from gui.tabs.keras import words
from gui.tabs.keras.curve_legend import CurveLegend


class CurvesCard(Card):
    """Training and validation, for each batch and each epoch, and what `evaluate` says of the same weights."""

    # The epoch (int) that was clicked.
    sought = Signal(int)

    # Whether the loss is now drawn on a logarithmic scale.
    log_switched = Signal(bool)

    # The metric that is now drawn, by Keras's name of it.
    metric_chosen = Signal(str)

    def __init__(self, is_log: bool, metric: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._wanted = metric
        self._names: tuple[str, ...] = ()
        self.loss_plot = FitPlot()
        self.metric_plot = FitPlot()
        self._legend = CurveLegend()
        self._metrics: Choice[str] = Choice(width=172)
        self._value = Readout(Qt.AlignmentFlag.AlignRight)
        self._value.reserve("8.888e-88")
        self._value.setFixedHeight(fonts.px(24))
        self._log = IconButton("log-scale", side=28, icon_size=16)
        self._log.setCheckable(True)
        self._log.setChecked(is_log)
        self._save = IconButton("save", side=28, icon_size=16)
        self._save.setEnabled(False)
        self._save.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._save)
        self._save.setMenu(menu)
        self._save_batches, self._save_epochs, self._save_events = (menu.addAction("") for _ in range(3))
        self._metric_name = QLabel()
        self._metric_name.setProperty("role", "muted")
        self.add_to_header(self._value)
        self.add_to_header(self._log)
        self.add_to_header(self._save)
        self.body.setContentsMargins(4, 2, 4, 4)
        self.body.addWidget(self.loss_plot, 5)
        between = QHBoxLayout()
        between.setContentsMargins(10, 0, 10, 0)
        between.addWidget(self._legend, 1)
        between.addWidget(self._metric_name)
        between.addWidget(self._metrics)
        self.body.addLayout(between)
        self.body.addWidget(self.metric_plot, 4)
        self._means = ElidedLabel("small")
        keeps_room = self._means.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # the plots would change their size in the middle of a run
        self._means.setSizePolicy(keeps_room)
        self._means.hide()
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 10, 4)
        below.addWidget(self._means)
        self.body.addLayout(below)
        self._metrics.hide()
        self.metric_plot.hide()
        self.loss_plot.set_log(is_log)
        for plot in (self.loss_plot, self.metric_plot):
            plot.sought.connect(self.sought)
        self._save_batches.triggered.connect(self.save_batches)
        self._save_epochs.triggered.connect(self.save_epochs)
        self._save_events.triggered.connect(self.save_events)
        self._log.toggled.connect(self.loss_plot.set_log)
        self._log.toggled.connect(self.log_switched)
        self._metrics.changed.connect(self._choose)
        self.retranslate()

    def show_choices(self, is_log: bool, metric: str) -> None:
        """Draws in this way, without a signal."""
        self._log.blockSignals(True)
        self._log.setChecked(is_log)
        self._log.blockSignals(False)
        self.loss_plot.set_log(is_log)
        self._wanted = metric
        self._list_metrics(self._names)

    def draw(self, frame: Frame) -> None:
        """Shows one moment."""
        before, self._frame = self._frame, frame
        if frame.curves.names != self._names:
            self._list_metrics(frame.curves.names)
        if before is None or frame.plan is not before.plan:
            self._show_title()
        self.loss_plot.draw(frame, 0)
        if not self.metric_plot.isHidden():
            self.metric_plot.draw(frame, self._names.index(self._metrics.value()))
        self._save.setEnabled(len(frame.curves.batch_means) > 0)
        self._show_value(frame)
        self._show_means(frame)

    def save_batches(self) -> None:
        """Asks where to save the figures of every batch so far as a table, and saves them."""
        self._ask(self.tr("Save every batch"), "batches.csv", write_batches)

    def save_epochs(self) -> None:
        """Asks where to save the figures of every epoch that is over as a table, and saves them."""
        self._ask(self.tr("Save every epoch"), "epochs.csv", write_epochs)

    def save_events(self) -> None:
        """Asks where to save the figures of every batch and epoch for TensorBoard, and saves them."""
        if self._frame is not None:
            curves = self._frame.curves
            ask_for_event_folder(self, lambda folder, progress: write_curves_as_events(folder, curves, progress))

    def set_palette(self, palette: Palette) -> None:
        self.loss_plot.set_palette(palette)
        self.metric_plot.set_palette(palette)
        self._legend.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._show_title()
        self._metric_name.setToolTip(self.tr("The metric that is drawn below"))
        self._value.setAccessibleName(self.tr("Loss"))
        self._value.setToolTip(self.tr("The loss as fit says it: the mean of the epoch so far"))
        self._log.set_label(self.tr("Logarithmic scale for the loss"))
        self._save.set_label(self.tr("Save the history"))
        self._save_batches.setText(self.tr("Every batch as a CSV table …"))
        self._save_epochs.setText(self.tr("Every epoch as a CSV table …"))
        self._save_events.setText(self.tr("Batches and epochs for TensorBoard …"))
        self._metrics.set_label("", self.tr("Which of the metrics is drawn below the loss"), self.tr("Metric"))
        self._means.setAccessibleName(self.tr("fit and evaluate"))
        if self._frame is not None:
            self._show_value(self._frame)
            self._show_means(self._frame)

    def _ask(self, title: str, name: str, write: Callable[[str, Curves, Progress], None]) -> None:
        if self._frame is None:
            return
        curves = self._frame.curves
        kind = self.tr("CSV tables")
        saver_of(self).ask(Offer(title, name, kind, lambda path, progress: write(path, curves, progress)))

    def _list_metrics(self, names: tuple[str, ...]) -> None:
        self._names = names
        metrics = names[1:]
        self.metric_plot.setVisible(bool(metrics))
        self._metrics.setVisible(len(metrics) > 1)
        self._metric_name.setVisible(len(metrics) == 1)
        self._metric_name.setText(metrics[0] if metrics else "")
        if metrics:
            self._metrics.set_options([(name, name) for name in metrics])
            if self._wanted in metrics:
                self._metrics.set_value(self._wanted)

    def _show_title(self) -> None:
        loss = self._frame.plan.compilation.loss.name if self._frame is not None else ""
        self.set_title(self.tr("Loss"), loss)

    def _choose(self, name: str) -> None:
        self._wanted = name
        self.metric_chosen.emit(name)
        if self._frame is not None:
            self.draw(self._frame)

    def _show_means(self, frame: Frame) -> None:
        problem = words.about_means(frame)
        self._means.setVisible(problem is not None)
        self._means.show_words("" if problem is None else problem_text(problem))

    def _show_value(self, frame: Frame) -> None:
        curves = frame.curves
        if len(curves.batch_means):
            self._value.show_parts((f"{float(curves.batch_means[-1, 0]):.4g}", False))
        else:
            self._value.show_parts()
