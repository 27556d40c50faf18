"""What Keras's documentation says of a class and of its arguments, cut to a line."""

from __future__ import annotations

import inspect
import re
from functools import cache
from typing import Any

LONGEST_HELP = 240
SHORT = 45
"""Characters: a sentence shorter than that is told together with the next."""

ARGUMENT = re.compile(r"^ {4}`?\*{0,2}(\w+)`?(?: \(.*?\))?:", re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=[.!?])(?<!e\.g\.)(?<!i\.e\.)\s+(?=[A-Z`\"(\[])")
ABOUT_TYPE = re.compile(
    r"^(an? )?\(?(optional|python|constant)?\)?,?\s*(python )?(a )?"
    r"(float(ing point)?|int(eger)?|bool(ean)?|str(ing)?|scalar)( value| hyperparameter)?( or `?none`?)?\b",
    re.IGNORECASE,
)


def summary(cls: Any) -> str:
    """The first sentence about a class or a function."""
    return _sentences(SENTENCE_END.split(_plain((inspect.getdoc(cls) or "").split("\n\n")[0])), 1)


@cache
def argument_texts(cls: type) -> dict[str, str]:
    """What the class's documentation says of each argument, on one line each; nothing where it has no such part."""
    text = inspect.getdoc(cls) or ""
    for owner in cls.__mro__:  # what a class says nothing of, the class that it is built on may
        if owner is not cls and owner.__module__.startswith("keras"):
            text += "\n\n" + (inspect.getdoc(owner) or "")
    found: dict[str, str] = {}
    for part in re.split(r"(?:^|\n)(?:Args|Arguments):\n", text)[1:]:
        block = re.split(r"\n(?=\S)", part)[0]
        starts = [*ARGUMENT.finditer(block)]
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            end = len(block) if following is None else following.start()
            found.setdefault(start[1], " ".join(block[start.end() : end].split()))
    return found


def argument_help(text: str) -> str:
    """The line of help in what is said of an argument: what it does, rather than of which type it is."""
    sentences = [
        sentence
        for sentence in SENTENCE_END.split(_plain(text))
        if not re.match(r"(\w+,? )?defaults to\b|\(?optional\)?\.?$", sentence, re.IGNORECASE)
    ]
    while len(sentences) > 1 and _is_about_type(sentences[0]):
        del sentences[0]
    told = _sentences(sentences, 2 if len(sentences[0]) < SHORT else 1) if sentences else ""
    told = re.sub(r"^\(optional\) *", "", told, flags=re.IGNORECASE)
    return told[:1].upper() + told[1:]


def quoted_words(text: str) -> tuple[str, ...]:
    """The words that stand in quotation marks, each once."""
    return tuple(dict.fromkeys(re.findall(r"[\"'](\w+)[\"']", text)))


def _plain(text: str) -> str:
    """Without the marks of Markdown, and what Keras left standing by mistake."""
    text = re.sub(r"\{\{.*?\}\}| name: String\..*", "", " ".join(text.split()))
    text = re.sub(r"\[([^\]]+)\]\(\s*\S+?\)", r"\1", text)
    return text.replace("`", "").strip()


def _is_about_type(sentence: str) -> bool:
    return bool(ABOUT_TYPE.match(sentence)) and (len(sentence) < 40 or "tensor" in sentence or "callable" in sentence)


def _sentences(sentences: list[str], count: int) -> str:
    told = " ".join(sentences[:count]).strip()
    return told if len(told) <= LONGEST_HELP else f"{told[:LONGEST_HELP].rsplit(' ', 1)[0]}…"
