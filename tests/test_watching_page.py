"""The page about watching shows what came of each program, its cause and its repair, as the engine found it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from watching_user import WatchingUser

from engine.errors import InputError
from engine.gradients.watching import EXPERIMENTS
from engine.gradients.watching.laboratory import WatchingLaboratory
from engine.gradients.watching.protocol import (
    ApplyRepair,
    BreakAgain,
    TryAll,
    WatchingDrawn,
    WatchingEvent,
    WatchingFailed,
    WatchingFrame,
)
from gui.language import Language
from gui.palette import DARK, LIGHT
from gui.settings import SettingsStore
from gui.tabs.gradients.steps_picture import StepsPicture
from gui.tabs.gradients.tab import GradientsTab
from gui.tabs.gradients.watching_choices import WatchingChoices
from gui.tabs.gradients.watching_page import GROUP

Key = Qt.Key
Open = Callable[[], WatchingUser]


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def open_page(qtbot: QtBot, store: SettingsStore) -> Iterator[Open]:
    """Opens gradients tabs at the page about watching, one after the other, that share their settings."""
    tabs = []

    def open_tab() -> WatchingUser:
        tab = GradientsTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1280, 720)
        tab.show_page("watching")
        with qtbot.waitActive(tab):
            tab.show()
        return WatchingUser(tab, qtbot)

    yield open_tab
    assert all(tab.close_engine(100) for tab in tabs)


@pytest.fixture
def user(open_page: Open) -> WatchingUser:
    user = open_page()
    user.sees_all()
    return user


def test_every_program_is_run_and_its_result_stands_beside_it(user: WatchingUser) -> None:
    results = user.list().results()
    assert results.keys() == EXPERIMENTS.keys()
    assert results["variable"] == results["watched"] == "13.72"
    assert results["constant"] == results["integer"] == results["outside_outer"] == "None"
    assert results["notes"] == "NameError"
    assert results["twice"] == "RuntimeError"


def test_a_repair_makes_the_gradient_appear_and_can_be_taken_back(user: WatchingUser) -> None:
    user.goes_to("constant")
    assert "None" in user.sentences()
    assert any("constants only when told to" in sentence for sentence in user.sentences())
    assert user.program().highlighted() == (3,)
    user.clicks("Apply the repair")
    user.sees_repaired("constant")
    assert "13.72" in user.sentences()
    assert "tape.watch(t)" in user.program().code().splitlines()[user.program().highlighted()[0] - 1]
    assert user.list().results()["constant"] == "13.72"
    user.clicks("as written")
    assert "tape.watch" not in user.program().code()
    user.clicks("Take the repair back")
    user.sees(lambda _: user.trial("constant").after is None)
    assert user.list().results()["constant"] == "None"


def test_what_the_tape_recorded_is_drawn(user: WatchingUser) -> None:
    for key in ("notes", "numpy", "integer"):
        user.goes_to(key)
        before = user.trial(key).before
        assert before is not None
        pictures = [picture for picture in user.page.findChildren(StepsPicture) if picture.isVisible()]
        if key == "notes":
            assert pictures == []
            continue
        (picture,) = pictures
        solid = [is_solid for _, is_solid in picture.chips()]
        assert solid == [before.watched, *(step.recorded for step in before.steps)]
        assert picture.grab().toImage().width() > 100


def test_goes_through_the_list_by_keys_and_mends_by_enter(user: WatchingUser) -> None:
    user.goes_to("variable")
    user.presses(Key.Key_Down)
    assert user.list().key() == "constant"
    user.presses(Key.Key_Return)
    user.sees_repaired("constant")
    user.presses(Key.Key_End)
    assert user.list().key() == list(EXPERIMENTS)[-1]
    for key in EXPERIMENTS:
        user.goes_to(key)
        assert user.list().key() == key


def test_another_function_at_another_point(user: WatchingUser) -> None:
    user.goes_to("cast")
    user.clicks("Apply the repair")
    user.sees_repaired("cast")
    user.enters("Function", "t**3")
    user.sees_all("t**3")
    user.enters("t", "2")
    user.sees(lambda frame: frame.asked == TryAll("t**3", 2.0) and frame.is_complete)
    after = user.sees_repaired("cast").after
    assert after is not None
    assert after.gradient == pytest.approx(12)
    assert "y = x**3" in user.program().code()
    assert user.list().results()["variable"] == "12"


REFUSED = (
    ("Function", "sni(t)", "did you mean sin"),
    ("Function", "", ""),
    ("Function", "3", "must depend on t"),
    ("Function", "9**9**9**9", ""),
    ("Function", "reduce_sum(ones((100000, 100000)))*t", "memory"),
    ("t", "much", "finite number"),
    ("t", "1e39", "float32"),
    ("t", "nan", "finite number"),
)


def test_says_what_cannot_be_used_beside_it(user: WatchingUser) -> None:
    for field, typed, part in REFUSED:
        user.enters(field, typed)
        assert part.lower() in user.sees_reason(field).lower()
        user.enters(field, {"Function": "t*t", "t": "3"}[field])
        user.sees_no_reason(field)
    user.sees(lambda frame: frame.asked == TryAll("t*t", 3.0))


def test_remembers_what_was_looked_at(open_page: Open) -> None:
    user = open_page()
    user.sees_all()
    user.enters("Function", "sin(t)")
    user.sees_all("sin(t)")
    user.goes_to("twice")
    user.tab.close_engine(100)
    again = open_page()
    again.sees_all("sin(t)")
    assert again.list().key() == "twice"


def test_what_was_remembered_and_cannot_be_tried_gives_way(open_page: Open, store: SettingsStore) -> None:
    store.remember(GROUP, WatchingChoices("3"))
    assert open_page().sees_all().asked == TryAll()


def test_the_example_mends_the_constant(user: WatchingUser, qtbot: QtBot) -> None:
    with qtbot.waitSignal(user.page.example_finished):
        user.page.run_example()
    assert user.trial("constant").after is not None


def test_speaks_the_language_and_wears_the_colours(user: WatchingUser, qapp: QApplication) -> None:
    user.goes_to("constant")
    english = user.sentences()
    language = Language(qapp, "en")
    language.choose("zh_CN")
    language.choose("en")
    assert user.sentences() == english
    for palette in (DARK, LIGHT):
        user.page.set_palette(palette)
        assert not user.page.grab().isNull()


# The engine


class Told:
    """A laboratory, and what it has told."""

    def __init__(self) -> None:
        self.events: list[WatchingEvent] = []
        self.laboratory = WatchingLaboratory(self.events.append)

    @property
    def frame(self) -> WatchingFrame:
        event = self.events[-1]
        assert isinstance(event, WatchingFrame)
        return event

    def finish(self) -> None:
        while self.laboratory.work() is not None:
            self.laboratory.obey(WatchingDrawn())


def test_one_frame_at_a_time() -> None:
    told = Told()
    assert told.laboratory.work() is None
    told.laboratory.obey(TryAll())
    assert len(told.events) == 1
    assert told.laboratory.work() == 0.0
    assert len(told.events) == 1  # the first has not been drawn
    told.laboratory.obey(WatchingDrawn())
    assert len(told.events) == 2
    told.finish()
    assert told.frame.is_complete


def test_a_repair_stays_with_another_function_until_it_is_taken_back() -> None:
    told = Told()
    told.laboratory.obey(TryAll())
    told.laboratory.obey(ApplyRepair("constant"))
    told.laboratory.obey(WatchingDrawn())
    told.finish()
    told.laboratory.obey(WatchingDrawn())
    told.laboratory.obey(TryAll("t**3", 2.0))
    told.laboratory.obey(WatchingDrawn())
    told.finish()
    trial = next(trial for trial in told.frame.trials if trial.key == "constant")
    assert trial.after is not None
    assert trial.after.gradient == pytest.approx(12)
    told.laboratory.obey(WatchingDrawn())
    told.laboratory.obey(BreakAgain("constant"))
    assert next(trial for trial in told.frame.trials if trial.key == "constant").after is None


def test_a_refusal_changes_nothing() -> None:
    told = Told()
    told.laboratory.obey(TryAll())
    told.laboratory.obey(WatchingDrawn())
    told.laboratory.obey(TryAll("sni(t)"))
    failed = told.events[-1]
    assert isinstance(failed, WatchingFailed)
    assert failed.field == "text"
    told.laboratory.obey(TryAll("sqrt(t)", 0.0))
    failed = told.events[-1]
    assert isinstance(failed, WatchingFailed)
    assert failed.field == "at"
    told.finish()
    assert told.frame.asked == TryAll()
    with pytest.raises(InputError):
        TryAll(at=float("inf"))
