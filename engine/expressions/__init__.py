"""Formulas that a learner types: a small language of our own whose every operation is one of TensorFlow's.

Text is parsed into a tree of the few node kinds in `tree`; nothing else can be said, so nothing else can be run.
"""

from engine.expressions.compiled import CompiledExpression, compile_expression
from engine.expressions.error import ExpressionError

__all__ = ["CompiledExpression", "ExpressionError", "compile_expression"]
