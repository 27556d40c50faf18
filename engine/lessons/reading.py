"""Reads lessons, which are Markdown with a small header; resources/lessons/README.md says how one is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

import resources
from engine.lessons.lesson import Answer, Lesson, Part, Prose, Question

FOLDER = "lessons"
PREDICT = "predict"
CODE = re.compile(r"`([^`]+)`")
SAYS = re.compile(r"\[([^\]]+)\]\(is:([^)]+)\)")
FEWEST, MOST = 2, 4
"""Answers to a question."""

HEADER = ("title", "tab", "rows")


class MalformedLesson(ValueError):
    """A lesson that is not written as one; says which, and what is wrong."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"the lesson {key}: {reason}")


def keys(language: str = "en") -> tuple[str, ...]:
    """The names of the lessons that there are in this language, in their order."""
    return tuple(name.removesuffix(".md") for name in resources.names(f"{FOLDER}/{language}") if name.endswith(".md"))


@cache
def lessons(language: str) -> tuple[Lesson, ...]:
    """All of them in their order, in this language; English where it has none. Raises `MalformedLesson`."""
    spoken = keys(language) if language in resources.folders(FOLDER) else ()
    return tuple(
        read_lesson(key, resources.read_text(f"{FOLDER}/{language if key in spoken else 'en'}/{key}.md"))
        for key in keys()
    )


def read_lesson(key: str, text: str) -> Lesson:
    """The lesson of this text. Raises `MalformedLesson`."""
    head, _, body = text.strip().partition("\n\n")
    header = {}
    for line in head.splitlines():
        name, colon, value = line.partition(":")
        if not colon or name not in HEADER:
            raise MalformedLesson(key, f"{line!r} is no line of the header; it has {', '.join(HEADER)}")
        header[name] = value.strip()
    for name in HEADER:
        if not header.get(name):
            raise MalformedLesson(key, f"the header lacks {name}")
    return Lesson(key, header["title"], header["tab"], _rows(key, header["rows"]), _parts(key, body))


def _rows(key: str, text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+(, \d+)*", text):
        raise MalformedLesson(key, f"the rows are numbers with commas between them, not {text!r}")
    return tuple(map(int, text.split(", ")))


def _parts(key: str, body: str) -> tuple[Part, ...]:
    """Prose up to a fenced block called `predict`, which begins a question, and so on."""
    lines = body.splitlines()
    blocks = _blocks(body)
    parts: list[Part] = []
    said = 0  # the first line that is in no part yet
    at = 0
    while at < len(blocks):
        if blocks[at].type == "fence" and blocks[at].info.strip() == PREDICT:
            parts += _prose(lines, said, _span(blocks[at])[0])
            question, count = _question(key, lines, blocks[at : at + 4])
            parts.append(question)
            at += count
            said = _span(blocks[at - 1])[1]
        else:
            at += 1
    parts += _prose(lines, said, len(lines))
    if not parts:
        raise MalformedLesson(key, "there is nothing in it")
    return tuple(parts)


def _question(key: str, lines: Sequence[str], blocks: Sequence[Token]) -> tuple[Question, int]:
    """The program, the question, the answers, and in a quotation, which may be left out, what to say in the end."""
    kinds = tuple(block.type for block in blocks)
    if kinds[:3] != ("fence", "paragraph_open", "bullet_list_open"):
        raise MalformedLesson(key, f"a program to predict wants a question and answers after it, not {kinds[1:]}")
    program = blocks[0].content.rstrip("\n")
    answers = tuple(_answer(key, item) for item in _items(_text(lines, blocks[2])))
    if not FEWEST <= len(answers) <= MOST:
        raise MalformedLesson(key, f"a question has {FEWEST} to {MOST} answers, not {len(answers)}")
    if len({answer.value for answer in answers}) < len(answers):
        raise MalformedLesson(key, f"two answers to one question say the same: {[one.value for one in answers]}")
    has_after = kinds[3:] == ("blockquote_open",)
    after = re.sub(r"(?m)^> ?", "", _text(lines, blocks[3])) if has_after else ""
    words = " ".join(_text(lines, blocks[1]).split("\n"))
    return Question(program, words, answers, Prose(after)), 4 if has_after else 3


def _answer(key: str, item: str) -> Answer:
    """`[words](is:value)`, or words of which the first piece of code is the value."""
    said, code = SAYS.search(item), CODE.search(item)
    if said is not None:
        return Answer(SAYS.sub(r"\1", item), said[2])
    if code is None:
        raise MalformedLesson(key, f"the answer {item!r} names no value: `so`, or as [words](is:value)")
    return Answer(item, code[1])


def _items(text: str) -> list[str]:
    return [" ".join(item.split()) for item in re.split(r"(?m)^- ", text) if item.strip()]


def _prose(lines: Sequence[str], start: int, end: int) -> list[Prose]:
    text = "\n".join(lines[start:end]).strip()
    return [Prose(text)] if text else []


def _blocks(body: str) -> list[Token]:
    """The outermost blocks, each by the token that begins it."""
    tokens = MarkdownIt("commonmark").parse(body)
    return [token for token in tokens if token.level == 0 and token.nesting >= 0 and token.map is not None]


def _span(block: Token) -> tuple[int, int]:
    assert block.map is not None
    return block.map[0], block.map[1]


def _text(lines: Sequence[str], block: Token) -> str:
    start, end = _span(block)
    return "\n".join(lines[start:end]).strip()
