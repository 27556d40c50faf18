"""What is remembered of the gradients tab as a whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GradientsChoices:
    """page: the key of the one in front."""

    page: str = "curves"
