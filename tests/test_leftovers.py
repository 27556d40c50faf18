"""What a crash has left half-written goes with the next file that is saved there; what is being written stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.leftovers import FRESH_SECONDS, OLD_SECONDS, sweep
from engine.saving import whole_file, write_whole

LEFT = ".tapelab-0123456789abcdef"


def left(folder: Path, seconds: float, name: str = LEFT) -> Path:
    path = folder / name
    path.write_bytes(b"half")
    os.utime(path, (time.time() - seconds,) * 2)
    return path


def test_what_nobody_writes_any_more_goes_when_something_is_saved(tmp_path: Path) -> None:
    path = left(tmp_path, 2 * FRESH_SECONDS)
    write_whole(tmp_path / "mine.csv", b"1,2\n")
    assert not path.exists()
    assert [one.name for one in tmp_path.iterdir()] == ["mine.csv"]


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        (LEFT, 1),
        ("tapelab-0123456789abcdef", 2 * OLD_SECONDS),
        (".tapelab-notes", 2 * OLD_SECONDS),
        (f"{LEFT}.csv", 2 * OLD_SECONDS),
    ],
)
def test_what_is_fresh_or_the_users_own_stays(name: str, seconds: float, tmp_path: Path) -> None:
    path = left(tmp_path, seconds, name)
    sweep(tmp_path)
    assert path.read_bytes() == b"half"


def test_folders_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / LEFT).mkdir()
    (tmp_path / LEFT.replace("0", "1")).symlink_to(tmp_path / "elsewhere")
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0), follow_symlinks=False)
    sweep(tmp_path)
    sweep(tmp_path / "nowhere")
    assert len(list(tmp_path.iterdir())) == 2


def test_what_another_program_is_still_writing_stays_until_that_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time\nfrom engine.saving import whole_file\n"
        f"with whole_file({str(tmp_path / 'mine.csv')!r}) as file:\n"
        "    file.write(b'half')\n    file.flush()\n    print('writing', flush=True)\n    time.sleep(60)\n"
    )
    other = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=Path(__file__).parent.parent)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"writing\n"
        (path,) = tmp_path.iterdir()
        os.utime(path, (time.time() - 2 * FRESH_SECONDS,) * 2)
        sweep(tmp_path)
        assert path.exists()
    finally:
        other.kill()
        other.communicate()
    sweep(tmp_path)
    assert not path.exists()


def test_ones_own_file_is_whole_whatever_is_swept_meanwhile(tmp_path: Path) -> None:
    with whole_file(tmp_path / "mine.csv") as file:
        file.write(b"1,2\n")
        file.flush()
        os.utime(file.name, (time.time() - 2 * FRESH_SECONDS,) * 2)
        sweep(tmp_path)
    assert (tmp_path / "mine.csv").read_bytes() == b"1,2\n"
