"""The laboratory's engine: everything that runs TensorFlow.

No module here imports Qt, but for `engine.worker`, and none imports TensorFlow before one of its functions
needs it. The two settings below must stand before that first import: Keras reads its backend once, and from
the user's own configuration file unless told.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
