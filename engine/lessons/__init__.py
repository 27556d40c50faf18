"""Lessons: short texts with links that set a tab up, and questions that the running program answers."""

from engine.lessons.glossary import Term, glossary
from engine.lessons.lesson import Answer, Lesson, Part, Prose, Question
from engine.lessons.reading import MalformedLesson, keys, lessons, read_lesson

__all__ = [
    "Answer",
    "Lesson",
    "MalformedLesson",
    "Part",
    "Prose",
    "Question",
    "Term",
    "glossary",
    "keys",
    "lessons",
    "read_lesson",
]
