"""The recorder of a model's figures: what fit says, and what can be worked out from it."""

from __future__ import annotations

import numpy as np
import pytest
from problems import assert_is_clear

from engine.errors import InputError
from engine.keras_lab import curves
from engine.keras_lab.curves import Recorder

FIRST = (np.zeros((2, 1), np.float32), np.zeros(1, np.float32))


def recorder() -> Recorder:
    return Recorder(("loss", "accuracy"), FIRST)


def test_the_loss_of_each_batch_is_worked_out_from_the_means() -> None:
    losses, sizes = [4.0, 1.0, 0.25, 2.0], [16, 16, 16, 4]
    record = recorder()
    record.begin_epoch()
    seen = total = 0.0
    for loss, size in zip(losses, sizes, strict=True):
        seen, total = seen + size, total + loss * size
        record.add_batch({"loss": float(np.float32(total / seen)), "accuracy": 0.5}, size)
    np.testing.assert_allclose(record.view.batch_losses, losses, rtol=1e-5)
    assert record.view.batch_means.shape == (4, 2)


def test_a_loss_that_is_lost_in_the_rounding_is_not_told() -> None:
    record = recorder()
    record.begin_epoch()
    for _ in range(3):
        record.add_batch({"loss": 1e6, "accuracy": 0}, 1)
    for _ in range(3):  # beside the sum of the others, a millionth of a millionth
        record.add_batch({"loss": 1e6 * 3 / 4, "accuracy": 0}, 1)
    assert np.isnan(record.view.batch_losses[-3])


def test_an_epoch_begins_its_means_anew() -> None:
    record = recorder()
    for epoch in range(2):
        record.begin_epoch()
        record.add_batch({"loss": 2.0 - epoch, "accuracy": 0}, 8)
        record.add_epoch({"loss": 2.0 - epoch, "val_loss": 3.0}, FIRST)
    view = record.view
    np.testing.assert_allclose(view.batch_losses, [2, 1])
    assert view.epoch_ends.tolist() == [1, 2]
    assert np.isnan(view.validation[:, 1]).all()
    assert not view.training.flags.writeable


def test_views_of_before_stay_as_they_were() -> None:
    record = recorder()
    record.begin_epoch()
    record.add_batch({"loss": 1.0, "accuracy": 0}, 8)
    before = record.view
    record.add_batch({"loss": 5.0, "accuracy": 0}, 8)
    assert len(before.batch_means) == 1


def test_there_are_no_epochs_beyond_those_trained() -> None:
    record = recorder()
    assert record.weights_after(0) is FIRST
    for epoch in (-1, 1):
        with pytest.raises(InputError) as caught:
            record.weights_after(epoch)
        assert_is_clear(caught.value, "epoch")


def test_old_weights_are_let_go_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curves, "MOST_BYTES", 10 * sum(array.nbytes for array in FIRST))
    record = recorder()
    for _ in range(40):
        record.add_epoch({"loss": 1.0}, FIRST)
    kept = [epoch for epoch in range(41) if record.kept_weights(epoch) is not None]
    assert len(kept) <= 10
    assert {0, 40} <= set(kept)
    gone = next(epoch for epoch in range(41) if epoch not in kept)
    with pytest.raises(InputError, match=r"let go, to save memory; try \d+"):
        record.weights_after(gone)
