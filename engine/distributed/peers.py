"""The other workers of a run: whether they have come, and whether they are still there.

TensorFlow waits for a worker that never comes for ever, and lets no other thread run meanwhile; so the workers meet by
themselves before, and a thread looks after them once it trains.
"""

from __future__ import annotations

import faulthandler
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem

PATIENCE_SECONDS = 12.0
"""How long a worker may be absent at the start."""

MISSED_SECONDS = 4.0
"""How long one that was there may not answer."""

LAST_SECONDS = 60
"""How long TensorFlow's own meeting may take, once all have met."""

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

    def absent(self) -> list[str]:
        """Which of the others do not answer, in words."""
        others = [(number, address) for number, address in enumerate(self.workers) if number != self.index]
        return [f"{number} ({address})" for number, address in others if not _answers(address)]

    def absent_after(self, seconds: float, stopped: threading.Event) -> list[str]:
        """Knocks until all answer, or for so long; gives who does not answer then, and nobody once it is stopped."""
        end = time.monotonic() + seconds
        while absent := self.absent():
            if time.monotonic() > end:
                return absent
            if stopped.wait(KNOCK_SECONDS / 4):
                break
        return []


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


@contextmanager
def met(cluster: Cluster) -> Iterator[None]:
    """Waits until every worker is there; TensorFlow's own meeting belongs into the block.

    Each worker opens the door that TensorFlow is to open there, and knocks at all others. Raises `Problem` with the
    names of those who have not come within `PATIENCE_SECONDS`. Whoever comes and is gone again before the end of the
    block is beyond words: the process then ends after `LAST_SECONDS`.
    """
    port = int(cluster.workers[cluster.index].rpartition(":")[2])
    try:
        door = socket.create_server(("", port))
    except OSError as error:
        template = QT_TRANSLATE_NOOP("engine", "The address {address} of this worker cannot be used: {reason}.")
        address = cluster.workers[cluster.index]
        raise Problem(template, address=address, reason=error.strerror or error) from error
    with door:
        absent = cluster.absent_after(PATIENCE_SECONDS, threading.Event())
    if absent:
        raise _sentence(QT_TRANSLATE_NOOP("engine", "These workers did not come: {workers}."), absent)
    faulthandler.dump_traceback_later(LAST_SECONDS, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


class Peers:
    """Looks after the other workers of a cluster until it is closed.

    give_up is called, on the thread of the watch, with a sentence for whoever has left, if the training does not end by
    itself within `GRACE_SECONDS`: it must end the process.
    """

    def __init__(self, cluster: Cluster, give_up: Callable[[Problem], None]) -> None:
        self._cluster = cluster
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
        while not self._closed.wait(KNOCK_SECONDS):
            if self._cluster.absent() and (gone := self._cluster.absent_after(MISSED_SECONDS, self._closed)):
                self.lost = _sentence(QT_TRANSLATE_NOOP("engine", "These workers have left: {workers}."), gone)
                if not self._closed.wait(GRACE_SECONDS):
                    self._give_up(self.lost)
                return


def _sentence(template: str, workers: list[str]) -> Problem:
    return Problem(template, workers=", ".join(workers))


def _answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=KNOCK_SECONDS).close()
    except (OSError, ValueError):
        return False
    return True
