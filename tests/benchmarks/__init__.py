"""How fast and how smooth TapeLab is on this machine: `make bench` shows it, nothing here passes or fails.

Every module that `NAMES` lists has a function `measure(quick)`, which gives rows of the table, and runs in a process
of its own. A row that the project promises has a goal; the others are there to compare.
"""

NAMES = (
    *("loops", "batches", "window", "drawing", "pausing", "gradients", "keras_fit", "starting", "costs", "reading"),
    *("streaming", "following_runs", "sharing", "large_tensors", "fuzzing"),
)
"""The modules that measure, in the order of the table."""
