"""Who may import whom: the contracts in pyproject.toml hold, notice what breaks them, and hold at run time too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on the packages below `root`, not on those that are installed."""
    return subprocess.run(
        [sys.executable, "-c", "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_cache=True))"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def modules_after(code: str) -> set[str]:
    """The modules that are loaded after a fresh Python has run `code`."""
    report = "import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", f"{code}; {report}"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_the_layers_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("resources/breach.py", "import engine.datasets", "The window rests on the engine"),
        ("engine/breach.py", "from gui import palette", "The window rests on the engine"),
        ("gui/breach.py", "import tensorflow", "The window imports no TensorFlow"),
        ("gui/breach.py", "from keras import optimizers", "The window imports no TensorFlow"),
        ("engine/breach.py", "from PySide6.QtCore import QObject", "The engine runs without Qt"),
        ("engine/training/breach.py", "import engine.worker", "Nothing in the engine leans on the worker thread"),
    ],
)
def test_a_breach_is_noticed(tmp_path: Path, module: str, line: str, contract: str) -> None:
    for package in ("gui", "engine", "resources"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / module).write_text(line + "\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    (broken,) = [line for line in done.stdout.splitlines() if " BROKEN" in line]
    assert broken.startswith(contract)


def test_the_window_starts_without_tensorflow() -> None:
    loaded = modules_after("import gui.app")
    assert "gui.app" in loaded
    assert not loaded & {"keras", "tensorflow"}


def test_training_in_the_terminal_starts_without_qt() -> None:
    loaded = modules_after("from gui.__main__ import main; assert main(['train', '--steps', '1']) == 0")
    assert "tensorflow" in loaded
    assert not loaded & {"PySide6", "pyqtgraph", "shiboken6"}
