"""The guide beside the tabs: lessons are read, tried and answered, and the window remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from engine.lessons import glossary, keys, lessons
from engine.tensors.protocol import Make, RunLine, Undo
from engine.tensors.recipes import Ones
from gui.controls.form_row import FormRow
from gui.guide.panel import GuidePanel
from gui.guide.progress import GuideChoices
from gui.guide.prose import ProseLabel
from gui.guide.question_card import QuestionCard
from gui.guide.telling import told_in
from gui.guide.terms import TERM
from gui.guide.welcome import Welcome
from gui.language import Language
from gui.settings import SettingsStore
from gui.tab import Tab
from gui.tabs import TABS
from gui.tabs.gradients.curves_page import CurvesPage
from gui.tabs.gradients.state import GradientsState
from gui.tabs.keras.setups import setups as keras_setups
from gui.tabs.keras.state import KerasState
from gui.tabs.tensors.state import TensorsState
from gui.theme import Theme
from gui.window import MainWindow

LONGEST = 60_000
Opened = Callable[[], "Reader"]


class Reader:
    """Reads by mouse and keys."""

    def __init__(self, window: MainWindow, language: Language, qtbot: QtBot) -> None:
        self.window = window
        self.language = language
        self.qtbot = qtbot

    @property
    def panel(self) -> GuidePanel:
        return self.window.guide.panel

    @property
    def lesson(self) -> str:
        lesson = self.panel.lesson_page.lesson
        assert lesson is not None
        return lesson.key

    def buttons(self, name: str) -> list[QAbstractButton]:
        return [button for button in self.window.findChildren(QAbstractButton) if button.accessibleName() == name]

    def undoes(self, widget: QWidget) -> None:
        """By the key, while the focus is there."""
        widget.setFocus()
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def clicks(self, name: str) -> None:
        found = [button for button in self.buttons(name) if button.isVisible()]
        assert len(found) == 1, f"{len(found)} buttons are called {name!r}"
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def follows(self, link: str) -> None:
        """As a click on it does."""
        labels = [label for label in self.panel.findChildren(ProseLabel) if f'"{link}"' in label.text()]
        labels[0].linkActivated.emit(link)

    def answers(self, number: int, question: int = 0) -> QuestionCard:
        card = self.panel.lesson_page.cards[question]
        button = [one for one in card.findChildren(QAbstractButton) if one.property("role") == "answer"][number]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: card.outcome is not None, timeout=LONGEST)
        return card

    def tab(self, key: str) -> Tab:
        tab = self.window.tab(key)
        assert tab is not None
        self.qtbot.waitUntil(tab.is_settled, timeout=LONGEST)
        return tab


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Opens windows, one after the other, that share their settings."""
    theme, language = Theme(qapp, "light"), Language(qapp, "en")
    windows: list[MainWindow] = []

    def open_window() -> Reader:
        for earlier in windows:
            earlier.close()
        store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
        window = MainWindow(TABS, store, theme, language)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        return Reader(window, language, qtbot)

    yield open_window
    for window in windows:
        window.close()
        for tab in window.findChildren(Tab):
            assert tab.close_engine(10)
        assert window.guide.close_engine(10)
    language.choose("en")
    theme.deleteLater()
    qapp.setStyleSheet("")  # its pictures go with the theme


def test_a_lesson_sets_its_tab_up_is_answered_and_remembered(opened: Opened) -> None:
    reader = opened()
    assert reader.panel.isHidden()
    reader.clicks("Guide: lessons and glossary")
    assert reader.panel.isVisible()
    assert reader.lesson == keys()[0]

    before = reader.tab("tensors").state()
    reader.follows("try:tensors/ones")
    state = reader.tab("tensors").state()
    assert state == TensorsState((Make("ones", Ones((2, 1))), *state.commands[1:]), "ones")
    reader.clicks("Put back what was there")
    assert reader.tab("tensors").state() == before
    reader.follows("try:tensors/ones")
    assert reader.tab("tensors").state() != before
    reader.undoes(reader.panel.lesson_page)
    assert reader.tab("tensors").state() == before
    reader.follows("try:tensors/ones")
    reader.undoes(reader.tab("tensors"))
    assert reader.tab("tensors").state() == before
    assert not any(button.isVisible() for button in reader.buttons("Put back what was there"))

    card = reader.answers(0)
    assert card.outcome is not None
    assert card.outcome.printed == "float32 float64"
    verdicts = [one.property("verdict") for one in card.findChildren(QAbstractButton) if one.isCheckable()]
    assert verdicts == ["wrong", "", "right"]
    reader.clicks("Predict again")
    assert reader.answers(2).outcome == card.outcome

    reader.language.choose("zh_CN")
    QApplication.processEvents()
    (translated,) = reader.panel.lesson_page.cards
    assert translated.outcome == card.outcome  # who looks at it in another language has answered all the same
    assert reader.panel.lesson_page.lesson == lessons("zh_CN")[0]
    reader.language.choose("en")
    QApplication.processEvents()

    reader.clicks("This lesson is read; on to the next one")
    assert reader.lesson == keys()[1]
    again = opened()
    assert again.panel.isVisible()
    assert again.lesson == keys()[1]
    assert list(again.panel.choices.read) == [keys()[0]]
    assert list(again.panel.choices.answered) == [f"{keys()[0]}#0"]


