"""The card below the curves: the code, the results, inference, and the scratch loop side by side with Keras."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.errors import Problem
from engine.keras_lab.protocol import Frame
from gui import fonts
from gui.controls.card import Card
from gui.controls.segmented import SegmentedSwitch
from gui.palette import Palette
from gui.tabs.keras.code_page import CodePage
from gui.tabs.keras.predict_page import PredictPage
from gui.tabs.keras.results_page import ResultsPage
from gui.tabs.keras.side_by_side_page import SideBySidePage

PAGES = ("code", "results", "predict", "side")


class WorkCard(Card):
    """Only the page in front is drawn; the others are when they come to the front."""

    page_chosen = Signal(str)  # one of PAGES

    def __init__(self, page: str = "code", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._switch = SegmentedSwitch(PAGES)
        self._stack = QStackedWidget()
        self.code, self.results = CodePage(), ResultsPage()
        self.predict, self.side = PredictPage(), SideBySidePage()
        self._pages: dict[str, CodePage | ResultsPage | PredictPage | SideBySidePage] = {
            "code": self.code,
            "results": self.results,
            "predict": self.predict,
            "side": self.side,
        }
        for one in self._pages.values():
            self._stack.addWidget(one)
        self._switch.setFixedHeight(fonts.px(30))
        self.header.insertWidget(0, self._switch)
        self._title.hide()
        self._subtitle.hide()
        self._header.show()
        self.body.addWidget(self._stack, 1)
        self._switch.chosen.connect(self._turn_to)
        self.retranslate()
        self.show_page(page if page in PAGES else PAGES[0])

    def page(self) -> str:
        """The one in front."""
        return self._switch.key()

    def show_page(self, page: str) -> None:
        """Brings this page to the front."""
        self._switch.set_key(page)
        self._turn_to(page)

    def draw(self, frame: Frame) -> None:
        """Shows one moment."""
        self._frame = frame
        self._pages[self.page()].draw(frame)

    def show_problem(self, field: str, problem: Problem) -> bool:
        """Puts the engine's reason beside the field that it names; False where there is none."""
        for name in ("predict", "side"):
            page = self._pages[name]
            if isinstance(page, PredictPage | SideBySidePage) and page.show_problem(field, problem):
                self.show_page(name)
                return True
        return False

    def set_palette(self, palette: Palette) -> None:
        for page in self._pages.values():
            page.set_palette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Code and results"))
        self._switch.setAccessibleName(self.tr("What is shown"))
        self._switch.set_label("code", self.tr("Code"), self.tr("The program that prints what is shown here"))
        self._switch.set_label(
            "results",
            self.tr("Results"),
            self.tr("What evaluate returns, what is right and wrong, the history"),
        )
        self._switch.set_label("predict", self.tr("Predict"), self.tr("New points: model(x) against predict(x)"))
        self._switch.set_label("side", self.tr("Side by side"), self.tr("The scratch loop against Keras, loss by loss"))

    def _turn_to(self, page: str) -> None:
        self._stack.setCurrentWidget(self._pages[page])
        if self._frame is not None:
            self._pages[page].draw(self._frame)
        self.page_chosen.emit(page)
