"""What a lesson is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINK = re.compile(r"\[([^\]]+)\]\((\w+):([^)\s]+)\)")
"""A link of ours: its words, what it does ("try" or "term"), and the name of what it does that to."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown. Its links may be `try:TAB/SETUP`, which sets a tab up, and `term:KEY`, an entry of the glossary."""

    markdown: str

    def links(self, kind: str) -> tuple[str, ...]:
        """The names behind the links of that kind, in their order."""
        return tuple(name for _, found, name in LINK.findall(self.markdown) if found == kind)


@dataclass(frozen=True, slots=True)
class Answer:
    """One of those to choose from. markdown: its words. value: what the program prints, or the type of the exception
    that ends it, where this answer is right."""

    markdown: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """Predict what the program does, then see. after: what is to be said once it has run."""

    program: str
    words: str
    answers: tuple[Answer, ...]
    after: Prose


Part = Prose | Question


@dataclass(frozen=True, slots=True)
class Lesson:
    """key: its name, the same in every language. tab: the key of the tab that it is about. rows: of the curriculum.

    title: plain text.
    """

    key: str
    title: str
    tab: str
    rows: tuple[int, ...]
    parts: tuple[Part, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """In their order."""
        return tuple(part for part in self.parts if isinstance(part, Question))

    def links(self, kind: str) -> tuple[str, ...]:
        """The names behind all links of that kind, in their order."""
        prose = [part if isinstance(part, Prose) else part.after for part in self.parts]
        return tuple(name for one in prose for name in one.links(kind))

    def markdown(self) -> str:
        """The whole lesson for readers who have no TapeLab: links become plain words, answers a list."""
        pieces = [f"## {self.title}"]
        for part in self.parts:
            if isinstance(part, Prose):
                pieces.append(part.markdown)
            else:
                answers = "\n".join(f"- {answer.markdown}" for answer in part.answers)
                pieces += [f"```python\n{part.program}\n```", part.words, answers]
        return LINK.sub(r"\1", "\n\n".join(pieces))
