"""A program of its own that loads a `.keras` file: what goes wrong in it, goes wrong apart from the window.

`python -m engine.keras_lab.loading_apart MODEL LAYERS WEIGHTS` loads MODEL, whose layers were read by `model_file` and
stand in the JSON file LAYERS, and writes its weights to the file WEIGHTS, as NumPy does. Exit code: 0 done, 3 refused;
then the reason stands on standard output.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

MEMORY = 12 << 30
"""Bytes of address space; importing TensorFlow takes several GiB of it, used or not."""

SECONDS = 60
REFUSED = 3


def main(model: str, layers: str, weights: str) -> int:
    _limit()
    shapes = [tuple(shape) for shape in json.loads(Path(layers).read_text())]
    try:
        stored = _stored_weights(model, shapes)
    except Exception as error:  # h5py says no in many ways; each of them means that the weights are not whole
        print(error)
        return REFUSED
    import keras  # only now: it takes seconds, and a broken file has been refused by then

    try:
        loaded = keras.saving.load_model(model, compile=False, safe_mode=True).get_weights()
    except Exception as error:  # Keras too
        print(error)
        return REFUSED
    if [array.shape for array in loaded] != shapes or not all(map(np.array_equal, loaded, stored)):
        print("its weights are not those of its layers")
        return REFUSED
    np.savez(weights, *loaded)
    return 0


def _limit() -> None:
    """Bounds what this process may take, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(limit)
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _stored_weights(model: str, shapes: list[tuple[int, ...]]) -> list[Any]:
    """The weights as they are stored, of exactly these shapes. Raises where they are anything else."""
    import h5py  # type: ignore[import-untyped]

    with zipfile.ZipFile(model) as archive, archive.open("model.weights.h5") as packed, h5py.File(packed, "r") as file:
        found = []
        for at, shape in enumerate(shapes):
            layer, number = divmod(at, 2)
            name = f"layers/dense{f'_{layer}' if layer else ''}/vars/{number}"
            dataset = _plain(file, name)
            if dataset.shape != shape or dataset.dtype.kind != "f":
                raise ValueError(f"{name} has the shape {dataset.shape}, and its layer {shape}")
            if dataset.external is not None or dataset.is_virtual:
                raise ValueError(f"{name} is kept in another file")
            found.append(dataset[()])
        return found


def _plain(file: Any, name: str) -> Any:
    """What stands under the name in this file itself, not behind a link to elsewhere."""
    import h5py

    here = file
    for part in name.split("/"):
        if not isinstance(here.get(part, getlink=True), h5py.HardLink):
            raise ValueError(f"{name} is not in the file")
        here = here[part]
    if not isinstance(here, h5py.Dataset):
        raise ValueError(f"{name} is no array")
    return here


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
