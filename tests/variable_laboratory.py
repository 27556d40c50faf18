"""A variable laboratory to give commands to, which has every frame drawn at once."""

from __future__ import annotations

from engine.protocol import Drawn, Failed
from engine.tensors.protocol import (
    Assign,
    Lane,
    MakeVariable,
    State,
    VariableCommand,
    VariableEvent,
    VariableFrame,
)
from engine.tensors.recipes import Recipe
from engine.tensors.variables import VariableLaboratory


class Bench:
    """Keeps the last frame and what failed since."""

    def __init__(self, **limits: int) -> None:
        self.events: list[VariableEvent] = []
        self.laboratory = VariableLaboratory(self.events.append, **limits)
        self._frame: VariableFrame | None = None

    @property
    def frame(self) -> VariableFrame:
        """The last one that was told."""
        assert self._frame is not None
        return self._frame

    @property
    def state(self) -> State:
        """The one that is looked at."""
        return self.frame.states[self.frame.position]

    @property
    def lanes(self) -> tuple[Lane, Lane, Lane]:
        return self.state.lanes

    def values(self) -> object:
        """The variable's, as nested lists."""
        return self.state.value.array.tolist()

    def does(self, command: VariableCommand) -> Failed | None:
        """Carries it out; gives what was told of a failure."""
        self.events.clear()
        self.laboratory.obey(command)
        failed = None
        for event in self.events:
            if isinstance(event, VariableFrame):
                self._frame = event
            elif isinstance(event, Failed):
                failed = event
        self.laboratory.obey(Drawn())
        return failed

    def makes(self, recipe: Recipe, name: str = "x", trainable: bool = True) -> Failed | None:
        return self.does(MakeVariable(name, recipe, trainable))

    def assigns(self, target: str, value: str, method: str = "assign") -> None:
        """Does what is known to work."""
        failed = self.does(Assign(method, target, value))
        assert failed is None, failed

    def refuses(self, target: str, value: str, method: str = "assign") -> Failed:
        """Does what is known not to work; nothing changes."""
        before = self.frame
        failed = self.does(Assign(method, target, value))
        assert failed is not None
        assert not any(isinstance(event, VariableFrame) for event in self.events)
        assert self.frame is before
        return failed
