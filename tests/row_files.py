"""Rows of two classes, in files of every kind that can be streamed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

COUNT, FILES = 200, 3


def write_rows(folder: Path, kind: str, classes: tuple[str, str] = ("no", "yes")) -> str:
    """Writes files of x, y and the class `kind`, which is 0 or 1 in records; gives the pattern to find them."""
    random = np.random.default_rng(1)
    for number in range(FILES):
        labels = random.integers(0, 2, COUNT)
        points = (random.normal(size=(COUNT, 2)) + labels[:, np.newaxis]).astype(np.float32)
        path = folder / f"part{number}.{kind}"
        if kind == "csv":
            lines = [f"{x},{y},{classes[label]}" for (x, y), label in zip(points.tolist(), labels, strict=True)]
            path.write_text("\n".join(["x,y,kind", *lines]) + "\n")
        elif kind == "parquet":
            import polars

            names = [classes[label] for label in labels]
            polars.DataFrame({"x": points[:, 0], "y": points[:, 1], "kind": names}).write_parquet(path)
        else:
            _write_records(path, points, labels)
    return str(folder / f"*.{kind}")


def _write_records(path: Path, points: np.ndarray, labels: np.ndarray) -> None:
    import tensorflow as tf

    def number(value: float) -> tf.train.Feature:
        return tf.train.Feature(float_list=tf.train.FloatList(value=[value]))

    with tf.io.TFRecordWriter(str(path)) as writer:
        for (x, y), label in zip(points.tolist(), labels.tolist(), strict=True):
            feature = {"x": number(x), "y": number(y)}
            feature["kind"] = tf.train.Feature(int64_list=tf.train.Int64List(value=[label]))
            writer.write(tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString())
