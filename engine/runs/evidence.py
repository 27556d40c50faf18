"""Whether a run is still written: what can be known of it from outside."""

from __future__ import annotations

import math
import platform
from collections.abc import Callable

import psutil

from engine.distributed.description import Description
from engine.runs.protocol import Evidence, RunState

SILENT_SECONDS = 30.0
"""After which a run that wrote nothing is called silent. It writes about once a second, but for a long step."""


LAST_WORDS_SECONDS = 3.0
"""In which what a process has written before it was gone is read at the latest."""


class Watch:
    """What is known of one run. Its process is asked after; its lock is not tried, since a run that begins just then
    would find it taken."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: seconds."""
        self._clock = clock
        self._heard = -math.inf
        self._gone_since = math.inf
        self._is_elsewhere = False

    def hear(self) -> None:
        """Something has come."""
        self._heard = self._clock()
        # What writes after its process has gone is a process of another machine of that name, a container perhaps.
        self._is_elsewhere |= self._heard - self._gone_since > LAST_WORDS_SECONDS

    def hear_from(self, age: float) -> None:
        """The last that was found is so many seconds old."""
        self._heard = self._clock() - max(age, 0.0)

    def begin_anew(self) -> None:
        """Another process goes on with the run."""
        self._gone_since, self._is_elsewhere = math.inf, False

    def judge(self, description: Description | None, has_ended: bool) -> tuple[RunState, Evidence]:
        if has_ended:
            return RunState.ENDED, Evidence.END
        if description is not None and description.host == platform.node() and not self._is_elsewhere:
            if _lives(description):
                self._gone_since = math.inf
                return RunState.WRITTEN, Evidence.PROCESS
            self._gone_since = min(self._gone_since, self._clock())
            return RunState.STOPPED, Evidence.PROCESS
        is_heard = self._clock() - self._heard < SILENT_SECONDS
        return (RunState.WRITTEN if is_heard else RunState.SILENT), Evidence.AGE


def _lives(description: Description) -> bool:
    """Whether the process is there, and not another one that was given its number since."""
    try:
        process = psutil.Process(description.pid)
        return bool(process.create_time() <= description.started and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
    except (psutil.Error, OSError, ValueError, OverflowError):
        return True  # it is someone else's
