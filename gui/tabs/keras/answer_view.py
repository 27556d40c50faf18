"""One of the two ways to ask a model: what it returned, how long it took, how much memory."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from engine.keras_lab.protocol import Answer

UNITS = ((2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB"))


class AnswerView(QFrame):
    """The call, and three lines about what came of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "tile")
        self._answer: Answer | None = None
        self._call, self._returned = QLabel(), QLabel()
        self._names = (QLabel(), QLabel())
        self._values = (QLabel(), QLabel())
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._call, 0, 0, 1, 2)
        layout.addWidget(self._returned, 1, 0, 1, 2)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True), start=2):
            layout.addWidget(name, row, 0)
            layout.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
            name.setProperty("role", "small")
            value.setProperty("role", "mono")
        self._call.setProperty("role", "mono")
        self._returned.setProperty("role", "mono-muted")
        for label in (self._call, self._returned):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.retranslate()

    def name_it(self, name: str) -> None:
        """For screen readers."""
        self.setAccessibleName(name)

    def show_answer(self, answer: Answer) -> None:
        """Shows it."""
        self._answer = answer
        # Broken where it is meant to be: what wraps by itself does not know its height beside a scroll bar.
        self._call.setText(answer.call.replace(", ", ",\n"))
        self._returned.setText(answer.returned.replace(" (", "\n("))
        self._values[0].setText("—" if answer.seconds is None else show_seconds(answer.seconds))
        memory = "—" if answer.peak_bytes is None else show_bytes(answer.peak_bytes)
        self._values[1].setText(memory if answer.measured or answer.peak_bytes is None else f"≈ {memory}")
        self.setAccessibleDescription(" ".join(label.text() for label in (self._call, self._returned, *self._values)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._names[0].setText(self.tr("time"))
        self._names[1].setText(self.tr("peak memory"))
        self._names[1].setToolTip(
            self.tr("Beyond what the process had before; with ≈ it is the sum of the tensors' sizes, not measured")
        )


def show_seconds(seconds: float) -> str:
    """As in `1.24 s` or `3.1 ms`."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{1000 * seconds:.3g} ms"


def show_bytes(count: int) -> str:
    """As in `12.5 MiB`."""
    for size, unit in UNITS:
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} B"
