"""Targets, outputs and errors as a sentence shows them."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.keras_lab.catalogue.examples import encode
from engine.keras_lab.catalogue.specification import TargetForm


def shown_row(row: NDArray[Any]) -> str:
    """As in 0.5, or [0, 1]."""
    numbers = [f"{round(float(number), 4) + 0:.2g}" for number in row]
    return numbers[0] if len(numbers) == 1 else f"[{', '.join(numbers)}]"


def shown_target(which: int, classes: int, form: TargetForm) -> str:
    """The target of a sample of the class `which`."""
    return shown_row(np.atleast_1d(encode([which], form, classes)[0]))


def shown_targets(form: TargetForm, classes: int) -> str:
    """What stands in the targets for each class, as in `0, 1, 2`, or for the first, as in `[1, 0, 0], …`."""
    rows = encode(range(classes), form, classes).reshape(classes, -1)
    return ", ".join(map(shown_row, rows)) if rows.shape[1] == 1 else f"{shown_row(rows[0])}, …"


def first_sentence(error: Exception) -> str:
    """The first sentence of what Keras or TensorFlow says, without its full stop."""
    text = re.sub(r"\{\{.*?\}\}", "", " ".join(str(error).split())).strip()
    return re.split(r"(?<!vs)\. (?=[A-Z])|\s*\[Op:", text)[0].rstrip(".")
