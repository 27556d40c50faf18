"""The card with the points, the decision line, and how well the one divides the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from engine.protocol import Frame
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.legend import Legend
from gui.controls.readout import Readout
from gui.controls.segmented import SegmentedSwitch
from gui.palette import Palette
from gui.plots.cloud_picture import EXACT_LIMIT
from gui.plots.decision_plot import DecisionPlot
from gui.plots.point_drawing import TOOLS
from gui.tabs.training import words
from gui.tabs.training.tool_switch import ToolSwitch

COLOURINGS = ("prediction", "class")
PLACE_OF_TOOLS = QPoint(8, 8)


class DecisionCard(Card):
    """Header: the key and the accuracy. Footer: the line as an equation."""

    # The weights (2, 1) and the bias (1,), float32 arrays, to which the line was dragged.
    line_dragged = Signal(object, object)

    # The user has drawn, moved or erased points: a `gui.plots.point_drawing.Stroke`.
    points_changed = Signal(object)

    # What colours the points now: "prediction" or "class".
    colouring_chosen = Signal(str)

    def __init__(self, colouring: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.plot = DecisionPlot()
        self._tools = ToolSwitch(self.plot)
        self._tools.move(PLACE_OF_TOOLS)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.look)
        self._legend = Legend()
        self._colouring = SegmentedSwitch(COLOURINGS)
        self._accuracy = Readout(Qt.AlignmentFlag.AlignRight)
        self._equation = QLabel()
        self._equation.setProperty("role", "mono")
        self._about = ElidedLabel("muted")
        self._colouring.setFixedHeight(fonts.px(30))
        self._accuracy.setFixedHeight(fonts.px(24))
        self.header.insertWidget(2, self._legend)  # beside the title
        self.add_to_header(self._accuracy)
        self.add_to_footer(self._equation)
        self.add_to_footer(self._about, 1)
        self.add_to_footer(self._colouring)
        self.body.addWidget(self.plot)
        if colouring in COLOURINGS:
            self._colouring.set_key(colouring)
        self._choose_colouring(self._colouring.key())
        self.plot.line_dragged.connect(self.line_dragged)
        self.plot.points_changed.connect(self.points_changed)
        self._tools.chosen.connect(self._choose_tool)
        self._colouring.chosen.connect(self._choose_colouring)
        self.retranslate()

    def set_colouring(self, colouring: str) -> None:
        """Colours the points by this, without a signal."""
        self._colouring.set_key(colouring)
        self.blockSignals(True)
        self._choose_colouring(colouring)
        self.blockSignals(False)

    def draw(self, frame: Frame) -> None:
        """Shows one moment."""
        self._frame = frame
        self._offer_tools(frame)
        self.plot.draw(frame)
        self._legend.show_classes(frame.dataset.class_names)
        self._legend.show_wrong(frame.wrong)
        self._show_words(frame)

    def set_axes(self, axes: tuple[int, int]) -> None:
        """Which two features are seen."""
        self.plot.set_axes(axes)
        if self._frame is not None:
            self._show_words(self._frame)

    def set_palette(self, palette: Palette) -> None:
        self.plot.set_palette(palette)
        self._legend.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Decision line"))
        self._colouring.setAccessibleName(self.tr("Colour of the points"))
        self._colouring.set_label(
            "prediction", self.tr("Predicted"), self.tr("Colour each point by its prediction, above 0.5 or not")
        )
        self._colouring.set_label(
            "class", self.tr("True"), self.tr("Colour each point by the class that it belongs to")
        )
        self._accuracy.setAccessibleName(self.tr("Accuracy"))
        self._accuracy.setToolTip(self.tr("The share of all points whose prediction is on the right side of 0.5"))
        self._accuracy_word = self.tr("accuracy")
        self._accuracy.reserve(f"{self._accuracy_word} 100.0 %")
        if self._frame is not None:
            self._show_words(self._frame)

    def _show_words(self, frame: Frame) -> None:
        self._accuracy.show_parts((self._accuracy_word, True), (f"{frame.accuracy:.1%}".replace("%", " %"), False))
        plane = self.plot.plane
        if plane is None:
            return
        equation = words.line_equation(frame, plane)
        self._equation.setVisible(bool(equation))
        self._equation.setText(equation)
        self._about.show_words(words.about_line(frame, plane))

    def look(self) -> None:
        """The mouse draws and erases no more."""
        self._tools.set_key("look")
        self._choose_tool("look")

    def _choose_tool(self, tool: str) -> None:
        if tool in TOOLS:
            self.plot.set_tool(tool)
            self._escape.setEnabled(tool != "look")

    def _offer_tools(self, frame: Frame) -> None:
        """Points of a table stand in the table, and a density has no single points to move or erase."""
        is_drawn = not frame.dataset.feature_names and len(frame.dataset) <= EXACT_LIMIT
        if is_drawn != self._tools.isVisibleTo(self.plot):
            self._tools.setVisible(is_drawn)
            self.look()

    def _choose_colouring(self, colouring: str) -> None:
        self.plot.set_colouring("class" if colouring == "class" else "prediction")
        self.colouring_chosen.emit(colouring)
