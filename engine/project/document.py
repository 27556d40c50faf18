"""The document around what the tabs keep."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.project.codec import plain, typed
from engine.project.migrations import MIGRATIONS
from engine.project.problem import Misfit, not_a
from engine.project.reading import read_json

ENDING = ".tapelab"
FORMAT = "tapelab"
VERSION = 1
ENTRIES = ("format", "version", "written_by", "tab", "tabs")

Kinds = Mapping[str, type[Any]]
"""By the key of each tab: the dataclass of its state."""


@dataclass(frozen=True, slots=True)
class Project:
    """tab: the key of the one in front, "" for any. states: by the key of each tab, what it keeps."""

    tab: str
    states: Mapping[str, Any]

    def encoded(self) -> bytes:
        """The file's content."""
        document = {
            "format": FORMAT,
            "version": VERSION,
            "written_by": f"TapeLab {importlib.metadata.version('tapelab')}",
            "tab": self.tab,
            "tabs": {key: plain(state) for key, state in self.states.items()},
        }
        return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1).encode()

    @staticmethod
    def decoded(data: bytes, kinds: Kinds) -> Project:
        """What `encoded` gave, also that of an older TapeLab. Raises `Problem` for anything else."""
        document = _up_to_date(read_json(data))
        for key in document:
            if key not in ENTRIES:
                raise _unknown(key)
        tab, tabs = document.get("tab", ""), document.get("tabs")
        if not isinstance(tab, str) or tab not in ("", *kinds):
            raise not_a("tab", " or ".join(f"“{key}”" for key in kinds), tab)
        if not isinstance(tabs, dict):
            raise not_a("tabs", "an object", tabs)
        for key in tabs:
            if key not in kinds:
                raise _unknown(f"tabs.{key}")
        return Project(tab, {key: typed(value, kinds[key], f"tabs.{key}") for key, value in tabs.items()})


def _up_to_date(document: Any) -> dict[str, Any]:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Problem(QT_TRANSLATE_NOOP("engine", "This is no project of TapeLab's: it does not say that it is one."))
    version = document.get("version")
    if type(version) is not int or version < 0:
        raise not_a("version", "a whole number", version)
    if version > VERSION:
        template = QT_TRANSLATE_NOOP(
            "engine", "This project was made by a newer TapeLab ({program}); update TapeLab to open it."
        )
        raise Problem(template, program=document.get("written_by", version))
    while version < VERSION:
        document = MIGRATIONS[version](document)
        version += 1
    return dict(document)


def _unknown(place: str) -> Misfit:
    template = QT_TRANSLATE_NOOP(
        "engine", "This project cannot be opened: {place} is nothing that TapeLab knows. Nothing was changed."
    )
    return Misfit(place, template)
