"""Loading TensorFlow beside a window: quick to come back, quiet, and with nothing left as it should not be."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import keras
import pytest
import tensorflow as tf

from engine.loading import load_tensorflow

ROOT = Path(__file__).parent.parent


def test_it_gives_tensorflows_version() -> None:
    assert load_tensorflow() == tf.__version__


@pytest.mark.parametrize("collects", [True, False])
def test_the_garbage_collector_is_as_it_was(collects: bool) -> None:
    was = gc.isenabled()
    try:
        (gc.enable if collects else gc.disable)()
        load_tensorflow()
        assert gc.isenabled() is collects
    finally:
        (gc.enable if was else gc.disable)()


def test_what_others_write_to_standard_error_is_not_lost(capfd: pytest.CaptureFixture[str]) -> None:
    load_tensorflow()
    os.write(2, b"still here\n")
    print("and here", file=sys.stderr)
    assert capfd.readouterr().err == "still here\nand here\n"


PROGRAM = """
import engine.loading
assert not {"tensorflow", "keras", "numpy"} & set(__import__("sys").modules), "loading is what loads"
engine.loading.load_tensorflow()
import keras, tensorflow as tf
print(keras.backend.backend(), keras.config.floatx(), float(tf.reduce_sum(tf.ones(3))))
"""


def test_the_users_own_keras_settings_do_not_matter(tmp_path: Path) -> None:
    folder = tmp_path / ".keras"
    folder.mkdir()
    (folder / "keras.json").write_text('{"backend": "jax", "floatx": "float16"}')
    environment = {**os.environ, "KERAS_HOME": str(folder), "HOME": str(tmp_path), "KERAS_BACKEND": "torch"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "tensorflow float32 3.0\n"


def test_keras_computes_with_the_tensorflow_that_was_loaded() -> None:
    load_tensorflow()
    assert keras.backend.backend() == "tensorflow"
    assert keras.config.floatx() == "float32"
