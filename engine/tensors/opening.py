"""How a variable's story begins: the variable is made, and with it an ndarray and a Tensor of the same values."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import tensorflow as tf

from engine.errors import InputError
from engine.tensors.describing import describe
from engine.tensors.making import make, numpy_code, recipe_code
from engine.tensors.names import checked_name
from engine.tensors.protocol import Lane, MakeVariable, State
from engine.tensors.story import Story
from engine.tensors.values import Kind, TensorValue


def opened(command: MakeVariable) -> tuple[tf.Variable, Story]:
    """The variable, and its story so far.

    Raises `InputError`; its field is one of the recipe's, "kind" where there is no such recipe, or "name".
    """
    name = checked_name(command.name)
    try:
        tensor = make(command.recipe)
        setup, expression = recipe_code(command.recipe)
    except InputError as error:
        field = "kind" if error.field in ("name", "label") else error.field
        raise InputError(field, error.template, **error.values) from error
    variable = tf.Variable(initial_value=tensor, trainable=command.trainable)
    trainable = "" if command.trainable else ", trainable=False"
    call = f"{name} = tf.Variable(initial_value={expression}{trainable})"
    value = describe(variable, measured=False)
    state = State(
        command=command,
        call=call,
        python_twin=f"{name} = {numpy_code(command.recipe) or f'{name}.numpy()'}",
        value=value,
        changed=np.zeros(value.shape, np.bool_),
        difference=None,
        wrapped=0,
        lanes=_lanes(name, value, call),
    )
    return variable, Story(name, command.trainable, (*_opening_lines(setup), call), (state,))


def _opening_lines(setup: tuple[str, ...]) -> tuple[str, ...]:
    """What a program begins with; a workspace's own program has its imports already."""
    tensorflow = "import tensorflow as tf"
    if tensorflow in setup:
        return setup
    imports = [line for line in setup if line.startswith("import ")]
    return *imports, tensorflow, "", *(line for line in setup if line not in imports)


def _lanes(name: str, value: TensorValue, call: str) -> tuple[Lane, Lane, Lane]:
    """All three are new, and so none is the object of before."""
    array = replace(value, kind=Kind.ARRAY, device="")
    tensor = replace(value, kind=Kind.TENSOR)
    return (
        Lane(f"{name} = {name}.numpy()", array, "", "", False, None),
        Lane(f"{name} = tf.constant({name})", tensor, "", "", False, None),
        Lane(call, value, "", "", False, None),
    )
