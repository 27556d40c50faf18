"""What a project keeps of the runs tab."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PureWindowsPath

MOST_PARTS = 64
"""Of a path that is looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """A folder that is followed. look: as of `gui.plots.run_looks`. is_hidden: whether it is left out of the plots."""

    folder: str
    look: int = 0
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class RunsState:
    """runs: in the order in which they were opened. chosen: the folder of the one whose numbers are seen. looked_at:
    the step; None for the newest of each, whatever comes. window: of how many steps the means are drawn; 1 for none."""

    runs: tuple[OpenedRun, ...] = ()
    chosen: str = ""
    looked_at: int | None = None
    log_loss: bool = True
    window: int = 1

    def run(self, folder: str) -> OpenedRun | None:
        """The one in this folder."""
        return next((run for run in self.runs if run.folder == folder), None)

    def with_run(self, run: OpenedRun) -> RunsState:
        """One more, which is then the chosen one; or another state of one that is there."""
        if self.run(run.folder) is None:
            return replace(self, runs=(*self.runs, run), chosen=run.folder)
        return replace(self, runs=tuple(run if one.folder == run.folder else one for one in self.runs))

    def without(self, folder: str) -> RunsState:
        """One less; where it was the chosen one, its neighbour is."""
        place = next((place for place, run in enumerate(self.runs) if run.folder == folder), None)
        if place is None:
            return self
        left = (*self.runs[:place], *self.runs[place + 1 :])
        chosen = self.chosen
        if chosen == folder:
            chosen = left[min(place, len(left) - 1)].folder if left else ""
        return replace(self, runs=left, chosen=chosen)

    def beside(self, folder: Path) -> RunsState:
        """As it is in a project in this folder, with which its runs may have moved."""
        return replace(
            self,
            runs=tuple(replace(run, folder=_near(run.folder, folder)) for run in self.runs),
            chosen=_near(self.chosen, folder) if self.chosen else "",
        )


@dataclass(frozen=True, slots=True)
class RunsChoices:
    """What is remembered until the next time: of each run the folder, the look, and whether it is hidden."""

    runs: Sequence[tuple[str, int, bool]] = ()
    chosen: str = ""
    log_loss: bool = True
    window: int = 1

    @staticmethod
    def of(state: RunsState) -> RunsChoices:
        return RunsChoices(
            tuple((run.folder, run.look, run.is_hidden) for run in state.runs),
            state.chosen,
            state.log_loss,
            state.window,
        )

    def state(self) -> RunsState:
        return RunsState(tuple(OpenedRun(*run) for run in self.runs), self.chosen, None, self.log_loss, self.window)


def _near(path: str, folder: Path) -> str:
    """A run that is not where it was is looked for beside the project, under as much of its path as is there."""
    if Path(path).is_dir():
        return path
    parts = PureWindowsPath(path).parts[1:]  # which knows the separators of all systems
    if len(parts) > MOST_PARTS or ".." in parts:
        return path
    for base in (folder, folder.parent):
        for first in range(len(parts)):
            found = base.joinpath(*parts[first:])
            if found.is_dir():
                return str(found)
    return path
