"""Writes what the Keras tab has done as a Python program of its own, in the style of the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.keras_lab.catalogue.custom import custom_source
from engine.keras_lab.catalogue.specification import Choice, Custom, Kind, Spelling
from engine.keras_lab.catalogue.writing import code
from engine.keras_lab.protocol import Fitting, Layer, Plan, Program, Validation, ValidationKind
from engine.keras_lab.targets import encode_source

WIDTH = 100


@dataclass(frozen=True, slots=True)
class Fit:
    """A call of `fit` as it went. epochs: the last it would train, first_epoch: how many there were before, both as
    `fit` takes them. stopped_at: (epoch, batch) from 0, None where it was not. best_before: what the weights to keep
    had to be better than. modes: "min" or "max", of the early stop and of the best."""

    fitting: Fitting
    first_epoch: int
    epochs: int
    stopped_at: tuple[int, int] | None = None
    diverged: bool = False
    best_before: float | None = None
    modes: tuple[str, str] = ("min", "min")


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.parts: dict[str, list[int]] = {}

    def add(self, part: str, *lines: str) -> None:
        for line in lines:
            self.lines.append(line)
            if line:
                self.parts.setdefault(part, []).append(len(self.lines))

    def call(self, part: str, name: str, arguments: Sequence[str], end: str = "") -> None:
        """A call in one line where it fits, and else one line for each argument."""
        line = f"{name}({', '.join(arguments)}){end}"
        if len(line) <= WIDTH:
            self.add(part, line)
        else:
            self.add(part, f"{name}(", *(f"    {argument}," for argument in arguments), f"){end}")


def program(plan: Plan, class_count: int, fits: Sequence[Fit], ran: str, loaded_from: str = "") -> Program:
    """The program that makes the data, builds and compiles the model, and does what was done with it.

    Outside, with nothing but NumPy and Keras, it prints the same figures. `fits`: one where nothing was trained yet.
    loaded_from: the file that the model was read from.
    """
    writer = _Writer()
    compilation = plan.compilation
    customs = [choice for choice in (compilation.loss, *compilation.metrics) if isinstance(choice, Custom)]
    writer.add("data", "import keras", "import numpy as np", *(["import tensorflow as tf"] if customs else []))
    writer.add("data", "", f"keras.utils.set_random_seed({plan.seed})", "")
    writer.add("data", *plan.data.source(), *encode_source(class_count, plan.targets))
    for custom in dict.fromkeys(customs):
        writer.add("compile", "", "", *custom_source(custom).splitlines())
    writer.add("model", "", "# The model")
    if loaded_from:
        writer.add("model", f"model = keras.saving.load_model({loaded_from!r}, compile=False)")
    else:
        _write_model(writer, plan.layers)
    spelling = compilation.spelling
    writer.call(
        "compile",
        "model.compile",
        (
            f"optimizer={code('optimizer', compilation.optimizer, spelling)}",
            f"loss={_code('loss', compilation.loss, spelling)}",
            f"metrics=[{', '.join(_code('metric', metric, spelling) for metric in compilation.metrics)}]",
        ),
    )
    _write_division(writer, plan.validation)
    for fit in fits:
        _write_fit(writer, plan.validation, fit)
    held = plan.validation.kind is not ValidationKind.NONE
    inputs, targets = ("val_inputs", "val_targets") if held else ("training_inputs", "training_targets")
    writer.add(
        "evaluate",
        "",
        f"loss_and_metrics = model.evaluate({inputs}, {targets}, batch_size=128, verbose=0)",
        "print(loss_and_metrics)",
    )
    writer.add(
        "predict",
        "",
        f"new_inputs = {inputs}[:5]",
        "predictions = model(new_inputs)  # all at once, gives a tensor",
        "predictions = model.predict(new_inputs, batch_size=128, verbose=0)  # gives a NumPy array",
        "print(predictions)",
    )
    text = "\n".join(writer.lines) + "\n"
    return Program(text, tuple((part, tuple(lines)) for part, lines in writer.parts.items()), ran)


def _code(kind: Kind, choice: Choice | Custom, spelling: Spelling) -> str:
    return choice.name if isinstance(choice, Custom) else code(kind, choice, spelling)


def _write_model(writer: _Writer, layers: Sequence[Layer]) -> None:
    written = [_layer(layer) for layer in layers]
    if len(written) == 1:
        writer.add("model", f"model = keras.Sequential([{written[0]}])")
        return
    writer.add("model", "model = keras.Sequential(", "    [", *(f"        {layer}," for layer in written), "    ]", ")")


def _layer(layer: Layer) -> str:
    arguments = [str(layer.units)]
    if layer.activation != "linear":
        arguments.append(f'activation="{layer.activation}"')
    if layer.l1 or layer.l2:
        arguments.append(f"kernel_regularizer=keras.regularizers.L1L2(l1={layer.l1!r}, l2={layer.l2!r})")
    return f"keras.layers.Dense({', '.join(arguments)})"


def _write_division(writer: _Writer, validation: Validation) -> None:
    share = validation.share
    if validation.kind is ValidationKind.NONE:
        writer.add("fit", "", "training_inputs, training_targets = inputs, targets")
        return
    writer.add("fit", "")
    if validation.kind is ValidationKind.HOLD_OUT or validation.shuffle_first:
        writer.add("fit", "indices_permutation = np.random.permutation(len(inputs))")
        writer.add("fit", "shuffled_inputs = inputs[indices_permutation]")
        writer.add("fit", "shuffled_targets = targets[indices_permutation]")
    if validation.kind is ValidationKind.HOLD_OUT:
        writer.add(
            "fit",
            f"num_validation_samples = int({share!r} * len(inputs))",
            "val_inputs = shuffled_inputs[:num_validation_samples]",
            "val_targets = shuffled_targets[:num_validation_samples]",
            "training_inputs = shuffled_inputs[num_validation_samples:]",
            "training_targets = shuffled_targets[num_validation_samples:]",
        )
        return
    prefix = "shuffled_" if validation.shuffle_first else ""
    writer.add(
        "evaluate",
        "",
        f"num_training_samples = int(len(inputs) * (1 - {share!r}))  # fit held out the points behind them",
        f"val_inputs = {prefix}inputs[num_training_samples:]",
        f"val_targets = {prefix}targets[num_training_samples:]",
    )


def _write_fit(writer: _Writer, validation: Validation, fit: Fit) -> None:
    prefix = "training_"
    if validation.kind is ValidationKind.SPLIT:
        prefix = "shuffled_" if validation.shuffle_first else ""
    arguments = [f"{prefix}inputs", f"{prefix}targets", f"epochs={fit.epochs}"]
    if fit.first_epoch:
        arguments.append(f"initial_epoch={fit.first_epoch}")
    arguments.append(f"batch_size={fit.fitting.batch_size}")
    if validation.kind is ValidationKind.HOLD_OUT:
        arguments.append("validation_data=(val_inputs, val_targets)")
    elif validation.kind is ValidationKind.SPLIT:
        arguments.append(f"validation_split={validation.share!r}")
    callbacks = _callbacks(writer, fit)
    if callbacks:
        writer.add("fit", "", "callbacks = [", *(f"    {callback}," for callback in callbacks), "]")
        arguments.append("callbacks=callbacks")
    writer.add("fit", "")
    writer.call("fit", "history = model.fit", (*arguments, "verbose=0"))
    writer.add("fit", "for name, values in history.history.items():", "    print(name, values)")


def _callbacks(writer: _Writer, fit: Fit) -> list[str]:
    callbacks = []
    stop = fit.fitting.early_stop
    if stop is not None:
        callbacks.append(
            f'keras.callbacks.EarlyStopping(monitor="{stop.monitor}", patience={stop.patience}, '
            f'mode="{fit.modes[0]}", restore_best_weights={stop.restore_best_weights})'
        )
    if fit.fitting.keep_best:
        before = "" if fit.best_before is None else f", initial_value_threshold={fit.best_before!r}"
        callbacks.append(
            f'keras.callbacks.ModelCheckpoint("best.keras", monitor="{fit.fitting.keep_best}", '
            f'mode="{fit.modes[1]}", save_best_only=True{before})'
        )
    if fit.diverged:
        callbacks.append("keras.callbacks.TerminateOnNaN()")
    if fit.stopped_at is not None:
        if "class StopAfter(keras.callbacks.Callback):" not in writer.lines:
            writer.add("fit", *STOP_AFTER)
        epoch, batch = fit.stopped_at
        callbacks.append(f"StopAfter(epoch={epoch}, batch={batch})")
    return callbacks


STOP_AFTER = (
    "",
    "",
    "class StopAfter(keras.callbacks.Callback):",
    '    """Stops where the stop button was pressed."""',
    "",
    "    def __init__(self, epoch, batch):",
    "        super().__init__()",
    "        self.last = epoch, batch",
    "",
    "    def on_epoch_begin(self, epoch, logs=None):",
    "        self.epoch = epoch",
    "",
    "    def on_train_batch_end(self, batch, logs=None):",
    "        if (self.epoch, batch) == self.last:",
    "            self.model.stop_training = True",
    "",
)
