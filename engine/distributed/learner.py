"""The notes' training step, on as many devices as a strategy has: each computes its part of the batch, the gradients
are added up, and all take the same step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from engine.distributed.rows import Rows
from engine.distributed.stream import Part, stream
from engine.training.classifier import AssignSub, LinearClassifier, squared_errors
from engine.training.optimizers import make_optimizer, optimizer_name
from engine.training.records import FloatArray
from engine.training.settings import Settings


@dataclass(frozen=True, slots=True)
class Step:
    """What one step was: the loss and the share of right answers of its batch before it, the parameters after it.

    number: from 0. weights: (k, 1). bias: (1,).
    """

    number: int
    loss: float
    accuracy: float
    weights: FloatArray
    bias: FloatArray


@dataclass(frozen=True, slots=True)
class Whole:
    """The values of `Learner.state` after so many steps."""

    taken: int
    values: list[FloatArray]


class Learner:
    """The linear classifier on a stream of batches, under a strategy of `tf.distribute`.

    With the same seed and the same batch size the losses are the same, to float32 rounding, on any number of devices.
    """

    def __init__(self, rows: Rows, settings: Settings, batch_size: int, strategy: tf.distribute.Strategy) -> None:
        self.rows, self.settings, self.batch_size = rows, settings, batch_size
        self._strategy = strategy
        with strategy.scope():
            self._classifier = LinearClassifier(len(rows.features))
            self._optimizer = make_optimizer(
                optimizer_name(settings.optimizer), settings.learning_rate, settings.optimizer_arguments
            )
            self._optimizer.build(self._classifier.parameters)
            self._classifier.W.assign(
                tf.random.stateless_uniform(shape=(len(rows.features), 1), seed=(settings.seed, 0))
            )
            self.position = tf.Variable(0, dtype=tf.int64, trainable=False, name="position")
        self._compiled = tf.function(self._step)
        self.whole: Whole | None = None
        """As of the last step of this process that was taken to its end."""

    @property
    def state(self) -> list[tf.Variable]:
        """All that a checkpoint has to keep: parameters, the optimizer's memory, the number of steps taken."""
        memory = [getattr(variable, "value", variable) for variable in self._optimizer.variables]
        return [*self._classifier.parameters, *memory, self.position]

    @property
    def taken(self) -> int:
        """The steps that were taken so far."""
        return int(self.position.numpy())

    def steps(self, epochs: int) -> Iterator[Step]:
        """Goes on from `position` until the rows have been seen `epochs` times."""
        state = self.state
        for number, batch in enumerate(self._batches(epochs, self.taken), self.taken):
            loss, right = self._compiled(batch).numpy()
            self.position.assign(number + 1)
            values = [variable.numpy() for variable in state]
            self.whole = Whole(number + 1, values)
            weights, bias = values[:2]
            yield Step(number, float(loss), float(right), weights, bias)

    def take_half_step_back(self) -> None:
        """After a step that failed, in which one parameter may have moved and another not: to the last whole one."""
        if self.whole is not None:
            for variable, value in zip(self.state, self.whole.values, strict=True):
                variable.assign(value)

    def _batches(self, epochs: int, skipped: int) -> Any:
        resolver = self._strategy.cluster_resolver  # None, or of one worker, where there are no others
        workers = max(resolver.cluster_spec().num_tasks("worker"), 1) if resolver is not None else 1
        own = resolver.task_id if workers > 1 else 0
        devices = self._strategy.num_replicas_in_sync // workers
        batches = stream(self.rows, Part(self.batch_size, own, workers, devices), self.settings.seed, epochs, skipped)
        if devices == 1:
            # All workers have as many batches; a distributed dataset would have them ask each other before every one.
            return batches
        return self._strategy.distribute_datasets_from_function(lambda _: batches)

    def _step(self, batch: tuple[Any, Any]) -> Any:
        figures = self._strategy.run(self._step_on_device, args=batch)
        return self._strategy.experimental_local_results(figures)[0]

    def _step_on_device(self, inputs: Any, targets: Any) -> Any:
        """Gives the loss and the share of right answers of the whole batch, (2,) float32, the same on every device.

        Each time that the devices add something up takes about as long, however little it is: so all goes at once.
        """
        context = tf.distribute.get_replica_context()
        parameters = self._classifier.parameters
        with tf.GradientTape() as tape:
            predictions = self._classifier(inputs)
            loss = tf.reduce_sum(squared_errors(targets, predictions)) / self.batch_size
        gradients = tape.gradient(loss, parameters)
        right = tf.equal(predictions > 0.5, targets > 0.5)
        figures = tf.stack([loss, tf.reduce_sum(tf.cast(right, tf.float32)) / self.batch_size])
        if not isinstance(self._optimizer, AssignSub):
            self._optimizer.apply(gradients, parameters)  # which adds them up by itself
            return context.all_reduce(tf.distribute.ReduceOp.SUM, figures)
        shares = [tf.reshape(gradient, [-1]) for gradient in gradients]
        summed = context.all_reduce(tf.distribute.ReduceOp.SUM, tf.concat([*shares, figures], axis=0))
        *sums, figures = tf.split(summed, [*(share.shape[0] for share in shares), 2])
        whole = [tf.reshape(part, parameter.shape) for part, parameter in zip(sums, parameters, strict=True)]
        context.merge_call(self._assign_sub, args=(whole,))
        return figures

    def _assign_sub(self, strategy: tf.distribute.Strategy, gradients: list[Any]) -> None:
        """The notes' update on every device: parameter -= gradient * learning_rate."""
        rate = self._optimizer.learning_rate
        for parameter, gradient in zip(self._classifier.parameters, gradients, strict=True):
            strategy.extended.update(parameter, lambda own, change: own.assign_sub(change * rate), args=(gradient,))