def test_what_a_lesson_set_up_is_worked_on_and_undone_as_always(opened: Opened) -> None:
    reader = opened()
    reader.window.guide.begin()
    reader.tab("tensors")
    reader.follows("try:tensors/ones")
    tab = reader.tab("tensors")
    tab._send(RunLine("twos = ones + ones"))  # type: ignore[attr-defined]
    reader.qtbot.waitUntil(lambda: tab.state().chosen == "twos", timeout=LONGEST)
    tab._send(Undo())  # type: ignore[attr-defined]
    reader.qtbot.waitUntil(lambda: tab.state().chosen == "ones", timeout=LONGEST)


def test_the_list_opens_a_lesson_with_its_tab(opened: Opened) -> None:
    reader = opened()
    reader.window.guide.open()
    reader.clicks("Contents")
    (contents,) = reader.panel.findChildren(QListWidget)
    titles = [contents.item(row).text() for row in range(contents.count())]
    assert sum("  " in title for title in titles) == len(keys())
    assert {spec.title() for spec in TABS} <= set(titles)
    row = next(row for row, title in enumerate(titles) if lessons("en")[4].title in title)
    reader.qtbot.mouseClick(
        contents.viewport(), Qt.MouseButton.LeftButton, pos=contents.visualItemRect(contents.item(row)).center()
    )
    assert reader.lesson == keys()[4]
    assert reader.window.tab("variables") is not None


def test_the_glossary_is_searched_and_linked(opened: Opened) -> None:
    reader = opened()
    reader.window.guide.begin()
    reader.follows("term:dtype")
    page = reader.panel.findChild(QWidget, "glossary")
    assert page is not None
    (marked,) = [card for card in page.findChildren(QWidget) if card.property("marked")]
    assert marked.accessibleName() == "Dtype"
    reader.qtbot.keyClicks(page.focusProxy(), "hessian")
    assert page.shown() == ("hessian",)  # type: ignore[attr-defined]
    reader.qtbot.keyClicks(page.focusProxy(), "zzz")
    assert page.shown() == ()  # type: ignore[attr-defined]


