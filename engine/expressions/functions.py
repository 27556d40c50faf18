"""The functions of the formula language: each is one of TensorFlow's, under the name that a learner would type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

DTYPES = (
    "float16", "bfloat16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
    "uint64", "bool", "complex64", "complex128", "string",
)  # fmt: skip


class Kind(Enum):
    """What a parameter takes."""

    TENSOR = auto()
    TENSORS = auto()
    """A list of tensors."""

    WHOLE = auto()
    """A whole number, as an axis."""

    WHOLES = auto()
    """Whole numbers, one or several, as axes; None where that is the default."""

    ROW = auto()
    """A row of whole numbers, as a shape; one alone is a row too. None where that is the default."""

    FLAG = auto()
    DTYPE = auto()


class Group(Enum):
    """What a function does to the elements."""

    ELEMENTWISE = auto()
    REDUCTION = auto()
    LINEAR = auto()
    RESHAPING = auto()
    MAKING = auto()


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    kind: Kind
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """path: below `tf`, as in "math.log". parameters: in TensorFlow's order, by TensorFlow's names."""

    path: str
    group: Group
    parameters: tuple[Parameter, ...]


_X = (Parameter("x", Kind.TENSOR),)
_XY = (Parameter("x", Kind.TENSOR), Parameter("y", Kind.TENSOR))
_AXIS = Parameter("axis", Kind.WHOLES, optional=True)
_KEEPDIMS = Parameter("keepdims", Kind.FLAG, optional=True)
_DTYPE = Parameter("dtype", Kind.DTYPE, optional=True)
_SHAPE = Parameter("shape", Kind.ROW)
_INPUT = Parameter("input", Kind.TENSOR)


def _elementwise(path: str, *parameters: Parameter) -> Function:
    return Function(path, Group.ELEMENTWISE, parameters or _X)


def _reduction(path: str) -> Function:
    return Function(path, Group.REDUCTION, (Parameter("input_tensor", Kind.TENSOR), _AXIS, _KEEPDIMS))


def _arg(path: str) -> Function:
    return Function(path, Group.REDUCTION, (_INPUT, Parameter("axis", Kind.WHOLE, optional=True)))


FUNCTIONS: dict[str, Function] = {
    **{
        name: _elementwise(name)
        for name in ("square", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp")
    },
    **{name: _elementwise(name) for name in ("abs", "sign", "floor", "round", "sigmoid")},
    **{
        name: _elementwise(f"math.{name}")
        for name in ("log", "log1p", "expm1", "reciprocal", "rsqrt", "ceil", "erf", "is_nan", "is_finite")
    },
    "relu": _elementwise("nn.relu", Parameter("features", Kind.TENSOR)),
    "softplus": _elementwise("math.softplus", Parameter("features", Kind.TENSOR)),
    "maximum": _elementwise("maximum", *_XY),
    "minimum": _elementwise("minimum", *_XY),
    "pow": _elementwise("pow", *_XY),
    "add": _elementwise("add", *_XY),
    "subtract": _elementwise("subtract", *_XY),
    "multiply": _elementwise("multiply", *_XY),
    "divide": _elementwise("divide", *_XY),
    "where": _elementwise("where", Parameter("condition", Kind.TENSOR), *_XY),
    "clip_by_value": _elementwise(
        "clip_by_value",
        Parameter("t", Kind.TENSOR),
        Parameter("clip_value_min", Kind.TENSOR),
        Parameter("clip_value_max", Kind.TENSOR),
    ),
    "logical_and": _elementwise("logical_and", *_XY),
    "logical_or": _elementwise("logical_or", *_XY),
    "logical_not": _elementwise("logical_not"),
    "cast": _elementwise("cast", Parameter("x", Kind.TENSOR), Parameter("dtype", Kind.DTYPE)),
    "zeros_like": _elementwise("zeros_like", _INPUT),
    "ones_like": _elementwise("ones_like", _INPUT),
    "stop_gradient": _elementwise("stop_gradient", _INPUT),
    **{
        name: _reduction(f"{module}reduce_{name}")
        for name, module in (
            ("sum", ""),
            ("mean", ""),
            ("max", ""),
            ("min", ""),
            ("prod", ""),
            ("any", ""),
            ("all", ""),
        )
    },
    "std": _reduction("math.reduce_std"),
    "var": _reduction("math.reduce_variance"),
    "argmax": _arg("argmax"),
    "argmin": _arg("argmin"),
    "matmul": Function("matmul", Group.LINEAR, (Parameter("a", Kind.TENSOR), Parameter("b", Kind.TENSOR))),
    "reshape": Function("reshape", Group.RESHAPING, (Parameter("tensor", Kind.TENSOR), _SHAPE)),
    "transpose": Function(
        "transpose", Group.RESHAPING, (Parameter("a", Kind.TENSOR), Parameter("perm", Kind.ROW, optional=True))
    ),
    "concat": Function("concat", Group.RESHAPING, (Parameter("values", Kind.TENSORS), Parameter("axis", Kind.WHOLE))),
    "stack": Function(
        "stack", Group.RESHAPING, (Parameter("values", Kind.TENSORS), Parameter("axis", Kind.WHOLE, optional=True))
    ),
    "expand_dims": Function("expand_dims", Group.RESHAPING, (_INPUT, Parameter("axis", Kind.WHOLE))),
    "squeeze": Function("squeeze", Group.RESHAPING, (_INPUT, _AXIS)),
    "tile": Function("tile", Group.RESHAPING, (_INPUT, Parameter("multiples", Kind.ROW))),
    "reverse": Function("reverse", Group.RESHAPING, (Parameter("tensor", Kind.TENSOR), Parameter("axis", Kind.ROW))),
    "shape": Function("shape", Group.MAKING, (_INPUT,)),
    "size": Function("size", Group.MAKING, (_INPUT,)),
    "rank": Function("rank", Group.MAKING, (_INPUT,)),
    "ones": Function("ones", Group.MAKING, (_SHAPE, _DTYPE)),
    "zeros": Function("zeros", Group.MAKING, (_SHAPE, _DTYPE)),
    "fill": Function("fill", Group.MAKING, (Parameter("dims", Kind.ROW), Parameter("value", Kind.TENSOR))),
    "eye": Function(
        "eye",
        Group.MAKING,
        (Parameter("num_rows", Kind.WHOLE), Parameter("num_columns", Kind.WHOLE, optional=True)),
    ),
    "range": Function(
        "range",
        Group.MAKING,
        (
            Parameter("start", Kind.WHOLE),
            Parameter("limit", Kind.WHOLE, optional=True),
            Parameter("delta", Kind.WHOLE, optional=True),
        ),
    ),
    "constant": Function("constant", Group.MAKING, (Parameter("value", Kind.TENSOR), _DTYPE)),
}
"""By the name that is typed. TensorFlow's own names are understood too: `reduce_sum`, `tf.math.log`."""

ALIASES = {
    function.path.rsplit(".", 1)[-1]: name for name, function in FUNCTIONS.items() if name not in ("std", "var")
} | {"reduce_std": "std", "reduce_variance": "var", "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan"}

CONSTANTS = {"pi": 3.141592653589793, "e": 2.718281828459045, "inf": float("inf"), "nan": float("nan")}
