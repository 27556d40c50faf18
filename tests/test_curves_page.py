"""The page of curves: a formula is typed, a point dragged, played and scrubbed, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from patience import LONGEST
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engine.gradients.curve_protocol import CurvesFrame
from gui.controls.form_row import FormRow
from gui.controls.icon_button import IconButton
from gui.controls.track_slider import TrackSlider
from gui.palette import DARK, LIGHT
from gui.plots.curve_stack import CurveStack
from gui.plots.falling_body import FallingBody
from gui.settings import SettingsStore
from gui.tabs.gradients.curve_checks import CurveChecks
from gui.tabs.gradients.curve_code_card import CurveCodeCard
from gui.tabs.gradients.curves_card import CurvesCard
from gui.tabs.gradients.curves_page import CurvesPage
from gui.tabs.gradients.formula_picture import FormulaPicture
from gui.tabs.gradients.none_explainer import NoneExplainer
from gui.tabs.gradients.tab import GradientsTab
from gui.tabs.gradients.tapes_card import TapesCard

Key = Qt.Key


class User:
    """What is waited for is seen: a frame that the page has painted."""

    def __init__(self, tab: GradientsTab, qtbot: QtBot) -> None:
        self.tab, self.qtbot = tab, qtbot
        page = tab.page("curves")
        assert isinstance(page, CurvesPage)
        self.page = page

    @property
    def frame(self) -> CurvesFrame:
        assert self.page.frame is not None
        return self.page.frame

    def sees(self, condition: Callable[[CurvesFrame], bool]) -> CurvesFrame:
        self.qtbot.waitUntil(lambda: self.page.frame is not None and condition(self.page.frame), timeout=LONGEST)
        return self.frame

    def sees_t(self, at: float) -> CurvesFrame:
        return self.sees(lambda frame: frame.at == pytest.approx(at, abs=1e-6))

    def one(self, kind: type[QWidget], name: str = "") -> QWidget:
        found = [widget for widget in self.page.findChildren(kind) if name in ("", widget.accessibleName())]
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def presses(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.tab, key, modifier)

    def clicks(self, name: str) -> None:
        self.qtbot.mouseClick(self.one(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def enters(self, name: str, text: str) -> None:
        line = self.one(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Key.Key_Return)
        self.tab.setFocus()

    def chooses(self, name: str, text: str) -> None:
        box = self.one(QComboBox, name)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())

    def reasons(self) -> list[str]:
        return [row.error() for row in self.page.findChildren(FormRow) if row.error()]

    def stack(self) -> CurveStack:
        stack = self.one(CurveStack)
        assert isinstance(stack, CurveStack)
        return stack

    def pixel(self, t: float, order: int = 0) -> QPoint:
        view = self.stack().panel(order).view
        return QPointF(view.x_to_pixel(t), view.top + view.height / 2).toPoint()


@pytest.fixture
def open_tab(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], User]]:
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    tabs = []

    def make() -> User:
        tab = GradientsTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1280, 730)
        with qtbot.waitActive(tab):
            tab.show()
        tab.activate()
        return User(tab, qtbot)

    yield make
    assert all(tab.close_engine(100) for tab in tabs)


@pytest.fixture
def user(open_tab: Callable[[], User]) -> User:
    user = open_tab()
    user.sees_t(1.4)
    return user


def test_the_free_fall_of_the_notes(user: User, qtbot: QtBot) -> None:
    assert user.frame.point == pytest.approx((9.604, 13.72, 9.8), rel=1e-6)
    assert user.one(FallingBody).isVisible()
    card, code = user.one(CurvesCard), user.one(CurveCodeCard)
    assert isinstance(card, CurvesCard)
    assert isinstance(code, CurveCodeCard)
    assert card.accessibleName() == "Position, speed, acceleration"
    assert code.code() + "\n" == user.frame.script
    assert "inside the outer tape" in code.words()
    checks = user.one(CurveChecks)
    assert isinstance(checks, CurveChecks)
    qtbot.waitUntil(lambda: all(text not in ("…", "—") for row in checks.texts() for text in row), timeout=LONGEST)
    user.sees(lambda frame: frame.recording is not None)
    assert user.one(TapesCard).isVisible()


def test_the_point_is_dragged_scrubbed_typed_and_moved_by_keys(user: User) -> None:
    stack = user.stack()
    user.qtbot.mousePress(stack, Qt.MouseButton.LeftButton, pos=user.pixel(0.5))
    user.sees(lambda frame: abs(frame.at - 0.5) < 0.01)
    user.qtbot.mouseMove(stack, user.pixel(2.5, order=2))
    user.sees(lambda frame: abs(frame.at - 2.5) < 0.01)
    user.qtbot.mouseRelease(stack, Qt.MouseButton.LeftButton, pos=user.pixel(2.5))
    user.enters("t", "2")
    user.sees_t(2)
    user.presses(Key.Key_Right)
    user.sees_t(2.05)
    user.presses(Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    user.sees_t(2.045)
    user.presses(Key.Key_End)
    assert user.sees_t(3).point[1] == pytest.approx(29.4)
    user.presses(Key.Key_Home)
    assert user.sees_t(0).point == pytest.approx((0, 0, 9.8))
    slider = user.one(TrackSlider, "Where the point is")
    user.qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, slider.height() // 2))
    user.sees(lambda frame: abs(frame.at - 1.5) < 0.01)
    user.presses(Key.Key_R)
    user.sees_t(0)


def test_the_program_follows_when_the_point_rests(user: User) -> None:
    code = user.one(CurveCodeCard)
    assert isinstance(code, CurveCodeCard)
    user.enters("t", "2")
    user.sees_t(2)
    assert "tf.Variable(2.)" in user.frame.script
    user.qtbot.waitUntil(lambda: code.code() + "\n" == user.frame.script, timeout=LONGEST)


def test_plays_and_pauses(user: User) -> None:
    body = user.one(FallingBody)
    assert isinstance(body, FallingBody)
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.playing and frame.at > 1.6)
    button = user.one(IconButton, "Pause")
    assert isinstance(button, IconButton)
    assert button.icon_name == "pause"
    user.presses(Key.Key_Space)
    user.sees(lambda frame: not frame.playing)
    user.one(IconButton, "Play")
    assert body.place(44.1) > body.place(20.0) > body.place(0.0)


def test_another_function_order_and_dtype(user: User) -> None:
    user.enters("Function", "sin(t)*exp(-t/3)")
    user.sees(lambda frame: frame.settings.text == "sin(t)*exp(-t/3)")
    assert not user.one(FallingBody).isVisible()
    assert user.one(FormulaPicture).accessibleDescription() == "sin(t)*exp(-t/3)"
    user.enters("Order", "3")
    assert len(user.sees(lambda frame: frame.settings.order == 3).point) == 4
    user.enters("Range", "0 .. 9")
    user.enters("Points", "500")
    frame = user.sees(lambda frame: len(frame.samples) == 500)
    assert (frame.samples[0], frame.samples[-1]) == (0, 9)
    user.clicks("float64")
    assert user.sees(lambda frame: frame.settings.dtype == "float64").samples.dtype == "float64"
    user.clicks("pole")
    user.sees(lambda frame: frame.settings.text == "1/t")
    card = user.one(CurvesCard)
    assert isinstance(card, CurvesCard)
    assert "Near t = 0 y grows beyond all bounds" in card.words()
    assert user.reasons() == []


REFUSED = [
    ("Function", "4.9*tt**2", "There is no tt here; did you mean t? (character 5)"),
    ("Function", " ", "Type a formula"),
    ("Function", "mean(t)", "whole tensors"),
    ("Range", "3 .. 1", "so it must end above it"),
    ("Range", "nan, 2", "two numbers"),
    ("Points", "1000000000", "from 2 to 20000 points"),
    ("Order", "7", "from 1 to 4"),
    ("t", "x", "finite number"),
]


def test_what_cannot_be_used_is_said_beside_its_field(user: User) -> None:
    shown = user.frame.settings
    for field, text, part in REFUSED:
        line = user.one(QLineEdit, field)
        assert isinstance(line, QLineEdit)
        good = line.text().replace("…", "..")
        user.enters(field, text)
        (reason,) = user.reasons()
        assert part in reason
        user.qtbot.wait(10)
        assert user.frame.settings == shown
        user.enters(field, good)
        user.qtbot.waitUntil(lambda: user.reasons() == [], timeout=LONGEST)


def test_a_constant_has_no_gradient_and_the_words_say_why(user: User) -> None:
    user.chooses("t is a", "tf.constant")
    user.sees(lambda frame: frame.settings.watch == "constant")
    code = user.one(CurveCodeCard)
    assert isinstance(code, CurveCodeCard)
    assert "gradient() gives None" in code.words()
    assert not user.one(TapesCard).isVisible()
    explainer = user.one(NoneExplainer)
    assert explainer.isVisible()
    user.clicks("Apply the repair")
    assert user.sees(lambda frame: frame.settings.watch == "watched").point[1] == pytest.approx(13.72)
    assert "inner_tape.watch(t)" in user.frame.script
    assert not explainer.isVisible()


@pytest.mark.parametrize("option", ["trainable=False", "integer variable"])
def test_one_click_makes_a_float_variable_of_what_no_tape_watches(user: User, option: str) -> None:
    user.chooses("t is a", option)
    frame = user.sees(lambda frame: frame.point[1] is None)
    assert not frame.watching.succeeded
    user.enters("t", "2")
    user.sees(lambda frame: frame.watching.at == 2)
    user.clicks("Apply the repair")
    user.sees(lambda frame: frame.settings.watch == "variable" and frame.point[1] == pytest.approx(19.6))
    box = user.one(QComboBox, "t is a")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "tf.Variable"


def test_what_was_chosen_is_there_the_next_time(open_tab: Callable[[], User]) -> None:
    user = open_tab()
    user.sees_t(1.4)
    user.clicks("cubic")
    user.sees(lambda frame: frame.settings.text == "t**3 - 3*t")
    user.page.close_page()
    again = open_tab()
    assert again.sees(lambda frame: True).settings.text == "t**3 - 3*t"


def test_the_values_under_the_pointer(user: User) -> None:
    user.qtbot.mouseMove(user.stack(), user.pixel(2.0, order=1))
    user.qtbot.waitUntil(lambda: user.stack()._hover_card.isVisible())
    text = user.stack()._hover_card.text()
    assert "speed" in text
    assert "m/s²" in text


def test_is_drawn_in_light_and_in_dark(user: User) -> None:
    user.tab.set_palette(DARK)
    dark = user.stack().grab().toImage()
    user.tab.set_palette(LIGHT)
    assert user.stack().grab().toImage() != dark
