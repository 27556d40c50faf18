"""The card with three lanes: the same operation on an ndarray, a Tensor and a Variable that held the same values."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.tensors.protocol import Assign, Lane, VariableFrame
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.tensor_view.number_format import NumberFormat
from gui.joining import listed
from gui.tabs.variables import words

KINDS = ("ndarray", "Tensor", "Variable")
LANE_HEIGHT = 46
MOST_SHOWN = 8


class LaneRow(QFrame):
    """One of the three: its code, and below it what it holds then; or the error."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("last", kind == KINDS[-1])
        self.setFixedHeight(fonts.px(LANE_HEIGHT))
        self._kind = QLabel(kind)
        self._kind.setProperty("role", "heading")
        self._kind.setFixedWidth(fonts.px(66))
        self._verdict = QLabel()
        self._code = ElidedLabel("mono")
        self._outcome = ElidedLabel("mono-muted")
        self._same = QLabel()
        self._same.setProperty("role", "small")
        upper, lower, lines, row = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        for line, left, right in ((upper, self._code, self._verdict), (lower, self._outcome, self._same)):
            line.setSpacing(10)
            line.addWidget(left, 1)
            line.addWidget(right)
            lines.addLayout(line)
        lines.setSpacing(1)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(10)
        row.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)

    def show_lane(self, lane: Lane, verdict: str, same: str) -> None:
        """Shows what came of the operation; `verdict` and `same` in the language of the window."""
        self._code.show_words(lane.code)
        self._verdict.setText(verdict)
        role = "error" if lane.error else "good"
        for label, new in ((self._verdict, role), (self._outcome, "error" if lane.error else "mono-muted")):
            if label.property("role") != new:
                label.setProperty("role", new)
                label.style().polish(label)
        self._outcome.show_words(_message(lane.error) or _elements(lane), lane.error or _elements(lane))
        self._same.setText(same)
        self._same.setVisible(bool(same))
        self.setAccessibleName(" ".join((self._kind.text(), lane.code, verdict, lane.error, same)))

    def texts(self) -> tuple[str, str, str, str]:
        """Code, verdict, outcome and what stayed the same."""
        return self._code.words(), self._verdict.text(), self._outcome.words(), self._same.text()


class LanesCard(Card):
    """Of the first state there is no operation yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: VariableFrame | None = None
        self.rows = tuple(LaneRow(kind) for kind in KINDS)
        for row in self.rows:
            self.body.addWidget(row)
        self.body.setContentsMargins(0, 0, 0, 3)
        self.retranslate()

    def draw(self, frame: VariableFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        state = frame.states[frame.position]
        is_start = not isinstance(state.command, Assign)
        for row, lane in zip(self.rows, state.lanes, strict=True):
            same = "" if is_start or lane.error else listed(words.about_object(lane), words.about_memory(lane))
            verdict = lane.error.partition(":")[0] if lane.error else self.tr("made") if is_start else self.tr("works")
            row.show_lane(lane, verdict, same)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("The same on all three"))
        tooltips = (
            self.tr("A NumPy array: its elements can be assigned to"),
            self.tr("A Tensor never changes; an operation makes a new one"),
            self.tr("A Variable changes by its own methods"),
        )
        for row, tooltip in zip(self.rows, tooltips, strict=True):
            row.setToolTip(tooltip)
        if self._frame is not None:
            self.draw(self._frame)


def _message(error: str) -> str:
    """Without the type, which stands beside it, and without the modules of a class, for which there is no room."""
    return re.sub(r"'(?:\w+\.)+(\w+)'", r"'….\1'", error.partition(": ")[2] or error)


def _elements(lane: Lane) -> str:
    """The first elements, as in `[3, 1, 1]`, nested as they are."""
    array = lane.value.array
    numbers = NumberFormat(array, lane.value.dtype)
    flat = array.reshape(-1)[: MOST_SHOWN + 1]
    texts = [numbers.text(element) for element in flat[:MOST_SHOWN]]
    if array.ndim == 0:
        return texts[0]
    if array.ndim == 2 and array.size <= MOST_SHOWN and array.size:
        columns = array.shape[1]
        rows = [f"[{', '.join(texts[start : start + columns])}]" for start in range(0, len(texts), columns)]
        return f"[{', '.join(rows)}]"
    return f"[{', '.join(texts)}{', …' if array.size > MOST_SHOWN else ''}]"
