"""The speed of fit is that of the last two seconds in which it ran."""

from __future__ import annotations

import pytest

from engine.keras_lab.speed import Speed


def test_before_anything_was_measured_there_is_none() -> None:
    assert Speed().batches_per_second == 0


def test_it_is_the_mean_over_what_was_trained_lately() -> None:
    speed = Speed()
    speed.add(1.0, 10)
    assert speed.batches_per_second == pytest.approx(10)
    for _ in range(10):
        speed.add(0.5, 50)
    assert speed.batches_per_second == pytest.approx(100)


def test_a_piece_that_lasts_longer_is_still_counted() -> None:
    speed = Speed()
    speed.add(30.0, 3)
    assert speed.batches_per_second == pytest.approx(0.1)
