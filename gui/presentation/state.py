"""What a project keeps of the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WindowState:
    """hidden: the parts of the window that the class does not see, as `gui.presentation.parts` names them."""

    hidden: tuple[str, ...] = ()
