"""The card with the picture of the function."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from engine.gradients.surface.protocol import SurfaceFrame
from gui import fonts
from gui.controls.card import Card
from gui.controls.elided_label import ElidedLabel
from gui.controls.segmented import SegmentedSwitch
from gui.palette import Palette
from gui.plots.surface_plot import SurfacePlot
from gui.plots.surface_scale import Spacing
from gui.tabs.gradients import surface_words as words

SPACINGS: tuple[Spacing, ...] = ("auto", "linear", "log")


class SurfaceCard(Card):
    """Header: what is seen. Footer: what cannot be seen, or how to use it; and how the colours are spaced."""

    # The spacing of the colours that was chosen, one of `SPACINGS`.
    spacing_chosen = Signal(str)

    # Whether the gradient field is to be seen.
    arrows_switched = Signal(bool)

    def __init__(self, spacing: Spacing, arrows: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: SurfaceFrame | None = None
        self.plot = SurfacePlot()
        self._about = ElidedLabel("muted")
        self._arrows = QCheckBox()
        self._arrows.setChecked(arrows)
        self._spacing = SegmentedSwitch(SPACINGS)
        self._spacing.setFixedHeight(fonts.px(30))
        self._spacing.set_key(spacing)
        self.plot.set_spacing(spacing)
        self.plot.set_arrows_shown(arrows)
        self.add_to_header(self._arrows)
        self.add_to_footer(self._about, 1)
        self.add_to_footer(self._spacing)
        self.body.addWidget(self.plot)
        self._spacing.chosen.connect(self._choose_spacing)
        self._arrows.toggled.connect(self._switch_arrows)
        self.retranslate()

    def show_choices(self, spacing: Spacing, arrows: bool) -> None:
        """Draws in this way, without a signal."""
        self.blockSignals(True)
        self._spacing.set_key(spacing)
        self._choose_spacing(spacing)
        self._arrows.setChecked(arrows)
        self.blockSignals(False)

    def draw(self, frame: SurfaceFrame) -> None:
        """Shows one moment."""
        self._frame = frame
        self.plot.draw(frame)
        self._tell()

    def set_palette(self, palette: Palette) -> None:
        self.plot.set_palette(palette)

    def about(self) -> str:
        """The words below the picture."""
        return self._about.words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.set_title(self.tr("f(x, y)"), self.tr("arrows: its gradient, by the tape"))
        self._arrows.setText(self.tr("gradient field"))
        self._arrows.setAccessibleName(self.tr("gradient field"))
        self._arrows.setToolTip(self.tr("Show tape.gradient at 225 places; the arrows point up the slope"))
        self._spacing.setAccessibleName(self.tr("Spacing of the colours"))
        spacings = {
            "auto": (self.tr("Auto"), self.tr("Space the colours as the values want it")),
            "linear": (self.tr("Linear"), self.tr("The same step in value, the same step in colour")),
            "log": (self.tr("Log"), self.tr("Fine steps where most values are, coarse ones far away from them")),
        }
        for spacing, (label, tooltip) in spacings.items():
            self._spacing.set_label(spacing, label, tooltip)
        self._tell()

    def _tell(self) -> None:
        flaw = words.about_picture(self._frame) if self._frame is not None else ""
        hint = self.tr("Pink: the quadratic model. Cross: the axes of curvature.")
        self._about.show_words(flaw or hint)

    def _choose_spacing(self, spacing: str) -> None:
        self.plot.set_spacing(cast(Spacing, spacing))
        self.spacing_chosen.emit(spacing)

    def _switch_arrows(self, are_shown: bool) -> None:
        self.plot.set_arrows_shown(are_shown)
        self.arrows_switched.emit(are_shown)
