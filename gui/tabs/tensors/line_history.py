"""The lines that were run, to go back to with the arrow keys."""

from __future__ import annotations

MOST = 500


class LineHistory:
    """As in a shell: what was being typed waits behind the newest line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._place = 0
        self._draft = ""

    def add(self, line: str) -> None:
        """A line was run."""
        if not self._lines or self._lines[-1] != line:
            self._lines.append(line)
            del self._lines[:-MOST]
        self._place = len(self._lines)

    def older(self, shown: str) -> str | None:
        """The line before the one that is shown; None where there is none."""
        if self._place == 0:
            return None
        if self._place == len(self._lines):
            self._draft = shown
        self._place -= 1
        return self._lines[self._place]

    def newer(self) -> str | None:
        """The line after it, last the draft; None where there is none."""
        if self._place >= len(self._lines):
            return None
        self._place += 1
        return self._lines[self._place] if self._place < len(self._lines) else self._draft
