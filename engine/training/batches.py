"""Which rows of the data each step learns from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RowArray = NDArray[np.int32]


class Batches:
    """Cuts the shuffled data into batches, epoch after epoch; the last batch of an epoch may be smaller.

    The order of an epoch depends on (seed, epoch) alone, so the batch of any step can be found again.
    """

    def __init__(self, samples: int, batch_size: int, seed: int) -> None:
        self.batch_size = batch_size
        self.steps_per_epoch = -(-samples // batch_size)
        self.last_size = samples - (self.steps_per_epoch - 1) * batch_size
        self._samples = samples
        self._seed = seed
        self._shuffled: dict[int, RowArray] = {}

    def size(self, step: int) -> int:
        """How many rows the batch of `step` has."""
        return self.last_size if step % self.steps_per_epoch == self.steps_per_epoch - 1 else self.batch_size

    def rows(self, step: int) -> RowArray:
        """(size(step),) int32: the rows that `step` learns from."""
        epoch, batch = divmod(step, self.steps_per_epoch)
        return self._epoch(epoch)[batch, : self.size(step)]

    def table(self, first: int, count: int, capacity: int) -> tuple[RowArray, RowArray]:
        """The rows of `count` steps from `first` on, (capacity, batch_size), and how many of each count, (capacity,).

        Places beyond a batch's size, or beyond `count`, hold row 0.
        """
        table = np.zeros((capacity, self.batch_size), dtype=np.int32)
        used = {}
        done = 0
        while done < count:
            epoch, batch = divmod(first + done, self.steps_per_epoch)
            used[epoch] = self._epoch(epoch)
            part = used[epoch][batch : batch + count - done]
            table[done : done + len(part)] = part
            done += len(part)
        self._shuffled = used  # the next table may begin among them
        is_last = (first + np.arange(capacity)) % self.steps_per_epoch == self.steps_per_epoch - 1
        return table, np.where(is_last, self.last_size, self.batch_size).astype(np.int32)

    def _epoch(self, epoch: int) -> RowArray:
        """(steps_per_epoch, batch_size): the epoch's rows in shuffled order, the last batch filled up with row 0."""
        if epoch not in self._shuffled:
            order = np.zeros(self.steps_per_epoch * self.batch_size, dtype=np.int32)
            order[: self._samples] = np.random.default_rng((self._seed, epoch)).permutation(self._samples)
            self._shuffled = {epoch: order.reshape(self.steps_per_epoch, self.batch_size)}
        return self._shuffled[epoch]
