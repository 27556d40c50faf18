"""What the sheet says of the data that were chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.reading.own_data import OwnData

LINES_SHOWN, MOST_LINES = 5, 200
CLASSES_SHOWN = 6


def about_data(data: OwnData) -> str:
    """How many rows and classes there are, and what became of the gaps."""
    parts = [
        QCoreApplication.translate("own_data", "{count} rows, {features} features").format(
            count=f"{data.size:,}", features=len(data.features)
        ),
        _about_classes(data),
    ]
    dropped = data.prepared.dropped
    if len(dropped):
        template = QCoreApplication.translate("own_data", "left out for gaps: {count} (lines {lines})")
        parts.append(template.format(count=f"{len(dropped):,}", lines=dropped_lines(data, LINES_SHOWN)))
    if data.prepared.filled:
        template = QCoreApplication.translate("own_data", "gaps filled: {count}")
        parts.append(template.format(count=f"{data.prepared.filled:,}"))
    return "  ·  ".join(parts)


def about_dropped(data: OwnData) -> str:
    """All lines that were left out, as far as a tooltip has room; empty where none was."""
    if not len(data.prepared.dropped):
        return ""
    template = QCoreApplication.translate("own_data", "Lines with a gap, which are left out: {lines}")
    return template.format(lines=dropped_lines(data, MOST_LINES))


def dropped_lines(data: OwnData, most: int) -> str:
    """The numbers of the first lines that were left out."""
    lines = data.prepared.dropped
    return ", ".join(map(str, lines[:most].tolist())) + (" …" if len(lines) > most else "")


def _about_classes(data: OwnData) -> str:
    dataset = data.make()
    counts = np.bincount(dataset.classes, minlength=dataset.class_count).tolist()
    pairs = list(zip(dataset.class_names, counts, strict=True))
    shown = ", ".join(f"{name} {count:,}" for name, count in pairs[:CLASSES_SHOWN])
    more = " …" if len(pairs) > CLASSES_SHOWN else ""
    template = QCoreApplication.translate("own_data", "{count} classes: {classes}")
    return template.format(count=len(pairs), classes=shown + more)
