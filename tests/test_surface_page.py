"""The page of f(x, y), used by mouse and keyboard: everything is found by the name that it goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from patience import LONGEST
from problems import assert_is_clear
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from surfaces import LoadingLaboratory

from engine.errors import Problem
from engine.gradients.surface.protocol import SurfaceDrawn, SurfaceFrame
from engine.gradients.surface.subjects import ClassifierLoss, Formula
from engine.worker import EngineThread
from gui.controls.code_pane import CodePane
from gui.controls.elided_label import ElidedLabel
from gui.controls.form_row import FormRow
from gui.controls.icon_button import IconButton
from gui.palette import DARK
from gui.plots.surface_plot import SurfacePlot
from gui.settings import SettingsStore
from gui.tabs.gradients.surface_choices import SurfaceChoices
from gui.tabs.gradients.surface_gallery import EXHIBITS
from gui.tabs.gradients.surface_numbers import SurfaceNumbers
from gui.tabs.gradients.surface_page import GROUP, SurfacePage

W = TypeVar("W", bound=QWidget)


class User:
    """What is waited for is seen: a frame that the page has painted."""

    def __init__(self, page: SurfacePage, qtbot: QtBot) -> None:
        self.page = page
        self.qtbot = qtbot
        self.painted: SurfaceFrame | None = None
        self.problems: list[Problem] = []
        page.drawn.connect(self._note)
        page.failed.connect(self.problems.append)

    def _note(self, frame: SurfaceFrame) -> None:
        self.painted = frame

    def sees(self, condition: Callable[[SurfaceFrame], bool]) -> SurfaceFrame:
        self.qtbot.waitUntil(lambda: self.painted is not None and condition(self.painted), timeout=LONGEST)
        assert self.painted is not None
        return self.painted

    def find(self, kind: type[W], name: str) -> W:
        found = [widget for widget in self.page.findChildren(kind) if widget.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
        return found[0]

    def types(self, field: str, text: str) -> None:
        line = self.find(QLineEdit, field)
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)

    def reason(self, field: str) -> str:
        (row,) = [row for row in self.page.findChildren(FormRow) if row.isAncestorOf(self.find(QLineEdit, field))]
        return row.error()

    def reads(self, field: str) -> str:
        return self.find(QLineEdit, field).text()

    def clicks(self, kind: type[QPushButton] | type[IconButton], name: str) -> None:
        self.qtbot.mouseClick(self.find(kind, name), Qt.MouseButton.LeftButton)

    def says(self) -> str:
        labels = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        return "\n".join([*labels, *(label.words() for label in self.page.findChildren(ElidedLabel))])

    @property
    def plot(self) -> SurfacePlot:
        return self.find(SurfacePlot, "Surface")

    def pixel(self, x: float, y: float) -> QPoint:
        view = self.plot.view()
        return QPoint(round(view.x_to_pixel(x)), round(view.y_to_pixel(y)))


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., User]]:
    """Opens pages, one after the other, that share their settings; a coarse grid, unless asked for otherwise."""
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    store.remember(GROUP, SurfaceChoices(steps=40))
    engines, pages = [], []

    def open_it(**chosen: Any) -> User:
        if chosen:
            store.remember(GROUP, SurfaceChoices(**{"steps": 40, **chosen}))
        engine, page = EngineThread(LoadingLaboratory), SurfacePage(store)
        engines.append(engine)
        pages.append(page)
        page.asked.connect(engine.send)
        engine.happened.connect(page.take)
        qtbot.addWidget(page)
        page.resize(1256, 660)
        with qtbot.waitActive(page):
            page.show()
        user = User(page, qtbot)
        page.activate()
        user.sees(lambda frame: True)
        return user

    yield open_it
    for page in pages:
        page.close_page()
    assert all(engine.close(100_000) for engine in engines)


def test_the_saddle_is_there_at_once_with_its_numbers_and_its_word(open_page: Callable[..., User]) -> None:
    user = open_page()
    frame = user.sees(lambda frame: frame.subject == Formula("x**2 - y**2"))
    assert (frame.place.x, frame.place.y) == pytest.approx((1.0, 0.6))
    numbers = user.find(SurfaceNumbers, "Numbers at the point").text()
    assert numbers.splitlines() == [
        "value 0.64", "gradient 2 −1.2", "hessian 2 0", "0 −2", "eigenvalues −2 along (0, 1)", "2 along (1, 0)",
    ]  # fmt: skip
    user.sees(lambda frame: len(frame.checks) == 2)
    assert "against symbols" in user.says()
    assert "Saddle" in user.says()
    assert "One eigenvalue is below 0 and one above" in user.says()
    code = user.find(CodePane, "Code")
    user.qtbot.waitUntil(lambda: code.code() + "\n" == frame.script.text, timeout=LONGEST)


def test_the_point_is_dragged_moved_by_keys_and_typed(open_page: Callable[..., User], qtbot: QtBot) -> None:
    user = open_page()
    viewport = user.plot.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=user.pixel(1.0, 0.6))
    for step in range(1, 6):
        qtbot.mouseMove(viewport, user.pixel(1.0 - 0.2 * step, 0.6 - 0.1 * step))
        qtbot.wait(20)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=user.pixel(0.0, 0.1))
    frame = user.sees(lambda frame: abs(frame.place.x) < 0.02)
    assert frame.place.y == pytest.approx(0.1, abs=0.02)

    user.types("x", "-0.5")
    frame = user.sees(lambda frame: frame.place.x == -0.5)
    user.plot.setFocus()
    qtbot.keyClick(user.plot, Qt.Key.Key_Right)
    user.sees(lambda frame: frame.place.x == pytest.approx(-0.46))
    qtbot.keyClick(user.plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    after = user.sees(lambda moved: moved.place.y == pytest.approx(frame.place.y + 0.4))
    assert user.reads("y") == f"{after.place.y:.5g}"
    x = after.place.x
    while x > -2.0:
        qtbot.keyClick(user.plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        x = user.sees(lambda frame, x=x: frame.place.x < x).place.x  # type: ignore[misc]
    qtbot.keyClick(user.plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)  # never beyond the edge
    qtbot.wait(30)
    user.sees(lambda frame: frame.place.x == -2.0)
    user.types("x", "7")
    qtbot.waitUntil(lambda: "from -2 to 2" in user.reason("x"), timeout=LONGEST)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=user.pixel(0.5, 0.5))
    user.sees(lambda frame: frame.place.x == pytest.approx(0.5, abs=0.02))


def test_every_piece_of_the_gallery_can_be_looked_at(open_page: Callable[..., User]) -> None:
    user = open_page()
    user.page.set_palette(DARK)
    for exhibit in (exhibit for key, exhibit in EXHIBITS.items() if key != "loss"):
        user.clicks(QPushButton, exhibit.title())
        user.sees(lambda frame, wanted=exhibit.choices: frame.subject == wanted.shown())  # type: ignore[misc]
        assert user.find(QPushButton, exhibit.title()).isChecked()
        assert user.find(QPushButton, exhibit.title()).toolTip() == exhibit.lesson()
    assert not user.problems


def test_the_classifiers_loss_has_names_and_a_bias_of_its_own(open_page: Callable[..., User]) -> None:
    user = open_page()
    user.clicks(QPushButton, "classifier's loss")
    user.sees(lambda frame: frame.subject == ClassifierLoss(0.0))
    before = user.sees(lambda frame: True).place.value
    assert user.reads("W[0]") == "0.8"
    user.types("b", "0.5")
    assert user.sees(lambda frame: frame.subject == ClassifierLoss(0.5)).place.value != before
    user.types("Formula", "x*y")
    user.sees(lambda frame: frame.subject == Formula("x*y"))
    assert not user.find(QLineEdit, "b").isVisible()


def test_what_takes_long_is_told_of(open_page: Callable[..., User]) -> None:
    user = open_page()
    user.page.asked.disconnect()  # as if the engine were busy
    user.clicks(QPushButton, "classifier's loss")
    user.qtbot.waitUntil(lambda: "being worked out" in user.says(), timeout=LONGEST)


def test_what_cannot_be_read_stands_below_its_field_and_the_picture_stays(open_page: Callable[..., User]) -> None:
    user = open_page()
    shown = user.sees(lambda frame: True)
    user.types("Formula", "x + sinn(y)")
    user.qtbot.waitUntil(lambda: user.reason("Formula") != "", timeout=LONGEST)
    assert "did you mean sin?" in user.reason("Formula")
    for field, text, words in (
        ("x from, to", "2, -2", "begins with its lesser"),
        ("x from, to", "1, 1", "two different numbers"),
        ("y from, to", "nan, 2", "two numbers"),
        ("Grid", "1000000000", "from 2 to 400"),
        ("learning rate", "0", "above 0"),
    ):
        user.types(field, text)
        assert words in user.reason(field), (field, text)
        user.qtbot.keyClick(user.find(QLineEdit, field), Qt.Key.Key_Escape)
    assert user.reads("x from, to") == "-2, 2"
    assert user.painted is not None
    assert user.painted.picture is shown.picture
    user.types("Formula", "x + sinn(y)")
    user.types("x", "0.125")  # of the function that is still there
    user.sees(lambda frame: frame.place.x == 0.125)
    assert user.reads("x") == "0.125"
    user.types("Formula", "x*y")
    user.sees(lambda frame: frame.subject == Formula("x*y"))
    assert user.reason("Formula") == ""


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("log(x) + y", ("Hatched: no finite value there (nan: 49 %, inf: 2 % of the grid)", "no finite value at this")),
        ("sqrt(x - 9) + y", ("no finite value anywhere",)),
        ("3", ("constant here", "The tape says None")),
        ("x + y", ("The outer tape says None", "straight up the slope")),
    ],
)
def test_what_is_strange_is_said(open_page: Callable[..., User], formula: str, words: tuple[str, ...]) -> None:
    user = open_page(formula=formula, point=(-1.0, 0.5))
    user.sees(lambda frame: frame.subject == Formula(formula))
    said = user.says()
    assert all(part in said for part in words), said


def test_descent_steps_plays_stops_and_goes_back(open_page: Callable[..., User], qtbot: QtBot) -> None:
    user = open_page(formula="x**2 + 2*y**2", point=(1.0, 0.5), learning_rate=0.4)
    user.clicks(IconButton, "One step down: point.assign_sub(gradient * learning_rate)")
    frame = user.sees(lambda frame: len(frame.path) == 1)
    assert (frame.place.x, frame.place.y) == pytest.approx((0.2, -0.3))
    user.clicks(IconButton, "One step back")
    user.sees(lambda frame: not frame.path)
    user.plot.setFocus()
    qtbot.keyClick(user.plot, Qt.Key.Key_Space)
    arrived = user.sees(lambda frame: len(frame.path) > 20)
    assert np.hypot(arrived.place.x, arrived.place.y) < 1e-3
    qtbot.waitUntil(
        lambda: user.find(IconButton, "Descend step by step").isVisible(), timeout=LONGEST
    )  # it has arrived
    assert "this is a minimum" in user.says()
    qtbot.keyClick(user.plot, Qt.Key.Key_R)
    user.sees(lambda frame: not frame.path and frame.place.x == 1.0)


def test_another_page_in_front_stops_the_descent(open_page: Callable[..., User]) -> None:
    user = open_page(formula="x**2 + y**2", point=(1.0, 0.5), learning_rate=1e-4)
    user.find(IconButton, "Descend step by step").click()
    user.sees(lambda frame: len(frame.path) > 1)
    user.page.hide()
    user.page.show()
    assert user.find(IconButton, "Descend step by step").isVisible()
    assert user.page.focusProxy() is user.plot  # so that the arrow keys move the point when it is back


def test_a_descent_that_explodes_is_stopped_beside_its_learning_rate(open_page: Callable[..., User]) -> None:
    user = open_page(formula="x**4 + y**4", point=(1.0, 0.5), learning_rate=50.0)
    user.find(IconButton, "Descend step by step").click()
    user.qtbot.waitUntil(lambda: "smaller learning rate" in user.reason("learning rate"), timeout=LONGEST)
    assert user.find(IconButton, "Descend step by step").isVisible()
    assert "left the picture" in user.says()
    user.clicks(IconButton, "Back to where the descent began")
    user.sees(lambda frame: frame.place.x == 1.0)
    assert user.reason("learning rate") == ""
    assert "left the picture" not in user.says()


def test_where_there_is_no_slope_there_is_no_way_down(open_page: Callable[..., User]) -> None:
    user = open_page(formula="sqrt(x) + y", point=(-1.0, 0.5))
    user.find(IconButton, "Descend step by step").click()
    user.qtbot.waitUntil(lambda: bool(user.problems), timeout=LONGEST)
    assert_is_clear(user.problems[0])
    with user.qtbot.waitSignal(user.page.recovered):
        user.types("x", "0.5")


def test_colours_and_arrows_are_chosen_and_all_is_remembered(open_page: Callable[..., User]) -> None:
    user = open_page()
    assert not user.plot.is_log
    user.clicks(QPushButton, "Log")
    assert user.plot.is_log
    with_arrows = user.plot.grab().toImage()
    user.find(QCheckBox, "gradient field").click()
    assert user.plot.grab().toImage() != with_arrows
    user.clicks(QPushButton, "float64")
    assert user.sees(lambda frame: frame.dtype == "float64").place.gradient.dtype == np.float64
    user.types("Formula", "x*y")
    user.types("y from, to", "-1, 1")
    user.sees(lambda frame: frame.picture.region.y_high == 1.0 and frame.subject == Formula("x*y"))
    user.types("x", "0.25")
    user.sees(lambda frame: frame.place.x == 0.25)
    user.page.close_page()
    again = open_page()
    frame = again.sees(lambda frame: frame.subject == Formula("x*y"))
    assert (frame.dtype, frame.place.x, frame.picture.region.y_low) == ("float64", 0.25, -1.0)
    assert again.plot.is_log
    assert not again.find(QCheckBox, "gradient field").isChecked()


def test_one_frame_is_under_way_at_a_time(open_page: Callable[..., User]) -> None:
    user = open_page()
    commands: list[object] = []
    user.page.asked.connect(commands.append)
    for number in range(30):
        user.plot.point_moved.emit(number / 30, 0.5)
    user.sees(lambda frame: frame.place.x == pytest.approx(29 / 30))
    assert 0 < sum(isinstance(command, SurfaceDrawn) for command in commands) <= 30


def test_the_example_goes_down_the_valley(open_page: Callable[..., User]) -> None:
    user = open_page()
    with user.qtbot.waitSignal(user.page.example_finished, timeout=LONGEST):
        user.page.run_example()
    assert user.painted is not None
    assert user.painted.subject == EXHIBITS["rosenbrock"].choices.shown()
    assert len(user.painted.path) > 3


def test_choices_that_make_no_sense_are_not_even_made() -> None:
    for chosen in ({"x_range": (1.0, 1.0)}, {"steps": 1}, {"bias": 1e300}, {"learning_rate": 0.0}):
        with pytest.raises(Problem) as caught:
            SurfaceChoices(**chosen)
        assert_is_clear(caught.value, getattr(caught.value, "field", None))


def test_every_control_has_a_name_and_a_tooltip(open_page: Callable[..., User]) -> None:
    user = open_page()
    for kind in (QPushButton, IconButton, QLineEdit, QCheckBox):
        for widget in user.page.findChildren(kind):
            assert widget.accessibleName(), widget
            assert widget.toolTip(), widget.accessibleName()
