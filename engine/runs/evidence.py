"""Whether a run is still written: what can be known of it from outside."""

from __future__ import annotations

import platform
from collections.abc import Callable

import psutil

from engine.distributed.description import Description
from engine.runs.protocol import Evidence, RunState

SILENT_SECONDS = 30.0
"""After which a run that wrote nothing is called silent. It writes about once a second, but for a long step."""


class Watch:
    """What is known of one run. Its process is asked after; its lock is not tried, since a run that begins just then
    would find it taken."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """clock: seconds."""
        self._clock = clock
        self._heard = -SILENT_SECONDS
        self._is_gone = False
        self._is_elsewhere = False

    def hear(self, age: float = 0.0) -> None:
        """Something was written, `age` seconds ago."""
        self._heard = max(self._heard, self._clock() - max(age, 0.0))
        # What writes without its process is a process of another machine of that name, a container perhaps.
        self._is_elsewhere |= self._is_gone

    def begin_anew(self) -> None:
        """Another process goes on with the run."""
        self._is_gone = self._is_elsewhere = False

    def judge(self, description: Description | None, has_ended: bool) -> tuple[RunState, Evidence]:
        if has_ended:
            return RunState.ENDED, Evidence.END
        if description is not None and description.host == platform.node() and not self._is_elsewhere:
            self._is_gone = not _lives(description)
            return (RunState.STOPPED if self._is_gone else RunState.WRITTEN), Evidence.PROCESS
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
