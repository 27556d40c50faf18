"""The laboratory's engine: everything that runs TensorFlow.

No module here imports Qt, but for `engine.worker`, and none imports TensorFlow before one of its functions
needs it. The settings below must stand before that first import: Keras reads its backend once, and from
the user's own configuration file unless told; TensorFlow would take every core for large data, and a window
that is drawn meanwhile would stutter.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
os.environ.setdefault("TF_NUM_INTRAOP_THREADS", str(max(_cores - 1, 1)))
