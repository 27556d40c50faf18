"""A training run that can be watched from inside, run at full speed, and travelled through in both directions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import ArrayLike, NDArray

from engine.datasets import Dataset
from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.training.batches import Batches
from engine.training.block import CompiledBlock
from engine.training.checkpoints import Checkpoint, Checkpoints
from engine.training.classifier import LinearClassifier, Tensor, squared_errors, training_step
from engine.training.evaluation import Evaluation, Evaluator
from engine.training.ghosts import Course, Ghost
from engine.training.history import History, HistoryView
from engine.training.operations import recorded_operations
from engine.training.optimizers import make_optimizer, optimizer_name
from engine.training.records import Diverged, Edit, FloatArray, Operation, Phase, Record
from engine.training.settings import Settings, check_batch_size, check_learning_rate
from engine.training.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Story:
    """What a session has been through since its last reset."""

    start: tuple[FloatArray, FloatArray]
    history: History
    rates: list[tuple[int, float]]
    edits: list[Edit]
    ways: list[tuple[int, bool]]
    checkpoints: Checkpoints


class Session:
    """Trains a linear classifier on a data set and keeps every step.

    `step` and `phases` run the notes' tape loop, one operation after the other; `run` runs compiled blocks. Both
    advance one history. `seek` and `back` only look: stepping on from a past step goes on from there, and what a
    change leaves behind stays in `ghosts`.
    """

    def __init__(self, dataset: Dataset, settings: Settings | None = None) -> None:
        """Raises `InputError` where the settings do not fit the data."""
        self.dataset = dataset
        settings = settings or Settings()
        self.settings = replace(settings, optimizer=optimizer_name(settings.optimizer))
        samples, features = dataset.inputs.shape
        if dataset.class_count != 2:
            raise InputError(
                "data",
                QT_TRANSLATE_NOOP(
                    "engine",
                    "This classifier learns two classes, and the data have {classes}; choose one against the rest.",
                ),
                classes=dataset.class_count,
            )
        batch_size = check_batch_size(self.settings.batch_size, samples)
        self._batches = None if batch_size is None else Batches(samples, batch_size, self.settings.seed)
        self._inputs = tf.constant(dataset.inputs)
        self._targets = tf.constant(dataset.targets)

        self._classifier = LinearClassifier(features)
        self._optimizer = self._new_optimizer()
        self._optimizer.build(self._classifier.parameters)
        self._has_slots = bool(_slots(self._optimizer))
        self._block = CompiledBlock(self._classifier, self._optimizer, self._inputs, self._targets, self._batches)
        self._evaluate = Evaluator(dataset, self._inputs, self._targets)
        self._count_right = tf.function(self._trace_count_right, reduce_retracing=True)

        weights = tf.random.stateless_uniform(shape=(features, 1), seed=(self.settings.seed, 0))
        self._start: tuple[FloatArray, FloatArray] = _array(weights), _array(tf.zeros(shape=(1,)))
        self._drawn_start = self._start
        self._timeline = Timeline(*self._start, self.settings)
        self._checkpoints = Checkpoints()
        self._held: int | None = None  # the position whose parameters and slots the variables hold
        self._moment = 0  # counts moves and changes, so that `phases` notices them

    # Looking

    @property
    def position(self) -> int:
        """The step that comes next: one of those recorded, or the first that is not."""
        return self._timeline.position

    @property
    def history(self) -> History:
        """Every step of this branch, also those after `position`."""
        return self._timeline.history

    @property
    def ghosts(self) -> tuple[HistoryView, ...]:
        """The histories that changes and resets have left behind, the oldest first."""
        return tuple(ghost.view for ghost in self._timeline.ghosts if ghost.view is not None)

    @property
    def ghost_courses(self) -> tuple[Course, ...]:
        """How they came about, also those that are still to be trained again."""
        return tuple(ghost.course for ghost in self._timeline.ghosts)

    @property
    def course(self) -> Course:
        """How the history came about."""
        return self._timeline.course

    @property
    def missing_ghost(self) -> Course | None:
        """The first of those that are still to be trained again; None where all are there."""
        return next((ghost.course for ghost in self._timeline.ghosts if ghost.view is None), None)

    @property
    def learning_rates(self) -> tuple[tuple[int, float], ...]:
        """(step, rate): from which step on which rate was used."""
        return tuple(self._timeline.rates)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The parameters that were put in by hand, and before which step."""
        return tuple(self._timeline.edits)

    @property
    def ways(self) -> tuple[tuple[int, bool], ...]:
        """(step, whether a compiled block took the steps from that one on)."""
        return tuple(self._timeline.ways)

    @property
    def start(self) -> tuple[FloatArray, FloatArray]:
        """The weights (features, 1) and the bias (1,) that `reset` goes back to."""
        return self._start

    @property
    def drawn_start(self) -> tuple[FloatArray, FloatArray]:
        """The start that the seed draws."""
        return self._drawn_start

    @property
    def has_drawn_start(self) -> bool:
        """Whether the start is the one that the seed draws."""
        return all(np.array_equal(now, drawn) for now, drawn in zip(self._start, self._drawn_start, strict=True))

    @property
    def weights(self) -> FloatArray:
        """(features, 1): the weights before step `position`."""
        weights: FloatArray = self.history.weights[self.position]
        return weights

    @property
    def bias(self) -> FloatArray:
        """(1,): the bias before step `position`."""
        bias: FloatArray = self.history.bias[self.position]
        return bias

    @property
    def future_holds(self) -> bool:
        """Whether steps are recorded beyond `position` that stepping on would only repeat."""
        return self._timeline.future_holds(self.settings.learning_rate)

    def evaluate(self) -> Evaluation:
        """What the present parameters make of all the data."""
        return self._evaluate(self.weights, self.bias)

    def accuracies(self, weights: FloatArray, bias: FloatArray) -> NDArray[np.float64]:
        """The share of right answers, (k,), of each of k sets of parameters, (k, features, 1) and (k, 1)."""
        right = self._count_right(tf.constant(weights[:, :, 0].T), tf.constant(bias[:, 0]))
        return _array(right).astype(np.float64) / len(self.dataset)

    def seek(self, position: int) -> None:
        """Looks at a recorded step, from 0 to the newest. Raises `InputError` beyond."""
        self._timeline.seek(position)
        self._moment += 1

    def back(self) -> None:
        """Looks at the step before; at step 0, stays."""
        self.seek(max(0, self.position - 1))

    # Advancing

    def step(self) -> Record:
        """One step by the tape, as in the notes. Raises `Diverged` where the loss is not finite."""
        self._prepare(compiled=False)
        index, weights, bias = self.position, self.weights, self.bias
        self._held = None
        loss, gradients = training_step(self._classifier, self._optimizer, *self._batch(index))
        return self._finish(Record(index, float(loss), weights, bias, *map(_array, gradients)))

    def phases(self) -> Iterator[Phase]:
        """The same step in five phases, each run when it is asked for; the last of them takes the step.

        Leaving early takes no step, and looking into a recorded step loses nothing that was recorded after it.
        Raises `Diverged` as `step` does, and `RuntimeError` where the session was moved or changed otherwise since
        the first phase.
        """
        self._restore()
        self._moment += 1
        moment = self._moment
        index, weights, bias = self.position, self.weights, self.bias
        W, b = self._classifier.parameters
        tape = tf.GradientTape()

        with recorded_operations() as operations:
            inputs, targets = self._batch(index)
        yield _phase("batch", operations, inputs=inputs, targets=targets)

        self._check_unmoved(moment)
        with recorded_operations() as operations, tape:
            predictions = self._classifier(inputs)
        yield _phase("forward", operations, inputs=inputs, W=W, b=b, predictions=predictions)

        self._check_unmoved(moment)
        with recorded_operations() as operations, tape:
            errors = squared_errors(targets, predictions)
            loss = tf.reduce_mean(errors)
        yield _phase("loss", operations, targets=targets, predictions=predictions, squared_errors=errors, loss=loss)

        self._check_unmoved(moment)
        if not np.isfinite(loss):
            raise Diverged(index, self.settings.learning_rate)
        with recorded_operations() as operations:
            grad_W, grad_b = tape.gradient(loss, [W, b])
        yield _phase("gradients", operations, loss=loss, grad_W=grad_W, grad_b=grad_b)

        self._check_unmoved(moment)
        is_recorded = self.future_holds
        if is_recorded:
            self._optimizer.learning_rate.assign(self.settings.learning_rate)
        else:
            self._prepare(compiled=False)
        self._held = None
        with recorded_operations() as operations:
            self._optimizer.apply([grad_W, grad_b], [W, b])
        if is_recorded:  # the same step again: its record stays, and what follows it
            self.seek(index + 1)
        else:
            self._finish(Record(index, float(loss), weights, bias, _array(grad_W), _array(grad_b)))
        yield _phase("update", operations, grad_W=grad_W, grad_b=grad_b, W=W, b=b)

    def run(self, steps: int) -> None:
        """`steps` steps in compiled blocks. Raises `Diverged` at the first loss that is not finite."""
        if isinstance(steps, bool) or not isinstance(steps, int | np.integer) or steps < 0:
            raise InputError(
                "steps",
                QT_TRANSLATE_NOOP("engine", "The number of steps must be a whole number, at least 0, not {value}."),
                value=steps,
            )
        while steps > 0:
            self._prepare(compiled=True)
            count = min(int(steps), self._block.capacity)
            self._held = None
            losses, weights, bias = self._block.run(self.position, count)
            finite = np.isfinite(losses)
            kept = count if finite.all() else int(np.argmin(finite))
            self._timeline.append(losses[:kept], weights[:kept], bias[:kept])
            if kept < count:
                raise Diverged(self.position, self.settings.learning_rate)
            self._held = self.position
            steps -= count

    # Changing

    def reset(self, weights: ArrayLike | None = None, bias: ArrayLike | None = None) -> None:
        """Back to step 0 with the same start, or with the one given: (features, 1) and (1,). Raises `InputError`."""
        start_weights, start_bias = self._start
        if weights is not None:
            start_weights = _checked("weights", weights, start_weights.shape)
        if bias is not None:
            start_bias = _checked("bias", bias, start_bias.shape)
        self._start = start_weights, start_bias
        self._timeline.restart(*self._start)
        self._checkpoints = Checkpoints()
        self._held = None
        self._moment += 1

    def story(self) -> Story:
        """All that `reset` takes away, to be brought back by `resume`."""
        timeline = self._timeline
        return Story(self._start, timeline.history, timeline.rates, timeline.edits, timeline.ways, self._checkpoints)

    def resume(self, story: Story) -> None:
        """Goes on with that of before; it is this session's alone from now on."""
        timeline = self._timeline
        self._start = story.start
        timeline.history, timeline.position = story.history, len(story.history)
        timeline.rates, timeline.edits, timeline.ways = story.rates, story.edits, story.ways
        self._checkpoints = story.checkpoints
        self._held = None
        self._moment += 1

    def set_learning_rate(self, learning_rate: float) -> None:
        """From here on, learns at this rate; a step that `phases` has begun too. Raises `InputError`."""
        self.settings = replace(self.settings, learning_rate=check_learning_rate(learning_rate))

    def set_weights(self, weights: ArrayLike, bias: ArrayLike) -> None:
        """Puts these parameters, (features, 1) and (1,), in place of the present ones. Raises `InputError`."""
        new_weights = _checked("weights", weights, self.weights.shape)
        new_bias = _checked("bias", bias, self.bias.shape)
        self._restore()
        self._timeline.edit(new_weights, new_bias)
        self._assign_parameters()
        self._checkpoints.edit(self.position)
        if self.position == 0:
            self._start = new_weights, new_bias  # which `reset` goes back to from now on
            self._held = None  # the optimizer begins anew, with these
        self._moment += 1

    def warm_up(self) -> None:
        """Compiles the block ahead of the first `run`, which otherwise does it; takes no step."""
        self._block.run(0, 0)

    def keep_ghosts_of(self, earlier: Session) -> None:
        """Keeps what an earlier session on the same data has recorded and left behind."""
        self._timeline.ghosts.extend(earlier._timeline.ghosts)
        if len(earlier.history) > 0:
            self._timeline.ghosts.append(Ghost(earlier.course, earlier.history.view))

    def known_histories(self) -> dict[Course, HistoryView | None]:
        """Its ghosts, and its own."""
        known = {ghost.course: ghost.view for ghost in self._timeline.ghosts}
        return {**known, self.course: self.history.view}

    def expect_ghosts(self, courses: Sequence[Course], known: Mapping[Course, HistoryView | None]) -> None:
        """Has these ghosts, the oldest first, in place of any other. Those that are known, of the same data, are there
        at once; the others are missing until `take_ghost`."""
        self._timeline.ghosts.clear()
        self._timeline.ghosts.extend(Ghost(course, known.get(course)) for course in courses)

    def take_ghost(self, course: Course, view: HistoryView | None) -> None:
        """The history that the missing ghost of this course had, if it is still wanted; None where none came of it."""
        ghosts = self._timeline.ghosts
        for index, ghost in enumerate(ghosts):
            if ghost.view is None and ghost.course == course:
                if view is None:
                    del ghosts[index]
                else:
                    ghosts[index] = Ghost(course, view)
                return

    def forget_ghosts(self) -> None:
        """Drops the histories that were left behind."""
        self._timeline.ghosts.clear()

    # The machinery of time travel

    def _new_optimizer(self) -> Any:
        settings = self.settings
        return make_optimizer(settings.optimizer, settings.learning_rate, settings.optimizer_arguments)

    def _prepare(self, compiled: bool) -> None:
        """Makes the variables hold the present position, and the present position the newest."""
        self._restore()
        rate = self.settings.learning_rate
        self._timeline.leave_future(rate)
        self._timeline.go_on(compiled)
        self._checkpoints.leave_future(self.position)
        self._optimizer.learning_rate.assign(rate)
        if self._has_slots and self._checkpoints.is_due(self.position, compiled, rate):
            self._checkpoints.add(Checkpoint(self.position, compiled, rate, _slots(self._optimizer)))
        self._moment += 1

    def _restore(self) -> None:
        """Brings parameters and slots back to what they were before step `position`, by replay where they must be."""
        if self._held == self.position:
            return
        self._held = None
        checkpoint = self._checkpoints.before(self.position)
        if checkpoint is None:
            self._forget()
        else:
            self._load_slots(checkpoint.state)
            self._optimizer.learning_rate.assign(checkpoint.learning_rate)
            self._replay(checkpoint)
        self._assign_parameters()
        self._held = self.position

    def _forget(self) -> None:
        """Gives the optimizer what one just made remembers, which for some is the parameters that it begins with."""
        if self._has_slots:
            self._assign_parameters()
            optimizer = self._new_optimizer()
            optimizer.build(self._classifier.parameters)
            self._load_slots(_slots(optimizer))

    def _replay(self, checkpoint: Checkpoint) -> None:
        """Takes the steps from the checkpoint to the present position again, as they were taken then."""
        position = checkpoint.position
        self._classifier.W.assign(self.history.weights[position])
        self._classifier.b.assign(self.history.bias[position])
        while position < self.position:
            if checkpoint.compiled:
                count = min(self.position - position, self._block.capacity)
                self._block.run(position, count)
            else:
                count = 1
                training_step(self._classifier, self._optimizer, *self._batch(position))
            position += count

    def _assign_parameters(self) -> None:
        self._classifier.W.assign(self.weights)
        self._classifier.b.assign(self.bias)

    def _load_slots(self, state: bytes) -> None:
        start = 0
        for variable in self._optimizer.variables:
            values = variable.numpy()
            variable.assign(np.frombuffer(state, values.dtype, values.size, start).reshape(values.shape))
            start += values.nbytes

    def _finish(self, record: Record) -> Record:
        """Puts the step that the tape just took on record."""
        if not np.isfinite(record.loss):
            raise Diverged(record.index, self.settings.learning_rate)
        W, b = (parameter.numpy() for parameter in self._classifier.parameters)
        self._timeline.append(np.array([record.loss]), W[np.newaxis], b[np.newaxis])
        self._held = self.position
        return record

    def _check_unmoved(self, moment: int) -> None:
        if self._moment != moment:
            raise RuntimeError("the session has moved on since this step was begun; call phases() again")

    def _batch(self, step: int) -> tuple[Tensor, Tensor]:
        """The rows that `step` learns from: (m, features) and (m, 1)."""
        if self._batches is None:
            return self._inputs, self._targets
        rows = self._batches.rows(step)
        return tf.gather(self._inputs, rows), tf.gather(self._targets, rows)

    def _trace_count_right(self, weights: Tensor, bias: Tensor) -> Tensor:
        """weights: (features, k). bias: (k,). Gives (k,) int32."""
        predicted = tf.matmul(self._inputs, weights) + bias > 0.5
        return tf.reduce_sum(tf.cast(predicted == (self._targets > 0.5), tf.int32), axis=0)


