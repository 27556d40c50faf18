"""The card that says what happened: the call, its twin in Python, what it gave back, and what stayed the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from engine.tensors.protocol import Assign, VariableFrame
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.tabs.variables import words

FACTS = ("tensorflow", "python", "returns", "object", "memory")
ROW_HEIGHT = 24
NOTHING = "–"


class HappenedCard(Card):
    """A few facts, and a sentence or two."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: VariableFrame | None = None
        self._labels = {name: QLabel() for name in FACTS}
        self._facts = {name: ElidedLabel("mono") for name in FACTS}
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(14, 8, 14, 12)
        self.body.addWidget(self._make_table())
        self.body.addWidget(self._words, 1)
        self.retranslate()

    def draw(self, frame: VariableFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        state = frame.states[frame.position]
        own = state.lanes[2]
        is_start = not isinstance(state.command, Assign)
        facts = {
            "tensorflow": state.call,
            "python": state.python_twin,
            "returns": own.returned,
            "object": "" if is_start else words.about_object(own),
            "memory": "" if is_start else words.about_memory(own),
        }
        for name, fact in facts.items():
            self._facts[name].show_words(fact or NOTHING)
        self._facts["returns"].show_words(_shortly(own.returned) or NOTHING, own.returned)
        self._words.setText(words.about_state(frame))

    def facts(self) -> dict[str, str]:
        """What the table says."""
        return {name: label.words() for name, label in self._facts.items()}

    def text(self) -> str:
        """What the sentences say."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("What happened"))
        for name, (label, tooltip) in {
            "tensorflow": (self.tr("TensorFlow"), self.tr("The call on the variable")),
            "python": (self.tr("Python"), self.tr("The same in Python's own signs, on a NumPy array")),
            "returns": (
                self.tr("Returns"),
                self.tr("What the call gives back: the same variable, not read yet, so that calls can be chained"),
            ),
            "object": (self.tr("Object"), self.tr("Whether the name still stands for the same object")),
            "memory": (self.tr("Memory"), self.tr("Whether the elements still lie where they lay")),
        }.items():
            self._labels[name].setText(label)
            self._labels[name].setToolTip(tooltip)
            self._facts[name].setAccessibleName(label)
        if self._frame is not None:
            self.draw(self._frame)

    def _make_table(self) -> QWidget:
        table = QFrame()
        table.setProperty("role", "card-header")
        grid = QGridLayout(table)
        grid.setContentsMargins(14, 6, 14, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(FACTS):
            self._labels[name].setProperty("role", "muted")
            self._labels[name].setFixedHeight(fonts.px(ROW_HEIGHT))
            grid.addWidget(self._labels[name], row, 0)
            grid.addWidget(self._facts[name], row, 1)
        return table


def _shortly(returned: str) -> str:
    """Without shape and dtype, which are those of the variable: `<tf.Variable 'UnreadVariable' …>`."""
    head, separator, _ = returned.partition(" shape=")
    return f"{head} …>" if separator else returned
