"""What `evaluate` returns, and what is right and wrong: confusion matrix, ROC curve, history."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.keras_lab.protocol import Evaluate, Frame, Results
from gui import fonts
from gui.controls.elided_label import ElidedLabel
from gui.controls.readout import Readout
from gui.controls.scroll_column import ScrollColumn
from gui.controls.segmented import SegmentedSwitch
from gui.controls.track_slider import TrackSlider
from gui.palette import Palette
from gui.plots.roc_plot import RocPlot
from gui.tabs.keras.confusion_view import ConfusionView
from gui.tabs.keras.history_table import HistoryTable

NOTCHES = 1000
ON = ("held_out", "training")


class ResultsPage(ScrollColumn):
    """Of the weights that are looked at, on the points held out or on those trained on."""

    asked = Signal(object)  # the `Evaluate` that is wanted
    threshold_chosen = Signal(float)  # from this output on, a point is of class 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=12, spacing=8, parent=parent)
        self._frame: Frame | None = None
        self._on = SegmentedSwitch(ON)
        self._on.setFixedHeight(fonts.px(30))
        self._evaluate = QPushButton()
        self._evaluate.setProperty("role", "small-primary")
        self._evaluate.setCursor(Qt.CursorShape.PointingHandCursor)
        self._evaluate.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._call = ElidedLabel("mono-muted")
        self._returned = QLabel()
        self._returned.setProperty("role", "mono")
        self._returned.setWordWrap(True)
        self._returned.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = QLabel()
        self._about.setProperty("role", "small")
        self._about.setWordWrap(True)
        self._matrix = ConfusionView()
        self._roc = RocPlot()
        self._roc.setFixedHeight(fonts.px(132))
        self._threshold = TrackSlider()
        self._threshold.show_range(NOTCHES)
        self._threshold.setPageStep(NOTCHES // 20)
        self._value = Readout()
        self._value.setFixedHeight(fonts.px(24))
        self._table = HistoryTable()
        self._lay_out()
        self._evaluate.clicked.connect(self._ask)
        self._on.chosen.connect(lambda _: self._ask())
        self._threshold.valueChanged.connect(self._choose_threshold)
        self._roc.threshold_chosen.connect(self.threshold_chosen)
        self.retranslate()

    def draw(self, frame: Frame) -> None:
        """Shows what is known of the weights looked at."""
        before, self._frame = self._frame, frame
        if before is None or frame.evaluation is not before.evaluation:
            self._show_evaluation(frame)
        if before is None or frame.results is not before.results or frame.threshold != before.threshold:
            self._show_results(frame)
        self._table.draw(frame.curves)

    def set_palette(self, palette: Palette) -> None:
        self._matrix.set_palette(palette)
        self._roc.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._on.setAccessibleName(self.tr("Points to evaluate"))
        self._on.set_label("held_out", self.tr("held out"), self.tr("Evaluate on the points held out from training"))
        self._on.set_label("training", self.tr("training"), self.tr("Evaluate on the points that were trained on"))
        self._evaluate.setText("evaluate")
        self._evaluate.setAccessibleName(self.tr("Evaluate"))
        self._evaluate.setToolTip(self.tr("Call model.evaluate(…, batch_size=128) with the weights that are looked at"))
        self._call.setAccessibleName(self.tr("The call"))
        self._returned.setAccessibleName(self.tr("What evaluate returned"))
        self._returned.setToolTip(self.tr("As Python prints it"))
        self._threshold.setAccessibleName(self.tr("Threshold"))
        self._threshold.setToolTip(self.tr("From this output on, a point is said to be of class 1"))
        self._value.setAccessibleName(self.tr("Threshold and area"))
        self._value.setToolTip(self.tr("The threshold, and the area under the ROC curve"))
        if self._frame is not None:
            self._show_evaluation(self._frame)
            self._show_results(self._frame)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._on)
        top.addStretch()
        top.addWidget(self._evaluate)
        left = QVBoxLayout()
        left.addWidget(self._matrix)
        left.addWidget(self._value)
        left.addStretch()
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2)
        right.addWidget(self._roc)
        right.addWidget(self._threshold)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left, 1)
        middle.addWidget(self._right, 1)
        self.column.addLayout(top)
        self.column.addWidget(self._call)
        self.column.addWidget(self._returned)
        self.column.addWidget(self._about)
        self.column.addLayout(middle)
        self.column.addWidget(self._table)
        self.column.addStretch()

    def _ask(self) -> None:
        self.asked.emit(Evaluate(on_training=self._on.key() == "training"))

    def _choose_threshold(self, notch: int) -> None:
        scores = self._frame.results.scores if self._frame is not None and self._frame.results is not None else None
        if scores is not None:
            low, high = scores
            self.threshold_chosen.emit(low + (high - low) * notch / NOTCHES)

    def _show_evaluation(self, frame: Frame) -> None:
        evaluation = frame.evaluation
        self._call.setVisible(evaluation is not None)
        self._returned.setVisible(evaluation is not None)
        if evaluation is None:
            self._about.setText(self.tr("evaluate asks the model about all these points at once, without training."))
            return
        self._call.show_words(f">>> {evaluation.call}")
        self._returned.setText(evaluation.text)
        if isinstance(evaluation.returned, float):
            self._about.setText(self.tr("No metrics were compiled, so it is one number, the loss, and no list."))
        else:
            self._about.setText(
                self.tr("A list: the loss, then the metrics: {names}.").format(names=", ".join(evaluation.names))
            )

    def _show_results(self, frame: Frame) -> None:
        results = frame.results
        self._matrix.setVisible(results is not None)
        for part in (self._right, self._value):
            part.setVisible(results is not None and results.roc is not None)
        if results is None:
            return
        self._matrix.show_matrix(results.confusion)
        if results.roc is None:
            return
        self._roc.draw(results, frame.threshold)
        self._threshold.show_value(_notch(results, frame.threshold))
        area = "" if results.area is None else f"AUC {results.area:.4f}"
        self._value.show_parts((f"{frame.threshold:.3f}", False), (area, True))


def _notch(results: Results, threshold: float) -> int:
    low, high = results.scores or (0.0, 1.0)
    return round(min(max((threshold - low) / (high - low), 0.0), 1.0) * NOTCHES) if high > low else 0
