"""The other workers of a run: whether they have come, and whether they are still there.

TensorFlow waits for a worker that never comes for ever, and lets no other thread run meanwhile; so the workers meet by
themselves before, and a thread looks after them once it trains.
"""

from __future__ import annotations

import errno
import faulthandler
import json
import os
import selectors
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem

PATIENCE_SECONDS = 12.0
"""How long a worker may be absent at the start."""

MISSED_SECONDS = 4.0
"""How long one that was there may not answer."""

LAST_SECONDS = 20
"""How long TensorFlow's own meeting may take, once all are ready for it."""

GRACE_SECONDS = 6.0
"""How long the training has, once a worker is gone, to save and end by itself."""

KNOCK_SECONDS = 1.0

NOT_YET, READY = b".", b"!"
"""What a worker's door says before TensorFlow has it."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers' addresses, "host:port", and which of them this process is."""

    workers: tuple[str, ...]
    index: int

    @property
    def is_chief(self) -> bool:
        """Whether this is the worker that writes."""
        return self.index == 0

    @property
    def others(self) -> list[int]:
        """The numbers of all but this one."""
        return [number for number in range(len(self.workers)) if number != self.index]

    def absent(self) -> list[int]:
        """Which of the others do not answer."""
        answers = knock([self.workers[number] for number in self.others])
        return [number for number in self.others if self.workers[number] not in answers]

    def names(self, numbers: Iterable[int]) -> str:
        """These workers, in words."""
        return ", ".join(f"{number} ({self.workers[number]})" for number in numbers)


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


class Meeting:
    """Where the workers wait for each other, before TensorFlow does: it would wait for ever, and without a word.

    From the moment it is made the door that TensorFlow is to open later is open, and says to whoever knocks whether
    this worker is ready; so nobody has to be ready at the same time, only to have been started.
    """

    def __init__(self, cluster: Cluster) -> None:
        """Raises `Problem` where the door cannot be opened."""
        self._cluster = cluster
        self._seen = [time.monotonic()] * len(cluster.workers)
        self._word = NOT_YET
        self._closed = threading.Event()
        try:
            self._door = _open_door(int(cluster.workers[cluster.index].rpartition(":")[2]))
        except OSError as error:
            template = QT_TRANSLATE_NOOP("engine", "The address {address} of this worker cannot be used: {reason}.")
            address = cluster.workers[cluster.index]
            reason = os.strerror(error.errno) if error.errno else error
            raise Problem(template, address=address, reason=reason) from error
        self._door.settimeout(KNOCK_SECONDS / 4)
        self._porter = threading.Thread(target=self._answer, name="door", daemon=True)
        self._porter.start()

    @contextmanager
    def everybody(self) -> Iterator[None]:
        """Waits until all are ready, and closes the door; TensorFlow's own meeting belongs into the block.

        Raises `Problem` with the names of those who were not there for `PATIENCE_SECONDS`. Whoever goes while the block
        lasts is beyond words: the process then ends after `LAST_SECONDS`.
        """
        while missing := self._missing():
            now = time.monotonic()
            absent = [number for number in missing if now - self._seen[number] > PATIENCE_SECONDS]
            if absent:
                template = QT_TRANSLATE_NOOP("engine", "These workers did not come: {workers}.")
                raise Problem(template, workers=self._cluster.names(absent))
            time.sleep(KNOCK_SECONDS / 4)
        self.close()
        faulthandler.dump_traceback_later(LAST_SECONDS, exit=True)
        before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # Python would not hear of it in there
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
            signal.signal(signal.SIGINT, before)

    def close(self) -> None:
        self._closed.set()
        self._porter.join()
        self._door.close()

    def _missing(self) -> list[int]:
        """Who is not ready. Who is past it has another door, TensorFlow's, which does not say that it is not."""
        others = self._cluster.others
        answers = knock([self._cluster.workers[number] for number in others], listens=True)
        if len(answers) == len(others):
            self._word = READY  # not before: whom I cannot reach would begin, and wait for me
        for number in others:
            if self._cluster.workers[number] in answers:
                self._seen[number] = time.monotonic()
        return [number for number in others if answers.get(self._cluster.workers[number], NOT_YET) == NOT_YET]

    def _answer(self) -> None:
        while not self._closed.is_set():
            with suppress(OSError):  # nobody knocks at the moment, or who did is gone
                caller, _ = self._door.accept()
                with caller:
                    caller.sendall(self._word)


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
        seen = time.monotonic()
        while not self._closed.wait(KNOCK_SECONDS):
            absent = self._cluster.absent()
            if not absent:
                seen = time.monotonic()
            elif time.monotonic() - seen > MISSED_SECONDS:
                template = QT_TRANSLATE_NOOP("engine", "These workers have left: {workers}.")
                self.lost = Problem(template, workers=self._cluster.names(absent))
                if not self._closed.wait(GRACE_SECONDS):
                    self._give_up(self.lost)
                return


def knock(addresses: Sequence[str], listens: bool = False) -> dict[str, bytes]:
    """Who answers within `KNOCK_SECONDS`, and, where wanted, what; at all doors at once, since many may be closed."""
    answers: dict[str, bytes] = {}
    with ExitStack() as stack, selectors.DefaultSelector() as waiting:
        for address in addresses:
            for family, place in _places(address):
                knocking = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
                knocking.setblocking(False)
                if knocking.connect_ex(place) in (0, errno.EINPROGRESS, errno.EWOULDBLOCK):
                    waiting.register(knocking, selectors.EVENT_WRITE, (address, knocking))
        end = time.monotonic() + KNOCK_SECONDS
        while waiting.get_map() and (left := end - time.monotonic()) > 0:
            for key, event in waiting.select(left):
                address, knocking = key.data
                waiting.unregister(knocking)
                if event == selectors.EVENT_READ:
                    with suppress(OSError):
                        answers[address] = knocking.recv(1)
                elif not knocking.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                    answers[address] = b""
                    if listens:
                        waiting.register(knocking, selectors.EVENT_READ, key.data)
    return answers


def _places(address: str) -> Sequence[tuple[socket.AddressFamily, Any]]:
    """Nowhere, where nobody knows the name."""
    try:
        return _known_places(address)
    except (OSError, ValueError):
        return ()


@cache
def _known_places(address: str) -> Sequence[tuple[socket.AddressFamily, Any]]:
    """Asked once: where the network is down, whoever knows its names may be out of reach, and lets one wait."""
    host, _, port = address.rpartition(":")
    found = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)
    return [(family, place) for family, _, _, _, place in found]


def _open_door(port: int) -> socket.socket:
    if socket.has_dualstack_ipv6():
        return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
    return socket.create_server(("", port))
