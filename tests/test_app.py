"""The application, in a process of its own as its users run it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TABS = """
import time
from gui.tab import Tab, TabSpec

class Quiet(Tab):
    def __init__(self, store):
        super().__init__()
        from PySide6.QtCore import QTimer
        QTimer.singleShot(50, self.act)
    def activate(self): print("shown", flush=True)
    def act(self): {act}
    def set_palette(self, palette): pass
    def close_engine(self, seconds): {close}

TABS = (TabSpec("quiet", lambda: "Quiet", Quiet),)
"""
RUN = """
import sys
from PySide6.QtCore import QSettings
from gui.app import make_application, show_window
from gui.settings import SettingsStore
store = SettingsStore(QSettings(sys.argv[1], QSettings.Format.IniFormat))
code = show_window(make_application(store=store), TABS)
print("ended", flush=True)
sys.exit(code)
"""


def start(tmp_path: Path, act: str = "pass", close: str = "return True") -> subprocess.Popen[str]:
    """Starts the window with one tab, which does `act` soon after it was made, and `close` when it is closed."""
    return subprocess.Popen(
        [sys.executable, "-c", TABS.format(act=act, close=close) + RUN, str(tmp_path / "TapeLab.ini")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_closed_window_ends_the_program(tmp_path: Path) -> None:
    process = start(tmp_path, act="self.window().close()")
    output, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    assert output.splitlines()[-1] == "ended"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_closes_as_the_windows_button_does(tmp_path: Path, number: signal.Signals) -> None:
    process = start(tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "shown\n"
    time.sleep(0.2)  # so that the loop idles
    process.send_signal(number)
    output, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    assert output == "ended\n"


def test_an_engine_that_does_not_end_keeps_nothing_open(tmp_path: Path) -> None:
    process = start(
        tmp_path,
        act="import threading; threading.Thread(target=time.sleep, args=(60,)).start(); self.window().close()",
        close="return False",
    )
    output, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    assert "ended" not in output


def test_an_error_that_nobody_caught_is_logged_and_shown(tmp_path: Path) -> None:
    act = (
        "from PySide6.QtCore import QTimer; "
        "QTimer.singleShot(200, lambda: (print(self.window().message()), self.window().close())); 1 / 0"
    )
    output, errors = start(tmp_path, act=act).communicate(timeout=100)
    assert "ZeroDivisionError: division by zero" in output
    assert "Traceback" in errors
    assert "tapelab: CRITICAL" in errors


def test_the_closed_window_has_kept_its_settings(tmp_path: Path) -> None:
    start(tmp_path, act="self.window().close()").communicate(timeout=100)
    kept = (tmp_path / "TapeLab.ini").read_text()
    assert "geometry=" in kept
    assert "quiet" in kept
