"""The page of curves: a function of t, its derivatives, and a point that moves along them."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.gradients.curve_protocol import (
    CurveEvent,
    CurvesDrawn,
    CurveSettings,
    CurvesFailed,
    CurvesFrame,
    ShowCurves,
)
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tabs.gradients.page import Page
from gui.tabs.tensors.code_card import CodeCard

GROUP = "gradients/curves"


class CurvesPage(Page):
    """Keeps no state of the curves: all that is seen is one frame of the engine's. Its pages' margins are its own."""

    drawn = Signal(CurvesFrame)  # a frame has been painted; it carries that frame

    def __init__(self, store: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._frame: CurvesFrame | None = None
        self._unpainted = False
        self._code = CodeCard()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 0)
        layout.addWidget(self._code)

    def activate(self) -> None:
        self.asked.emit(ShowCurves(CurveSettings(), 1.4))

    def take(self, event: object) -> None:
        assert isinstance(event, CurveEvent)
        match event:
            case CurvesFrame():
                self._frame = event
                self._unpainted = True
                self._code.draw(event.script, 0)
                self.update()
            case CurvesFailed():
                self.failed.emit(event.problem)
            case _:
                assert_never(event)

    def run_example(self) -> None:
        self.drawn.connect(lambda _frame: self.example_finished.emit())

    def set_palette(self, palette: Palette) -> None:
        self._code.set_palette(palette)

    def close_page(self) -> None:
        pass

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted and self._frame is not None:
            self._unpainted = False
            self.asked.emit(CurvesDrawn())
            self.drawn.emit(self._frame)
