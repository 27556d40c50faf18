"""How a session trains: what can be asked for, and what cannot."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from problems import assert_is_clear

from engine.errors import InputError
from engine.training import Settings
from engine.training.settings import check_batch_size

NAN, INF = float("nan"), float("inf")


def test_the_defaults_are_the_notes_own() -> None:
    assert Settings() == Settings(optimizer="manual", learning_rate=0.1, batch_size=None, seed=0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[("learning_rate", value) for value in (NAN, INF, -INF, 0, 0.0, -1, -0.1, True, None, "fast", "0.1", [0.1])],
        *[("learning_rate", value) for value in (1e39, 1e-50)],  # as float32: infinity and 0
        *[("learning_rate", value) for value in (np.float32("nan"), np.float32(0), np.complex64(1))],
        *[("batch_size", value) for value in (0, -1, 16.0, NAN, True, "16", [16])],
        *[("seed", value) for value in (-1, 2**31, 1.0, True, None, "0")],
    ],
)
def test_what_cannot_be_asked_for(field: str, value: object) -> None:
    with pytest.raises(InputError) as caught:
        Settings(**{field: value})  # type: ignore[arg-type]
    assert_is_clear(caught.value, field)
    assert str(value) in str(caught.value)


@pytest.mark.parametrize(
    "learning_rate", [1e-30, 1e-6, 0.1, 1, 50, 1e30, np.float32(0.25), np.float64(0.25), np.int64(2)]
)
def test_learning_rates_that_are_taken(learning_rate: Any) -> None:
    taken = Settings(learning_rate=learning_rate).learning_rate
    assert taken == learning_rate
    assert type(taken) is float


def test_a_batch_is_at_most_all_the_points() -> None:
    assert check_batch_size(40, samples=40) == 40
    assert check_batch_size(None, samples=40) is None
    with pytest.raises(InputError) as caught:
        check_batch_size(41, samples=40)
    assert_is_clear(caught.value, "batch_size")
    assert "41" in str(caught.value)
    assert "40 points" in str(caught.value)
