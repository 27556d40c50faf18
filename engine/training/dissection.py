"""One training step taken apart, phase by phase, forward and back."""

from __future__ import annotations

from engine.training.records import Phase
from engine.training.session import Session

LAST_PHASE = "update"


class Dissection:
    """Begins at the session's position; the last phase takes the step, and going back from it only looks."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._index = session.position
        self._phases = session.phases()
        self._run: list[Phase] = []
        self._shown = 0

    @property
    def shown(self) -> tuple[Phase, ...]:
        """The phases up to the one that is looked at."""
        return tuple(self._run[: self._shown])

    @property
    def is_over(self) -> bool:
        """Whether the last phase is shown, so that going forward needs the next step."""
        return self._shown > 0 and self._run[self._shown - 1].name == LAST_PHASE

    def forward(self) -> None:
        """Shows the next phase; runs it unless that was done before. Raises `Diverged`."""
        if self._shown == len(self._run):
            self._run.append(next(self._phases))
        elif self._run[self._shown].name == LAST_PHASE:
            if self._session.future_holds:
                self._session.seek(self._index + 1)
            else:  # the learning rate is another one now, so the update is too
                self._run = list(self._session.phases())
        self._shown += 1

    def back(self) -> None:
        """Shows the phase before; none, after the first."""
        if self.is_over:
            self._session.seek(self._index)
        self._shown -= 1
