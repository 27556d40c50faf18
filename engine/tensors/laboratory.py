"""The tensor explorer's engine: obeys the window's commands, tells what the workspace looks like."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.loading import load_tensorflow
from engine.protocol import Drawn, Failed, Ready
from engine.tensors.protocol import (
    Attempt,
    Choose,
    Clear,
    Make,
    Origin,
    Redo,
    Remove,
    Restore,
    RunLine,
    Trace,
    TryAssignment,
    Undo,
    WorkspaceCommand,
    WorkspaceEvent,
    WorkspaceFrame,
)
from engine.tensors.replaying import carry_out, replay
from engine.tensors.values import Index
from engine.tensors.workspace import Item, Workspace

if TYPE_CHECKING:
    from engine.tensors.presentation import Presentation
    from engine.tensors.provenance import Tracer


class WorkspaceLaboratory:
    """One workspace, on one thread. `tell` is called with every event.

    A frame is told when something has changed and the last one has been drawn, never otherwise.
    """

    def __init__(self, tell: Callable[[WorkspaceEvent], None]) -> None:
        self._tell = tell
        self._workspace = Workspace()
        self._presentation: Presentation
        self._tracer: Tracer | None = None
        self._origin: Origin | None = None
        self._attempts: tuple[Attempt, ...] = ()
        self._restored = 0
        self._changed = True
        self._drawn = True

    def start(self) -> None:
        """Loads TensorFlow."""
        version = load_tensorflow()
        from engine.tensors.presentation import Presentation

        self._presentation = Presentation()
        self._tell(Ready(version, ()))

    def obey(self, command: WorkspaceCommand) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `Failed`."""
        try:
            self._obey(command)
        except Problem as problem:
            self._fail(command, problem)
        except MemoryError:
            template = QT_TRANSLATE_NOOP("engine", "There is not enough memory for this; nothing was changed.")
            self._fail(command, Problem(template))
        self._offer_frame()

    def work(self) -> float | None:
        """Measures large tensors on, a few milliseconds at a time."""
        if self._presentation.work():
            self._changed = True
            self._offer_frame()
        return None if self._presentation.is_complete else 0.0

    def _obey(self, command: WorkspaceCommand) -> None:
        if isinstance(command, Drawn):
            self._drawn = True
            return
        if isinstance(command, Trace):
            self._trace(command.index)
            return
        if isinstance(command, TryAssignment):
            self._try_assignment(command)
            return
        match command:
            case RunLine() | Make() | Remove() | Clear():
                carry_out(command, self._workspace)
            case Choose():
                self._workspace.choose(command.name)
            case Restore():
                self._restore(command)
            case Undo():
                self._workspace.undo()
            case Redo():
                self._workspace.redo()
            case _:
                assert_never(command)
        self._changed = True
        self._attempts = ()
        self._look_at_first_element()

    def _restore(self, command: Restore) -> None:
        """As far as it goes: what a line before it has made is there, whatever becomes of the line."""
        self._restored = command.number
        self._workspace = Workspace()
        self._changed = True
        self._attempts = ()
        try:
            replay(command.commands, self._workspace)
        finally:
            self._workspace.choose(command.chosen)
            self._workspace.forget_past()
            self._look_at_first_element()

    def _look_at_first_element(self) -> None:
        """So that the picture of where a number comes from is there at once."""
        item = self._workspace.chosen
        self._origin = None
        if item is None:
            self._tracer = None
            return
        from engine.tensors.provenance import Tracer

        if self._tracer is None or self._tracer.item is not item:
            self._tracer = Tracer(item)
        if item.tensor.shape.num_elements():
            self._trace((0,) * item.tensor.shape.rank)

    def _trace(self, index: Index | None) -> None:
        if self._tracer is None:
            return
        self._origin = None if index is None else self._tracer.origin(index)
        self._changed = True

    def _try_assignment(self, command: TryAssignment) -> None:
        item = self._workspace.chosen
        if item is None:
            return
        from engine.tensors.assignment_trials import attempts

        self._attempts = attempts(item.name, item.tensor, command.index, command.value, item.twin)
        self._changed = True

    def _fail(self, command: WorkspaceCommand, problem: Problem) -> None:
        if isinstance(command, RunLine):
            field: str | None = "line"
        else:
            field = problem.field if isinstance(problem, InputError) else None
        self._tell(Failed(0, problem, field))

    def _offer_frame(self) -> None:
        if not self._changed or not self._drawn:
            return
        from engine.tensors.program import program

        self._changed = False
        self._drawn = False
        items: tuple[Item, ...] = tuple(self._workspace.items.values())
        chosen = self._workspace.chosen
        script, script_line = program(items, chosen)
        self._tell(
            WorkspaceFrame(
                entries=self._presentation.entries(items),
                chosen=chosen.name if chosen else "",
                can_undo=self._workspace.can_undo,
                can_redo=self._workspace.can_redo,
                origin=self._origin,
                attempts=self._attempts,
                script=script,
                script_line=script_line,
                commands=self._workspace.commands,
                restored=self._restored,
            )
        )
