"""Makes tensors by the calls of the notes, and beside each NumPy's twin."""

from __future__ import annotations

import inspect
import threading
from functools import cache
from typing import Any, assert_never

import numpy as np
from numpy.typing import NDArray

from engine.dtypes import FLOATING
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.tensors.calls import Dtype, LibraryCall
from engine.tensors.checking import check_recipe, result_bytes
from engine.tensors.literals import literal_code, read_values
from engine.tensors.recipes import (
    Constant,
    Eye,
    Given,
    Initializer,
    Ones,
    RandomNormal,
    RandomUniform,
    Range,
    Recipe,
    Zeros,
)
from engine.tensors.values import Statistics

LARGEST_TWIN = 64 << 20
"""Bytes of a tensor above which no second one is made beside it."""

MOST_WRITTEN = 10_000
"""Elements that are written into a program as they are."""

_seeding = threading.Lock()
"""Seed and draw belong together, and TensorFlow's seed is one for all threads."""


def make(recipe: Recipe) -> Any:
    """The tensor that TensorFlow makes of it. Raises `InputError`, its `field` the recipe's own."""
    check_recipe(recipe)
    import tensorflow as tf

    match recipe:
        case RandomNormal() | RandomUniform():
            with _seeding:
                tf.random.set_seed(recipe.seed)
                return tensorflow_call(recipe).run(tf)
        case Initializer():
            return _initialized(recipe)
        case Given():
            return tf.constant(recipe.array.copy())
        case _:
            return tensorflow_call(recipe).run(tf)


def make_twin(recipe: Recipe) -> NDArray[Any] | None:
    """What NumPy makes of its own call, read-only; None where it has none, and where a second one is too large."""
    if isinstance(recipe, Initializer | Given) or result_bytes(recipe) > LARGEST_TWIN:
        return None
    library: Any = np
    if isinstance(recipe, RandomNormal | RandomUniform):
        # What `np.random.seed` and `np.random.normal` do, but to no state that others share.
        library = _SeededNumPy(np.random.RandomState(recipe.seed))
    array: NDArray[Any] = np.asarray(numpy_call(recipe).run(library))
    array.flags.writeable = False
    return array


def recipe_code(recipe: Recipe) -> tuple[tuple[str, ...], str]:
    """The lines that a program needs before (but for `import tensorflow as tf`), and the expression itself."""
    match recipe:
        case RandomNormal() | RandomUniform():
            return (f"tf.random.set_seed({recipe.seed})",), tensorflow_call(recipe).code("tf")
        case Initializer():
            seed = f"seed={recipe.seed}" if _takes_seed(recipe.name) else ""
            dtype = "" if recipe.dtype == "float32" else f', dtype="{recipe.dtype}"'
            return ("import keras",), f"keras.initializers.{recipe.name}({seed})(shape={recipe.shape!r}{dtype})"
        case Given(script=script) if script:
            return tuple(script.splitlines()), f"tf.identity({recipe.label})"
        case Given():
            return (), _array_code(recipe)
        case _:
            return (), tensorflow_call(recipe).code("tf")


def numpy_code(recipe: Recipe) -> str:
    """NumPy's call, as code; "" where it has none."""
    return "" if isinstance(recipe, Initializer | Given) else numpy_call(recipe).code("np")


@cache
def initializer_names() -> tuple[str, ...]:
    """The initializers of Keras that work here, each by its class's shortest name."""
    import keras

    names: dict[type, str] = {}
    for name, found in vars(keras.initializers).items():
        is_class = isinstance(found, type) and issubclass(found, keras.initializers.Initializer)
        if is_class and name[0].isupper() and len(name) < len(names.get(found, name + " ")) and _works(found):
            names[found] = name
    return tuple(sorted(names.values()))


def density(recipe: Recipe, statistics: Statistics | None) -> NDArray[np.float64] | None:
    """Of a random recipe: how many elements its distribution lets one expect in each bin, from the density at the
    bin's centre; None for any other, and where the distribution is a single point."""
    if statistics is None or not statistics.counts.size:
        return None
    edges = statistics.edges
    centres, widths, count = (edges[1:] + edges[:-1]) / 2, np.diff(edges), int(statistics.counts.sum())
    match recipe:
        case RandomNormal() if recipe.stddev > 0:
            distances = (centres - recipe.mean) / recipe.stddev
            densities = np.exp(-(distances**2) / 2) / (recipe.stddev * np.sqrt(2 * np.pi))
        case RandomUniform():
            inside = (centres >= recipe.minval) & (centres <= recipe.maxval)
            densities = inside / (float(recipe.maxval) - float(recipe.minval))
        case _:
            return None
    expected: NDArray[np.float64] = densities * widths * count
    return expected


