"""What the program ships besides code: icons, fonts, the style sheet, translations. Imports nothing of ours."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def read_bytes(path: str) -> bytes:
    """The resource at `path`, as in `fonts/Inter-Regular.otf`. Raises `FileNotFoundError`."""
    return files(__name__).joinpath(path).read_bytes()


def read_text(path: str) -> str:
    """The UTF-8 text at `path`, as in `icons/play.svg`. Raises `FileNotFoundError`."""
    return files(__name__).joinpath(path).read_text(encoding="utf-8")


def path(name: str) -> Path:
    """Where the resource is in the file system, for what wants a file. Raises `FileNotFoundError`."""
    return Path(str(files(__name__).joinpath(name))).resolve(strict=True)


def names(folder: str) -> tuple[str, ...]:
    """The files in `folder`, sorted by name."""
    return tuple(sorted(entry.name for entry in files(__name__).joinpath(folder).iterdir() if entry.is_file()))


def folders(folder: str) -> tuple[str, ...]:
    """The folders in `folder`, sorted by name."""
    return tuple(sorted(entry.name for entry in files(__name__).joinpath(folder).iterdir() if entry.is_dir()))
