"""A call of TensorFlow's or NumPy's that can be both made and written, so that what is shown is what was run."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from engine.tensors.literals import float_code, literal_code


@dataclass(frozen=True, slots=True)
class Dtype:
    """Stands for the library's own dtype of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class LibraryCall:
    """path: below the library, as in "random.normal". keywords: by name; "" for one without a name, in its place.
    then: a dtype that NumPy converts the result to."""

    path: str
    keywords: tuple[tuple[str, Any], ...]
    then: Dtype | None = None

    def run(self, library: Any) -> Any:
        """Makes the call."""
        function = functools.reduce(getattr, self.path.split("."), library)
        plain = [_resolved(value, library) for name, value in self.keywords if not name]
        named = {name: _resolved(value, library) for name, value in self.keywords if name}
        result = function(*plain, **named)
        return result.astype(self.then.name) if self.then else result

    def code(self, library: str) -> str:
        """As in `tf.ones(shape=(2, 1))`; `library` is its name there."""
        parts = [f"{name}={_code(value, library)}" if name else _code(value, library) for name, value in self.keywords]
        conversion = f".astype({_code(self.then, library)})" if self.then else ""
        return f"{library}.{self.path}({', '.join(parts)}){conversion}"


def _resolved(value: Any, library: Any) -> Any:
    return getattr(library, value.name) if isinstance(value, Dtype) else value


def _code(value: Any, library: str) -> str:
    if isinstance(value, Dtype):
        return f"{library}.{value.name}"
    if isinstance(value, float):
        return float_code(value)
    return literal_code(value) if isinstance(value, list) else repr(value)
