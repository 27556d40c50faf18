"""Writes a variable's story as a Python program that prints each of its states."""

from __future__ import annotations

from engine.tensors.story import Story


def story_script(story: Story) -> tuple[str, tuple[int, ...]]:
    """The program, and for each state that is kept the number, from 1, of the line that led to it."""
    lines = list(story.opening)
    call_lines = [len(lines)]
    show = f"print({story.name}.numpy())"
    lines.append(show)
    calls = [*story.dropped, *(state.call for state in story.states)]
    for call in calls[1:]:
        lines.append(call)
        call_lines.append(len(lines))
        lines.append(show)
    return "\n".join(lines) + "\n", tuple(call_lines[len(story.dropped) :])
