"""The glossary: one Markdown file a language, in which each term is a heading with its key in braces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import resources

FOLDER = "glossary"
HEADING = re.compile(r"(?m)^## (?P<name>.+) \{(?P<key>[a-z-]+)\}$")


@dataclass(frozen=True, slots=True)
class Term:
    """key: the same in every language. markdown: what it means; may link to other terms, and set tabs up."""

    key: str
    name: str
    markdown: str

    def is_meant_by(self, typed: str) -> bool:
        """Whether it is among what somebody looks for who has typed this."""
        wanted = typed.casefold().split()
        text = f"{self.name} {self.key} {self.markdown}".casefold()
        return all(word in text for word in wanted)


@cache
def glossary(language: str) -> tuple[Term, ...]:
    """All terms, those of one subject side by side; in English where there is no such language."""
    name = f"{language}.md" if f"{language}.md" in resources.names(FOLDER) else "en.md"
    text = resources.read_text(f"{FOLDER}/{name}")
    found = list(HEADING.finditer(text))
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    return tuple(
        Term(heading["key"], heading["name"], text[heading.end() : end].strip())
        for heading, end in zip(found, ends, strict=True)
    )