def test_what_a_field_sets_is_looked_up_in_the_glossary(opened: Opened, qtbot: QtBot) -> None:
    reader = opened()
    reader.window.show_tab([spec.key for spec in TABS].index("training"))
    tab = reader.window.tab("training")
    assert tab is not None
    (rate,) = [field for field in tab.findChildren(QLineEdit) if field.accessibleName() == "Learning rate"]
    assert "Shift+F1" in rate.toolTip()
    rate.setFocus()
    qtbot.keyClick(rate, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    page = reader.panel.findChild(QWidget, "glossary")
    assert page is not None
    assert page.isVisible()
    (marked,) = [card for card in page.findChildren(QWidget) if card.property("marked")]
    assert marked.accessibleName() == "Learning rate"


def test_every_term_that_a_field_names_is_in_the_glossary(qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    tabs = [spec.make(store) for spec in TABS]
    named = {row.property(TERM) for tab in tabs for row in tab.findChildren(FormRow)} - {None}
    for tab in tabs:
        qtbot.addWidget(tab)
    assert {"learning-rate", "optimizer", "loss", "metric", "epoch", "watch"} <= named
    assert named <= {term.key for term in glossary("en")}


def test_it_is_opened_and_closed_by_its_keys_and_keeps_its_width(opened: Opened) -> None:
    reader = opened()
    reader.window.resize(1600, 800)
    reader.qtbot.keyClick(reader.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert reader.panel.isVisible()
    reader.window.guide.setSizes([1200, 400])
    reader.window.guide.splitterMoved.emit(1200, 1)
    reader.clicks("Close the guide")
    assert reader.panel.isHidden()
    assert not reader.panel.choices.is_open
    reader.qtbot.keyClick(reader.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert abs(reader.panel.width() - 400) < 8


def _fits(tab: Tab, reader: Reader) -> bool:
    """Nothing of the tab has to be scrolled to."""
    return tab.width() <= reader.window.width() - reader.panel.width()


def _differs(tab: Tab, state: object) -> bool:
    return bool(tab.state() != state)


LONG = {
    *("compile", "objects", "optimizers", "losses", "metrics", "validation", "running-mean", "evaluate", "predict"),
    *("start", "step", "too-fast", "watched", "integer", "notes", "outside_outer"),
}
"""Setups that take a while, and are like others but for a name or a number."""


@pytest.mark.parametrize("key", [spec.key for spec in TABS])
def test_every_setup_is_seen_in_its_tab(opened: Opened, key: str) -> None:
    reader = opened()
    reader.window.guide.open()
    (spec,) = [spec for spec in TABS if spec.key == key]
    for name, setup in spec.setups().items():
        if name in LONG:
            continue
        reader.panel.tried.emit(key, name)
        tab = reader.tab(key)
        if isinstance(setup.state, GradientsState) and setup.state.page == "watching":
            assert (tab.state().page, tab.state().watching) == ("watching", setup.state.watching)
        elif setup.plays:
            reader.qtbot.waitUntil(partial(_differs, tab, setup.state), timeout=LONGEST)
            tab.pause()  # type: ignore[attr-defined]
        else:
            assert tab.state() == setup.state, name
        assert not reader.window.message(), name
        reader.qtbot.waitUntil(partial(_fits, tab, reader), timeout=LONGEST)


def test_a_notebook_has_the_lesson_of_its_tab(opened: Opened) -> None:
    reader = opened()
    assert told_in(reader.tab("tensors")) == lessons("en")[0].markdown()
    reader.window.guide.begin()
    reader.panel.open_lesson(keys()[2])
    assert told_in(reader.tab("tensors")) == lessons("en")[2].markdown()
    reader.panel.open_lesson(keys()[4])
    assert told_in(reader.tab("variables")) == lessons("en")[4].markdown()
    assert told_in(QWidget()) == ""


def test_what_a_lesson_set_up_in_training_is_undone_by_ctrl_z(opened: Opened) -> None:
    reader = opened()
    reader.window.show_tab([spec.key for spec in TABS].index("training"))
    reader.window.guide.begin()
    before = reader.tab("training").state()
    reader.panel.tried.emit("training", "clouds")
    assert reader.tab("training").state().choices.colouring == "class"
    reader.panel.tried.emit("training", "trained")
    assert reader.tab("training").state().run.steps == 40
    tab = reader.tab("training")
    for _ in range(2):
        tab.setFocus()
        reader.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        reader.tab("training")
    assert (tab.state().run, tab.state().choices.data) == (before.run, before.choices.data)


# Welcome


def test_somebody_new_is_welcomed_once_and_starts_the_first_lesson(opened: Opened) -> None:
    reader = opened()
    reader.window.show_welcome()
    (welcome,) = reader.window.findChildren(Welcome)
    assert welcome.geometry() == reader.window.rect()
    reader.window.resize(1300, 820)
    assert welcome.geometry() == reader.window.rect()
    reader.clicks("简体中文")
    QApplication.processEvents()
    assert reader.language.choice == "zh_CN"
    reader.clicks("English")
    QApplication.processEvents()
    for _ in range(7):  # Tab stays within it
        reader.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert welcome.isAncestorOf(focused)
    reader.clicks("Start the first lesson")
    assert reader.panel.isVisible()
    assert reader.lesson == keys()[0]
    reader.qtbot.waitUntil(lambda: not reader.window.findChildren(Welcome))


def test_escape_looks_around(opened: Opened) -> None:
    reader = opened()
    reader.window.show_welcome()
    reader.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    reader.qtbot.waitUntil(lambda: not reader.window.findChildren(Welcome))
    assert reader.panel.isHidden()


def test_only_a_store_in_which_nothing_is_remembered_is_new(tmp_path: Path) -> None:
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    assert store.is_new()
    store.remember("guide", GuideChoices())
    assert not store.is_new()


def test_what_keras_has_fitted_in_a_setup_is_what_it_would_fit() -> None:
    plan, (done,) = KerasState().plan, keras_setups()["evaluate"].state.training.fits
    trained = plan.data.size - int(plan.validation.share * plan.data.size)
    assert (done.batches, done.epochs) == (-(-trained // done.fitting.batch_size) * done.epochs, done.fitting.epochs)


def test_every_button_of_the_guide_says_what_it_does(opened: Opened) -> None:
    reader = opened()
    reader.window.guide.begin()
    reader.panel.show_page("glossary")
    for button in reader.panel.findChildren(QAbstractButton):
        assert button.toolTip()
        assert button.accessibleName()


def test_a_page_of_gradients_takes_back_what_a_lesson_set_up(opened: Opened) -> None:
    reader = opened()
    reader.panel.tried.emit("gradients", "fall")
    reader.panel.put_back.emit()
    before = reader.tab("gradients").state()
    reader.panel.tried.emit("gradients", "fall")
    assert reader.tab("gradients").state() != before
    reader.undoes(reader.window.findChildren(CurvesPage)[0])
    assert reader.tab("gradients").state() == before
