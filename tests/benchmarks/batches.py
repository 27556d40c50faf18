"""Small batches with Adam: our blocks against Keras's own `fit`."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.rows import Row, at_least
from benchmarks.timing import alternate, median, median_ratio, seconds
from engine.datasets import two_gaussians
from engine.loading import load_tensorflow
from engine.training import Settings

BATCH = 16
LEARNING_RATE = 0.01


def measure(quick: bool) -> Iterator[Row]:
    load_tensorflow()
    import keras

    from engine.training import Session

    dataset = two_gaussians()
    session = Session(dataset, Settings("Adam", LEARNING_RATE, BATCH))
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(LEARNING_RATE), loss="mean_squared_error")

    def fit(epochs: int) -> None:
        model.fit(dataset.inputs, dataset.targets, batch_size=BATCH, epochs=epochs, verbose=0)

    session.run(1000)
    fit(1)
    steps_per_epoch = len(dataset) // BATCH
    epochs = 2 if quick else 5
    steps = 50_000 if quick else 200_000
    keras_seconds, ours = alternate(
        5,
        lambda: seconds(lambda: fit(epochs)) / (epochs * steps_per_epoch),
        lambda: seconds(lambda: session.run(steps)) / steps,
    )
    yield Row(
        "run() flat out, batches of 16 with Adam, history kept: times as fast as Keras's fit",
        median_ratio(keras_seconds, ours),
        "×",
        at_least(300),
        {"µs a step": 1e6 * median(ours), "µs of Keras": 1e6 * median(keras_seconds)},
    )
