"""Runs the program of a question, to see what it does.

Only programs of lessons that the program ships are run in this way, never what a user has typed or a file has brought.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.lessons.lesson import Answer, Question

LONGEST_MESSAGE = 400
"""Characters of what an exception says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """printed: all that the program printed. error: the type of the exception that ended it, "" for none, and
    message, what it says."""

    printed: str
    error: str = ""
    message: str = ""

    @property
    def value(self) -> str:
        """What the right answer says."""
        return self.error or self.printed

    def is_said_by(self, answer: Answer) -> bool:
        """Whether the answer is right."""
        return answer.value == self.value


def run_question(question: Question) -> Outcome:
    """Runs its program on this thread. `tf`, `keras` and `np` are there, as in the programs of the book."""
    import keras
    import numpy as np
    import tensorflow as tf

    printed: list[str] = []

    def note(*values: Any, sep: str = " ") -> None:
        printed.append(sep.join(map(str, values)))

    names: dict[str, Any] = {"__name__": "question", "tf": tf, "keras": keras, "np": np, "print": note}
    try:
        exec(compile(question.program, "<question>", "exec"), names)
    except Exception as error:
        return Outcome("\n".join(printed), type(error).__name__, _brief(str(error)))
    return Outcome("\n".join(printed))


def _brief(message: str) -> str:
    text = " ".join(message.split())
    return text if len(text) <= LONGEST_MESSAGE else f"{text[:LONGEST_MESSAGE]}…"
