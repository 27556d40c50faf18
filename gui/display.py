"""Whether a window can open on this machine, and what is missing if not; `python -m gui.display --install` mends it.

Qt cannot be asked: without its system libraries it fails to import, without a display it aborts the process.
So this module knows no Qt, and runs on any Python, before anything is installed.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# What Qt's own files ask the system for (their DT_NEEDED entries), and the Debian package that has it.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "offscreen": _ALWAYS,
    "wayland": {
        **_ALWAYS,
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
    "xcb": {
        **_ALWAYS,
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb.so.1": "libxcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
}
"""For each of Qt's platforms on Linux: the system libraries that it needs, and the Debian package of each."""


def missing_libraries(platform: str = "xcb") -> dict[str, str]:
    """The libraries that Qt's `platform` needs and this machine lacks, with the Debian package of each."""
    if not sys.platform.startswith("linux"):
        return {}
    needed = LIBRARIES.get(platform, _ALWAYS)
    return {library: package for library, package in needed.items() if not _can_load(library)}


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def remedy(missing: Mapping[str, str]) -> str:
    """One line that says what is missing and how to install it on this machine."""
    if shutil.which("apt-get"):
        sudo = "" if _is_root() else "sudo "
        how = f"install them with: {sudo}apt-get install {' '.join(_packages(missing))}"
    else:
        how = f"install what provides {', '.join(missing)} (on Debian: {' '.join(_packages(missing))})"
    return f"Qt needs system libraries that this machine lacks; {how}"


def _packages(missing: Mapping[str, str]) -> list[str]:
    return sorted(set(missing.values()))


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_missing(platform: str = "xcb") -> dict[str, str]:
    """Installs what `platform` lacks where that is possible, as root on Debian and Ubuntu; gives back what still is."""
    missing = missing_libraries(platform)
    if not missing or not _is_root() or not shutil.which("apt-get"):
        return missing
    packages = _packages(missing)
    print(f"Installing the system libraries that Qt needs: {' '.join(packages)}", flush=True)
    _apt_get("update")  # A failure (one dead source among several) does not matter if the packages are found.
    problem = _apt_get("install", "--yes", "--no-install-recommends", *packages)
    if problem:
        print(problem, file=sys.stderr)
    return missing_libraries(platform)


def _apt_get(*arguments: str) -> str:
    """Runs apt-get without asking anything; gives back the last line of what it says when it fails."""
    done = subprocess.run(
        ["apt-get", "--quiet", "--option", "DPkg::Lock::Timeout=120", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    lines = done.stdout.strip().splitlines() or [""]
    return lines[-1] if done.returncode else ""


def reachable_platform() -> str | None:
    """The Qt platform that a window opens on here: as QT_QPA_PLATFORM asks, else Wayland, else X; None if none can."""
    if not sys.platform.startswith("linux"):
        return sys.platform
    asked = [name.partition(":")[0] for name in os.environ.get("QT_QPA_PLATFORM", "").split(";") if name]
    for name in asked or ["wayland", "xcb"]:
        if name.startswith("wayland"):
            found = _has_wayland(asked_for=bool(asked))
        elif name == "xcb":
            found = _has_x_server()
        else:
            found = True  # offscreen, vnc, eglfs, ...: whoever names one of these has a use for it.
        if found:
            return name
    return None


def has_display() -> bool:
    """Whether a window that opens now would have somewhere to appear."""
    return reachable_platform() is not None


def _has_wayland(*, asked_for: bool) -> bool:
    environment = os.environ
    if environment.get("WAYLAND_SOCKET"):
        return True  # A connection that is already open, handed down by the parent process.
    named = environment.get("WAYLAND_DISPLAY")
    if not (named or asked_for or environment.get("XDG_SESSION_TYPE") == "wayland"):
        return False  # As Qt does: a compositor that nobody mentions is not looked for.
    path = Path(environment.get("XDG_RUNTIME_DIR", "")) / (named or "wayland-0")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _has_x_server() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Not to be known; that the library is missing is what the user needs to hear.
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    # A real handshake, since DISPLAY may name a server that is gone or one whose authority we lack: there Qt aborts.
    connection = xcb.xcb_connect(None, None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)


def main(arguments: Sequence[str] | None = None) -> int:
    """`python -m gui.display [--install]`: 0 when nothing is missing, else 1 and one line on stderr."""
    parser = argparse.ArgumentParser(prog="python -m gui.display", description="Check what Qt's window needs here.")
    parser.add_argument("--install", action="store_true", help="install what is missing (as root on Debian, Ubuntu)")
    options = parser.parse_args(arguments)
    platform = reachable_platform() or "xcb"
    missing = install_missing(platform) if options.install else missing_libraries(platform)
    if missing:
        print(remedy(missing), file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
