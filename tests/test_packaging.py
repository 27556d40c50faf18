"""What is shipped and what is locked: the wheel, and requirements.txt against pyproject.toml."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from gui import menu_entry

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def locked() -> list[Requirement]:
    """Every package in the lock, without its hashes."""
    entries = LOCK.replace("\\\n", " ").splitlines()
    return [Requirement(re.sub(r"\s--hash=\S+", "", entry)) for entry in entries if re.match(r"\w", entry)]


def locked_version(name: str, python: str) -> str:
    """The version that the lock gives a Python; there has to be exactly one."""
    environment = {"python_version": python, "python_full_version": f"{python}.0"}
    (version,) = [
        str(requirement.specifier).removeprefix("==")
        for requirement in locked()
        if canonicalize_name(requirement.name) == canonicalize_name(name)
        and (requirement.marker is None or requirement.marker.evaluate(environment))
    ]
    return version


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("tapelab-*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_the_lock_names_no_address() -> None:
    assert "://" not in LOCK
    assert not re.search(r"^\s*-(?!-hash=sha256:)", LOCK, re.MULTILINE)


def test_everything_locked_is_pinned_and_hashed() -> None:
    entries = [entry for entry in LOCK.replace("\\\n", " ").splitlines() if re.match(r"\w", entry)]
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_is_up_to_date(python: str) -> None:
    wanted = [
        *PROJECT["dependencies"],
        *(entry for extra in PROJECT["optional-dependencies"].values() for entry in extra),
    ]
    for requirement in map(Requirement, wanted):
        if requirement.marker is None or requirement.marker.evaluate({"python_version": python}):
            version = locked_version(requirement.name, python)
            assert requirement.specifier.contains(version, prereleases=True), f"{requirement}: run `make lock`"


def test_python_3_11_gets_a_pyside_that_keeps_its_references() -> None:
    """PySide6 6.12 drops references to None and True, and Python 3.11 aborts of it."""
    assert locked_version("PySide6-Essentials", "3.11").startswith("6.11.")
    assert locked_version("shiboken6", "3.11").startswith("6.11.")


def test_the_wheel_holds_every_module_and_resource_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    shipped = {name for name in wheel.namelist() if ".dist-info/" not in name}
    expected = {
        path.relative_to(ROOT).as_posix()
        for package in ("gui", "engine", "resources")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = f"tapelab-{PROJECT['version']}.data/data/share"
    assert shipped - expected == {f"{data}/{place}" for place in menu_entry.FILES.values()}
    assert expected <= shipped


def test_the_wheel_installs_the_command(wheel: zipfile.ZipFile) -> None:
    dist_info = f"tapelab-{PROJECT['version']}.dist-info"
    assert "tapelab = gui.__main__:main" in wheel.read(f"{dist_info}/entry_points.txt").decode()
    assert "tapelab-gui = gui.__main__:main" in wheel.read(f"{dist_info}/entry_points.txt").decode()
    assert f"{dist_info}/licenses/LICENSE" in wheel.namelist()
