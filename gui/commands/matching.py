"""How well a few typed letters fit a text: whole words before parts of words before scattered letters."""

from __future__ import annotations

from collections.abc import Sequence

NOTHING = 0.0


def score(typed: str, texts: Sequence[str]) -> float:
    """0 where a word that was typed is in none of the texts; else the larger the better. Of the texts, the best counts.

    The words may be typed in any order, and of each the letters between may be left out.
    """
    words = typed.casefold().split()
    if not words:
        return 1.0
    total = NOTHING
    for word in words:
        best = max((_score(word, text.casefold()) / (1 + 0.2 * place) for place, text in enumerate(texts)), default=0.0)
        if best == NOTHING:
            return NOTHING
        total += best
    return total / len(words)


def _score(word: str, text: str) -> float:
    if not text:
        return NOTHING
    at = text.find(word)
    if at >= 0:
        begins = at == 0 or not text[at - 1].isalnum()
        return (4.0 if at == 0 else 3.0 if begins else 2.0) + len(word) / len(text)
    # In their order, with others between: the fewer others, the better. One letter says nothing.
    if len(word) < 2:
        return NOTHING
    first = place = text.find(word[0])
    for letter in word[1:]:
        place = text.find(letter, place + 1)
        if place < 0 or first < 0:
            return NOTHING
    spread = (place - first + 1) / len(word)
    return 1.0 / spread if spread <= 4 else NOTHING
