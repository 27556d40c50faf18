"""Training a linear classifier from scratch, every step of it kept.

`Session` is fetched when it is first asked for, since it imports TensorFlow, which takes seconds.
"""

from typing import TYPE_CHECKING

from engine.training.records import Diverged, Operation, Phase, Record
from engine.training.settings import Settings

if TYPE_CHECKING:
    from engine.training.session import Session

__all__ = ["Diverged", "Operation", "Phase", "Record", "Session", "Settings"]


def __getattr__(name: str) -> object:
    if name == "Session":
        from engine.training.session import Session

        return Session
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
