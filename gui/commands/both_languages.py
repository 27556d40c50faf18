"""Words of the window in the language that is not in force, so that they are found under either name."""

from __future__ import annotations

import xml.etree.ElementTree as Xml
from functools import cache

import resources
from gui import language


@cache
def _names() -> dict[str, frozenset[str]]:
    """By a text, in English or translated, what else it is called. A translation file is of ours: it is well formed."""
    found: dict[str, set[str]] = {}
    for code in language.available():
        name = f"tapelab_{code}.ts"
        if name not in resources.names("translations"):
            continue
        for message in Xml.fromstring(resources.read_text(f"translations/{name}")).iter("message"):
            source, translated = message.findtext("source") or "", message.findtext("translation") or ""
            if source and translated and source != translated:
                found.setdefault(source, set()).add(translated)
                found.setdefault(translated, set()).add(source)
    return {text: frozenset(others) for text, others in found.items()}


def other_names(text: str) -> tuple[str, ...]:
    """What the text is in the other languages; nothing where it is put together of parts."""
    return tuple(sorted(_names().get(text, ())))
