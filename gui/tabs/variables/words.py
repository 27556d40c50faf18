"""What the variable tab says in words: what a call did, and what stayed the same."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.tensors.protocol import Assign, Lane, State, VariableFrame
from gui.controls.code_actions import Subject
from gui.joining import sentences


def about_state(frame: VariableFrame) -> str:
    """What the call that led to the state did."""
    state = frame.states[frame.position]
    if not isinstance(state.command, Assign):
        return _about_start(frame)
    return sentences(_about_method(frame, state), _about_memory(frame, state), _about_change(state))


def about_object(lane: Lane) -> str:
    """Whether the name stands for the object of before."""
    if lane.same_object:
        return QCoreApplication.translate("words", "the same object")
    return QCoreApplication.translate("words", "a new object")


def about_memory(lane: Lane) -> str:
    """Whether the elements lie where they lay; empty where that cannot be seen."""
    if lane.same_memory is None:
        return ""
    if lane.same_memory:
        return QCoreApplication.translate("words", "the same memory")
    return QCoreApplication.translate("words", "other memory")


def count_changed(state: State) -> str:
    """How many elements are different from before, as in `1 of 3 changed`."""
    changed = int(np.count_nonzero(state.changed))
    return QCoreApplication.translate("words", "{changed} of {count} changed").format(
        changed=f"{changed:,}", count=f"{state.changed.size:,}"
    )


def _about_start(frame: VariableFrame) -> str:
    watched = (
        QCoreApplication.translate("words", "Gradient tapes watch it.")
        if frame.trainable
        else QCoreApplication.translate("words", "Gradient tapes do not watch it of their own accord.")
    )
    about = QCoreApplication.translate(
        "words", "A variable holds a tensor that can be replaced: its values change, its shape and dtype stay."
    )
    return sentences(about, watched)


def _about_method(frame: VariableFrame, state: State) -> str:
    assert isinstance(state.command, Assign)
    is_whole = not state.command.target.strip().removeprefix(frame.name).strip()
    if state.command.method == "assign":
        if is_whole:
            return QCoreApplication.translate(
                "words", "All of {name} was replaced, yet it is the same object: whoever holds it sees the new values."
            ).format(name=frame.name)
        return QCoreApplication.translate(
            "words", "Only this part was written; the rest of {name} was not touched."
        ).format(name=frame.name)
    if is_whole:
        return QCoreApplication.translate(
            "words",
            "{method} is what {sign} is in Python, but for the same object: on a Tensor {sign} makes a new one.",
        ).format(method=state.command.method, sign="+=" if state.command.method == "assign_add" else "-=")
    return QCoreApplication.translate(
        "words", "A part of a variable has no {method}, only assign; so the new values are worked out first."
    ).format(method=state.command.method)


def _about_memory(frame: VariableFrame, state: State) -> str:
    lane = state.lanes[2]
    if lane.same_memory is None:
        return ""
    if lane.same_memory:
        return QCoreApplication.translate("words", "The memory is that of before.")
    if isinstance(state.command, Assign) and state.command.method == "assign":
        return QCoreApplication.translate("words", "TensorFlow took over the value's memory instead of copying it.")
    return QCoreApplication.translate("words", "The old memory is in use elsewhere, so the result lies in new memory.")


def _about_change(state: State) -> str:
    if state.wrapped:
        return QCoreApplication.translate(
            "words", "Beyond the range of {dtype}: {count} came in again at its other end, without an error."
        ).format(dtype=state.value.dtype, count=f"{state.wrapped:,}")
    if not state.changed.any():
        return QCoreApplication.translate("words", "No element is different from before.")
    return ""


def program_subject() -> Subject:
    """What the program is about, for those who take it away."""
    translate = QCoreApplication.translate
    return Subject(
        "variable",
        translate("words", "A variable"),
        translate(
            "words",
            "A variable and the calls that change it. Each value is printed: the start, and what every assignment "
            "made of it.",
        ),
    )
