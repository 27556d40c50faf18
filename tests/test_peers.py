"""The workers of a run wait for each other, look after each other, and end when they are told."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from engine.distributed import ending, peers
from engine.distributed.agreement import fingerprint
from engine.distributed.peers import NOT_YET, READY, Cluster, Meeting, Peers, knock
from engine.errors import Problem

ROOT = Path(__file__).parent.parent


def address_of(door: socket.socket) -> str:
    return f"127.0.0.1:{door.getsockname()[1]}"


@pytest.fixture
def door() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door


@pytest.fixture
def closed() -> str:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return address_of(door)


@pytest.fixture
def silent() -> Iterator[list[str]]:
    """Doors that nobody opens or closes, as of machines behind a link that is down."""
    with ExitStack() as stack:
        doors = [stack.enter_context(closing(socket.socket())) for _ in range(5)]
        for door in doors:
            door.bind(("127.0.0.1", 0))
            door.listen(0)
            for _ in range(4):  # until there is no room to wait in
                caller = stack.enter_context(closing(socket.socket()))
                caller.setblocking(False)
                caller.connect_ex(door.getsockname())
        yield [address_of(door) for door in doors]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in {"PATIENCE": 0.4, "MISSED": 0.2, "GRACE": 0.2, "KNOCK": 0.1}.items():
        monkeypatch.setattr(peers, f"{name}_SECONDS", seconds)


def test_many_silent_doors_cost_no_more_time_than_one(
    door: socket.socket, closed: str, silent: list[str], hasty: None
) -> None:
    begun = time.monotonic()
    assert list(knock([*silent, closed, "no.such.host.invalid:1", "nonsense:x", address_of(door)])) == [
        address_of(door)
    ]
    assert time.monotonic() - begun < 5 * peers.KNOCK_SECONDS + 1


def test_who_is_there_and_not_ready_is_waited_for(door: socket.socket, closed: str, hasty: None) -> None:
    answers = [NOT_YET, NOT_YET, NOT_YET, NOT_YET, READY]
    said = []

    def answer() -> None:
        for word in answers:
            caller, _ = door.accept()
            said.append(word)
            with caller:
                caller.sendall(word)

    other = threading.Thread(target=answer)
    other.start()
    meeting = Meeting(Cluster((address_of(door), closed), 1))
    assert knock([closed], listens=True) == {closed: NOT_YET}
    with meeting.everybody():
        assert said == answers
        assert not knock([closed])  # the door is TensorFlow's now
    other.join()


def test_who_does_not_come_is_named(closed: str, silent: list[str], hasty: None) -> None:
    meeting = Meeting(Cluster((closed, *silent[:2]), 0))
    with closing(meeting), pytest.raises(Problem, match=f"did not come: 1 .{silent[0]}., 2"), meeting.everybody():
        pass


def test_a_door_that_is_taken_is_said(door: socket.socket) -> None:
    with pytest.raises(Problem, match="cannot be used: Address already in use\\."):
        Meeting(Cluster((address_of(door), "host:1"), 0))


def test_who_leaves_is_named_to_a_training_that_hears_nothing(door: socket.socket, hasty: None) -> None:
    told: list[Problem] = []
    watch = Peers(Cluster(("127.0.0.1:1", address_of(door)), 0), told.append)
    with closing(watch):
        door.close()
        deadline = time.monotonic() + 20
        while not told and time.monotonic() < deadline:
            time.sleep(0.02)
    assert [str(problem) for problem in told] == [str(watch.wait_for_loss())]
    assert "These workers have left: 1 (127.0.0.1:" in str(told[0])


def test_a_signal_that_is_not_obeyed_is_enforced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "OBEYED_SECONDS", 0.1)
    enforced: list[int] = []
    with ending.signals_collected(enforced.append) as signals:
        os.kill(os.getpid(), signal.SIGTERM)
        deadline = time.monotonic() + 20
        while not enforced and time.monotonic() < deadline:
            time.sleep(0.01)
    assert signals == enforced == [signal.SIGTERM]


def test_a_signal_that_is_obeyed_is_not_enforced() -> None:
    enforced: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    with ending.signals_collected(enforced.append) as signals:
        os.kill(os.getpid(), signal.SIGINT)
        while not signals:
            time.sleep(0.01)
    assert enforced == []
    assert signal.getsignal(signal.SIGINT) is before


def test_a_process_ends_though_its_rescue_does_not() -> None:
    program = "import sys, time; from engine.distributed.ending import end_process; print('so far'); "
    program += "end_process(7, lambda: time.sleep(60))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (7, "so far\n")


def test_workers_are_alike_wherever_their_rows_are(tmp_path: Path) -> None:
    for folder, text in (("here", "x,y\n1,2\n"), ("there", "x,y\n1,2\n"), ("elsewhere", "x,y\n1,2\n3,4\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.csv").write_text(text)
    here, there, elsewhere = (
        fingerprint(["SGD", 0.1], [str(tmp_path / folder / "a.csv")]) for folder in ("here", "there", "elsewhere")
    )
    assert here == there != elsewhere
    assert fingerprint(["SGD", 0.2], [str(tmp_path / "here" / "a.csv")]) != here
