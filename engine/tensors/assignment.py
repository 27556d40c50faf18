"""One operation done to three things that hold the same values: an ndarray, a Tensor and a Variable.

Everything is really done, what fails too. What stays the same is seen, not supposed: whether the name stands for the
object of before, and whether the elements lie at the address of before.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.expressions.cost import TOO_LARGE, memory_excess
from engine.expressions.explanation import first_sentence
from engine.tensors import changes
from engine.tensors.describing import describe
from engine.tensors.protocol import Assign, Lane, State
from engine.tensors.targets import Target
from engine.tensors.values import Kind, TensorValue

COPIES = 6
"""Of the variable's size: the three values after it, those that they are made of, and the difference."""

IN_PLACE: dict[str, tuple[str, Callable[[Any, Any], Any], Callable[[Any, Any], Any]]] = {
    "assign_add": ("+", operator.add, operator.iadd),
    "assign_sub": ("-", operator.sub, operator.isub),
}
"""Python's sign, the operation, and the same in place, where it is there."""


@dataclass(frozen=True, slots=True)
class Operation:
    """method: of the variable. value: what is assigned, a tensor or plain Python numbers; code, numpy_code: of it."""

    name: str
    method: str
    target: Target
    value: Any
    code: str
    numpy_code: str

    @property
    def part(self) -> str:
        """The part that is assigned to, as code, as in `x[0, 0]`."""
        return self.name if self.target.places is None else f"{self.name}[{self.target.code}]"

    @property
    def call(self) -> str:
        """The call on the variable; a part of one has `assign` only, so the sum is made first."""
        if self.method == "assign" or self.target.places is None:
            return f"{self.part}.{self.method}({self.code})"
        sign = IN_PLACE[self.method][0]
        return f"{self.part}.assign({self.part} {sign} {_in_a_sum(self.code)})"

    def statement(self, code: str, rank: int) -> str:
        """The same in Python's own signs: `x[0, 0] = 3.`, `x += 1.`."""
        if self.method != "assign":
            return f"{self.part} {IN_PLACE[self.method][0]}= {code}"
        if self.target.places is None:
            return f"{self.name}[{':' if rank else '...'}] = {code}"
        return f"{self.part} = {code}"


def assigned(variable: tf.Variable, before: TensorValue, operation: Operation, command: Assign) -> State:
    """Does it to all three, and says what came of it. Raises `InputError` for what TensorFlow refuses."""
    if excess := memory_excess(COPIES * before.nbytes):
        raise InputError("value", TOO_LARGE, **excess)
    added = _spread(operation, before)
    own = on_variable(variable, operation)
    after = own.value
    lanes = (on_array(before.array, operation, after), on_tensor(before, operation, after), own)
    arrays = (before.array, after.array)
    wrapped = {"assign_add": arrays, "assign_sub": arrays[::-1]}.get(operation.method)
    return State(
        command=command,
        call=operation.call,
        python_twin=lanes[0].code,
        value=after,
        changed=changes.changed(*arrays),
        difference=changes.difference(*arrays),
        wrapped=changes.wrapped(*wrapped, added) if wrapped else 0,
        lanes=lanes,
    )


def on_variable(variable: tf.Variable, operation: Operation) -> Lane:
    """Does it to the variable. Raises `InputError` for what TensorFlow refuses."""
    before = _address(variable)
    try:
        returned = _call(variable, operation)
    except Exception as error:
        template = QT_TRANSLATE_NOOP("engine", "TensorFlow does not do this: {reason}.")
        raise InputError("value", template, reason=first_sentence(error) or type(error).__name__) from error
    same_memory = None if before is None else _address(variable) == before
    # The name stands for the object of before: a call binds no name.
    return Lane(operation.call, describe(variable, measured=False), "", _short_repr(returned), True, same_memory)


def on_array(before: NDArray[Any], operation: Operation, after: TensorValue) -> Lane:
    """Does the same to an ndarray of the values `before`; `after` is what the variable holds by now."""
    array = before.copy()
    result, error = _in_python(array, operation, _for_numpy(operation, array))
    same_memory = result.ctypes.data == array.ctypes.data
    code = operation.statement(operation.numpy_code, before.ndim)
    value = replace(_seen(result, after), kind=Kind.ARRAY, dtype=after.dtype, device="")
    return Lane(code, value, error, "", result is array, same_memory)


