"""Puts words together as the language in force does: Chinese has no blank after a full stop, and a comma of its own."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QCoreApplication


def sentences(*parts: str) -> str:
    """One after the other; those that are empty are left out."""
    template = QCoreApplication.translate("joining", "{first} {second}")
    return _joined(template, parts)


def listed(*parts: str) -> str:
    """As in `the same object, the same memory`; those that are empty are left out."""
    template = QCoreApplication.translate("joining", "{first}, {second}")
    return _joined(template, parts)


def _joined(template: str, parts: tuple[str, ...]) -> str:
    there = [part for part in parts if part]
    return reduce(lambda first, second: template.format(first=first, second=second), there) if there else ""
