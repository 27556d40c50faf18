"""The machine that was measured."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("tensorflow", "keras", "numpy", "PySide6-Essentials", "pyqtgraph")


def facts() -> dict[str, str | float]:
    """What the figures depend on; the load is that of the minute before, 0 on a still machine."""
    return {
        "system": platform.platform(),
        "processor": processor(),
        "cores": os.cpu_count() or 1,
        **({"load": round(os.getloadavg()[0], 2)} if hasattr(os, "getloadavg") else {}),
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
    }


def processor() -> str:
    """Its name, as far as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
