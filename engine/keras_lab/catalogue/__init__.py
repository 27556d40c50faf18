"""Every optimizer, loss, metric, schedule and activation that the installed Keras ships, read from Keras itself.

`specification` says what can be chosen and imports no TensorFlow; the rest does, and runs on the engine's thread.
"""
