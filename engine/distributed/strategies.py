"""How the work is shared out: TensorFlow's own strategies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.loading import chatter_withheld, load_tensorflow

if TYPE_CHECKING:
    import tensorflow as tf

StrategyName = Literal["none", "mirrored", "multi-worker"]
STRATEGIES: tuple[StrategyName, ...] = ("none", "mirrored", "multi-worker")


def import_tensorflow() -> None:
    """Imports it, and no more: a strategy has to be made before anything is computed."""
    with chatter_withheld():
        import tensorflow as tf

        tf.config.list_physical_devices("GPU")


def make_strategy(name: StrategyName, devices: int = 1) -> tf.distribute.Strategy:
    """To be called before anything else of TensorFlow is used.

    none: one device. mirrored: all graphics processors of this machine; where there is none, the processor as so many
    `devices`. multi-worker: all that `TF_CONFIG` names; comes back when all of them have come. Raises `InputError`.
    """
    import_tensorflow()
    import tensorflow as tf

    graphics = tf.config.list_physical_devices("GPU")
    if name == "multi-worker":
        strategy = tf.distribute.MultiWorkerMirroredStrategy()
        load_tensorflow()
        return strategy
    if devices > 1 and (graphics or name == "none"):
        template = QT_TRANSLATE_NOOP(
            "engine",
            "Only the strategy mirrored divides the processor, and only where there is no graphics processor.",
        )
        raise InputError("devices", template)
    if devices > 1:
        (processor,) = tf.config.list_physical_devices("CPU")
        tf.config.set_logical_device_configuration(processor, [tf.config.LogicalDeviceConfiguration()] * devices)
    load_tensorflow()
    if name == "none":
        return tf.distribute.get_strategy()
    kind, count = ("GPU", len(graphics)) if graphics else ("CPU", devices)
    return tf.distribute.MirroredStrategy([f"{kind}:{number}" for number in range(count)])


def shared_equally(batch_size: int, devices: int) -> int:
    """The batch size, if so many devices can have equal parts of it. Raises `InputError`."""
    if batch_size < 1 or batch_size % devices:
        template = QT_TRANSLATE_NOOP(
            "engine", "A batch of {value} rows has no equal parts for {devices} devices; {near} would have."
        )
        near = max(1, round(batch_size / devices)) * devices
        raise InputError("batch_size", template, value=batch_size, devices=devices, near=near)
    return batch_size
