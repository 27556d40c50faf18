"""What the window and the engines of the tensor and the variable tab say to each other; all of it immutable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import Problem
from engine.protocol import Drawn, Failed, Ready
from engine.tensors.recipes import Recipe
from engine.tensors.values import Index, TensorValue

# The workspace of the tensor tab: commands


@dataclass(frozen=True, slots=True)
class RunLine:
    """Run a line such as `e = matmul(a, b)`, `e *= d`, or a formula alone, which gets the next free name."""

    text: str


@dataclass(frozen=True, slots=True)
class Make:
    """Make a tensor, and its NumPy twin, from a recipe; `name` "" takes the next free name."""

    name: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Choose:
    """Look at this tensor."""

    name: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take this tensor out of the workspace."""

    name: str


@dataclass(frozen=True, slots=True)
class Clear:
    """Empty the workspace."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Back to the workspace before the last line, Make, Remove or Clear."""


@dataclass(frozen=True, slots=True)
class Redo:
    """What was undone last, again."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Say where the chosen tensor's element `index` comes from; None: no element is asked for any more."""

    index: Index | None


@dataclass(frozen=True, slots=True)
class TryAssignment:
    """Try `x[index] = value` on the ndarray, the Tensor and the Variable of the chosen tensor's values."""

    index: Index
    value: float


WorkspaceChange = RunLine | Make | Remove


@dataclass(frozen=True, slots=True)
class Restore:
    """In place of everything: what these commands make of an empty workspace, and a look at `chosen`.

    Nothing is left to undo. `number` marks the frames that come after.
    """

    number: int
    commands: tuple[WorkspaceChange, ...]
    chosen: str


# The workspace: what it shows


@dataclass(frozen=True, slots=True)
class Twin:
    """TensorFlow and NumPy side by side: the two calls as code ("" where NumPy has none), and NumPy's value.

    type: what the value is in Python, as in "ndarray" or "float64". problem: why there is no value, else None.
    """

    tensorflow_call: str
    numpy_call: str
    type: str
    value: TensorValue | None
    problem: Problem | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A tensor of the workspace. line: the line that made it, as code. density: of a random one, the theoretical
    density at the histogram's bin centres, scaled to counts."""

    name: str
    line: str
    value: TensorValue
    twin: Twin | None
    density: NDArray[np.float64] | None


@dataclass(frozen=True, slots=True)
class Source:
    """An input of the operation that made a tensor: which of its elements an element of the result depends on.

    label: its name, or the part of the line that it stands for. indices: (k, rank) int, in the order in which the
    formula uses them. count: how many there are; of more than a few thousand, only the first and the last are listed.
    """

    label: str
    value: TensorValue
    indices: NDArray[np.int64]
    count: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one element comes from. formula: as in `e[0, 1] = a[0, 0]·b[0, 1] + … = 1·4 + 2·16 = 36`.

    operator: how the sources stand together in a picture, as in "@", "+", "sum"."""

    index: Index
    operator: str
    sources: tuple[Source, ...]
    formula: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of an assignment: on which kind of value (its `Kind.value`), the code, and either the value after it
    or TensorFlow's own error (type and text). why: one sentence, a template for the window to translate."""

    kind: str
    code: str
    after: TensorValue | None
    error: str
    why: str


@dataclass(frozen=True, slots=True)
class WorkspaceFrame:
    """All that the tensor tab shows at one moment. script: the whole workspace as a program; script_line: the number,
    from 1, of the line that made the chosen tensor, 0 for none. commands: what an empty workspace would be told to
    become this one. restored: the number of the last `Restore`."""

    entries: tuple[Entry, ...]
    chosen: str
    can_undo: bool
    can_redo: bool
    origin: Origin | None
    attempts: tuple[Attempt, ...]
    script: str
    script_line: int
    commands: tuple[WorkspaceChange, ...] = ()
    restored: int = 0


# The variable tab: commands


@dataclass(frozen=True, slots=True)
class MakeVariable:
    """A new variable, and an ndarray and a Tensor of the same values beside it; the timeline starts anew."""

    name: str
    recipe: Recipe
    trainable: bool


@dataclass(frozen=True, slots=True)
class Assign:
    """method: "assign", "assign_add" or "assign_sub". target: a subscript as typed, `0, 0` or `:, 1:`, "" for the
    whole. value: a formula without names, or one about the variable's own name."""

    method: str
    target: str
    value: str


@dataclass(frozen=True, slots=True)
class Look:
    """Look at the state after `position` assignments; assigning goes on from there."""

    position: int


@dataclass(frozen=True, slots=True)
class FromWorkspace:
    """The tensor `label` of the workspace that these commands make."""

    label: str
    commands: tuple[WorkspaceChange, ...]


@dataclass(frozen=True, slots=True)
class RestoreStory:
    """In place of everything: the variable made in this way, assigned to so often, and looked at after so many of the
    assignments as `position` says.

    Nothing is left to undo. `number` marks the frames that come after.
    """

    number: int
    name: str
    recipe: Recipe | FromWorkspace
    trainable: bool
    assignments: tuple[Assign, ...]
    position: int


# The variable tab: what it shows


@dataclass(frozen=True, slots=True)
class VariableReady:
    """TensorFlow is loaded; variables can start from these initializers of Keras."""

    initializers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """What the same operation does to one kind of value that holds what the variable held before.

    value: after the operation, or after it failed. error: Python's type and text, "" where there is none. returned:
    what the call gave back, "" for a statement. same_object: whether the name still stands for the same object.
    same_memory: whether the elements still lie where they lay; None where that cannot be seen.
    """

    code: str
    value: TensorValue
    error: str
    returned: str
    same_object: bool
    same_memory: bool | None


@dataclass(frozen=True, slots=True)
class State:
    """The variable after one call (the first: after it was made).

    command: what was asked. changed: bool, of the value's shape. difference: to the state before, of the value's
    shape; None for the first state and for dtypes without a difference. wrapped: how many whole numbers left the range
    of their dtype and came in again at its other end. lanes: ndarray, Tensor, Variable, under the same operation.
    """

    command: MakeVariable | Assign
    call: str
    python_twin: str
    value: TensorValue
    changed: NDArray[np.bool_]
    difference: NDArray[np.generic] | None
    wrapped: int
    lanes: tuple[Lane, Lane, Lane]


@dataclass(frozen=True, slots=True)
class VariableFrame:
    """All that the variable tab shows at one moment.

    states: the timeline; position: the one of them that is looked at. dropped: how many older states gave way to
    them. script: the whole story as a program; script_line: the number, from 1, of the line that led to the state.
    commands: all that led to the newest state, those of the states that gave way too. restored: the number of the last
    `RestoreStory`.
    """

    name: str
    trainable: bool
    states: tuple[State, ...]
    position: int
    dropped: int
    can_undo: bool
    can_redo: bool
    script: str
    script_line: int
    commands: tuple[MakeVariable | Assign, ...] = ()
    restored: int = 0


WorkspaceCommand = RunLine | Make | Choose | Remove | Clear | Undo | Redo | Restore | Trace | TryAssignment | Drawn
WorkspaceEvent = Ready | WorkspaceFrame | Failed
VariableCommand = MakeVariable | Assign | Look | Undo | Redo | RestoreStory | Drawn
VariableEvent = VariableReady | VariableFrame | Failed
