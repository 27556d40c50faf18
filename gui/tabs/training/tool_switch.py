"""What the mouse does in the decision plot: look, draw points, or erase them."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui import fonts
from gui.controls.segmented import SegmentedSwitch
from gui.plots.point_drawing import TOOLS


class ToolSwitch(SegmentedSwitch):
    """Lies over the corner of the plot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TOOLS, parent)
        self.setFixedHeight(fonts.px(30))
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("What the mouse does to the points"))
        self.set_label("look", self.tr("Look"), self.tr("Look at the points, and drag the line (Esc)"))
        self.set_label(
            "class_0",
            self.tr("Draw 0"),
            self.tr("Click or drag to draw points of class 0; drag a point to move it (Ctrl+Z undoes it)"),
        )
        self.set_label(
            "class_1",
            self.tr("Draw 1"),
            self.tr("Click or drag to draw points of class 1; drag a point to move it (Ctrl+Z undoes it)"),
        )
        self.set_label("erase", self.tr("Erase"), self.tr("Click or drag over points to erase them (Ctrl+Z undoes it)"))
        self.adjustSize()