def _slots(optimizer: Any) -> bytes:
    """All that it remembers, its variables one after the other."""
    return b"".join(variable.numpy().tobytes() for variable in optimizer.variables)


def _phase(name: str, operations: list[Operation], **tensors: Any) -> Phase:
    return Phase(name, {key: _array(tensor) for key, tensor in tensors.items()}, tuple(operations))


def _array(tensor: Tensor) -> NDArray[Any]:
    """A read-only copy."""
    array = np.asarray(tensor.numpy())  # of a scalar, TensorFlow gives no array
    array.flags.writeable = False
    return array


def _checked(name: str, value: ArrayLike, shape: tuple[int, ...]) -> FloatArray:
    """The value as a new float32 array of that shape. Raises `InputError`, also for NaN and infinities."""
    try:
        with np.errstate(over="ignore"):
            array = np.array(value, dtype=np.float32)
    except (TypeError, ValueError, OverflowError):
        array = np.empty(0, np.float32)
    if array.shape != shape:
        template = QT_TRANSLATE_NOOP("engine", "{name} must be numbers in an array of shape {shape}.")
    elif not np.isfinite(array).all():
        template = QT_TRANSLATE_NOOP("engine", "{name} must be finite numbers; NaN and infinity cannot be trained.")
    else:
        array.flags.writeable = False
        return array
    raise InputError(name, template, name={"weights": "W", "bias": "b"}[name], shape=shape)
