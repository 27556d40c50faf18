"""Who may import whom: the contracts in pyproject.toml hold, notice what breaks them, and hold at run time too."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

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


BREACHES = {
    "resources.breach": ("engine.datasets", "The window rests on the engine"),
    "engine.breach": ("gui.palette", "The window rests on the engine"),
    "gui.tabs.breach": ("keras", "The window imports no TensorFlow"),
    "gui.breach": ("tensorflow", "The window imports no TensorFlow"),
    "engine.datasets.breach": ("PySide6", "The engine runs without Qt"),
    "engine.training.breach": ("engine.worker", "Nothing in the engine leans on the worker thread"),
}
"""By the module that imports: what it imports, and the contract that it breaks."""


def test_every_breach_is_noticed(tmp_path: Path) -> None:
    for package in ("gui", "engine", "resources"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, (imported, _) in BREACHES.items():
        (tmp_path / f"{module.replace('.', '/')}.py").write_text(f"import {imported}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout
    found, contract = {}, ""
    for line, below in pairwise(done.stdout.split("Broken contracts")[1].splitlines()):
        if below and set(below) == {"-"}:
            contract = line
        elif importing := re.fullmatch(r"- +(\S+) -> (\S+) \(l\.1\)", line):
            found[importing[1]] = (importing[2], re.split("[,:;]", contract)[0])
    assert found == BREACHES


def test_the_window_starts_without_tensorflow() -> None:
    loaded = modules_after("import gui.app")
    assert "gui.app" in loaded
    assert not loaded & {"keras", "tensorflow"}
