"""What every message to a learner must be like."""

from __future__ import annotations

from engine.errors import InputError, Problem


def assert_is_clear(problem: Problem, field: str | None = None) -> None:
    """One line that ends as a sentence, says the same when the window fills the template in, and names its field."""
    sentence = str(problem)
    assert sentence == problem.template.format(**problem.values)
    assert "\n" not in sentence
    assert sentence.endswith((".", "?"))
    assert len(sentence) < 250
    assert not {"{", "}"} & set(sentence)
    assert (problem.field if isinstance(problem, InputError) else None) == field
