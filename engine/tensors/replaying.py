"""Carries commands out on a workspace: as they come, or all those of a project, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.tensors.protocol import Clear, FromWorkspace, Make, Remove, RunLine, WorkspaceChange
from engine.tensors.recipes import Given
from engine.tensors.workspace import Workspace


def carry_out(command: WorkspaceChange | Clear, workspace: Workspace) -> None:
    """Changes the workspace, and notes what has changed it. Raises `Problem`, and changes nothing then."""
    before = workspace.items
    match command:
        case RunLine():
            _run_line(command.text, workspace)
        case Make():
            from engine.tensors.running import make_item

            workspace.put(make_item(command, workspace))
        case Remove():
            workspace.remove(command.name)
        case Clear():
            workspace.clear()
    if workspace.items is not before:
        workspace.note(command)


def replay(commands: Sequence[WorkspaceChange], workspace: Workspace) -> None:
    """All of them in turn. Raises `Problem` for the first that cannot be carried out; those before it hold."""
    for number, command in enumerate(commands, 1):
        try:
            carry_out(command, workspace)
        except Problem as problem:
            template = QT_TRANSLATE_NOOP(
                "engine", "Line {number} of the workspace, {line}, cannot be run again: {reason}"
            )
            line = command.text if isinstance(command, RunLine) else command.name
            raise Problem(template, number=number, line=line, reason=str(problem)) from problem


def tensor_of(wanted: FromWorkspace) -> Given:
    """The tensor, with the program that makes it. Raises `Problem`."""
    from engine.tensors.program import making

    workspace = Workspace()
    replay(wanted.commands, workspace)
    item = workspace.items.get(wanted.label)
    if item is None:
        template = QT_TRANSLATE_NOOP("engine", "There is no tensor {name} in the workspace of the project.")
        raise Problem(template, name=wanted.label)
    return Given(wanted.label, item.tensor.numpy(), making(workspace.items.values()), wanted.commands)


def _run_line(text: str, workspace: Workspace) -> None:
    from engine.tensors.lines import read_line
    from engine.tensors.running import run

    line = read_line(text, workspace.items)
    if not line.target and text.strip() in workspace.items:  # a name alone: it is to be seen
        workspace.choose(text.strip())
        return
    workspace.put(run(line, workspace))
