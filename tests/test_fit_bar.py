"""The bar that fit is driven with: what can be pressed when, where it is, how long it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from keras_frames import NO_PROGRESS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from engine.keras_lab.protocol import Progress, State
from gui.controls.fit_bar import FitBar, show_time
from gui.controls.progress_line import ProgressLine
from gui.controls.readout import Readout
from gui.controls.track_slider import TrackSlider

RUNNING = Progress(State.RUNNING, 1, 5, 22, 88, 62.0, 854.0)


@pytest.fixture
def bar(qtbot: QtBot) -> FitBar:
    bar = FitBar()
    qtbot.addWidget(bar)
    bar.resize(1200, 64)
    with qtbot.waitExposed(bar):
        bar.show()
    return bar


def button(bar: FitBar, name: str) -> QAbstractButton:
    (found,) = [one for one in bar.findChildren(QAbstractButton) if one.accessibleName() == name]
    return found


def child(bar: FitBar, kind: type[QWidget]) -> QWidget:
    found = bar.findChild(kind)
    assert found is not None
    return found


def where(bar: FitBar) -> str:
    return child(bar, Readout).accessibleDescription()


def test_before_training_fit_can_be_called_but_not_stopped(bar: FitBar) -> None:
    bar.show_progress(NO_PROGRESS, 0, 5, None, None)
    assert button(bar, "Play: fit").isEnabled()
    assert not button(bar, "Stop: let fit return").isEnabled()
    assert not button(bar, "Look at the newest weights").isEnabled()
    assert where(bar) == "epoch 0"


def test_what_does_not_fit_together_cannot_be_trained(bar: FitBar) -> None:
    bar.show_progress(replace(NO_PROGRESS, state=State.REFUSED), 0, 5, None, None)
    for name in ("Play: fit", "One batch on", "To the end of the epoch"):
        assert not button(bar, name).isEnabled()


def test_while_it_runs_it_says_where_it_is_and_how_long_it_takes(bar: FitBar) -> None:
    bar.show_progress(RUNNING, 1, 5, None, None)
    assert where(bar) == "epoch 2 of 5 batch 22 of 88 1:02 left · 850 batches/s"
    line = child(bar, ProgressLine)
    assert isinstance(line, ProgressLine)
    assert line.share() == pytest.approx((1 + 22 / 88) / 5)


def test_the_round_button_plays_and_pauses(bar: FitBar, qtbot: QtBot) -> None:
    bar.show_progress(RUNNING, 1, 5, None, None)
    with qtbot.waitSignal(bar.pause_requested):
        qtbot.mouseClick(button(bar, "Pause"), Qt.MouseButton.LeftButton)
    bar.show_progress(replace(RUNNING, state=State.PAUSED), 1, 5, None, None)
    with qtbot.waitSignal(bar.play_requested):
        qtbot.mouseClick(button(bar, "Play: fit"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Reset to the same first weights", "reset_requested"),
        ("New start with another seed", "new_start_requested"),
        ("Stop: let fit return", "stop_requested"),
        ("One batch on", "batch_requested"),
        ("To the end of the epoch", "epoch_requested"),
        ("Look at the best weights", "best_requested"),
    ],
)
def test_every_button_asks_for_what_it_says(bar: FitBar, qtbot: QtBot, name: str, signal: str) -> None:
    bar.show_progress(RUNNING, 1, 5, None, best=1)
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)


def press_track(bar: FitBar, qtbot: QtBot, share: float) -> object:
    slider = child(bar, TrackSlider)
    with qtbot.waitSignal(bar.sought) as sought:
        at = QPoint(round(1 + share * (slider.width() - 2)), slider.height() // 2)
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at)
    assert sought.args is not None
    return sought.args[0]


def test_the_scrubber_goes_to_earlier_epochs_and_to_the_newest(bar: FitBar, qtbot: QtBot) -> None:
    done = replace(RUNNING, state=State.FINISHED, epoch=5, batch=0)
    bar.show_progress(done, 5, 5, None, None)
    assert press_track(bar, qtbot, 0.4) == 2
    bar.show_progress(done, 5, 5, 2, None)
    assert where(bar).endswith("looking at epoch 2")
    assert press_track(bar, qtbot, 1.0) is None
    bar.show_progress(done, 5, 5, 2, None)
    with qtbot.waitSignal(bar.sought) as sought:
        qtbot.mouseClick(button(bar, "Look at the newest weights"), Qt.MouseButton.LeftButton)
    assert sought.args == [None]


def test_the_scrubber_does_not_go_beyond_what_is_trained(bar: FitBar, qtbot: QtBot) -> None:
    bar.show_progress(RUNNING, 2, 5, 0, None)
    assert press_track(bar, qtbot, 0.9) is None


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (6.6, "0:07"), (62, "1:02"), (3599.6, "1:00:00"), (3750, "1:02:30")]
)
def test_times_are_written_as_on_a_clock(seconds: float, text: str) -> None:
    assert show_time(seconds) == text
