"""A formula that is ready to compute."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.parser import parse
from engine.expressions.tree import Node


class CompiledExpression:
    """Call it with a tensor for each name: TensorFlow in, TensorFlow out."""

    def __init__(self, text: str, names: Sequence[str]) -> None:
        """Raises `ExpressionError`."""
        self.text = text
        self.names = tuple(names)
        self.tree: Node = parse(text, self.names)

    def __call__(self, **tensors: Any) -> Any:
        """The result, a `tf.Tensor`. Raises `ExpressionError`, also for what TensorFlow cannot compute.

        A number in the formula takes the dtype of the tensor that it meets; a formula of numbers alone gives the
        first floating dtype among the tensors, else float32.
        """
        from engine.expressions.evaluation import evaluate

        if set(tensors) != set(self.names):
            template = QT_TRANSLATE_NOOP("engine", "The formula needs a tensor for each of {names}.")
            raise ExpressionError(1, template, names=", ".join(self.names))
        return evaluate(self.tree, tensors)


def compile_expression(text: str, names: Sequence[str] = ("t",)) -> CompiledExpression:
    """The formula `text` about the tensors `names`. Raises `ExpressionError` and nothing else, whatever the text."""
    return CompiledExpression(text, names)
