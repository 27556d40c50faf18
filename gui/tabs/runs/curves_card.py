"""The card with the curves of all runs that are not hidden: the loss above, the accuracy below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.runs.protocol import RunView
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.icon_button import IconButton
from gui.controls.segmented import SegmentedSwitch
from gui.palette import Palette
from gui.plots.run_lines import RunLine
from gui.plots.runs_plot import RunsPlot

WINDOWS = (1, 10, 100)
"""Of how many steps a mean can be drawn."""


class CurvesCard(Card):
    """Draws the views of one moment."""

    sought = Signal(int)  # the step that was clicked in a curve
    log_switched = Signal(bool)  # whether the loss is now drawn on a logarithmic scale
    window_chosen = Signal(int)  # of how many steps the means are drawn; 1 for none
    table_requested = Signal()  # all runs are to be saved as a table

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss_plot, self.accuracy_plot = RunsPlot("loss"), RunsPlot("accuracy")
        self._log = IconButton("log-scale", side=28, icon_size=16)
        self._log.setCheckable(True)
        self._save = IconButton("save", side=28, icon_size=16)
        self._about = ElidedLabel("muted")
        self.header.insertWidget(2, self._about, 100)
        self._accuracy = QLabel()
        self._accuracy.setProperty("role", "heading")
        self._accuracy_about = ElidedLabel("muted")
        self._window = SegmentedSwitch([str(window) for window in WINDOWS])
        self._window.setFixedHeight(fonts.px(28))
        for widget in (self._window, self._log, self._save):
            self.add_to_header(widget)
        self.body.setContentsMargins(4, 2, 4, 6)
        self.body.addWidget(self.loss_plot, 5)
        between = QHBoxLayout()
        between.setContentsMargins(10, 2, 10, 0)
        between.setSpacing(10)
        between.addWidget(self._accuracy)
        between.addWidget(self._accuracy_about, 1)
        self.body.addLayout(between)
        self.body.addWidget(self.accuracy_plot, 3)
        for plot in (self.loss_plot, self.accuracy_plot):
            plot.sought.connect(self.sought)
        self._log.toggled.connect(self.loss_plot.set_log)
        self._log.toggled.connect(self.log_switched)
        self._save.clicked.connect(self.table_requested)
        self._window.chosen.connect(lambda key: self._choose_window(int(key)))
        self.retranslate()

    def set_log(self, is_log: bool) -> None:
        """Draws the loss on a logarithmic scale, or on a plain one, without a signal."""
        self._log.blockSignals(True)
        self._log.setChecked(is_log)
        self._log.blockSignals(False)
        self.loss_plot.set_log(is_log)

    def set_window(self, window: int) -> None:
        """Draws the means of so many steps, without a signal."""
        self._window.set_key(str(window if window in WINDOWS else WINDOWS[0]))
        for plot in (self.loss_plot, self.accuracy_plot):
            plot.set_window(window)
        self._show_about()

    def draw(self, views: Sequence[tuple[int, RunView]], looked_at: int | None) -> None:
        """Looks and views of the runs that are shown, the chosen one last."""
        losses = [RunLine(view.name, look, view.steps, view.loss, view.position) for look, view in views]
        accuracies = [RunLine(view.name, look, view.steps, view.accuracy, view.position) for look, view in views]
        self.loss_plot.draw(losses, looked_at)
        self.accuracy_plot.draw(accuracies, looked_at)

    def set_narrow(self, is_narrow: bool) -> None:
        super().set_narrow(is_narrow)
        self._about.setVisible(not is_narrow)

    def set_palette(self, palette: Palette) -> None:
        for plot in (self.loss_plot, self.accuracy_plot):
            plot.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Loss"))
        self._show_about()
        self._accuracy.setText(self.tr("Accuracy"))
        self._accuracy_about.show_words(self.tr("the share of each batch that is right"))
        self._window.setAccessibleName(self.tr("Means over steps"))
        for window in WINDOWS:
            tooltip = self.tr("Over the pale curves, the mean of the last {count} steps").format(count=window)
            label = f"{window}"
            if window == 1:
                label, tooltip = self.tr("each"), self.tr("Every step as it is")
            self._window.set_label(str(window), label, tooltip)
        self._log.set_label(self.tr("Logarithmic scale for the loss"))
        self._save.set_label(self.tr("Save every step of all runs as a CSV table …"))

    def _show_about(self) -> None:
        window = int(self._window.key())
        mean = self.tr("of each step's batch, and the mean of the last {count}").format(count=window)
        self._about.show_words(self.tr("of each step's batch") if window == 1 else mean)

    def _choose_window(self, window: int) -> None:
        self.set_window(window)
        self.window_chosen.emit(window)
