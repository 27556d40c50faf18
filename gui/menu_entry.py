"""TapeLab in the menu of the desktop, for this user: `tapelab menu`, and `tapelab menu --remove`.

pip puts the same files beside the program (pyproject.toml), where the desktop looks if that is the user's own folder or
the system's; into a virtual environment, such as pipx makes for each program, no desktop looks. Knows no Qt.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import resources

FILES = {
    "desktop/tapelab.desktop": "applications/tapelab.desktop",
    "desktop/tapelab.xml": "mime/packages/tapelab.xml",
    "icons/tapelab.svg": "icons/hicolor/scalable/apps/tapelab.svg",
}
"""The resource, and where it belongs in a folder of shared data."""

UPDATES = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
COMMAND = "tapelab-gui"


def shared_data() -> Path:
    """The user's own folder of what programs share."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def is_possible() -> bool:
    """Whether the desktop keeps its menu in such files."""
    return sys.platform not in ("win32", "darwin")


def add(folder: Path) -> list[Path]:
    """Writes the files; the menu then starts the program that is running now. Raises `OSError`."""
    written = []
    for resource, place in FILES.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        text = resources.read_text(resource)
        path.write_text(text.replace(f"Exec={COMMAND}", f"Exec={_quoted(_program())}"), encoding="utf-8")
        written.append(path)
    _tell(folder)
    return written


def remove(folder: Path) -> list[Path]:
    """Takes them away again; gives those that were there. Raises `OSError`."""
    found = [folder / place for place in FILES.values() if (folder / place).exists()]
    for path in found:
        path.unlink()
    _tell(folder)
    return found


def _program() -> str:
    """The command beside the one that is running, else the one that is found by its name."""
    if getattr(sys, "frozen", False):
        return sys.executable
    beside = Path(sys.argv[0]).absolute().with_name(COMMAND)
    return str(beside) if beside.exists() else shutil.which(COMMAND) or COMMAND


def _quoted(program: str) -> str:
    """As the Desktop Entry Specification wants a path with characters of its own."""
    if not any(character in program for character in " \t\n\"'\\><~|&;$*?#()`"):
        return program
    escaped = "".join(f"\\\\{character}" if character in '"`$\\' else character for character in program)
    return f'"{escaped}"'


def _tell(folder: Path) -> None:
    """Desktops notice by themselves sooner or later; where these commands are, at once."""
    for command, place in UPDATES:
        if shutil.which(command) and (folder / place).is_dir():
            subprocess.run([command, str(folder / place)], capture_output=True, check=False)
