"""The frozen program runs by itself: it trains, shows every tab, and loads a model. `make app` builds and tries it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from engine.keras_lab.loading_apart import REFUSED
from gui.tabs import TABS

FOLDER = os.environ.get("TAPELAB_APP", "")

pytestmark = [
    pytest.mark.skipif(not FOLDER, reason="`make app` builds what this tries, which takes minutes"),
    pytest.mark.timeout(600),
]


def run(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    program = Path(FOLDER).resolve() / "TapeLab"
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [str(program), *arguments],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


def test_it_knows_its_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout[:8]) == (0, "tapelab "), done.stderr


def test_it_trains_as_the_program_from_source_does(capsys: pytest.CaptureFixture[str]) -> None:
    from gui.__main__ import main

    options = ("train", "--steps", "3", "--json")
    done = run(*options)
    assert done.returncode == 0, done.stderr
    assert main(options) == 0
    assert json.loads(done.stdout.splitlines()[-1]) == json.loads(capsys.readouterr().out.splitlines()[-1])


def test_it_shows_every_tab_after_its_example(tmp_path: Path) -> None:
    done = run("screenshots", str(tmp_path), "--language", "zh_CN", "--theme", "contrast")
    assert done.returncode == 0, done.stderr
    for spec in TABS:
        assert QImage(str(tmp_path / f"{spec.key}-zh_CN-contrast.png")).width() == 1280


def test_it_is_its_own_child_that_loads_a_model(tmp_path: Path) -> None:
    """One that is broken, which that child alone can say."""
    (tmp_path / "broken.keras").write_bytes(b"nonsense")
    (tmp_path / "layers.json").write_text("[[2, 1], [1]]")
    done = run("-m", "engine.keras_lab.loading_apart", "broken.keras", "layers.json", "weights", folder=tmp_path)
    assert done.returncode == REFUSED, done.stderr
    assert done.stdout.strip()
