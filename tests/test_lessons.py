"""Every lesson is whole, the same in every language, and each of its questions has exactly one right answer."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from engine.lessons import Lesson, MalformedLesson, Prose, glossary, keys, lessons, read_lesson
from engine.lessons.answering import Outcome, run_question
from engine.loading import load_tensorflow
from gui.language import NAMES
from gui.tabs import TABS

OTHERS = [language for language in NAMES if language != "en"]
CURRICULUM = range(1, 24)
LONGEST_LINE = 38
"""Characters of a program that fit into the guide as it is at first."""

CHINESE = re.compile("[\u4e00-\u9fff]")
SETUPS = {f"{spec.key}/{name}" for spec in TABS for name in spec.setups()}
CODE = re.compile(r"`[^`]*`|```.*?```", re.DOTALL)


@pytest.fixture(scope="module", autouse=True)
def tensorflow() -> None:
    load_tensorflow()


@pytest.mark.parametrize("lesson", lessons("en"), ids=lambda lesson: lesson.key)
def test_the_program_decides_for_one_answer_in_every_language(lesson: Lesson) -> None:
    for number, question in enumerate(lesson.questions):
        outcome = run_question(question)
        right = [index for index, answer in enumerate(question.answers) if outcome.is_said_by(answer)]
        assert len(right) == 1, (question.words, outcome)
        for language in OTHERS:
            other = next(one for one in lessons(language) if one.key == lesson.key).questions[number]
            assert other.program == question.program
            assert [answer.value for answer in other.answers] == [answer.value for answer in question.answers]
            assert bool(other.after.markdown) == bool(question.after.markdown)


@pytest.mark.parametrize("language", NAMES)
def test_the_lessons_go_through_the_whole_curriculum_in_order(language: str) -> None:
    assert keys(language) == keys()
    rows = [row for lesson in lessons(language) for row in lesson.rows]
    assert sorted({*rows}) == list(CURRICULUM)
    firsts = [rows.index(row) for row in CURRICULUM]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("number", range(len(keys())), ids=keys())
def test_a_lesson_is_written_as_lessons_are(language: str, number: int) -> None:
    lesson, english = lessons(language)[number], lessons("en")[number]
    assert lesson.tab in {spec.key for spec in TABS}
    assert lesson.links("try") == english.links("try")
    assert sorted(lesson.links("term")) == sorted(english.links("term"))
    assert {*lesson.links("try")} <= SETUPS
    assert {*lesson.links("term")} <= {term.key for term in glossary(language)}
    assert [type(part) for part in lesson.parts] == [type(part) for part in english.parts]
    assert all(len(line) <= LONGEST_LINE for one in lesson.questions for line in one.program.splitlines())
    assert (lesson.rows, lesson.tab) == (english.rows, english.tab)
    assert bool(CHINESE.search(lesson.title)) == (language == "zh_CN")
    for prose in (part for part in lesson.parts if isinstance(part, Prose)):
        assert _links(prose.markdown) == len(prose.links("try")) + len(prose.links("term"))


def test_every_setup_is_of_use_to_a_lesson() -> None:
    assert {link for lesson in lessons("en") for link in lesson.links("try")} == SETUPS


@pytest.mark.parametrize("language", OTHERS)
def test_the_glossary_says_the_same_in_every_language(language: str) -> None:
    english, other = glossary("en"), glossary(language)
    assert [term.key for term in other] == [term.key for term in english]
    assert len({term.key for term in english}) == len(english)
    known = {term.key for term in english}
    for term in (*english, *other):
        assert term.markdown
        assert {*Prose(term.markdown).links("term")} <= known - {term.key}
        assert {*Prose(term.markdown).links("try")} <= SETUPS


@pytest.mark.parametrize("language", OTHERS)
def test_chinese_has_its_own_punctuation(language: str) -> None:
    texts = [lesson.markdown() for lesson in lessons(language)] + [term.markdown for term in glossary(language)]
    for text in texts:
        bare = CODE.sub("`", text)
        assert not re.search("[\u4e00-\u9fff][,.;:!?()]|[,;:!?][\u4e00-\u9fff]", bare), text
        assert not re.search("[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]", bare), text
        assert not re.search("[你您]", bare), text


def test_a_language_without_lessons_has_the_english_ones() -> None:
    assert lessons("fr") == lessons("en")
    assert glossary("fr") == glossary("en")


def test_terms_are_found_by_what_is_typed() -> None:
    found = [term.key for term in glossary("en") if term.is_meant_by(" LEARNING  rate ")]
    assert "learning-rate" in found
    assert not any(term.is_meant_by("no such word") for term in glossary("en"))


# How one is read

WHOLE = """title: A lesson
tab: tensors
rows: 1, 2

Words with [a link](try:tensors/ones).

```predict
print(1 + 1)
```

What is it, and why is it
that?

- `2`, which is even
- [Three](is:3)

> Because of [counting](term:tensor).
> Indeed.

Words after it.
"""


def test_a_lesson_is_read_into_its_parts() -> None:
    lesson = read_lesson("one", WHOLE)
    before, after = lesson.parts[0], lesson.parts[2]
    (question,) = lesson.questions
    assert (lesson.title, lesson.tab, lesson.rows) == ("A lesson", "tensors", (1, 2))
    assert before == Prose("Words with [a link](try:tensors/ones).")
    assert after == Prose("Words after it.")
    assert (question.program, question.words) == ("print(1 + 1)", "What is it, and why is it that?")
    assert [(one.markdown, one.value) for one in question.answers] == [("`2`, which is even", "2"), ("Three", "3")]
    assert question.after == Prose("Because of [counting](term:tensor).\nIndeed.")
    assert lesson.links("try") == ("tensors/ones",)
    assert lesson.links("term") == ("tensor",)
    assert "](" not in lesson.markdown()
    assert "```python\nprint(1 + 1)\n```" in lesson.markdown()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("tab: tensors\n", "", "the header lacks tab"),
        ("rows: 1, 2", "rows: one", "the rows are numbers"),
        ("title: A", "name: A", "'name: A lesson' is no line of the header"),
        ("- [Three](is:3)\n", "", "2 to 4 answers, not 1"),
        ("(is:3)", "(is:2)", "two answers to one question"),
        ("[Three](is:3)", "Three", "the answer 'Three' names no value"),
        ("\nWhat is it, and why is it\nthat?\n", "", "wants a question and answers"),
    ],
)
def test_what_is_no_lesson_is_refused(old: str, new: str, reason: str) -> None:
    assert old in WHOLE
    with pytest.raises(MalformedLesson, match=f"the lesson one: .*{re.escape(reason)}"):
        read_lesson("one", WHOLE.replace(old, new))


def test_a_header_alone_is_no_lesson() -> None:
    with pytest.raises(MalformedLesson, match="there is nothing in it"):
        read_lesson("one", "title: A lesson\ntab: tensors\nrows: 1\n")


def test_a_program_says_what_it_prints_or_how_it_ends() -> None:
    (question,) = read_lesson("one", WHOLE).questions
    assert run_question(question) == Outcome("2")
    (failing,) = read_lesson("one", WHOLE.replace("1 + 1", "1)\nraise ValueError('no'")).questions
    assert run_question(failing) == Outcome("1", "ValueError", "no")
    assert not any(run_question(failing).is_said_by(answer) for answer in failing.answers)


def _links(markdown: str) -> int:
    tokens = MarkdownIt("commonmark").parse(markdown)
    return sum(child.type == "link_open" for token in tokens for child in token.children or ())
