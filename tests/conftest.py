"""What every test stands on: Qt without a display, a quiet TensorFlow, and nothing left running behind a test."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

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
from session_pool import SessionPool
from shiboken6 import isValid
from training_user import User

from engine.datasets import Dataset, TwoGaussians, two_gaussians
from gui.data_choices import DataChoices
from gui.settings import SettingsStore, TrainingChoices
from gui.tabs.training.tab import TrainingTab

# The same examples every time: a failure can be run again, and no run is red by luck.
hypothesis.settings.register_profile("tapelab", deadline=None, derandomize=True)
hypothesis.settings.load_profile("tapelab")


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


@pytest.fixture(scope="session")
def session_pool() -> SessionPool:
    return SessionPool()


@pytest.fixture(autouse=True)
def compiles_once(
    session_pool: SessionPool, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Gives players sessions that are compiled already. What a test itself makes of `Session` is new.

    What is restored is compared to the last digit: that is done with sessions of which nothing else can be to blame.
    """
    if request.path.name != "test_restoring.py":
        session_pool.stand_in(monkeypatch)
    yield
    session_pool.take_back()


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
        gc.unfreeze()  # loading TensorFlow hides from the collector whatever was there
        gc.collect()
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
