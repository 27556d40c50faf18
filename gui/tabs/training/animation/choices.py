"""How an animation is made, as it is remembered until next time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

GROUP = "animation"

SIZES = ((640, 360), (960, 540), (1280, 720), (1920, 1080))
"""Pixels across and down."""

MOST_AT_FIRST = 100
"""Frames that are proposed for a long run."""


@dataclass(frozen=True, slots=True)
class AnimationChoices:
    """kind: of the file. rate: frames a second. width: of `SIZES`."""

    kind: Literal["gif", "apng"] = "gif"
    rate: int = 10
    width: int = 960
