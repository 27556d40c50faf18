"""Past steps of a run as frames, each as the window would show it if one went back to it."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.loading import load_tensorflow
from engine.protocol import Frame
from engine.training.history import EnvelopeLevel, HistoryView

MOST_MOMENTS = 1_000


def chosen_steps(first: int, last: int, every: int, newest: int) -> tuple[int, ...]:
    """From the first to the last step, every so many; the last is always among them. Raises `InputError`."""
    if not 0 <= first <= last <= newest:
        field = "first" if not 0 <= first <= newest else "last"
        template = QT_TRANSLATE_NOOP("engine", "Choose steps from 0 to {newest}, the first before the last.")
        raise InputError(field, template, newest=newest)
    if every < 1:
        raise InputError(
            "every",
            QT_TRANSLATE_NOOP("engine", "Take every step, or every second: 1 or more, not {value}."),
            value=every,
        )
    if (last - first) // every >= MOST_MOMENTS:
        template = QT_TRANSLATE_NOOP(
            "engine", "These would be {count} pictures; take at most {most}: only every {every}-th step, for example."
        )
        least = -(-(last - first) // (MOST_MOMENTS - 1))
        raise InputError("every", template, count=(last - first) // every + 1, most=MOST_MOMENTS, every=least)
    steps = range(first, last + 1, every)
    return (*steps, last) if steps[-1] != last else tuple(steps)


class Moments:
    """Of the run that a frame is of, up to its step `last`; what came later is not seen."""

    def __init__(self, frame: Frame, last: int) -> None:
        """Loads TensorFlow, which evaluates the parameters of each step anew."""
        load_tensorflow()
        import tensorflow as tf

        from engine.training.evaluation import Evaluator

        dataset = frame.dataset
        self._evaluate = Evaluator(dataset, tf.constant(dataset.inputs), tf.constant(dataset.targets))
        self._frame = replace(frame, history=_until(frame.history, last), inside=(), playing=False)

    def at(self, step: int) -> Frame:
        """The frame of that step."""
        weights, bias = self._frame.history.weights[step], self._frame.history.bias[step]
        seen = self._evaluate(weights, bias)
        return replace(
            self._frame,
            position=step,
            weights=weights,
            bias=bias,
            loss=seen.loss,
            accuracy=seen.accuracy,
            wrong=seen.wrong,
            predicted=seen.predicted,
        )


def _until(history: HistoryView, last: int) -> HistoryView:
    return replace(
        history,
        loss=history.loss[:last],
        weights=history.weights[: last + 1],
        bias=history.bias[: last + 1],
        envelope=tuple(_level_until(level, last) for level in history.envelope if level.steps_per_bin <= last),
    )


def _level_until(level: EnvelopeLevel, last: int) -> EnvelopeLevel:
    bins = last // level.steps_per_bin
    return replace(level, low=level.low[:bins], high=level.high[:bins])
