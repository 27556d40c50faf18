"""Every optimizer, loss, metric, schedule and activation that the installed Keras ships, read from Keras itself.

`specification` says what can be chosen and imports no TensorFlow; the rest does, and runs on the engine's thread:
`reading` the catalogue, `making` what `compile` takes, `writing` it as code, `custom` what is typed, and `fitting`
whether it all goes together.
"""
