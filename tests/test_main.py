"""The `tapelab` command: what it takes, what it refuses, and what it does where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gui import display
from gui.__main__ import main
from gui.language import NAMES

ROOT = Path(__file__).parent.parent
HIDDEN = ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_SESSION_TYPE")
"""What tells of a display."""


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("trian",), "invalid choice: 'trian'"),
        (("--fast",), "unrecognized arguments: --fast"),
        (("train", "--steps", "many"), "--steps: must be a whole number, not 'many'"),
        (("train", "--steps", "1.5"), "--steps: must be a whole number, not '1.5'"),
        (("train", "--steps", "0"), "--steps: must be at least 1, not 0"),
        (("train", "--steps", "-3"), "--steps: must be at least 1, not -3"),
        (("train", "--steps"), "--steps: expected one argument"),
        (("train", "--learning-rate", "fast"), "--learning-rate: must be a number, not 'fast'"),
        (("train", "--batch-size", ""), "--batch-size: must be a whole number, not ''"),
        (("screenshots",), "DIR"),
        (("screenshots", "pictures", "--theme", "pink"), "--theme: invalid choice: 'pink'"),
        (("screenshots", "pictures", "--language", "xx"), "--language: invalid choice: 'xx'"),
    ],
)
def test_options_that_cannot_be_read(
    arguments: tuple[str, ...], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("tapelab")
    assert complaint in line


def test_every_language_of_the_window_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["screenshots", "pictures", "--language", "xx"])
    complaint = capsys.readouterr().err
    assert all(repr(language) in complaint for language in NAMES)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--learning-rate", "nan"),
        ("--learning-rate", "inf"),
        ("--learning-rate", "0"),
        ("--learning-rate", "-1"),
        ("--batch-size", "0"),
        ("--batch-size", "2001"),
        ("--samples-per-class", "0"),
        ("--samples-per-class", "1000000000"),
        ("--seed", "-1"),
        ("--optimizer", "Magic"),
        ("--data", "no-such-file.csv"),
    ],
)
def test_values_that_cannot_be_used(option: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", option, value]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    (line,) = error.splitlines()
    assert line.startswith("tapelab")


def test_columns_are_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--features", "x"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "tapelab train: --features, --target and --positive go with --data FILE"


def test_it_trains_on_the_columns_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "points.csv"
    path.write_text('kind;"a, b";c\none;1,5;0\ntwo;;1\ntwo;3,5;0\n')
    options = ["--features", '"a, b", c', "--target", "kind", "--gaps", "drop", "--steps", "2"]
    assert main(["train", "--data", str(path), *options]) == 0
    assert "Loss at step 1: " in capsys.readouterr().out


def test_the_version_is_the_projects(capsys: pytest.CaptureFixture[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tapelab {project['version']}\n"


def test_where_a_window_can_open_it_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    opened: list[Path | None] = []

    def run(project: Path | None) -> int:
        opened.append(project)
        return 7

    monkeypatch.setattr("gui.app.run", run)
    assert main([]) == 7
    assert main(["mine.tapelab"]) == 7
    assert opened == [None, Path("mine.tapelab")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_it_trains_and_writes_the_windows_pictures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in HIDDEN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    taken = []

    def take(folder: Path, language: str, theme: str) -> None:  # for real in test_screenshots.py
        taken.append((folder.resolve(), language, theme, os.environ["QT_QPA_PLATFORM"]))

    monkeypatch.setattr("gui.screenshots.take", take)
    assert main([]) == 0
    out, error = capsys.readouterr()
    assert "no display" in error.splitlines()[0]
    assert len([line for line in out.splitlines() if line.startswith("Loss at step ")]) == 40
    folder = tmp_path / "tapelab-pictures"
    assert str(folder) in out
    assert folder.is_dir()
    assert taken == [(folder, "en", "light", "offscreen")]


def test_without_qts_libraries_it_names_them_and_trains(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(display, "missing_libraries", lambda platform: {"libEGL.so.1": "libegl1"})
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    out, error = capsys.readouterr()
    assert "libegl1" in error.splitlines()[0]
    assert "Loss at step 39: " in out
    assert not list(tmp_path.iterdir())


def test_pictures_need_a_folder_that_can_be_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["screenshots", str(tmp_path / "file")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert str(tmp_path / "file") in line


def test_pictures_that_cannot_be_written_are_reported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(folder: Path, language: str, theme: str) -> None:
        raise OSError(f"{folder} is full")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("gui.screenshots.take", fail)
    assert main(["screenshots", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"tapelab: {tmp_path} is full\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes")
def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    """As in `tapelab train | head -1`."""
    with subprocess.Popen(
        [sys.executable, "-m", "gui", "train"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
    assert process.returncode == 1
