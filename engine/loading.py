"""Imports TensorFlow while a window stays alive."""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2", "libtensorflow_framework.2.dylib")
SWITCH_SECONDS = 0.0005
_one_at_a_time = threading.Lock()
CHATTER = re.compile(rb"[IWE]\d{4} \d\d:\d\d:|WARNING: All log messages before absl::InitializeLog")


def load_tensorflow() -> str:
    """Imports TensorFlow and Keras, gives TensorFlow's version. Meant for a thread beside the window's.

    Python's import holds the interpreter lock while the system maps a library, a fifth of a second for
    TensorFlow's largest; so the libraries are mapped first, by a call that releases the lock. The garbage
    collector would stop everything too, to look at a million new objects that all stay; it is told to leave
    them alone for good. Where another thread is loading already, waits for it.
    """
    with _one_at_a_time:
        return _load()


@cache
def _load() -> str:
    sys.setswitchinterval(SWITCH_SECONDS)  # stays: a window beside TensorFlow wants its turn soon
    collecting = gc.isenabled()
    gc.disable()
    try:
        with chatter_withheld():
            if sys.platform != "win32":
                _map_libraries()
            import keras
            import tensorflow as tf

            tf.config.list_logical_devices()
        keras.config.set_floatx("float32")
        logging.getLogger("tensorflow").addFilter(_is_not_about_retracing)
        gc.freeze()
        return str(tf.__version__)
    finally:
        if collecting:
            gc.enable()


def _is_not_about_retracing(record: logging.LogRecord) -> bool:
    """TensorFlow warns of a function that is traced anew at every call; each session's, traced once, looks alike."""
    return "triggered tf.function retracing" not in record.getMessage()


@contextmanager
def chatter_withheld() -> Iterator[None]:
    """Keeps off standard error what TensorFlow says there of itself, before its own log settings hold.

    Everything else that is written meanwhile appears when the block is left.
    """
    if sys.stderr is None:  # a Windows program without a console
        yield
        return
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as file:
        os.dup2(file.fileno(), 2)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            for line in file:
                if not CHATTER.match(line):
                    os.write(2, line)


def _map_libraries() -> None:
    spec = importlib.util.find_spec("tensorflow")
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
    dlopen.restype = ctypes.c_void_p
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in (Path(folder) / name for name in LIBRARIES):
            if path.exists():
                dlopen(os.fsencode(path), os.RTLD_NOW)
