"""While the window is open, garbage is collected on its thread alone."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot

from gui.garbage import GarbageCollector


class Cycle:
    """Notes on which thread it is collected."""

    def __init__(self, collected_on: list[int]) -> None:
        self._me = self
        self._collected_on = collected_on

    def __del__(self) -> None:
        self._collected_on.append(threading.get_ident())


@pytest.fixture
def collector(qapp: object) -> Iterator[GarbageCollector]:
    gc.collect()
    gc.enable()
    collector = GarbageCollector()
    yield collector
    collector.stop()


def litter(collected_on: list[int]) -> None:
    for _ in range(5_000):
        Cycle(collected_on)


def test_garbage_of_any_thread_is_collected_on_the_windows(collector: GarbageCollector, qtbot: QtBot) -> None:
    collected_on: list[int] = []
    with ThreadPoolExecutor(1) as executor:
        executor.submit(litter, collected_on).result()
    assert collected_on == []
    qtbot.waitUntil(lambda: len(collected_on) > 0)
    assert set(collected_on) == {threading.get_ident()}


def test_stopped_it_leaves_the_garbage_to_python(collector: GarbageCollector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    collected_on: list[int] = []
    litter(collected_on)
    assert collected_on
