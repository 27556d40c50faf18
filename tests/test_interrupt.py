"""Ctrl-C reaches a program whose event loop idles."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.interrupt import Interrupts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")


@pytest.fixture
def interrupts(qapp: object) -> Iterator[Interrupts]:
    interrupts = Interrupts()
    yield interrupts
    interrupts.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_request_to_end_is_told_once(interrupts: Interrupts, qtbot: QtBot, number: signal.Signals) -> None:
    with qtbot.waitSignal(interrupts.came):
        os.kill(os.getpid(), number)


def test_the_second_one_does_what_it_did_before(qtbot: QtBot) -> None:
    former = signal.getsignal(signal.SIGINT)
    interrupts = Interrupts()
    with qtbot.waitSignal(interrupts.came):
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is former
    interrupts.stop()


def test_stopped_it_leaves_everything_as_it_was(qapp: object) -> None:
    former = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    interrupts = Interrupts()
    assert signal.getsignal(signal.SIGINT) is not former[0]
    interrupts.stop()
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == former
    assert signal.set_wakeup_fd(-1) == -1
