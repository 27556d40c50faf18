"""The variable laboratory: one variable, everything that was done to it, and what became of it each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, assert_never

from engine.errors import QT_TRANSLATE_NOOP, InputError, Problem
from engine.loading import load_tensorflow
from engine.protocol import Drawn, Failed
from engine.tensors.protocol import (
    Assign,
    FromWorkspace,
    Look,
    MakeVariable,
    Redo,
    RestoreStory,
    State,
    Undo,
    VariableCommand,
    VariableEvent,
    VariableFrame,
    VariableReady,
)
from engine.tensors.story import MOST_BYTES, MOST_STATES, Past, Story
from engine.tensors.story_script import story_script

if TYPE_CHECKING:
    import tensorflow as tf


class VariableLaboratory:
    """`tell` is called with every event: a frame when something has changed and the last one has been drawn."""

    def __init__(
        self, tell: Callable[[VariableEvent], None], most_states: int = MOST_STATES, most_bytes: int = MOST_BYTES
    ) -> None:
        self._tell = tell
        self._most_states = most_states
        self._most_bytes = most_bytes
        self._past = Past(most_bytes)
        self._story: Story | None = None
        self._variable: tf.Variable | None = None
        self._held: State | None = None  # the state whose values the variable holds
        self._changed = False
        self._drawn = True
        self._restored = 0

    def start(self) -> None:
        """Loads TensorFlow."""
        load_tensorflow()
        from engine.tensors.making import initializer_names

        self._tell(VariableReady(initializer_names()))

    def obey(self, command: VariableCommand) -> None:
        """Carries a command out. What cannot be done changes nothing and is told as `Failed`."""
        try:
            self._obey(command)
        except InputError as error:
            self._tell(Failed(0, error, error.field))
        except Problem as problem:
            self._tell(Failed(0, problem, None))
        except MemoryError:
            template = QT_TRANSLATE_NOOP("engine", "There is not enough memory for this; nothing was changed.")
            self._tell(Failed(0, Problem(template), None))
        self._offer_frame()

    def work(self) -> float | None:
        """There is nothing to do between commands."""
        return None

    def _obey(self, command: VariableCommand) -> None:
        match command:
            case Drawn():
                self._drawn = True
            case MakeVariable():
                self._make(command)
            case Assign():
                self._assign(command)
            case Look():
                if self._story is not None:
                    self._show(self._story.look(command.position))
            case Undo():
                if self._story is not None:
                    self._show(self._past.undo(self._story))
            case Redo():
                if self._story is not None:
                    self._show(self._past.redo(self._story))
            case RestoreStory():
                self._restore(command)
            case _:
                assert_never(command)

    def _restore(self, command: RestoreStory) -> None:
        """As far as it goes: what was assigned before stays, whatever becomes of an assignment."""
        from engine.tensors.replaying import tensor_of

        self._restored = command.number
        self._changed = True
        recipe = tensor_of(command.recipe) if isinstance(command.recipe, FromWorkspace) else command.recipe
        self._make(MakeVariable(command.name, recipe, command.trainable))
        try:
            for number, assignment in enumerate(command.assignments, 1):
                self._assign_again(number, assignment)
        finally:
            self._past = Past(self._most_bytes)
            if self._story is not None:
                self._show(self._story.look(command.position - len(self._story.dropped)))

    def _assign_again(self, number: int, assignment: Assign) -> None:
        try:
            self._assign(assignment)
        except Problem as problem:
            template = QT_TRANSLATE_NOOP(
                "engine", "Assignment {number} of the variable, {value}, cannot be made again: {reason}"
            )
            raise Problem(template, number=number, value=assignment.value, reason=str(problem)) from problem

    def _make(self, command: MakeVariable) -> None:
        from engine.tensors.opening import opened

        variable, story = opened(command)
        if self._story is not None:
            self._past.keep(self._story)
        self._variable, self._held = variable, story.state
        self._show(story)

    def _assign(self, command: Assign) -> None:
        from engine.tensors.assignment import assigned
        from engine.tensors.operations import operation_of

        story = self._story
        if story is None:
            raise Problem(QT_TRANSLATE_NOOP("engine", "There is no variable yet; make one first."))
        before = story.state.value
        variable = self._holding(story)
        operation = operation_of(command, story.name, before, variable)
        self._held = None
        state = assigned(variable, before, operation, command)
        gone_on = story.gone_on(state, self._most_states, self._most_bytes)
        self._past.keep(story)
        self._held = state
        self._show(gone_on)

    def _holding(self, story: Story) -> tf.Variable:
        """The variable, holding the values of the state that is looked at.

        It is one and the same through a whole story; only where an earlier one of another kind was brought back, it
        is a new one.
        """
        import tensorflow as tf

        value, variable = story.state.value, self._variable
        if variable is not None and self._held is story.state:
            return variable
        # A copy, since TensorFlow may take over the array's memory, and write into it.
        tensor = tf.constant(value.array.copy(), value.dtype)
        if variable is None or (variable.shape, variable.dtype) != (tensor.shape, tensor.dtype):
            variable = self._variable = tf.Variable(tensor, trainable=story.trainable)
        else:
            variable.assign(tensor)
        self._held = story.state
        return variable

    def _show(self, story: Story) -> None:
        if story is not self._story:
            self._story = story
            self._changed = True

    def _offer_frame(self) -> None:
        story = self._story
        if story is None or not self._changed or not self._drawn:
            return
        self._changed = False
        self._drawn = False
        script, lines = story_script(story)
        self._tell(
            VariableFrame(
                name=story.name,
                trainable=story.trainable,
                states=story.states,
                position=story.position,
                dropped=len(story.dropped),
                can_undo=self._past.can_undo,
                can_redo=self._past.can_redo,
                script=script,
                script_line=lines[story.position],
                commands=(*story.gave_way, *(state.command for state in story.states)),
                restored=self._restored,
            )
        )
