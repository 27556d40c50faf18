"""How the Makefile sets up .venv, with a stand-in for Python that only notes what it is asked to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32" or not shutil.which("make"), reason="there is no make here")

STAND_IN = """\
#!/bin/sh
echo "$*" >>"$LOG"
case "$*" in *print*) echo python3.11-venv ;; esac
case "$*" in
    *"$FAIL_AT"*) [ -z "$FAIL_AT" ] || exit 1 ;;
esac
case "$*" in
    "-m venv .venv" | "-m venv --without-pip .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
esac
"""


class Checkout:
    """A folder with the Makefile, in which `make` finds the stand-in as its Python."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "python.log"
        self.python = self._command("python3", STAND_IN)
        self._command("apt-get", "#!/bin/sh\nexit 100\n")
        for name in ("Makefile", "pyproject.toml", "requirements.txt"):
            shutil.copy(ROOT / name, folder)

    def _command(self, name: str, script: str) -> Path:
        path = self.folder / name
        path.write_text(script)
        path.chmod(0o755)
        return path

    def make(self, *arguments: str, fail_at: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["make", f"PYTHON3={self.python}", *arguments],
            cwd=self.folder,
            # Without what an outer make has set, from which this test may be running.
            env={"PATH": f"{self.folder}{os.pathsep}{os.environ['PATH']}", "LOG": str(self.log), "FAIL_AT": fail_at},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self, part: str) -> int:
        """How often the stand-in was called with `part` among its arguments."""
        return sum(part in line for line in self.log.read_text().splitlines())

    def forget(self) -> None:
        self.log.write_text("")


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_plain_make_lists_the_commands(checkout: Checkout) -> None:
    done = checkout.make()
    assert done.returncode == 0
    commands = [line.split()[1] for line in done.stdout.splitlines()]
    assert commands == ["help", "run", "test", "lint", "format", "translations", "bench", "app", "lock", "clean"]
    assert not checkout.log.exists()


def test_only_the_first_command_installs(checkout: Checkout) -> None:
    assert checkout.make("run").returncode == 0
    assert checkout.calls("pip install") == 2
    assert checkout.calls("--require-hashes --requirement requirements.txt") == 1
    checkout.forget()
    assert checkout.make("run").returncode == 0
    assert checkout.calls("pip") == 0
    assert checkout.calls("-m gui") == 2


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_into_the_same_venv(checkout: Checkout, name: str) -> None:
    checkout.make("run")
    checkout.forget()
    stamp = (checkout.folder / ".venv/.installed").stat()
    os.utime(checkout.folder / name, (stamp.st_atime + 5, stamp.st_mtime + 5))
    assert checkout.make("run").returncode == 0
    assert checkout.calls("pip install") == 2
    assert checkout.calls("-m venv") == 0


@pytest.mark.parametrize("moment", ["-m venv", "--requirement", "--editable"])
def test_a_set_up_that_broke_off_is_begun_anew(checkout: Checkout, moment: str) -> None:
    done = checkout.make("run", fail_at=moment)
    assert done.returncode != 0
    assert checkout.calls("-m gui") == 0
    checkout.forget()
    assert checkout.make("run").returncode == 0
    assert checkout.calls("-m venv .venv") == 1
    assert checkout.calls("pip install") == 2
    assert checkout.calls("-m gui") == 2


def test_where_a_new_venv_gets_no_pip_the_systems_pip_puts_it_there(checkout: Checkout) -> None:
    assert checkout.make("run", fail_at="-m venv .venv").returncode == 0
    assert checkout.calls("-m pip --python .venv/bin/python install pip") == 1
    assert checkout.calls("-m gui") == 2


def test_where_nothing_can_make_a_venv_one_line_says_what_to_install(checkout: Checkout) -> None:
    done = checkout.make("run", fail_at="-m venv")
    assert done.returncode != 0
    assert "sudo apt-get install python3.11-venv" in done.stderr.splitlines()[0]


def test_a_venv_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.make("run")
    checkout.forget()
    (checkout.folder / ".venv/bin/python").unlink()
    assert checkout.make("run").returncode == 0
    assert checkout.calls("-m venv .venv") == 1


def test_without_a_suitable_python_one_line_says_so(checkout: Checkout) -> None:
    done = checkout.make("run", "PYTHON3=no-such-python false")
    assert done.returncode != 0
    line = done.stderr.splitlines()[0]
    assert line.startswith("TapeLab needs Python 3.11, 3.12 or 3.13;")
    assert "PYTHON3=" in line
    assert "Traceback" not in done.stderr
