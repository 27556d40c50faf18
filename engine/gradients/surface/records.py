"""What is known of a function of two variables: its picture, one of its points, and the program for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from numpy.typing import NDArray

from engine.gradients.surface.subjects import Region

Floats = NDArray[Any]
"""Of the dtype that is shown."""

Kind = Literal["valley", "hill", "saddle", "trough", "ridge", "flat", "undefined"]

Reference = Literal["symbols", "differences"]


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """region: what is seen. values: (rows, columns), from the lower left corner to the upper right one, edges included.
    field_points, field: (n, 2), where the gradient was taken, and the gradients.
    least, greatest: of the finite values; None where there are none. infinite, nan: how many values are."""

    region: Region
    values: Floats
    field_points: Floats
    field: Floats
    least: float | None
    greatest: float | None
    infinite: int
    nan: int

    @property
    def is_constant(self) -> bool:
        """Whether all values are one and the same."""
        return self.least is not None and self.least == self.greatest and not self.infinite and not self.nan


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """x, y: as the dtype holds them. gradient: (2,). hessian: (2, 2). eigenvalues: (2,), ascending; eigenvectors:
    (2, 2), in columns; both NaN where the Hessian is not finite. is_level: whether the gradient is 0, to rounding.
    gradient_is_none, hessian_is_none: a tape says None for it, and 0 stands here."""

    x: float
    y: float
    value: float
    gradient: Floats
    hessian: Floats
    eigenvalues: Floats
    eigenvectors: Floats
    kind: Kind
    is_level: bool
    gradient_is_none: bool
    hessian_is_none: bool


@dataclass(frozen=True, slots=True)
class Check:
    """The largest difference, as a share of the largest entry; None where one of the two is not finite."""

    against: Reference
    gradient: float | None
    hessian: float | None


@dataclass(frozen=True, slots=True)
class Script:
    """A program, and the number of its line, from 1, that needs both tapes."""

    text: str
    line: int
