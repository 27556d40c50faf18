"""The guide: a panel beside the tabs with the lesson that is open, the list of lessons and the glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from engine.lessons import Lesson, glossary, lessons
from engine.lessons.laboratory import Answered, Ask, LessonLaboratory
from engine.worker import EngineThread
from gui.controls.icon_button import IconButton
from gui.controls.segmented import SegmentedSwitch
from gui.controls.undo_buttons import UNDO_KEYS
from gui.guide.contents_page import ContentsPage, ContentsRow
from gui.guide.glossary_page import GlossaryPage
from gui.guide.keys import GUIDE_KEYS
from gui.guide.lesson_page import LessonPage
from gui.guide.progress import GROUP, GuideChoices, question_name
from gui.palette import Palette
from gui.settings import SettingsStore
from gui.tab import TabSpec

LEAST_WIDTH, MOST_WIDTH = 280, 560
PAGES = ("lesson", "contents", "glossary")


class GuidePanel(QFrame):
    """Nothing in it is made before it is first open. Its engine runs the programs of questions, and nothing else."""

    tried = Signal(str, str)  # a lesson's link is to set this tab up: the tab's key, the name of the setup
    put_back = Signal()  # the tab in front is to be as it was before it was last set up
    tab_wanted = Signal(str)  # the tab that the lesson now open is about
    closed = Signal()  # the user has closed the panel

    def __init__(
        self,
        tabs: Sequence[TabSpec],
        store: SettingsStore,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """language: gives the code of the one in force."""
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._store = store
        self._language = language
        self._spoken = ""  # the language of what stands in the pages
        self._terms_in = ""  # that of the glossary, which is filled when it is first looked at
        self._choices = store.remembered(GROUP, GuideChoices())
        self._engine = EngineThread(LessonLaboratory, self)
        self._asked: dict[int, tuple[str, int]] = {}  # by the number of the asking: the lesson and its question
        self._switch = SegmentedSwitch(PAGES)
        self._close = IconButton("close", side=26, icon_size=16, role="quiet")
        self._lesson, self._contents, self._glossary = LessonPage(), ContentsPage(), GlossaryPage()
        self._glossary.setObjectName("glossary")
        self._stack = QStackedWidget()
        self._undo = QPushButton()
        self._undo.setProperty("role", "word")
        self._undo.hide()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def choices(self) -> GuideChoices:
        """What is remembered."""
        return self._choices

    @property
    def lesson_page(self) -> LessonPage:
        """The lesson that is open."""
        return self._lesson

    def remember(self, **changes: object) -> None:
        """Keeps these of the `GuideChoices`."""
        self._choices = replace(self._choices, **changes)  # type: ignore[arg-type]
        self._store.remember(GROUP, self._choices)

    def open(self) -> None:
        """Shows the panel as it was left."""
        self._speak()
        if self._lesson.lesson is None:
            self._show_lesson(self._choices.lesson)
        self.show()
        self.remember(is_open=True)

    def open_lesson(self, key: str) -> None:
        """Shows this lesson, "" for the first, and asks for its tab."""
        self._show_lesson(key)
        self.open()
        self.show_page("lesson")
        if self._lesson.lesson is not None:
            self.tab_wanted.emit(self._lesson.lesson.tab)

    def open_term(self, key: str) -> None:
        """Shows this term of the glossary; "" for all of it, to be searched."""
        self.open()
        self.show_page("glossary")
        self._glossary.open_term(key)

    @Slot(str)
    def show_page(self, key: str) -> None:
        """One of `PAGES`."""
        self._switch.set_key(key)
        self._stack.setCurrentIndex(PAGES.index(key))
        self._fill(key)

    def lesson_for(self, tab: str) -> Lesson | None:
        """The lesson that goes with this tab: the one that is open where it is about it, else the tab's first."""
        about = [lesson for lesson in lessons(self._language()) if lesson.tab == tab]
        opened = [lesson for lesson in about if lesson.key == self._choices.lesson and self.isVisible()]
        return next(iter((*opened, *about)), None)

    def offer_to_put_back(self, is_offered: bool) -> None:
        """Whether what a lesson's link has replaced can come back."""
        self._undo.setVisible(is_offered)

    def set_palette(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self._lesson.set_palette(palette)

    def close_engine(self, seconds: float) -> bool:
        """Ends the engine within `seconds`; False where it is still at work."""
        return self._engine.close(int(seconds * 1000))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Guide"))
        self._switch.setAccessibleName(self.tr("Pages of the guide"))
        self._switch.set_label("lesson", self.tr("Lesson"), self.tr("The lesson that is open"))
        self._switch.set_label("contents", self.tr("Contents"), self.tr("All lessons, and which of them are read"))
        self._switch.set_label("glossary", self.tr("Glossary"), self.tr("What the words mean"))
        self._close.set_label(self.tr("Close the guide"), GUIDE_KEYS)
        self._undo.setText(self.tr("↶  Put back what was there"))
        self._undo.setAccessibleName(self.tr("Put back what was there"))
        told = self.tr("The tab becomes what it was before the lesson set it up")
        self._undo.setToolTip(f"{told} ({UNDO_KEYS[0]})")
        if self._spoken:
            self._speak()

    # What is shown

    def _speak(self) -> None:
        """What stands in the pages is in the language in force."""
        if self._spoken == self._language():
            return
        self._spoken = self._language()
        if self._lesson.lesson is not None:
            self._show_lesson(self._lesson.lesson.key)
        self._terms_in = ""
        self._fill(self._switch.key())

    def _fill(self, page: str) -> None:
        if page == "contents":
            self._contents.show_rows(self._rows())
        elif page == "glossary" and self._terms_in != self._language():
            self._terms_in = self._language()
            self._glossary.show_terms(glossary(self._language()))

    def _rows(self) -> list[ContentsRow]:
        titles = {spec.key: spec.title() for spec in self._tabs}
        rows, tab = [], ""
        for number, lesson in enumerate(lessons(self._language()), 1):
            if lesson.tab != tab:
                tab = lesson.tab
                rows.append(ContentsRow("", titles.get(tab, tab)))
            is_open = self._lesson.lesson is not None and self._lesson.lesson.key == lesson.key
            title = f"{number}  {lesson.title}"
            rows.append(ContentsRow(lesson.key, title, lesson.key in self._choices.read, is_open))
        return rows

    def _show_lesson(self, key: str) -> None:
        found = lessons(self._language())
        number = next((number for number, lesson in enumerate(found) if lesson.key == key), 0)
        lesson = found[number]
        answered = frozenset(
            index
            for index in range(len(lesson.questions))
            if question_name(lesson.key, index) in self._choices.answered
        )
        title = next((spec.title() for spec in self._tabs if spec.key == lesson.tab), "")
        about = self.tr("Lesson {number} of {count} · {tab}").format(number=number + 1, count=len(found), tab=title)
        self._lesson.show_lesson(lesson, about, answered, (number, len(found)))
        self.remember(lesson=lesson.key)

    # The user's doing

    @Slot(int)
    def _turn(self, way: int) -> None:
        lesson = self._lesson.lesson
        if lesson is None:
            return
        keys = [one.key for one in lessons(self._language())]
        place = keys.index(lesson.key) + way
        if way > 0:
            self._choices = self._choices.with_read(lesson.key)
        if place < len(keys):
            self.open_lesson(keys[place])
        else:
            self.remember()
            self.show_page("contents")

    @Slot(int)
    def _ask(self, question: int) -> None:
        lesson = self._lesson.lesson
        assert lesson is not None
        number = len(self._asked)
        self._asked[number] = lesson.key, question
        self._engine.send(Ask(number, lesson.questions[question]))

    @Slot(object)
    def _take(self, event: Answered) -> None:
        key, question = self._asked[event.number]
        lesson = self._lesson.lesson
        choices = self._choices.with_answered(question_name(key, question))
        every = next(one for one in lessons(self._language()) if one.key == key)
        if all(question_name(key, number) in choices.answered for number in range(len(every.questions))):
            choices = choices.with_read(key)
        self._choices = choices
        self.remember()
        card = self._lesson.cards[question] if lesson is not None and lesson.key == key else None
        if card is not None and card.chosen is not None:  # nobody has turned the page meanwhile
            self._lesson.show_outcome(question, event.outcome)

    @Slot(str, str)
    def _follow(self, kind: str, name: str) -> None:
        if kind == "term":
            self.open_term(name)
        elif kind == "try":
            tab, _, setup = name.partition("/")
            self.tried.emit(tab, setup)

    def _lay_out(self) -> None:
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        for page in (self._lesson, self._contents, self._glossary):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 8, 10)
        head.addWidget(self._switch, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._undo)

    def _connect(self) -> None:
        self._engine.happened.connect(self._take)
        self._switch.chosen.connect(self.show_page)
        self._close.clicked.connect(self._close_panel)
        self._undo.clicked.connect(self.put_back)
        keys = QShortcut(QKeySequence(UNDO_KEYS[0]), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.put_back)
        self._lesson.turned.connect(self._turn)
        self._lesson.asked.connect(self._ask)
        self._lesson.followed.connect(self._follow)
        self._contents.chosen.connect(self.open_lesson)
        self._glossary.followed.connect(self._follow)

    def _close_panel(self) -> None:
        self.hide()
        self.remember(is_open=False)
        self.closed.emit()
