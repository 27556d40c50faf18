"""A run for TensorBoard: asks for a folder, and says how to look at it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.saving import Progress
from gui.file_saver import Offer, saver_of


def ask_for_event_folder(widget: QWidget, write: Callable[[Path, Progress], None]) -> None:
    """In the folder that is chosen each run has one of its own, named by the time, so that they can be compared."""
    title = QCoreApplication.translate("event_files", "A folder for TensorBoard's logs")
    name = f"{datetime.now().astimezone():%Y%m%d-%H%M%S}"
    offer = Offer(
        title,
        name,
        "TensorBoard",
        lambda path, progress: write(Path(path), progress),
        is_folder=True,
        note=lambda path: note(Path(path)),
    )
    saver_of(widget).ask(offer)


def note(path: Path) -> str:
    """What is said of a run that was saved there."""
    if importlib.util.find_spec("tensorboard") is None:
        return QCoreApplication.translate(
            "event_files", 'Saved: {path}. To look at it, install TensorBoard: pip install "tapelab[tensorboard]"'
        ).format(path=path)
    return QCoreApplication.translate(
        "event_files", "Saved: {path}. To look at it: tensorboard --logdir {folder}"
    ).format(path=path, folder=path.parent)
