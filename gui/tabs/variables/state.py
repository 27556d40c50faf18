"""What a project keeps of the variable tab."""

from __future__ import annotations

from dataclasses import dataclass

from engine.tensors.protocol import Assign, FromWorkspace, MakeVariable, RestoreStory, VariableFrame
from engine.tensors.recipes import Given, Recipe
from gui.tabs.variables.example import START


@dataclass(frozen=True, slots=True)
class VariablesState:
    """How the variable was made, all that was assigned to it, and after how many assignments it is looked at."""

    name: str = START.name
    recipe: Recipe | FromWorkspace = START.recipe
    trainable: bool = START.trainable
    assignments: tuple[Assign, ...] = ()
    position: int = 0

    @staticmethod
    def of(frame: VariableFrame) -> VariablesState:
        """Of the story that is shown."""
        made = frame.commands[0]
        assert isinstance(made, MakeVariable)
        recipe = made.recipe
        return VariablesState(
            made.name,
            FromWorkspace(recipe.label, recipe.commands) if isinstance(recipe, Given) else recipe,
            made.trainable,
            tuple(command for command in frame.commands if isinstance(command, Assign)),
            frame.dropped + frame.position,
        )

    def command(self, number: int) -> RestoreStory:
        """What makes it again."""
        return RestoreStory(number, self.name, self.recipe, self.trainable, self.assignments, self.position)
