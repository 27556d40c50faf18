"""A problem is told in the language of the window, whatever its translation is like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from engine.errors import Problem
from gui.problem_text import problem_text

PROBLEM = Problem("Step {step} gave {loss:.2g}.", step=7, loss=1234.5)


def translate(monkeypatch: pytest.MonkeyPatch, translation: str) -> None:
    monkeypatch.setattr(QCoreApplication, "translate", lambda _context, _text: translation)


def test_in_english() -> None:
    assert problem_text(PROBLEM) == "Step 7 gave 1.2e+03."


def test_translated_with_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    translate(monkeypatch, "第 {step} 步")
    assert problem_text(PROBLEM) == "第 7 步"


@pytest.mark.parametrize("broken", ["第 {stpe} 步", "第 {0} 步", "第 {step 步", "{loss:d}"])
def test_a_broken_translation_gives_way_to_english(monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    translate(monkeypatch, broken)
    assert problem_text(PROBLEM) == "Step 7 gave 1.2e+03."
