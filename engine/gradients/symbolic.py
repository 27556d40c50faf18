"""The derivatives of a formula by SymPy's rules, built from our own tree, never from text; to check the tapes by."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import islice
from typing import Any

import numpy as np
import sympy  # type: ignore[import-untyped]
from numpy.typing import NDArray

from engine.errors import QT_TRANSLATE_NOOP, Problem
from engine.expressions.tree import Binary, Call, Name, Node, Number, Unary
from engine.gradients.deadline import OutOfTime, at_most
from engine.gradients.pointwise import count_nodes

MOST_PARTS = 1500
"""Of an expression that is still differentiated."""

HARMLESS_PARTS = 60
"""Up to which no clock is kept, which would make SymPy several times slower."""

MOST_SECONDS = 2.0
"""For each thing that SymPy is asked to do; it usually takes a hundredth of that."""

Expression = Any
"""SymPy has no type hints."""

_numpy: dict[str, Callable[..., Any]] = {"erf": np.vectorize(math.erf, otypes=[float])}
"""How NumPy computes what SymPy does not know."""


def _function(name: str, compute: Callable[..., Any], *slopes: Callable[..., Expression]) -> Any:
    """A function of SymPy's with these partial derivatives; one for which none are given is flat everywhere."""

    def fdiff(self: Any, argindex: int = 1) -> Expression:
        return slopes[argindex - 1](*self.args) if slopes else sympy.Integer(0)

    _numpy[name] = compute
    return type(name, (sympy.Function,), {"fdiff": fdiff})


