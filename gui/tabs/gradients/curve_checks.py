"""How far the tapes' derivatives are from those found another way, in both dtypes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.gradients.curve_protocol import Agreement, CurvesFrame
from gui.plots.number_words import MINUS
from gui.problem_text import problem_text

DTYPES = ("float32", "float64")


class CurveChecks(QWidget):
    """A row for each other way, a column for each dtype; an ellipsis where it is still being worked out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agreements = (Agreement(), Agreement())
        self._names = (QLabel(), QLabel())
        self._values = tuple(tuple(QLabel() for _ in DTYPES) for _ in self._names)
        self._reason = QLabel()
        self._reason.setProperty("role", "small")
        self._reason.setWordWrap(True)
        self._reason.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(3)
        layout.setColumnStretch(0, 1)
        for column, dtype in enumerate(DTYPES):
            heading = QLabel(dtype)
            heading.setProperty("role", "small")
            layout.addWidget(heading, 0, column + 1, Qt.AlignmentFlag.AlignRight)
        for row, name in enumerate(self._names):
            name.setProperty("role", "muted")
            layout.addWidget(name, row + 1, 0)
            for column, value in enumerate(self._values[row]):
                value.setProperty("role", "mono")
                layout.addWidget(value, row + 1, column + 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._reason, 3, 0, 1, 3)
        self.retranslate()

    def draw(self, frame: CurvesFrame) -> None:
        """Shows what is known by now."""
        if self._agreements != (frame.symbols, frame.differences):
            self._agreements = (frame.symbols, frame.differences)
            self._show()

    def texts(self) -> list[list[str]]:
        """What is shown: for symbols and differences, in float32 and float64."""
        return [[value.text() for value in row] for row in self._values]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._names[0].setText(self.tr("symbols"))
        self._names[1].setText(self.tr("differences"))
        self._tips = (
            self.tr("Over the range, the largest relative difference from the derivatives that SymPy finds by rules"),
            self.tr("Over the range, the largest relative difference from finite differences of the curve above"),
        )
        self._show()

    def _show(self) -> None:
        reason = None
        for agreement, name, values, tip in zip(self._agreements, self._names, self._values, self._tips, strict=True):
            name.setToolTip(tip)
            for value, found, dtype in zip(values, (agreement.float32, agreement.float64), DTYPES, strict=True):
                value.setText(_short(found) if found is not None else "—" if agreement.reason else "…")
                value.setToolTip(tip)
                value.setAccessibleName(f"{name.text()}, {dtype}")
            reason = reason or agreement.reason
        self._reason.setVisible(reason is not None)
        self._reason.setText(problem_text(reason) if reason else "")


def _short(difference: float) -> str:
    return "0" if difference == 0 else f"{difference:.1e}".replace("e-0", "e-").replace("-", MINUS)
