"""What is said of a formula that cannot be read: one sentence, and the place where it went wrong."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Sequence

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError

UNREADABLE = QT_TRANSLATE_NOOP("engine", "The formula cannot be read here; is an operator, such as *, missing?")
MOST_LISTED = 12


def syntax_error(error: SyntaxError, lead: int, text: str) -> ExpressionError:
    """Of what Python itself cannot read; lead: the blanks before what it was given."""
    column = lead + (error.offset or len(text.strip()) + 1)
    reason = error.msg or ""
    if "too many nested parentheses" in reason:
        return too_deep(column)
    if "was never closed" in reason or "unexpected EOF" in reason:
        template = QT_TRANSLATE_NOOP("engine", "A bracket is opened and never closed.")
    elif "unmatched" in reason or "does not match" in reason:
        template = QT_TRANSLATE_NOOP("engine", "A bracket is closed that was never opened.")
    else:
        template = UNREADABLE
    return ExpressionError(min(column, len(text) + 1), template)


def too_deep(column: int) -> ExpressionError:
    """Of brackets in brackets in brackets."""
    template = QT_TRANSLATE_NOOP("engine", "The formula is nested too deeply; name a part and use it.")
    return ExpressionError(column, template)


def unknown(name: str, known: Sequence[str], names: Sequence[str], column: int) -> ExpressionError:
    """known: all that could be meant. names: those that the formula is about."""
    close = difflib.get_close_matches(name[:40], known, n=1, cutoff=0.6)
    if close:
        template = QT_TRANSLATE_NOOP("engine", "There is no {name} here; did you mean {close}?")
        return ExpressionError(column, template, name=_short(name), close=close[0])
    template = QT_TRANSLATE_NOOP("engine", "There is no {name} here; there are {known}, and functions such as sin.")
    return ExpressionError(
        column, template, name=_short(name), known=", ".join(dict.fromkeys((*names[:MOST_LISTED], "pi", "e")))
    )


def refusal(node: ast.expr, column: int) -> ExpressionError:
    """Of what Python has and the language has not."""
    match node:
        case ast.BinOp():
            template = QT_TRANSLATE_NOOP("engine", "For a power write **, as in t**2.")
        case ast.Attribute():
            template = QT_TRANSLATE_NOOP("engine", "Nothing is reached through a dot here; write sin(t), not t.sin().")
        case ast.BoolOp() | ast.UnaryOp():
            template = QT_TRANSLATE_NOOP("engine", "For tensors write & for and, | for or, ~ for not.")
        case ast.IfExp():
            template = QT_TRANSLATE_NOOP("engine", "Instead of if and else write where(condition, a, b).")
        case ast.Constant():
            template = QT_TRANSLATE_NOOP("engine", "Only numbers can stand here.")
        case _:
            template = QT_TRANSLATE_NOOP("engine", "A formula is made of numbers, names, operators and functions only.")
    return ExpressionError(column, template)


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"
