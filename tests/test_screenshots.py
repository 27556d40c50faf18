"""The pictures show every tab after its example, and the user's own settings stay out of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from gui.palette import DARK
from gui.tabs import TABS

SETTINGS = '[training]\nstop_after=3\n[window]\ntheme=\\"light\\"\n'


@pytest.fixture
def users_settings(tmp_path: Path) -> Path:
    path = tmp_path / "settings/TapeLab/TapeLab.ini"
    path.parent.mkdir(parents=True)
    path.write_text(SETTINGS)
    return path


def take(folder: Path, settings: Path, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(settings.parent.parent)}
    environment.pop("QT_QPA_PLATFORM", None)
    environment.pop("DISPLAY", None)
    return subprocess.run(
        [sys.executable, "-m", "gui", "screenshots", str(folder), *options],
        env=environment,
        capture_output=True,
        text=True,
        timeout=110,
    )


def test_pictures_of_every_tab_without_a_display(tmp_path: Path, users_settings: Path) -> None:
    folder = tmp_path / "pictures"
    result = take(folder, users_settings, "--theme", "dark")
    assert result.returncode == 0, result.stderr
    assert str(folder) in result.stdout
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{tab.key}-en-dark.png" for tab in TABS)
    for path in folder.iterdir():
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (1280, 800)
        colours = {picture.pixelColor(x, y).name() for x in range(0, 1280, 4) for y in range(0, 800, 4)}
        assert QColor(DARK.surface).name() in colours
        assert len(colours) > 30  # something is drawn
    assert users_settings.read_text() == SETTINGS
    training = QImage(str(folder / "training-en-dark.png"))
    drawn = {training.pixelColor(x, y).name() for x in range(240, 860, 2) for y in range(100, 660, 2)}
    assert {QColor(DARK.class_0).name(), QColor(DARK.class_1).name(), QColor(DARK.line).name()} <= drawn
