"""Many training steps in one compiled call, the loss and the parameters of every one of them kept."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from engine.training.batches import Batches
from engine.training.classifier import LinearClassifier, Tensor, squared_errors
from engine.training.records import FloatArray

MOST_STEPS = 8192
MOST_ROWS = 1 << 18


class CompiledBlock:
    """`training_step` in a loop that XLA compiles, once for a classifier, an optimizer and the shape of its batches.

    The number of steps is an argument of the loop and not part of the program, so that every step of every block
    is the same machine code: the same start gives the same bits however a run is cut into blocks.
    """

    def __init__(
        self, classifier: LinearClassifier, optimizer: Any, inputs: Tensor, targets: Tensor, batches: Batches | None
    ) -> None:
        self._classifier = classifier
        self._optimizer = optimizer
        self._inputs = inputs
        # XLA folds the transposition in `_whole` into its products, which are twice as fast along columns in memory.
        self._columns = tf.transpose(inputs)
        self._targets = targets
        self._batches = batches
        self._has_partial_batch = batches is not None and batches.last_size != batches.batch_size
        self.capacity = MOST_STEPS if batches is None else max(1, min(MOST_STEPS, MOST_ROWS // batches.batch_size))
        self._table = tf.zeros((1, 1), tf.int32), tf.zeros(1, tf.int32)
        self._table_first = self._table_count = -1
        self._steps = tf.function(self._trace, jit_compile=True)

    def run(self, first: int, count: int) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Takes `count` steps, at most `capacity`, the first of which has the number `first`.

        Gives their losses (count,), and the weights (count, features, 1) and the bias (count, 1) after each.
        """
        arguments = tf.constant(count), *self._rows_from(first, count)
        try:
            results = self._steps(*arguments)
        except (tf.errors.InvalidArgumentError, tf.errors.UnimplementedError):
            # XLA cannot compile this optimizer. It says so before anything has run, so the plain graph can.
            self._steps = tf.function(self._trace)
            results = self._steps(*arguments)
        losses, weights, bias = (result.numpy()[:count] for result in results)
        # Now, and not when it is asked for: by then the window draws a frame, and wants Python for itself.
        self._rows_from(first + count, max(count, self._table_count))
        return losses, weights, bias

    def _rows_from(self, first: int, count: int) -> tuple[Tensor, Tensor]:
        """`Batches.table` for at least `count` steps from `first` on."""
        if self._batches is not None and (first != self._table_first or count > self._table_count):
            rows, sizes = self._batches.table(first, count, self.capacity)
            self._table = tf.constant(rows), tf.constant(sizes)
            self._table_first, self._table_count = first, count
        return self._table

    def _trace(self, count: Tensor, rows: Tensor, sizes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        parameters = self._classifier.parameters
        losses = tf.TensorArray(tf.float32, self.capacity, element_shape=())
        records = [tf.TensorArray(tf.float32, self.capacity, element_shape=p.shape) for p in parameters]
        step = tf.constant(0)
        while step < count:  # not `for step in tf.range(count)`, which XLA compiles anew for each count
            inputs, targets = self._whole() if self._batches is None else self._batch(rows[step])
            with tf.GradientTape() as tape:
                loss = self._loss(targets, self._classifier(inputs), sizes, step)
            self._optimizer.apply(tape.gradient(loss, parameters), parameters)
            losses = losses.write(step, loss)
            records = [record.write(step, p) for record, p in zip(records, parameters, strict=True)]
            step += 1
        return losses.stack(), *(record.stack() for record in records)

    def _whole(self) -> tuple[Tensor, Tensor]:
        return tf.transpose(self._columns), self._targets

    def _batch(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        return tf.gather(self._inputs, rows), tf.gather(self._targets, rows)

    def _loss(self, targets: Tensor, predictions: Tensor, sizes: Tensor, step: Tensor) -> Tensor:
        """The mean squared error over the rows that count: XLA wants one shape, so a smaller batch is padded."""
        errors = squared_errors(targets, predictions)
        if not self._has_partial_batch:
            return tf.reduce_mean(errors)
        size = sizes[step]
        counts = tf.range(errors.shape[0])[:, tf.newaxis] < size
        return tf.reduce_sum(tf.where(counts, errors, 0.0)) / tf.cast(size, tf.float32)
