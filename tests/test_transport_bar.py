"""The transport bar asks for what its buttons say, and shows where the run is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.controls.icon_button import IconButton
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider
from gui.controls.transport_bar import SPEEDS, TransportBar


@pytest.fixture
def bar(qtbot: QtBot) -> TransportBar:
    bar = TransportBar()
    qtbot.addWidget(bar)
    bar.resize(1256, 64)
    bar.show()
    return bar


def button(bar: TransportBar, icon: str) -> IconButton:
    (found,) = [button for button in bar.findChildren(IconButton) if button.icon_name == icon]
    return found


def scrubber(bar: TransportBar) -> TrackSlider:
    return bar.findChildren(TrackSlider)[0]


def speed_slider(bar: TransportBar) -> TrackSlider:
    return bar.findChildren(TrackSlider)[1]


def where(bar: TransportBar) -> str:
    return bar.findChildren(Readout)[0].text()


@pytest.mark.parametrize(
    ("icon", "signal"),
    [
        ("reset", "reset_requested"),
        ("new-start", "new_start_requested"),
        ("back", "back_requested"),
        ("play", "play_requested"),
        ("step", "step_requested"),
        ("step-inside", "step_inside_requested"),
    ],
)
def test_each_button_asks_for_one_thing(bar: TransportBar, qtbot: QtBot, icon: str, signal: str) -> None:
    assert button(bar, icon).toolTip()
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(button(bar, icon), Qt.MouseButton.LeftButton)


def test_while_it_plays_the_round_button_pauses(bar: TransportBar, qtbot: QtBot) -> None:
    bar.show_position(3, 3, 40, playing=True, steps_per_second=5)
    assert button(bar, "pause").accessibleName() == "Pause"
    with qtbot.assertNotEmitted(bar.play_requested), qtbot.waitSignal(bar.pause_requested):
        qtbot.mouseClick(button(bar, "pause"), Qt.MouseButton.LeftButton)
    bar.show_position(4, 4, 40, playing=False, steps_per_second=5)
    assert button(bar, "play").accessibleName() == "Play"


@pytest.mark.parametrize(
    ("position", "newest", "stop_after", "playing", "rate", "text"),
    [
        (12, 12, 40, False, 0.0, "step 12 of 40"),
        (12, 40, None, False, 0.0, "step 12"),
        (1234, 5678, 10_000, False, 0.0, "step 1,234 of 10,000"),
        (12, 12, None, True, 76_421.0, "step 12 76,000 steps/s"),
        (12, 12, None, True, float("inf"), "step 12 0 steps/s"),
    ],
)
def test_says_where_it_is(
    bar: TransportBar, position: int, newest: int, stop_after: int | None, playing: bool, rate: float, text: str
) -> None:
    bar.show_position(position, newest, stop_after, playing, rate)
    assert where(bar) == text


def test_the_scrubber_reaches_to_the_stop_but_seeks_only_what_is_recorded(bar: TransportBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.sought):
        bar.show_position(12, 18, 40, False, 0)
    slider = scrubber(bar)
    assert (slider.value(), slider.limit(), slider.maximum()) == (12, 18, 40)
    with qtbot.waitSignal(bar.sought) as seek:
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=slider.rect().center())
    assert seek.args == [18]


def test_past_the_stop_it_reaches_to_the_newest_step(bar: TransportBar) -> None:
    bar.show_position(500, 1000, 40, False, 0)
    assert scrubber(bar).maximum() == 1000


def test_a_frame_costs_no_new_layout(bar: TransportBar, qtbot: QtBot) -> None:
    class LayoutCount(QWidget):
        count = 0

        def eventFilter(self, _: object, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.LayoutRequest
            return False

    bar.show_position(1000, 1000, None, True, 50.0)
    QApplication.processEvents()
    counter = LayoutCount()
    qtbot.addWidget(counter)
    bar.installEventFilter(counter)
    for step in range(1001, 1200):
        bar.show_position(step, step, None, True, 50.0 + step)
        QApplication.processEvents()
    assert counter.count == 0


def test_the_speed_goes_from_one_step_a_second_to_flat_out(bar: TransportBar, qtbot: QtBot) -> None:
    assert bar.speed() == 5
    slider = speed_slider(bar)
    with qtbot.waitSignal(bar.speed_changed) as change:
        qtbot.keyClick(slider, Qt.Key.Key_End)
    assert change.args == [None]
    assert "flat out" in bar.findChildren(Readout)[1].text()
    with qtbot.waitSignal(bar.speed_changed) as change:
        qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert change.args == [1]
    assert bar.findChildren(Readout)[1].text() == "speed 1 /s"


@pytest.mark.parametrize(
    ("speed", "nearest"), [*((speed, speed) for speed in SPEEDS), (0.01, 1), (3.0, 2), (4.0, 5), (1e9, 1000)]
)
def test_a_remembered_speed_is_put_to_the_nearest_notch(
    bar: TransportBar, qtbot: QtBot, speed: float | None, nearest: float | None
) -> None:
    with qtbot.assertNotEmitted(bar.speed_changed):
        bar.set_speed(speed)
    assert bar.speed() == nearest


@pytest.mark.parametrize(
    "key",
    ["Space", "R", "Shift+R", "Left", "Right", "Shift+Right", "Shift+Left", "Home", "End"],
)
def test_the_tooltips_name_the_keys(bar: TransportBar, key: str) -> None:
    assert any(key in child.toolTip() for child in bar.findChildren(QWidget))