def on_tensor(before: TensorValue, operation: Operation, after: TensorValue) -> Lane:
    """Does the same to a Tensor of the values `before`."""
    tensor = tf.constant(before.array.copy(), before.dtype)
    result, error = _in_python(tensor, operation, operation.value)
    code = operation.statement(operation.code, before.array.ndim)
    same_memory = result is tensor or np.shares_memory(np.asarray(result), np.asarray(tensor))
    value = before if result is tensor else _seen(np.asarray(result), after)
    return Lane(code, replace(value, kind=Kind.TENSOR), error, "", result is tensor, same_memory)


def _call(variable: tf.Variable, operation: Operation) -> Any:
    method, key, value = operation.method, operation.target.key, operation.value
    if operation.target.places is None:
        return getattr(variable, method)(value)
    if method == "assign":
        return variable[key].assign(value)
    return variable[key].assign(IN_PLACE[method][1](variable[key], value))


def _in_python(x: Any, operation: Operation, value: Any) -> tuple[Any, str]:
    """`x[key] = value`, `x += value` or `x[key] += value`: what `x` is then, and the error if there was one."""
    whole = operation.target.places is None
    key = ... if whole else operation.target.key
    try:
        with np.errstate(all="ignore"):
            if operation.method == "assign":
                operator.setitem(x, key, value)
            elif whole:
                return IN_PLACE[operation.method][2](x, value), ""
            else:
                operator.setitem(x, key, IN_PLACE[operation.method][2](x[key], value))
    except Exception as error:
        return x, f"{type(error).__name__}: {first_sentence(error)}"
    return x, ""


def _for_numpy(operation: Operation, array: NDArray[Any]) -> Any:
    """What NumPy is given: as its code says."""
    value = operation.value
    if tf.is_tensor(value):
        return value.numpy()
    return np.array(value, array.dtype) if isinstance(value, list) and operation.method != "assign" else value


def _spread(operation: Operation, before: TensorValue) -> NDArray[Any]:
    """The value at the places that it goes to, 0 at all others; of whole numbers only, others do not wrap."""
    added = np.zeros_like(before.array)
    if added.dtype.kind in "iu":
        key = operation.target.key if operation.target.places else ...
        value = np.asarray(operation.value, added.dtype)
        extra = max(0, value.ndim - np.ndim(added[key]))
        added[key] = value.reshape(value.shape[extra:])
    return added


def _seen(array: NDArray[Any], after: TensorValue) -> TensorValue:
    """The elements as the window shows them; where they are the variable's own, they are kept once."""
    if array.dtype.kind == "O":
        is_same = np.array_equal(array, after.array)
    else:
        is_same = np.array_equal(array.reshape(-1).view(np.uint8), after.array.reshape(-1).view(np.uint8))
    return after if is_same else describe(array, measured=False)


def _address(variable: tf.Variable) -> int | None:
    """Where the variable's elements lie; None where that cannot be seen.

    After an assignment to a part, TensorFlow hands out copies to readers, unless it is told not to.
    """
    if variable.dtype == tf.string or not variable.device.endswith("CPU:0"):
        return None
    tf.raw_ops.DisableCopyOnRead(resource=variable.handle)
    tensor = tf.raw_ops.ReadVariableOp(resource=variable.handle, dtype=variable.dtype)
    address: int = np.asarray(tensor).__array_interface__["data"][0]
    return address


def _short_repr(returned: Any) -> str:
    """The first line of what Python would show, without the elements."""
    text = repr(returned).partition(", numpy=")[0]
    return text if text.endswith(">") else f"{text}>"


def _in_a_sum(code: str) -> str:
    """In brackets unless it is one number, one name, one call or one list."""
    import ast

    simple = ast.Constant | ast.Name | ast.Call | ast.List | ast.Subscript
    return code if isinstance(ast.parse(code, mode="eval").body, simple) else f"({code})"
