"""What is looked at on the page about watching, remembered until the next time."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.gradients.naming import FREE_FALL
from engine.gradients.watching import EXPERIMENTS
from engine.gradients.watching.protocol import TryAll


@dataclass(frozen=True, slots=True)
class WatchingChoices:
    """What was looked at last. Raises `InputError` for what there is not."""

    text: str = FREE_FALL
    at: float = 1.4
    experiment: str = "constant"

    def __post_init__(self) -> None:
        TryAll(self.text, self.at)
        if self.experiment not in EXPERIMENTS:
            template = QT_TRANSLATE_NOOP("engine", "There is no experiment {name}.")
            raise InputError("experiment", template, name=self.experiment)