def _truth(compute: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *values: np.asarray(compute(*values)).astype(float)


# Flat but for their jumps, where TensorFlow's tapes too give 0 or None.
_Sign = _function("tape_sign", np.sign)
_Floor = _function("tape_floor", np.floor)
_Ceil = _function("tape_ceil", np.ceil)
_Round = _function("tape_round", np.round)
_Whole = _function("tape_whole", np.trunc)
_FloorDiv = _function("tape_floordiv", np.floor_divide)
_Less = _function("tape_less", _truth(np.less))
_LessEqual = _function("tape_less_equal", _truth(np.less_equal))
_Equal = _function("tape_equal", _truth(np.equal))
_NotEqual = _function("tape_not_equal", _truth(np.not_equal))
_And = _function("tape_and", _truth(np.logical_and))
_Or = _function("tape_or", _truth(np.logical_or))
_Not = _function("tape_not", _truth(np.logical_not))
_IsNan = _function("tape_is_nan", _truth(np.isnan))
_IsFinite = _function("tape_is_finite", _truth(np.isfinite))
_Truth = _function("tape_truth", _truth(lambda value: np.asarray(value) != 0))
_Stopped = _function("tape_stopped", lambda value: value)

# With kinks, where TensorFlow takes the slope of one side.
_Abs = _function("tape_abs", np.abs, lambda x: _Sign(x))
_Relu = _function("tape_relu", lambda x: np.maximum(x, 0.0), lambda x: _Less(0, x))
_Maximum = _function("tape_maximum", np.maximum, lambda a, b: _LessEqual(b, a), lambda a, b: _Less(a, b))
_Minimum = _function("tape_minimum", np.minimum, lambda a, b: _LessEqual(a, b), lambda a, b: _Less(b, a))
_Modulo = _function("tape_mod", np.mod, lambda a, b: sympy.Integer(1), lambda a, b: -_FloorDiv(a, b))
_Where: Any = _function(
    "tape_where",
    lambda condition, a, b: np.where(np.asarray(condition) != 0, a, b),
    lambda condition, a, b: sympy.Integer(0),
    lambda condition, a, b: _Where(condition, 1, 0),
    lambda condition, a, b: _Where(condition, 0, 1),
)

# SymPy's own look for simplifications in ways that take hours for tanh(tanh(tanh(t) + t) + t).
_Sinh: Any = _function("tape_sinh", np.sinh, lambda x: _Cosh(x))
_Cosh: Any = _function("tape_cosh", np.cosh, lambda x: _Sinh(x))
_Tanh: Any = _function("tape_tanh", np.tanh, lambda x: 1 - _Tanh(x) ** 2)

OPERATORS: dict[str, Callable[[Expression, Expression], Expression]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    "**": lambda a, b: _power(a, b), "//": _FloorDiv, "%": _Modulo, "<": _Less, "<=": _LessEqual,
    ">": lambda a, b: _Less(b, a), ">=": lambda a, b: _LessEqual(b, a), "==": _Equal, "!=": _NotEqual,
    "&": _And, "|": _Or,
}  # fmt: skip

FUNCTIONS: dict[str, Callable[..., Expression]] = {
    **{name: getattr(sympy, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan")},
    **{name: getattr(sympy, name) for name in ("exp", "log", "erf", "sqrt")},
    "sinh": _Sinh, "cosh": _Cosh, "tanh": _Tanh,
    "square": lambda x: x**2,
    "reciprocal": lambda x: 1 / x,
    "rsqrt": lambda x: 1 / sympy.sqrt(x),
    "log1p": lambda x: sympy.log(1 + x),
    "expm1": lambda x: sympy.exp(x) - 1,
    "sigmoid": lambda x: 1 / (1 + sympy.exp(-x)),
    "softplus": lambda x: sympy.log(1 + sympy.exp(x)),
    "abs": _Abs, "relu": _Relu, "sign": _Sign, "floor": _Floor, "ceil": _Ceil, "round": _Round,
    "is_nan": _IsNan, "is_finite": _IsFinite, "maximum": _Maximum, "minimum": _Minimum, "where": _Where,
    "clip_by_value": lambda x, low, high: _Maximum(_Minimum(x, high), low),
    "logical_and": _And, "logical_or": _Or, "logical_not": _Not, "stop_gradient": _Stopped,
    "zeros_like": lambda x: sympy.Integer(0), "ones_like": lambda x: sympy.Integer(1),
    "add": OPERATORS["+"], "subtract": OPERATORS["-"], "multiply": OPERATORS["*"], "divide": OPERATORS["/"],
    "pow": OPERATORS["**"],
}  # fmt: skip
"""What each function of the formula language is to SymPy, by its name there."""


class SymbolicDerivatives:
    """The formula and, asked for one after the other, its derivatives."""

    def __init__(self, tree: Node, name: str = "t") -> None:
        """Raises `Problem` for a formula that has no symbolic form."""
        self._symbol = sympy.Symbol(name)
        self._expression = _expression(tree)

    def differentiate(self) -> None:
        """Goes on to the next derivative. Raises `Problem` where it would take too long."""
        self._expression = _derivative(self._expression, self._symbol)

    def values(self, points: NDArray[Any]) -> NDArray[np.float64]:
        """Of the derivative reached so far, in float64, at points (n,); NaN where it has no real value."""
        with _limited(_is_larger(self._expression, MOST_PARTS)), np.errstate(all="ignore"):
            function = sympy.lambdify(self._symbol, self._expression, modules=[_numpy, "numpy"], cse=True)
            found = np.asarray(function(points.astype(np.float64)))
        if np.iscomplexobj(found) or found.dtype == object:
            raise _no_form()
        return np.broadcast_to(found.astype(np.float64), points.shape)


class SymbolicSlopes:
    """The gradient and the Hessian of a formula about several names."""

    def __init__(self, tree: Node, names: Sequence[str]) -> None:
        """Raises `Problem` for a formula that has no symbolic form, or one too long."""
        symbols, expression = [sympy.Symbol(name) for name in names], _expression(tree)
        self._count = len(symbols)
        first = [_derivative(expression, symbol) for symbol in symbols]
        second = [_derivative(slope, symbol) for slope in first for symbol in symbols]
        with _limited(is_large=True):
            self._compute = sympy.lambdify(symbols, [*first, *second], modules=[_numpy, "numpy"], cse=True)

    def values(self, *point: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """At the point, in float64: the gradient (n,) and the Hessian (n, n); NaN where they have no real value."""
        try:
            with np.errstate(all="ignore"):
                found = [_real(value) for value in self._compute(*map(np.float64, point))]
        except Exception as error:
            raise _no_form() from error
        numbers, count = np.array(found), self._count
        return numbers[:count], numbers[count:].reshape(count, count)


def _real(value: Any) -> float:
    number = complex(value)
    return number.real if number.imag == 0 else math.nan


def _derivative(expression: Expression, symbol: Any) -> Expression:
    if _is_larger(expression, MOST_PARTS):
        raise _too_long()
    with _limited(_is_larger(expression, HARMLESS_PARTS)):
        return sympy.diff(expression, symbol)


def _expression(tree: Node) -> Expression:
    with _limited(count_nodes(tree) > HARMLESS_PARTS):
        return _build(tree)


def _build(node: Node) -> Expression:
    match node:
        case Number(value=value):
            return _number(value)
        case Name(name=name):
            return sympy.Symbol(name)
        case Unary(operator=operator, operand=operand):
            return _Not(_build(operand)) if operator == "~" else -_build(operand)
        case Binary():
            return OPERATORS[node.operator](_build(node.left), _build(node.right))
        case Call():
            return _call(node)
    raise _no_form()


def _call(node: Call) -> Expression:
    arguments = [_build(argument) for _, argument in node.arguments if isinstance(argument, Node)]
    if node.function in ("cast", "constant"):
        dtype = str(dict(node.arguments).get("dtype", "float"))
        return _Truth(*arguments) if dtype == "bool" else _Whole(*arguments) if "int" in dtype else arguments[0]
    if node.function not in FUNCTIONS:
        raise _no_form()
    return FUNCTIONS[node.function](*arguments)


def _number(value: bool | int | float) -> Expression:
    """Small whole numbers exactly, so that powers stay powers; all others as the floats that TensorFlow has."""
    if isinstance(value, int) and abs(value) <= 1000:
        return sympy.Integer(int(value))
    try:
        return sympy.Float(float(value))
    except OverflowError:
        return sympy.oo if value > 0 else -sympy.oo


def _power(base: Expression, exponent: Expression) -> Expression:
    """Of two numbers as floats: SymPy would try to write down all the digits of 9**9**9."""
    if base.is_number and exponent.is_number:
        try:
            result = float(base) ** float(exponent)
        except OverflowError:
            return sympy.oo
        except ZeroDivisionError:
            return sympy.nan
        return sympy.nan if isinstance(result, complex) else sympy.Float(result)
    return base**exponent


def _is_larger(expression: Expression, parts: int) -> bool:
    return sum(1 for _ in islice(sympy.preorder_traversal(expression), parts + 1)) > parts


@contextmanager
def _limited(is_large: bool) -> Iterator[None]:
    """Around what SymPy does: whatever goes wrong in it, and that it does not end, is told as a `Problem`."""
    try:
        with at_most(MOST_SECONDS) if is_large else nullcontext():
            yield
    except OutOfTime:
        raise _too_long() from None
    except Problem:
        raise
    except Exception as error:  # it raises of its own what it cannot simplify
        raise _no_form() from error


def _too_long() -> Problem:
    return Problem(QT_TRANSLATE_NOOP("engine", "The symbolic derivative is too long to be worked out here."))


def _no_form() -> Problem:
    return Problem(QT_TRANSLATE_NOOP("engine", "This formula has no symbolic form to compare with."))
