"""The card with the points and what the model makes of the plane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from engine.keras_lab.protocol import Frame
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.readout import Readout
from gui.palette import Palette
from gui.plots.region_plot import RegionPlot
from gui.tabs.keras import words
from gui.tabs.keras.class_legend import ClassLegend


class RegionCard(Card):
    """Header: whose weights, the key, the accuracy. Footer: in words what just happened."""

    # The place in the plane that the user asks about: x, y.
    clicked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self.plot = RegionPlot()
        self._legend = ClassLegend()
        self._accuracy = Readout(Qt.AlignmentFlag.AlignRight)
        self._accuracy.setFixedHeight(fonts.px(24))
        self._words = ElidedLabel("muted")
        self.header.insertWidget(2, self._legend)
        self.add_to_header(self._accuracy)
        self.add_to_footer(self._words, 1)
        self.body.addWidget(self.plot)
        self.plot.clicked.connect(self.clicked)
        self.retranslate()

    def draw(self, frame: Frame) -> None:
        """Shows one moment."""
        self._frame = frame
        self.plot.draw(frame)
        self._legend.show_points(frame.points, self.plot.points.stride)
        self._show_words(frame)

    def set_palette(self, palette: Palette) -> None:
        self.plot.set_palette(palette)
        self._legend.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("Region"))
        self._words.setAccessibleName(self.tr("What happened"))
        self._accuracy.setAccessibleName(self.tr("Accuracy"))
        self._accuracy.setToolTip(
            self.tr("The share of right answers, on the points held out where there are any, under the weights shown")
        )
        self._accuracy_word = self.tr("accuracy")
        self._accuracy.reserve(f"{self._accuracy_word} 100.0 %")
        if self._frame is not None:
            self._show_words(self._frame)

    def _show_words(self, frame: Frame) -> None:
        self._subtitle.show_words(words.looked_at(frame))
        self._subtitle.show()
        if frame.results is None:
            self._accuracy.show_parts()
        else:
            share = f"{100 * frame.results.accuracy:.1f} %"
            self._accuracy.show_parts((self._accuracy_word, True), (share, False))
        self._words.show_words(words.happened(frame))
