"""No error is swallowed: it is logged, and told in the thread of whoever shows it."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from gui.exception_hook import ExceptionHook


class Receiver(QObject):
    """Notes what it heard, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self.threads: list[QThread] = []

    @Slot(str)
    def hear(self, error: str) -> None:
        self.heard.append(error)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def hook(qapp: object) -> Iterator[ExceptionHook]:
    formers = sys.excepthook, threading.excepthook
    hook = ExceptionHook()
    hook.install()
    yield hook
    sys.excepthook, threading.excepthook = formers


def raise_here(error: Exception) -> None:
    """As Python does with an error that nobody caught."""
    try:
        raise error
    except Exception as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_error_is_logged_with_its_trace_and_told(
    hook: ExceptionHook, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL, "tapelab"), qtbot.waitSignal(hook.raised) as told:
        raise_here(ValueError("no such step"))
    assert told.args == ["ValueError: no such step"]
    assert "raise_here" in caplog.text


def test_an_error_in_another_thread_is_told_in_the_receivers(
    hook: ExceptionHook, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    receiver = Receiver()
    hook.raised.connect(receiver.hear)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert receiver.heard == []
    qtbot.waitUntil(lambda: receiver.heard == ["ZeroDivisionError: division by zero"])
    assert receiver.threads == [receiver.thread()]
    assert "ZeroDivisionError" in caplog.text


def test_after_it_is_removed_python_has_them_again(hook: ExceptionHook) -> None:
    hook.remove()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
