"""What is remembered of the guide until next time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

GROUP = "guide"


@dataclass(frozen=True, slots=True)
class GuideChoices:
    """is_open, width: of the panel, in pixels. lesson: the key of the one that is open. read: the keys of the lessons
    that were read to their end. answered: the names of the questions that were answered."""

    is_open: bool = False
    width: int = 344
    lesson: str = ""
    read: Sequence[str] = ()
    answered: Sequence[str] = ()

    def with_read(self, lesson: str) -> GuideChoices:
        """These, and this lesson has been read."""
        return self if lesson in self.read else replace(self, read=(*self.read, lesson))

    def with_answered(self, question: str) -> GuideChoices:
        """These, and this question has been answered."""
        return self if question in self.answered else replace(self, answered=(*self.answered, question))


def question_name(lesson: str, number: int) -> str:
    """A question's name, counted from 0 in its lesson."""
    return f"{lesson}#{number}"
