"""The other workers of a run: whether they have come, and whether they are still there.

TensorFlow waits for a worker that never comes for ever, and cannot be interrupted; so a thread of its own looks after
them, by knocking at the doors that TensorFlow opens.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem

PATIENCE_SECONDS = 12.0
"""How long a worker may be absent at the start."""

MISSED_SECONDS = 4.0
"""How long one that was there may not answer."""

GRACE_SECONDS = 6.0
"""How long the training has, once a worker is gone, to save and end by itself."""

KNOCK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers' addresses, "host:port", and which of them this process is."""

    workers: tuple[str, ...]
    index: int

    @property
    def is_chief(self) -> bool:
        """Whether this is the worker that writes."""
        return self.index == 0


def read_cluster(environment: Mapping[str, str] = os.environ) -> Cluster:
    """What `TF_CONFIG` says. Raises `InputError` where it says nothing or something else."""
    try:
        config = json.loads(environment["TF_CONFIG"])
        workers = tuple(str(address) for address in config["cluster"]["worker"])
        kind, index = config["task"]["type"], config["task"]["index"]
        if kind != "worker" or not 0 <= index < len(workers) or any(":" not in address for address in workers):
            raise ValueError
        return Cluster(workers, index)
    except (KeyError, TypeError, ValueError):
        template = QT_TRANSLATE_NOOP(
            "engine",
            "TF_CONFIG must hold the addresses of all workers and which one this is, as in the README.",
        )
        raise InputError("strategy", template) from None


ALONE = Cluster(("localhost:0",), 0)


class Peers:
    """Looks after the other workers of a cluster until it is closed.

    give_up is called, on the thread of the watch, with a sentence for whoever does not come, and for whoever has left
    if the training does not end by itself within `GRACE_SECONDS`: it must end the process.
    """

    def __init__(self, cluster: Cluster, give_up: Callable[[Problem], None]) -> None:
        self._others = [(number, address) for number, address in enumerate(cluster.workers) if number != cluster.index]
        self._give_up = give_up
        self._closed = threading.Event()
        self.lost: Problem | None = None
        """Who has left, in a sentence."""
        self._thread = threading.Thread(target=self._watch, name="peers", daemon=True)
        self._thread.start()

    def wait_for_loss(self) -> Problem | None:
        """Who has left, once it is certain; None where all are there."""
        end = time.monotonic() + KNOCK_SECONDS + MISSED_SECONDS + GRACE_SECONDS / 2
        while self.lost is None and time.monotonic() < end:
            time.sleep(KNOCK_SECONDS / 10)
        return self.lost

    def close(self) -> None:
        """Looks after nobody any more."""
        self._closed.set()
        self._thread.join()

    def _watch(self) -> None:
        absent = self._absent_after(PATIENCE_SECONDS, lambda gone: not gone)
        if absent:
            self._give_up(_sentence(QT_TRANSLATE_NOOP("engine", "These workers did not come: {workers}."), absent))
            return
        while not self._closed.wait(KNOCK_SECONDS):
            gone = self._absent()
            if gone and (gone := self._absent_after(MISSED_SECONDS, lambda now: not now)):
                self.lost = _sentence(QT_TRANSLATE_NOOP("engine", "These workers have left: {workers}."), gone)
                if not self._closed.wait(GRACE_SECONDS):
                    self._give_up(self.lost)
                return

    def _absent_after(self, seconds: float, is_enough: Callable[[list[str]], bool]) -> list[str]:
        """Knocks until it is enough, or for so long; gives who does not answer then."""
        end = time.monotonic() + seconds
        while True:
            absent = self._absent()
            if is_enough(absent) or time.monotonic() > end or self._closed.wait(KNOCK_SECONDS / 4):
                return [] if self._closed.is_set() else absent

    def _absent(self) -> list[str]:
        return [f"{number} ({address})" for number, address in self._others if not _answers(address)]


def _sentence(template: str, workers: list[str]) -> Problem:
    return Problem(template, workers=", ".join(workers))


def _answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=KNOCK_SECONDS).close()
    except (OSError, ValueError):
        return False
    return True