def tensorflow_call(recipe: Recipe) -> LibraryCall:
    """TensorFlow's call, with a dtype only where it is not the one that TensorFlow takes by itself."""
    match recipe:
        case Ones() | Zeros():
            keywords: list[tuple[str, Any]] = [("shape", recipe.shape)]
            path, usual = type(recipe).__name__.lower(), "float32"
        case RandomNormal():
            keywords = [("shape", recipe.shape), ("mean", float(recipe.mean)), ("stddev", float(recipe.stddev))]
            path, usual = "random.normal", "float32"
        case RandomUniform():
            kind = float if recipe.dtype in FLOATING else int
            keywords = [("shape", recipe.shape), ("minval", kind(recipe.minval)), ("maxval", kind(recipe.maxval))]
            path, usual = "random.uniform", "float32"
        case Constant():
            values = read_values(recipe.values, recipe.dtype)
            keywords, path, usual = [("", values)], "constant", _usual_dtype(values)
        case Range():
            kind = float if recipe.dtype in FLOATING else int
            keywords = [("", kind(recipe.start)), ("", kind(recipe.limit)), ("", kind(recipe.delta))]
            path, usual = "range", "float32" if recipe.dtype in FLOATING else "int32"
        case Eye():
            keywords = [("", recipe.rows)] if recipe.columns is None else [("", recipe.rows), ("", recipe.columns)]
            path, usual = "eye", "float32"
        case Initializer() | Given():
            raise AssertionError(recipe)
        case _:
            assert_never(recipe)
    dtype = [] if recipe.dtype == usual else [("dtype", Dtype(recipe.dtype))]
    return LibraryCall(path, (*keywords, *dtype))


def numpy_call(recipe: Recipe) -> LibraryCall:
    """NumPy's call for the same; TensorFlow's usual dtypes are left to NumPy's own defaults, which differ."""
    chosen = None if recipe_dtype(recipe) in ("float32", "int32", "bfloat16") else Dtype(_numpy_name(recipe))
    dtype = [("dtype", chosen)] if chosen else []
    match recipe:
        case Ones() | Zeros():
            if recipe.dtype == "int32":
                dtype = [("dtype", Dtype("int32"))]
            return LibraryCall(type(recipe).__name__.lower(), (("shape", recipe.shape), *dtype))
        case RandomNormal():
            keywords = ("size", recipe.shape), ("loc", float(recipe.mean)), ("scale", float(recipe.stddev))
            return LibraryCall("random.normal", keywords, chosen if recipe.dtype == "float16" else None)
        case RandomUniform() if recipe.dtype in FLOATING:
            keywords = ("size", recipe.shape), ("low", float(recipe.minval)), ("high", float(recipe.maxval))
            return LibraryCall("random.uniform", keywords, chosen if recipe.dtype == "float16" else None)
        case RandomUniform():
            keywords = ("size", recipe.shape), ("low", int(recipe.minval)), ("high", int(recipe.maxval))
            return LibraryCall("random.randint", (*keywords, *dtype))
        case Constant():
            return LibraryCall("array", (("", read_values(recipe.values, recipe.dtype)), *dtype))
        case Range():
            return LibraryCall("arange", (*tensorflow_call(recipe).keywords[:3], *dtype))
        case Eye():
            size = [("", size) for size in (recipe.rows, recipe.columns) if size is not None]
            if recipe.dtype == "int32":
                dtype = [("dtype", Dtype("int32"))]
            return LibraryCall("eye", (*size, *dtype))
        case Initializer() | Given():
            raise AssertionError(recipe)
        case _:
            assert_never(recipe)


def recipe_dtype(recipe: Recipe) -> str:
    """TensorFlow's name of the dtype that it makes."""
    return recipe.array.dtype.name if isinstance(recipe, Given) else recipe.dtype


class _SeededNumPy:
    """NumPy, as far as `np.random` goes, with a generator of its own."""

    def __init__(self, random: np.random.RandomState) -> None:
        self.random = random

    def __getattr__(self, name: str) -> Any:
        return getattr(np, name)


def _usual_dtype(values: Any) -> str:
    """What `tf.constant` takes by itself for these values."""
    first = values
    while isinstance(first, list) and first:
        first = first[0]
    if isinstance(first, bool):
        return "bool"
    if isinstance(first, int):
        return "int32"
    return {complex: "complex128", str: "string"}.get(type(first), "float32")


def _numpy_name(recipe: Recipe) -> str:
    return {"string": "str_", "bool": "bool"}.get(recipe_dtype(recipe), recipe_dtype(recipe))


def _array_code(recipe: Given) -> str:
    if recipe.array.size > MOST_WRITTEN:
        template = QT_TRANSLATE_NOOP(
            "engine", "{label} has {count} elements; a program has room for {most} of them at most."
        )
        raise InputError("label", template, label=recipe.label, count=recipe.array.size, most=MOST_WRITTEN)
    dtype = recipe_dtype(recipe)
    name = "string" if recipe.array.dtype.kind in "OSU" else dtype
    return f"tf.constant({literal_code(recipe.array.tolist())}, dtype=tf.{name}, shape={recipe.array.shape!r})"


def _initialized(recipe: Initializer) -> Any:
    if recipe.name not in initializer_names():
        template = QT_TRANSLATE_NOOP("engine", "Keras has no initializer {name}; there is GlorotUniform, for example.")
        raise InputError("name", template, name=str(recipe.name)[:40])
    import keras

    initializer = getattr(keras.initializers, recipe.name)
    try:
        made = initializer(seed=recipe.seed) if _takes_seed(recipe.name) else initializer()
        return made(shape=recipe.shape, dtype=recipe.dtype)
    except Exception as error:
        from engine.expressions.explanation import first_sentence

        template = QT_TRANSLATE_NOOP("engine", "{name} does not make the shape {shape}; Keras says: {reason}.")
        raise InputError(
            "shape", template, name=recipe.name, shape=recipe.shape, reason=first_sentence(error)
        ) from error


def _takes_seed(name: str) -> bool:
    import keras

    return "seed" in inspect.signature(getattr(keras.initializers, name, object)).parameters


def _works(initializer: type) -> bool:
    try:
        initializer()(shape=(3, 3))
    except Exception:
        return False
    return True
