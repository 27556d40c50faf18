"""A Python of its own that runs programs one after the other, since TensorFlow takes it seconds to load."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

LOOP = """
import contextlib, io, json, os, sys
for line in sys.stdin:
    said, error = io.StringIO(), ""
    program, folder = json.loads(line)
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(said):
            exec(compile(program, "program", "exec"), {"__name__": "__main__"})
    except Exception as failure:
        error = f"{type(failure).__name__}: {failure}"
    print(json.dumps([said.getvalue(), error]), flush=True)
"""


class FreshPython:
    """Started with the first program. Nothing of ours is loaded in it, and each program has names of its own."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def run(self, program: str, folder: Path | str = os.sep) -> tuple[str, str]:
        """What it printed in that folder, and the error that ended it, as in "NameError: …", or ""."""
        if self._process is None:
            command = [sys.executable, "-I", "-c", LOOP]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([program, str(folder)]) + "\n")
        self._process.stdin.flush()
        printed, error = json.loads(self._process.stdout.readline())
        return printed, error

    def printed(self, program: str, folder: Path | str = os.sep) -> str:
        """What it printed, no error having ended it."""
        printed, error = self.run(program, folder)
        assert not error
        return printed

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate(timeout=100)
