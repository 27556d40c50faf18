"""The player's sessions, each compiled once for all tests: that takes far longer than all that they do with it."""

from __future__ import annotations

import sys
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from engine.datasets import Dataset

if TYPE_CHECKING:
    from engine.training.session import Session
    from engine.training.settings import Settings

MOST_POINTS = 5000


class SessionPool:
    """Stands in for `Session`, and gives one that an earlier test had, which remembers nothing of it.

    No session is given twice until all are taken back.
    """

    def __init__(self) -> None:
        self._make: type[Session] | None = None
        self._free: dict[str, list[Session]] = {}
        self._given: list[tuple[str, Session]] = []

    def stand_in(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the player finds the class; not before TensorFlow has been loaded."""
        module = sys.modules.get("engine.training.session")
        if module is not None:
            self._make = self._make or module.Session
            monkeypatch.setattr(module, "Session", self)

    def __call__(self, dataset: Dataset, settings: Settings) -> Session:
        assert self._make is not None
        content = sha256(dataset.inputs.tobytes() + dataset.targets.tobytes()).hexdigest()
        compiled = replace(settings, learning_rate=0.1)  # the rate is a variable
        key = f"{content} {dataset.inputs.shape} {dataset.targets.shape} {compiled!r}"
        if free := self._free.get(key):
            session = free.pop()
            _renew(session, dataset, settings)
        else:
            session = self._make(dataset, settings)
        if len(dataset) <= MOST_POINTS:
            self._given.append((key, session))
        return session

    def take_back(self) -> None:
        """The test is over, or one of the examples that it goes through: nobody uses what was given any more."""
        for key, session in self._given:
            self._free.setdefault(key, []).append(session)
        self._given.clear()


POOL = SessionPool()


def _renew(session: Session, dataset: Dataset, settings: Settings) -> None:
    """Makes of it what `Session` would, but for what is compiled."""
    from engine.training.checkpoints import Checkpoints
    from engine.training.timeline import Timeline

    session.dataset = dataset
    session.settings = replace(settings, optimizer=session.settings.optimizer)
    session._start = session._drawn_start
    session._timeline = Timeline(*session._start, session.settings)
    session._checkpoints = Checkpoints()
    session._held = None  # so that the optimizer forgets too
    session._moment = 0
