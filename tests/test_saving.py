"""A file is whole or what it was: whatever goes wrong, and whenever the program is killed."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.errors import Problem
from engine.saving import whole_file, write_whole

OLD = b"what was there before"

WRITE_FOR_EVER = """
import sys
from engine.saving import write_whole
print("ready", flush=True)
number = 0
while True:
    number = (number + 1) % 10
    write_whole(sys.argv[1], bytes([48 + number]) * 300_000)
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "kept.py"
    path.write_bytes(OLD)
    return path


def alone(path: Path) -> bool:
    """Whether nothing has been left beside the file."""
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_writes_a_new_file_as_any_program_would(tmp_path: Path) -> None:
    path, other = tmp_path / "new.py", tmp_path / "other.py"
    write_whole(path, b"a = 1\n")
    other.write_bytes(b"")
    assert path.read_bytes() == b"a = 1\n"
    assert path.stat().st_mode == other.stat().st_mode


def test_a_file_is_replaced_and_keeps_its_permissions(old: Path) -> None:
    old.chmod(0o640)
    write_whole(old, b"new")
    assert old.read_bytes() == b"new"
    assert old.stat().st_mode & 0o777 == 0o640
    assert alone(old)


def test_a_link_stays_a_link(old: Path) -> None:
    link = old.with_name("link.py")
    link.symlink_to(old.name)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_what_stops_in_the_middle_changes_nothing(old: Path) -> None:
    def write_half() -> None:
        with whole_file(old) as file:
            file.write(b"half of it")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert old.read_bytes() == OLD
    assert alone(old)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_full_disk_is_said_and_the_old_file_is_whole(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        """The disk that is always full gives the system's own error."""
        with open("/dev/full", "wb", buffering=0) as full:
            full.write(b"x")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Problem, match=r"no room left for kept\.py"):
        write_whole(old, b"new")
    assert old.read_bytes() == OLD
    assert alone(old)


def test_a_write_protected_file_is_not_replaced(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old.chmod(0o444)
    if os.geteuid() == 0:  # for root nothing is protected
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(Problem, match=r"kept\.py may not be written there; choose another folder"):
        write_whole(old, b"new")
    assert old.read_bytes() == OLD


def test_a_read_only_folder(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: Any) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(Problem, match="may not be written there"):
        write_whole(old, b"new")
    monkeypatch.undo()
    assert old.read_bytes() == OLD


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is not there any more; choose another one"):
        write_whole(tmp_path / "gone" / "new.py", b"")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="could not be written: Is a directory"):
        write_whole(tmp_path, b"")


def test_whenever_it_is_killed_the_file_is_whole(old: Path) -> None:
    dice = random.Random(1)
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, old], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                writer.wait(dice.uniform(0.02, 0.1))
            writer.send_signal(signal.SIGKILL)
        content = old.read_bytes()
        assert content == OLD or (len(content) == 300_000 and len(set(content)) == 1)
