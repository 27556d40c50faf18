"""The card in the middle: the curves, and the body that falls where they are those of a motion."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from engine.gradients.curve_protocol import CurvesFrame
from engine.gradients.naming import naming
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.palette import LIGHT, Palette
from gui.plots.curve_stack import CurveStack
from gui.plots.falling_body import FallingBody
from gui.tabs.gradients import curve_words


class CurvesCard(Card):
    """Draws one frame at a time. The footer says how to read it, or where a curve breaks."""

    moved = Signal(float)  # the t that the user has put the point to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: CurvesFrame | None = None
        self._palette = LIGHT
        self.stack = CurveStack()
        self._body = FallingBody()
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedWidth(1)
        self._words = ElidedLabel("muted")
        self._legend = QLabel()
        self._legend.setProperty("role", "small")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._body, self._rule):
            row.addWidget(widget)
            widget.hide()
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)
        self.add_to_header(self._legend)
        self.add_to_footer(self._words, 1)
        self.stack.moved.connect(self.moved)
        self.retranslate()

    def draw(self, frame: CurvesFrame) -> None:
        """Shows one moment."""
        earlier, self._frame = self._frame, frame
        self.stack.draw(frame)
        is_motion = naming(frame.tree).is_motion
        if earlier is None or earlier.curves is not frame.curves:
            self._body.setVisible(is_motion)
            self._rule.setVisible(is_motion)
            self._tell()
        if is_motion:
            self._body.draw(frame)

    def words(self) -> str:
        """What the footer says."""
        return self._words.words()

    def set_palette(self, palette: Palette) -> None:
        """Draws in these colours from now on."""
        self._palette = palette
        self.stack.set_palette(palette)
        self._body.set_palette(palette)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._legend.setAccessibleName(self.tr("Legend"))
        self._legend.setToolTip(
            self.tr("The tangent has the curve's slope at the point, the parabola its bend too: the second derivative.")
        )
        self._tell()

    def _tell(self) -> None:
        frame = self._frame
        self._legend.setVisible(frame is not None)
        if frame is None:
            self.set_title(self.tr("Curves"))
            self._words.show_words(self.tr("TensorFlow is loading …"))
            return
        names = 3 if naming(frame.tree).is_motion else 4  # where more stand there, the rest would be cut off
        subtitle = self.tr("each the tape's gradient of the one above") if frame.settings.order < names else ""
        self.set_title(curve_words.title(frame), subtitle)
        self._words.show_words(curve_words.about_gaps(frame) or curve_words.about_curves(frame))
        mark = f'<span style="color:{self._palette.line}">{{}}</span>&nbsp;{{}}'
        parts = [mark.format("━", self.tr("tangent"))]
        if frame.settings.order > 1:
            parts.append(mark.format("┅", self.tr("parabola")))
        self._legend.setText("&nbsp;&nbsp;".join(parts))
