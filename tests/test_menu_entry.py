"""TapeLab comes into the menu of the desktop: by the wheel where pip can, by its own command everywhere else."""

from __future__ import annotations

import configparser
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

import resources
from gui import menu_entry
from gui.__main__ import main

PROGRAM = "/opt/my programs/bin/tapelab-gui"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of shared data, on a system that has a menu made of files."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path


def entry(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_menu_starts_the_program_that_is_running(
    data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("my programs")
    (folder / "tapelab-gui").touch()
    monkeypatch.setattr(sys, "argv", [str(folder / "tapelab"), "menu"])
    assert main(["menu"]) == 0
    shown = entry(data / "applications" / "tapelab.desktop")
    assert shown["Exec"] == f'"{folder / "tapelab-gui"}" %f'
    assert (shown["Name"], shown["Icon"], shown["Terminal"]) == ("TapeLab", "tapelab", "false")
    assert (data / "icons/hicolor/scalable/apps/tapelab.svg").read_text() == resources.read_text("icons/tapelab.svg")


def test_it_is_taken_out_again(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["menu"])
    assert len(list(data.rglob("tapelab.*"))) == 3
    capsys.readouterr()
    assert main(["menu", "--remove"]) == 0
    assert list(data.rglob("tapelab.*")) == []
    assert capsys.readouterr().out.count("Removed: ") == 3
    assert main(["menu", "--remove"]) == 0, "where nothing is left, nothing is done"


def test_a_folder_that_cannot_be_written_to_is_named(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(data / "file"))
    assert main(["menu"]) == 1
    assert str(data / "file") in capsys.readouterr().err


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_menus_are_made_otherwise_it_says_so(
    platform: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main(["menu"]) == 1
    assert "make a shortcut to tapelab-gui" in capsys.readouterr().err


def test_the_files_are_well_formed_and_belong_together() -> None:
    mime = Xml.fromstring(resources.read_text("desktop/tapelab.xml").encode())
    name = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = mime.find(f"{name}mime-type")
    assert kind is not None
    glob = kind.find(f"{name}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.tapelab"
    text = resources.read_text("desktop/tapelab.desktop")
    assert f"MimeType={kind.get('type')};\n" in text
    assert f"Exec={menu_entry.COMMAND} %f\n" in text


@pytest.mark.parametrize(
    ("program", "written"),
    [("/usr/bin/tapelab-gui", "/usr/bin/tapelab-gui"), ("/a b/x", '"/a b/x"'), ('/a"$/x', '"/a\\\\"\\\\$/x"')],
)
def test_a_path_is_written_as_the_desktop_reads_it(program: str, written: str) -> None:
    assert menu_entry._quoted(program) == written
