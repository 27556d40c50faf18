"""What went wrong, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.errors import Problem


def problem_text(problem: Problem) -> str:
    """The problem's sentence, translated, with its values; in English where a translation does not fit them."""
    template = QCoreApplication.translate("engine", problem.template)
    try:
        return template.format(**problem.values)
    except (KeyError, IndexError, ValueError):
        return str(problem)
