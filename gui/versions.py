"""What exactly is at work here, for the About box and for whoever reports a bug; loads none of it."""

from __future__ import annotations

import importlib.metadata
import platform

from PySide6.QtCore import QLibraryInfo, QSysInfo
from PySide6.QtGui import QGuiApplication

PACKAGES = {
    "TapeLab": "tapelab",
    "TensorFlow": "tensorflow",
    "Keras": "keras",
    "NumPy": "numpy",
    "PySide6": "PySide6-Essentials",
    "pyqtgraph": "pyqtgraph",
    "SymPy": "sympy",
}


def versions() -> dict[str, str]:
    """By name, TapeLab first; "–" for what is not installed."""
    found = {name: _version(package) for name, package in PACKAGES.items()}
    found["Qt"] = QLibraryInfo.version().toString()
    found["Python"] = platform.python_version()
    found["System"] = f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}"
    return found


def report() -> str:
    """The same as lines of text, in English whatever the language, and how the window is drawn."""
    lines = [f"{name}: {version}" for name, version in versions().items()]
    screen = QGuiApplication.primaryScreen()
    size = f", screen {screen.size().width()} × {screen.size().height()}" if screen is not None else ""
    ratio = f" at {screen.devicePixelRatio():g}" if screen is not None else ""
    return "\n".join([*lines, f"Window system: {QGuiApplication.platformName()}{size}{ratio}"]) + "\n"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "–"
