"""The training tab ends at once whatever it does, and its program goes on to live outside the window."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fresh_python import FreshPython
from PySide6.QtCore import Qt
from training_user import User

from engine.protocol import Frame

Open = Callable[..., User]
Key = Qt.Key
Modifier = Qt.KeyboardModifier

WINDOW = """
import sys
from PySide6.QtCore import QSettings, QTimer
from gui.app import make_application, show_window
from gui.settings import SettingsStore, TrainingChoices, WindowSettings
from gui.tabs import TABS

store = SettingsStore(QSettings(sys.argv[1], QSettings.Format.IniFormat))
store.remember("window", WindowSettings(tab="training"))
store.remember("training", TrainingChoices(speed=None, stop_after=None))
application = make_application(store=store)

def look():
    (window,) = [widget for widget in application.topLevelWidgets() if hasattr(widget, "tab")]
    tab = window.tab("training")
    if {is_time}:
        timer.stop()
        print("now", flush=True)
        {act}
    elif tab.frame is not None and not tab.frame.playing:
        tab.play()

timer = QTimer()
timer.timeout.connect(look)
timer.start(10)
sys.exit(show_window(application, TABS))
"""
LOADING = "tab.frame is None and 'tensorflow' in sys.modules"
PLAYING = "tab.frame is not None and tab.frame.position > 1_000"


@pytest.mark.parametrize(
    ("is_time", "by_signal"),
    [
        pytest.param(PLAYING, False, id="playing-button"),
        pytest.param(
            LOADING,
            True,
            id="loading-ctrl-c",  # which closes the window as its button does
            marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals"),
        ),
    ],
)
def test_the_window_closes_at_once_and_cleanly(tmp_path: Path, is_time: str, by_signal: bool) -> None:
    act = "pass" if by_signal else "window.close()"
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", WINDOW.format(is_time=is_time, act=act), str(tmp_path / "TapeLab.ini")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    opened, began = time.monotonic() - started, time.monotonic()
    if by_signal:
        process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=100)
    assert process.returncode == 0
    assert time.monotonic() - began < 1 + opened  # on a machine under load it takes longer, as opening the window did
    assert [line for line in errors.splitlines() if "does not support" not in line] == []


def is_playing(frame: Frame) -> bool:
    return frame.position > 1000


def is_inside(frame: Frame) -> bool:
    return len(frame.inside) == 3


@pytest.mark.parametrize(
    ("key", "modifier", "times", "condition"),
    [(Key.Key_Space, Modifier.NoModifier, 1, is_playing), (Key.Key_Right, Modifier.ShiftModifier, 3, is_inside)],
)
def test_the_engine_ends_in_the_midst_of_it(
    open_training: Open, key: Qt.Key, modifier: Modifier, times: int, condition: Callable[[Frame], bool]
) -> None:
    user = open_training(stop_after=None)
    user.sees(lambda frame: frame.position == 0)
    for _ in range(times):
        user.presses(key, modifier)
    user.sees(condition)
    assert user.tab.close_engine(100)
    user.presses(Key.Key_Space)  # nobody is there to obey, and nothing happens
    user.waits(20)


def test_the_program_outside_prints_what_the_window_shows(open_training: Open, fresh_python: FreshPython) -> None:
    user = open_training(optimizer="Adam", batch_size=16, stop_after=5)
    user.sees(lambda frame: frame.position == 0)
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position == 5)
    user.types("Learning rate", "0.02")
    user.types("W", "0.5, -0.25")
    user.sees(lambda frame: frame.weights[0, 0] == 0.5)
    user.tab.setFocus()
    user.presses(Key.Key_Space)
    frame = user.sees(lambda frame: frame.position == 10 and not frame.playing)
    output = fresh_python.printed(user.code())
    losses = [float(loss) for loss in re.findall(r"Loss at step \d+: (\S+)", output)]
    np.testing.assert_allclose(losses, frame.history.loss, rtol=1e-4, atol=5.1e-5)
    assert f"Accuracy: {frame.accuracy:.4f}" in output
