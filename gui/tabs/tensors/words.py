"""What the tensor tab says in words."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from engine.tensors.protocol import Attempt, Entry, WorkspaceFrame
from engine.tensors.values import Index, Kind
from gui.controls.code_actions import Subject
from gui.controls.tensor_view.number_format import exact_text


def right_side(entry: Entry) -> str:
    """What made the tensor, without its name: `= matmul(a, b)` or `*= d`."""
    name = re.escape(entry.name)
    line = re.sub(rf"^\s*{name}\s*(?=[-+*/%@&|]*=(?!=))", "", entry.line.strip())
    return line if line != entry.line.strip() else f"= {line}"


def about_frame(frame: WorkspaceFrame, entry: Entry | None, hovered: Index | None) -> str:
    """One line: what is under the pointer, or what there is to do."""
    translate = QCoreApplication.translate
    if entry is None:
        return translate("words", "The workspace is empty.")
    if hovered is not None and len(hovered) == len(entry.value.shape):
        subscript = f"[{', '.join(map(str, hovered))}]" if hovered else ""
        return f"{entry.name}{subscript} = {exact_text(entry.value.array[hovered])}"
    if not entry.value.array.size:
        return translate("words", "{name} has no elements: one of its dimensions is 0.").format(name=entry.name)
    if frame.origin is not None:
        return translate("words", "Hover an element of {name} to see where its number comes from.").format(
            name=entry.name
        )
    if entry.density is not None:
        return translate(
            "words", "{name} is random: Stats shows how its numbers are spread, and how theory expects them."
        ).format(name=entry.name)
    return translate("words", "Go on from {name}: type a line such as {example}, and Enter.").format(
        name=entry.name, example=_example(entry)
    )


def about_attempts(attempts: tuple[Attempt, ...]) -> str:
    """Why the assignment into the tensor fails, and what works."""
    found = next((attempt.why for attempt in attempts if attempt.kind == Kind.TENSOR.value and attempt.why), "")
    return QCoreApplication.translate("engine", found) if found else ""


def _example(entry: Entry) -> str:
    if entry.value.dtype == "string":
        return f"{entry.name}[0]" if entry.value.shape else entry.name
    return f"square({entry.name})"


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "tensors",
        translate("words", "Tensors"),
        translate(
            "words",
            "The tensors of a workspace: each line makes one of them, from the ones before it. At the end all of them "
            "are printed.",
        ),
    )
