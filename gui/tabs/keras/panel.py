"""The panel on the left: the plan and the arguments of `fit`, in four pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from engine.errors import Problem
from engine.keras_lab.catalogue.specification import Spec
from engine.keras_lab.protocol import Fitting, Frame, Plan, Refusal
from gui import fonts
from gui.controls.card import Card
from gui.controls.field import Field
from gui.controls.note import Note
from gui.controls.segmented import SegmentedSwitch
from gui.tabs.keras import words
from gui.tabs.keras.compile_page import CompilePage
from gui.tabs.keras.data_page import DataPage
from gui.tabs.keras.fit_page import FitPage
from gui.tabs.keras.model_page import ModelPage
from gui.tabs.keras.page import Page

WIDTH = 268
PAGES = ("data", "model", "compile", "fit")


class KerasPanel(Card):
    """Holds the plan as the user wants it. What does not fit is said beside it, with what would."""

    steps_aside = True
    """In a presentation, where the picture needs the room."""

    plan_changed = Signal(object)  # the `Plan` that the user wants now
    fitting_changed = Signal(object)  # the `Fitting` that the user wants now
    page_chosen = Signal(str)  # one of PAGES

    def __init__(self, plan: Plan, fitting: Fitting, page: str = "data", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(fonts.px(WIDTH))
        self.plan = plan
        self._refusals: tuple[Refusal, ...] | None = None
        self._marked: set[str] = set()
        self._offers: dict[Note, Refusal] = {}
        self.data = DataPage(plan)
        self.model = ModelPage(plan)
        self.compile = CompilePage(plan)
        self.fit = FitPage(plan, fitting)
        self.pages: dict[str, Page] = dict(zip(PAGES, (self.data, self.model, self.compile, self.fit), strict=True))
        self._switch = SegmentedSwitch(PAGES)
        self._stack = QStackedWidget()
        self._elsewhere = QPushButton()
        self._elsewhere.setProperty("role", "elsewhere")
        self._elsewhere.setCursor(Qt.CursorShape.PointingHandCursor)
        self._elsewhere.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._elsewhere.hide()
        self._lay_out()
        self._switch.chosen.connect(self._turn_to)
        self._elsewhere.clicked.connect(lambda: self.show_page(self._first_marked()))
        for one in self.pages.values():
            one.edited.connect(self._edit)
        self.fit.fitting_edited.connect(self.fitting_changed)
        self.show_page(page if page in PAGES else PAGES[0])
        self.retranslate()

    @property
    def fitting(self) -> Fitting:
        """The arguments of the next `fit`."""
        return self.fit.fitting

    def show_page(self, page: str) -> None:
        """Turns to this page."""
        self._switch.set_key(page)
        self._turn_to(page)

    def show_plan(self, plan: Plan) -> None:
        """Fills all pages, without a signal."""
        self.plan = plan
        for page in self.pages.values():
            page.show_plan(plan)

    def set_catalogue(self, catalogue: Sequence[Spec]) -> None:
        """What the installed Keras has."""
        for page in self.pages.values():
            page.set_catalogue(catalogue)

    def draw(self, frame: Frame) -> None:
        """Shows what came of the plan."""
        if frame.plan != self.plan:  # a model was loaded, or the engine knows better
            self.show_plan(frame.plan)
        for page in self.pages.values():
            page.draw(frame)
        if frame.refusals != self._refusals:
            self._refusals = frame.refusals
            self._show_refusals(frame.refusals)

    def show_problem(self, field: str, at: int | None, problem: Problem) -> bool:
        """Puts the engine's reason beside the field that it names, and turns to it; False where there is none."""
        for name, page in self.pages.items():
            if page.show_problem(field, at, problem):
                self.show_page(name)
                return True
        return False

    def clear_problems(self) -> None:
        """The plan is another now: what the engine said of it holds no more."""
        self.compile.clear_problems()

    def forget_typed(self) -> None:
        """Drops what the user is typing, and what was typed and refused."""
        for row in self.findChildren(Field):
            row.restore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Settings"))
        self._switch.setAccessibleName(self.tr("Page of the settings"))
        self._titles = {
            "data": (self.tr("Data"), self.tr("What is learned from, and what validates")),
            "model": (self.tr("Model"), self.tr("The layers, one after the other")),
            "compile": (self.tr("Compile"), self.tr("Optimizer, loss and metrics")),
            "fit": (self.tr("Fit"), self.tr("Epochs, batches, callbacks")),
        }
        self._show_marks()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 10, 10, 2)
        top.addWidget(self._switch)
        self._switch.setFixedHeight(fonts.px(30))
        for page in self.pages.values():
            self._stack.addWidget(page)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(10, 4, 10, 10)
        bottom.addWidget(self._elsewhere)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(bottom)

    def _turn_to(self, page: str) -> None:
        self._stack.setCurrentWidget(self.pages[page])
        self._show_marks()
        self.page_chosen.emit(page)

    def _edit(self, plan: Plan) -> None:
        self.plan = plan
        for page in self.pages.values():
            if page is not self.sender():
                page.show_plan(plan)
        self.clear_problems()
        self.plan_changed.emit(plan)

    # What does not fit

    def _show_refusals(self, refusals: Sequence[Refusal]) -> None:
        notes = [*self.compile.notes(), self.model.note]
        said: dict[Note, Refusal] = {}
        self._marked = set()
        for refusal in refusals:
            note = self._note_for(refusal)
            self._marked.add(self._page_of(refusal))
            if note is not None and note not in said:
                said[note] = refusal
        self._offers = said
        for note in notes:
            refusal_here = said.get(note)
            if refusal_here is None:
                note.say(None, is_wrong=True)
            else:
                self._say(note, refusal_here)
        if said:
            first = next(iter(said))
            (self.compile if self._page_of(said[first]) == "compile" else self.model).bring_into_view(first)
        self._show_marks()

    def _say(self, note: Note, refusal: Refusal) -> None:
        change, plan = refusal.change, refusal.plan
        make_offer = (lambda: words.offer(change)) if change is not None and plan is not None else None
        note.say(refusal.problem, make_offer, is_wrong=True)
        if not note.property("connected"):
            note.setProperty("connected", True)
            note.taken.connect(lambda: self._take_offer(note))

    def _take_offer(self, note: Note) -> None:
        refusal = self._offers.get(note)
        if refusal is not None and refusal.plan is not None:
            self.show_plan(refusal.plan)
            self.clear_problems()
            self.plan_changed.emit(refusal.plan)

    def _note_for(self, refusal: Refusal) -> Note | None:
        if self._page_of(refusal) == "compile":
            return self.compile.note(refusal.field, refusal.at)
        return self.model.note

    def _page_of(self, refusal: Refusal) -> str:
        field = refusal.field.partition(".")[0]
        return next((name for name, page in self.pages.items() if field in page.FIELDS), "model")

    def _first_marked(self) -> str:
        return next((page for page in PAGES if page in self._marked), PAGES[0])

    def _show_marks(self) -> None:
        """A page on which something does not fit has a dot; the button at the bottom leads there."""
        for page, (title, tooltip) in self._titles.items() if hasattr(self, "_titles") else ():
            self._switch.set_label(page, f"{title} •" if page in self._marked else title, tooltip)
        elsewhere = self._marked - {self._switch.key()}
        self._elsewhere.setVisible(bool(elsewhere) and self._switch.key() not in self._marked)
        if elsewhere and hasattr(self, "_titles"):
            title = self._titles[self._first_marked()][0]
            text = self.tr("Does not fit yet: see {page}").format(page=title)
            self._elsewhere.setText(text)
            self._elsewhere.setAccessibleName(text)
            self._elsewhere.setToolTip(self.tr("Turn to the page where it is said what does not fit"))
