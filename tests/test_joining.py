"""Words are put together, and what is not there leaves no trace."""

from __future__ import annotations

import pytest

from gui.joining import listed, sentences


@pytest.mark.parametrize(
    ("parts", "said"), [(("One.", "Two."), "One. Two."), (("", "Two.", ""), "Two."), (("", ""), ""), ((), "")]
)
def test_sentences_stand_one_after_the_other(parts: tuple[str, ...], said: str) -> None:
    assert sentences(*parts) == said


def test_what_is_listed_has_commas_between() -> None:
    assert listed("one", "", "two {braces}", "three") == "one, two {braces}, three"
