"""What the sheet says of the data that were chosen."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.reading.own_data import OwnData

MOST_LINES = 100
"""Lines that were left out, of which the numbers are told; they come last, for the tooltip has room for them."""

CLASSES_SHOWN = 6


def about_data(data: OwnData) -> str:
    """How many rows and classes there are, and what became of the gaps."""
    parts = [
        QCoreApplication.translate("own_data", "{count} rows, {features} features").format(
            count=f"{data.size:,}", features=len(data.features)
        ),
        _about_classes(data),
    ]
    if data.prepared.filled:
        template = QCoreApplication.translate("own_data", "gaps filled: {count}")
        parts.append(template.format(count=f"{data.prepared.filled:,}"))
    dropped = data.prepared.dropped
    if len(dropped):
        lines = ", ".join(map(str, dropped[:MOST_LINES].tolist())) + (" …" if len(dropped) > MOST_LINES else "")
        template = QCoreApplication.translate("own_data", "left out for gaps: {count} (lines {lines})")
        parts.append(template.format(count=f"{len(dropped):,}", lines=lines))
    return "  ·  ".join(parts)


def _about_classes(data: OwnData) -> str:
    dataset = data.make()
    counts = np.bincount(dataset.classes, minlength=dataset.class_count).tolist()
    pairs = list(zip(dataset.class_names, counts, strict=True))
    shown = ", ".join(f"{name} {count:,}" for name, count in pairs[:CLASSES_SHOWN])
    more = " …" if len(pairs) > CLASSES_SHOWN else ""
    template = QCoreApplication.translate("own_data", "{count} classes: {classes}")
    return template.format(count=len(pairs), classes=shown + more)
