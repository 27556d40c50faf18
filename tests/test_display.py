"""What `gui.display` finds on this machine, and what it says and does about what is missing."""

from __future__ import annotations

import _ctypes
import os
import re
import socket
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import PySide6
import pytest

from gui import display

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")

NO_SUCH_LIBRARY = "libno-such-thing.so.9"

# The X11 protocol's answers to a client: accepted, with a server that has no screen; refused, without a reason.
X_ACCEPTED = b"\x01\x00\x0b\x00\x00\x00\x08\x00" + bytes(32)
X_REFUSED = b"\x00\x00\x0b\x00\x00\x00\x00\x00"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)


@pytest.fixture
def x_server() -> Iterator[Callable[[bytes], str]]:
    """Starts an X server that gives every client the same answer, and gives back its DISPLAY."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threads = []

        def start(answer: bytes) -> str:
            def serve() -> None:
                client, _ = listener.accept()
                with client:
                    client.recv(12)
                    client.sendall(answer)

            threads.append(Thread(target=serve, daemon=True))
            threads[-1].start()
            return f"127.0.0.1:{listener.getsockname()[1] - 6000}"

        yield start
        for thread in threads:
            thread.join(5)


def as_root(monkeypatch: pytest.MonkeyPatch, *, root: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000, raising=False)


def fake_apt_get(monkeypatch: pytest.MonkeyPatch, folder: Path, commands: str) -> Path:
    """Puts an apt-get before the real one that notes its arguments in the file given back, and runs `commands`."""
    log = folder / "apt.log"
    script = folder / "apt-get"
    script.write_text(f'#!/bin/sh\necho "$*" >>"{log}"\n{commands}\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return log


def lack(monkeypatch: pytest.MonkeyPatch, library: str = NO_SUCH_LIBRARY, package: str = "libno-such9") -> None:
    monkeypatch.setattr(display, "LIBRARIES", {"xcb": {library: package, "libc.so.6": "libc6"}})


@on_linux
def test_without_a_display_there_is_none() -> None:
    assert not display.has_display()


@on_linux
def test_a_display_whose_server_is_gone_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("DISPLAY", f"127.0.0.1:{port - 6000}")
    assert not display.has_display()


@on_linux
@pytest.mark.parametrize(("answer", "expected"), [(X_ACCEPTED, "xcb"), (X_REFUSED, None)])
def test_an_x_server_counts_if_it_lets_us_in(
    monkeypatch: pytest.MonkeyPatch, x_server: Callable[[bytes], str], answer: bytes, expected: str | None
) -> None:
    monkeypatch.setenv("DISPLAY", x_server(answer))
    assert display.reachable_platform() == expected


@on_linux
def test_a_wayland_compositor_counts_while_it_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert display.reachable_platform() is None
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "wayland-7"))
        listener.listen()
        assert display.reachable_platform() == "wayland"
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert display.reachable_platform() is None
    monkeypatch.setenv("QT_QPA_PLATFORM", "wayland")
    assert display.reachable_platform() is None


@on_linux
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("offscreen", "offscreen"),
        ("vnc:size=1280x800", "vnc"),
        ("xcb", None),
        ("wayland;xcb", None),
        ("xcb;minimal", "minimal"),
    ],
)
def test_a_platform_that_was_asked_for_counts(
    monkeypatch: pytest.MonkeyPatch, asked: str, expected: str | None
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", asked)
    assert display.reachable_platform() == expected


@on_linux
def test_a_missing_library_is_found_and_a_present_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    lack(monkeypatch)
    assert display.missing_libraries("xcb") == {NO_SUCH_LIBRARY: "libno-such9"}


@pytest.mark.skipif(sys.platform.startswith("linux"), reason="Linux has to look")
def test_elsewhere_qt_brings_all_that_it_needs() -> None:
    assert display.missing_libraries() == {}
    assert display.has_display()


@on_linux
@pytest.mark.parametrize(("root", "command"), [(True, ": apt-get install"), (False, ": sudo apt-get install")])
def test_on_debian_the_remedy_is_the_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: bool, command: str
) -> None:
    fake_apt_get(monkeypatch, tmp_path, "")
    as_root(monkeypatch, root=root)
    line = display.remedy({"libEGL.so.1": "libegl1", "libglib-2.0.so.0": "libglib2.0-0", "libgthread": "libglib2.0-0"})
    assert line.endswith(f"{command} libegl1 libglib2.0-0")


def test_elsewhere_the_remedy_names_libraries_and_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert display.remedy({"libEGL.so.1": "libegl1"}).endswith("provides libEGL.so.1 (on Debian: libegl1)")


@on_linux
def test_root_on_debian_installs_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "libnew.so.1"
    log = fake_apt_get(monkeypatch, tmp_path, f'case "$*" in *install*) ln -s "{_ctypes.__file__}" "{library}";; esac')
    as_root(monkeypatch, root=True)
    lack(monkeypatch, str(library), "libnew1")
    assert display.main(["--install"]) == 0
    update, install = log.read_text().splitlines()
    assert update.endswith("update")
    assert re.search(r"install --yes .*libnew1$", install)
    assert "libnew1" in capfd.readouterr().out


@on_linux
def test_an_installation_that_fails_says_why_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    fake_apt_get(monkeypatch, tmp_path, 'echo "E: Unable to locate package"; exit 100')
    as_root(monkeypatch, root=True)
    lack(monkeypatch)
    assert display.main(["--install"]) == 1
    why, what_to_do = capfd.readouterr().err.splitlines()
    assert why == "E: Unable to locate package"
    assert what_to_do.endswith("apt-get install libno-such9")


@on_linux
def test_others_are_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = fake_apt_get(monkeypatch, tmp_path, "")
    as_root(monkeypatch, root=False)
    lack(monkeypatch)
    assert display.main(["--install"]) == 1
    assert not log.exists()
    out, error = capfd.readouterr()
    assert out == ""
    (line,) = error.splitlines()
    assert line.endswith("sudo apt-get install libno-such9")


@on_linux
def test_the_table_names_every_library_that_qt_asks_for() -> None:
    """Reads the names in Qt's own files, so that an upgrade that needs another library is noticed."""
    root = Path(PySide6.__file__).parent
    parts = {
        "offscreen": ["lib/libQt6Core.so.6", "lib/libQt6DBus.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Svg.so.6"],
        "wayland": [
            "lib/libQt6WaylandClient.so.6",
            "lib/libQt6WlShellIntegration.so.6",
            "plugins/platforms/libqwayland.so",
        ],
        "xcb": ["lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so"],
    }
    parts["offscreen"] += ["lib/libQt6Widgets.so.6", "plugins/platforms/libqoffscreen.so"]
    parts["wayland"] += ["plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so"]
    bundled = {path.name for path in (*root.rglob("*.so*"), *(root.parent / "shiboken6").glob("*.so*"))}
    part_of_every_linux = re.compile(rb"lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+)\.so|ld-linux")
    for platform, files in parts.items():
        named = {
            name.decode()
            for file in files
            for name in re.findall(rb"\0(lib[\w.+-]+\.so\.\d+)(?=\0)", (root / "Qt" / file).read_bytes())
            if not part_of_every_linux.match(name)
        }
        assert named - bundled <= set(display.LIBRARIES[platform])
