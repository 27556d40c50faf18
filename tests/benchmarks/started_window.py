"""The `tapelab` command with a clock in its tab: prints, as JSON, the seconds from the start to what can be seen.

Arguments: the moment of the start on `time.monotonic()`, and `--heartbeat` to measure the longest gap of the event
loop too, which takes a little time itself.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

import gui.tabs
from benchmarks.heartbeat import Heartbeat
from engine.protocol import Frame
from gui.__main__ import main
from gui.settings import TrainingChoices, open_settings
from gui.tab import TabSpec
from gui.tabs.training.tab import GROUP, TrainingTab

STEPS_AFTER_COMPILING = 5000

BEGAN = float(sys.argv[1])
times: dict[str, float] = {}


class ImpatientTab(TrainingTab):
    """Asks for a step as soon as it can be seen, trains as soon as it has it, and then closes the window."""

    def activate(self) -> None:
        times["on screen"] = time.monotonic() - BEGAN
        super().activate()
        QTest.keyClick(self, Qt.Key.Key_Right)
        self._heartbeat = Heartbeat() if "--heartbeat" in sys.argv else None
        self.drawn.connect(self._watch)

    def _watch(self, frame: Frame) -> None:
        if frame.position >= 1 and "first step" not in times:
            times["first step"] = time.monotonic() - BEGAN
            self.play()
        if frame.position >= STEPS_AFTER_COMPILING and "longest gap" not in times:
            times["longest gap"] = self._heartbeat.longest_gap if self._heartbeat else float("nan")
            self.window().close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        open_settings().remember(GROUP, TrainingChoices(speed=None, stop_after=None))
        gui.tabs.TABS = (TabSpec("training", lambda: "Training", ImpatientTab),)
        code = main([])
    print(json.dumps(times))
    sys.exit(code)
