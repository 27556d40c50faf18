"""What every test stands on: Qt without a display, a quiet TensorFlow, and nothing left running behind a test."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

# Both are read once, when the libraries are loaded.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import hypothesis
import pytest
from fresh_python import FreshPython
from patience import PatientQtBot
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QThread, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from session_pool import POOL
from shiboken6 import isValid
from training_user import User
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from engine.datasets import Dataset, TwoGaussians, two_gaussians
from gui.data_choices import DataChoices
from gui.settings import SettingsStore, TrainingChoices
from gui.tabs.training.tab import TrainingTab

# The same examples every time: a failure can be run again, and no run is red by luck.
hypothesis.settings.register_profile("tapelab", deadline=None, derandomize=True)
hypothesis.settings.load_profile("tapelab")


ALIKE = {
    "sessions": (
        *("test_block.py", "test_dissection.py", "test_divergence.py", "test_phases.py", "test_session.py"),
        *("test_shelf.py", "test_time_travel.py"),
    ),
    "programs": (
        *("test_curriculum_tensors.py", "test_curve_laboratory.py", "test_keras_script.py", "test_script.py"),
        *("test_story_script.py", "test_surface_laboratory.py", "test_tensors_tab.py", "test_training_end.py"),
        *("test_watching.py", "test_workspace_laboratory.py"),
    ),
}
"""Files that share what takes seconds to make: compiled sessions, or a Python of its own with TensorFlow."""

GROUPS = {name: group for group, names in ALIKE.items() for name in names}
LONGEST = (
    *("sessions", "programs", "test_keras_tab.py", "test_keras_laboratory.py", "test_run_directory.py"),
    *("test_screenshots.py", "test_training_tab.py", "test_guide.py", "test_restoring.py", "test_undoing.py"),
    *("test_translations.py", "test_combinations.py", "test_training_input.py", "test_model_file.py"),
    "test_surface_page.py",
)
"""They begin first, so that no process is left with one of them when the others are done."""


class ByGroups(LoadScopeScheduling):  # type: ignore[misc]
    """The tests of a group, or of a file that is in none, run one after the other in one of xdist's processes."""

    def _split_scope(self, nodeid: str) -> str:
        name = nodeid.split("::")[0].rsplit("/", 1)[-1]
        return GROUPS.get(name, name)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByGroups:
    config.option.loadscopereorder = False  # which would begin with the files of the most tests
    return ByGroups(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {group: place for place, group in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(GROUPS.get(item.path.name, item.path.name), len(places)))


def pytest_collection_finish() -> None:
    """All that is imported by now stays: the collector need not look at it between the tests."""
    gc.collect()
    gc.freeze()


FEW = DataChoices(two_gaussians=TwoGaussians(samples_per_class=20))


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """Forty points, twenty of each class: enough to learn from, little to wait for."""
    return two_gaussians(samples_per_class=20, seed=1)


@pytest.fixture(scope="session")
def fresh_python() -> Iterator[FreshPython]:
    """Runs programs outside of this process."""
    python = FreshPython()
    yield python
    python.close()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt's own."""
    return PatientQtBot(request)


@pytest.fixture
def open_training(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., User]]:
    """Opens training tabs, one after the other, that share their settings.

    By keyword: what the user chose the last time, otherwise forty points and full speed.
    """
    store = SettingsStore(QSettings(str(tmp_path / "TapeLab.ini"), QSettings.Format.IniFormat))
    store.remember("training", TrainingChoices(data=FEW, speed=None))
    tabs = []

    def open_tab(**chosen: object) -> User:
        remembered = store.remembered("training", TrainingChoices())
        store.remember("training", replace(remembered, **chosen))  # type: ignore[arg-type]
        tab = TrainingTab(store)
        tabs.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1256, 720)
        with qtbot.waitActive(tab):
            tab.show()
        tab.activate()
        return User(tab, qtbot)

    yield open_tab
    assert all(tab.close_engine(100) for tab in tabs)


@pytest.fixture(autouse=True)
def compiles_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Gives players sessions that are compiled already. What a test itself makes of `Session` is new."""
    POOL.stand_in(monkeypatch)
    yield
    POOL.take_back()


@pytest.fixture(autouse=True)
def garbage_waits() -> Iterator[None]:
    """Python collects garbage between the tests: within one, it might do so on an engine's thread (gui/garbage.py)."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def qt_started() -> Iterator[weakref.WeakSet[QObject]]:
    """Every thread and timer of Qt's that Python code has started."""
    objects: weakref.WeakSet[QObject] = weakref.WeakSet()
    with pytest.MonkeyPatch.context() as patch:
        for kind in (QThread, QTimer):
            patch.setattr(kind, "start", _noting(kind.start, objects))
        yield objects


@pytest.fixture(autouse=True)
def leaves_nothing_behind(qt_started: weakref.WeakSet[QObject]) -> Iterator[None]:
    """Fails a test that leaves a thread, an active timer or a top-level widget, and clears that away for the next."""
    threads, widgets = set(threading.enumerate()), set(_top_level_widgets())
    qt_started.clear()
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads and _is_pythons_own(thread)]
    running = [
        thread for thread in qt_started if isinstance(thread, QThread) and isValid(thread) and thread.isRunning()
    ]
    for thread in running:
        thread.requestInterruption()
        thread.quit()
        thread.wait(10_000)
    ticking = [timer for timer in qt_started if isinstance(timer, QTimer) and isValid(timer) and timer.isActive()]
    for timer in ticking:
        timer.stop()
    shown = _top_level_widgets() - widgets
    if shown:  # a plot is part of a cycle, and goes when the collector comes by
        shown.clear()
        gc.collect()
        shown = _top_level_widgets() - widgets
    if shown:  # loading TensorFlow hides from the collector whatever was there
        shown.clear()
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        shown = _top_level_widgets() - widgets
    for widget in shown:
        widget.close()
        widget.deleteLater()
    if leaks := [*left, *running, *ticking, *shown]:
        pytest.fail(f"left behind: {leaks}")


def _noting(start: Callable[..., None], objects: weakref.WeakSet[QObject]) -> Callable[..., None]:
    def noted(self: QObject, *arguments: object) -> None:
        objects.add(self)
        start(self, *arguments)

    return noted


def _is_pythons_own(thread: threading.Thread) -> bool:
    """Python also lists Qt's threads, even those that are over, as dummies."""
    return thread.is_alive() and not isinstance(thread, threading._DummyThread)


def _top_level_widgets() -> set[QWidget]:
    if not isinstance(QApplication.instance(), QApplication):
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {widget for widget in QApplication.topLevelWidgets() if not widget.inherits("QTipLabel")}
