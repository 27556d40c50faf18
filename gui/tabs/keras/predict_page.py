"""New points, asked about in both ways: `model(x)` at once, `model.predict(x)` in batches."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from engine.errors import Problem
from engine.keras_lab.protocol import Frame, Inference, Predict
from engine.training.records import FloatArray
from gui.controls.code_field import CodeField
from gui.controls.progress_line import ProgressLine
from gui.controls.scroll_column import ScrollColumn
from gui.palette import Palette
from gui.problem_text import problem_text
from gui.tabs.keras import words
from gui.tabs.keras.answer_view import AnswerView
from gui.tabs.keras.points_field import parse_points, show_points

MOST_CLICKED = 12
MOST_LISTED = 12


class PredictPage(ScrollColumn):
    """Points are typed, clicked in the plot, or a million random ones."""

    asked = Signal(object)  # the `Predict` that is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=12, spacing=8, parent=parent)
        self._inference: Inference | None = None
        self._points = CodeField(width=400)
        self._points.set_text("0, 3; 3, 0")
        self._predict, self._million = QPushButton(), QPushButton()
        self._progress = ProgressLine()
        self._at_once, self._in_batches = AnswerView(), AnswerView()
        self._difference, self._problem, self._hint = QLabel(), QLabel(), QLabel()
        self._list = QLabel()
        self._lay_out()
        self._predict.clicked.connect(self._ask_typed)
        self._points.entered.connect(self._ask_typed)
        self._million.clicked.connect(lambda: self._ask(Predict()))
        self.retranslate()
        self._show_inference()

    def ask_clicked(self, x: float, y: float) -> None:
        """Adds a point that was clicked to those that are typed, and asks about all."""
        with np.errstate(over="ignore"):
            point = np.array([[x, y]]).astype(np.float32)
        try:
            points = np.concatenate((parse_points(self._points.text()), point))
        except Problem:
            points = point
        points = points[-MOST_CLICKED:]
        points.flags.writeable = False
        self._points.set_text(show_points(points))
        self._ask(Predict(points))

    def draw(self, frame: Frame) -> None:
        """Shows the answers; costs nothing where they are the same."""
        is_busy = frame.busy == "predict"
        self._progress.setVisible(is_busy)
        if frame.inference is self._inference:
            return
        self._inference = frame.inference
        self._progress.show_share(frame.inference.share_done if frame.inference else 0.0)
        self._show_inference()

    def show_problem(self, field: str, problem: Problem) -> bool:
        """Puts the engine's reason beside the points; False where it speaks of something else."""
        if field not in ("points", "count"):
            return False
        self._points.set_error(problem)
        return True

    def set_palette(self, palette: Palette) -> None:
        """Everything here follows the application's palette."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._points.set_label(
            self.tr("Points"), self.tr("Pairs of numbers, such as 0, 3; 3, 0. Or click in the plot.")
        )
        self._predict.setText(self.tr("Predict"))
        self._predict.setAccessibleName(self.tr("Predict"))
        self._predict.setToolTip(self.tr("Ask about these points in both ways, under the weights that are looked at"))
        self._million.setText(self.tr("A million random points"))
        self._million.setAccessibleName(self.tr("A million random points"))
        self._million.setToolTip(self.tr("See what both ways need of time and memory where there are many points"))
        self._progress.setAccessibleName(self.tr("Share of the prediction that is done"))
        self._progress.setToolTip(self.tr("How much of the prediction is done"))
        self._hint.setText(
            self.tr("model(x) takes all points at once and gives a tensor; predict takes them batch by batch.")
        )
        self._list.setAccessibleName(self.tr("Answers"))
        self._list.setToolTip(self.tr("Each point, what the model gives for it, and the class that this is"))
        self._at_once.name_it(self.tr("At once"))
        self._in_batches.name_it(self.tr("In batches"))
        self._show_inference()

    def _lay_out(self) -> None:
        self._predict.setProperty("role", "small-primary")
        self._million.setProperty("role", "offer")
        for button in (self._predict, self._million):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for label, role in (
            (self._hint, "small"),
            (self._difference, "good"),
            (self._problem, "error"),
            (self._list, "mono"),
        ):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._list.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.addWidget(self._predict)
        buttons.addWidget(self._million)
        buttons.addStretch()
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._at_once, 1)
        both.addWidget(self._in_batches, 1)
        self.column.addWidget(self._points)
        self.column.addLayout(buttons)
        self.column.addWidget(self._progress)
        self.column.addWidget(self._hint)
        self.column.addLayout(both)
        self.column.addWidget(self._difference)
        self.column.addWidget(self._problem)
        self.column.addWidget(self._list)
        self.column.addStretch()
        self._progress.hide()

    def _ask_typed(self) -> None:
        try:
            points = parse_points(self._points.text())
        except Problem as problem:
            self._points.set_error(problem)
            return
        self._ask(Predict(points))

    def _ask(self, command: Predict) -> None:
        self._points.set_error(None)
        self.asked.emit(command)

    def _show_inference(self) -> None:
        inference = self._inference
        self._hint.setVisible(inference is None)
        for part in (self._at_once, self._in_batches, self._list):
            part.setVisible(inference is not None)
        self._difference.setVisible(inference is not None and inference.difference is not None)
        self._problem.setVisible(inference is not None and inference.problem is not None)
        if inference is None:
            return
        self._at_once.show_answer(inference.at_once)
        self._in_batches.show_answer(inference.in_batches)
        if inference.difference is not None:
            if inference.difference == 0:
                template = self.tr("{count} points: the two answers are the same to the last bit.")
            else:
                template = self.tr("{count} points: the two answers differ by {difference} at most.")
            self._difference.setText(
                template.format(count=f"{inference.count:,}", difference=words.number(inference.difference))
            )
        if inference.problem is not None:
            self._problem.setText(problem_text(inference.problem))
        self._list.setText(_listed(inference.points, inference.outputs, inference))


def _listed(points: FloatArray, outputs: FloatArray, inference: Inference) -> str:
    lines = []
    for number in range(min(len(outputs), MOST_LISTED)):
        place = ", ".join(f"{float(value):.3g}" for value in points[number])
        answer = ", ".join(f"{float(value):.4f}" for value in outputs[number])
        lines.append(f"{number + 1:>2}  ({place}) → [{answer}]  {int(inference.classes[number])}")
    if inference.count > MOST_LISTED:
        lines.append("…")
    return "\n".join(lines)
