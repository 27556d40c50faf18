"""Where TapeLab writes what went wrong: a file that starts anew before it grows large, and one for a hard crash."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
from pathlib import Path
from typing import TextIO

import psutil
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

NAME, CRASH_NAME, PUT_ASIDE = "tapelab.log", "crash-{process}.log", "last-crash.log"
MOST_BYTES, MOST_OLDER = 1 << 20, 2
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger("tapelab")


def usual_folder() -> Path:
    """Where the system keeps what belongs to a program and a user."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


class LogFile:
    """Takes over what `logging` is told, and what Python can still write when the process dies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handler: logging.Handler | None = None
        self._crash: TextIO | None = None
        self.crashed_before: Path | None = None  # what the last process left behind, if it died

    @property
    def path(self) -> Path:
        """The file with all that was logged."""
        return self.folder / NAME

    @property
    def crash_path(self) -> Path:
        """The file with where every thread was when the process died."""
        return self.folder / CRASH_NAME.format(process=os.getpid())

    def shown(self, path: Path) -> str:
        """The path as a sentence has room for it: with ~ for the user's own folder."""
        home = Path.home()
        return f"~{os.sep}{path.relative_to(home)}" if path.is_relative_to(home) else str(path)

    def open(self) -> bool:
        """Begins to write; False where the folder cannot be written to, and then all goes on without a file."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handler = logging.handlers.RotatingFileHandler(
                self.path, maxBytes=MOST_BYTES, backupCount=MOST_OLDER, encoding="utf-8"
            )
            self.crashed_before = self._put_aside()
            self._crash = self.crash_path.open("a", encoding="utf-8")
        except OSError as error:
            log.warning("no log file: %s", error)
            return False
        handler.setFormatter(logging.Formatter(FORMAT))
        logging.getLogger().addHandler(handler)
        self._handler = handler
        faulthandler.enable(self._crash)
        return True

    def close(self) -> None:
        """Writes no more."""
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None
            self.crash_path.unlink(missing_ok=True)
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _put_aside(self) -> Path | None:
        """What windows that are gone have left; nothing where they were closed as they should be."""
        found = None
        for path in self.folder.glob(CRASH_NAME.format(process="*")):
            process = path.stem.rpartition("-")[2]
            if process.isdecimal() and psutil.pid_exists(int(process)) and int(process) != os.getpid():
                continue
            if path.stat().st_size:
                found = path.replace(self.folder / PUT_ASIDE)
            else:
                path.unlink(missing_ok=True)
        return found

    def show_folder(self) -> None:
        """Opens it where the system shows files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))
