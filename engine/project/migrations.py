"""Files of older versions of the format are brought up to date, one version after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

TABS = ("tensors", "variables", "gradients", "training", "keras")


def _from_0(document: dict[str, Any]) -> dict[str, Any]:
    """At first the tabs stood beside the header, and the one in front was called "front"."""
    header = {key: value for key, value in document.items() if key not in (*TABS, "front", "version")}
    tabs = {key: value for key, value in document.items() if key in TABS}
    return {**header, "version": 1, "tab": document.get("front", ""), "tabs": tabs}


MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _from_0}
"""By version: what makes the document one of the next version."""
