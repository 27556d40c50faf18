"""Looks into a `.keras` file before Keras does: what it says of its model, read with bounds and never carried out.

Such a file is a ZIP archive of a description, `config.json`, and the weights. The description can name any class and
carry Python code (a Lambda layer), a layer of a billion units, or be 600 MB of text once unpacked. What is let through
here is what this laboratory can build itself: a Sequential of Dense layers.
"""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from engine.errors import QT_TRANSLATE_NOOP, InputError
from engine.keras_lab.protocol import Layer

FILE_LIMIT = 64 << 20
DESCRIPTION_LIMIT = 1 << 20
DIRECTORY_LIMIT = 4096
MOST_LAYERS = 32
END_OF_ARCHIVE = struct.Struct("<4sHHHHIIH")
DESCRIPTION, WEIGHTS = "config.json", "model.weights.h5"
LIMITS = {DESCRIPTION: DESCRIPTION_LIMIT, "metadata.json": DESCRIPTION_LIMIT, WEIGHTS: FILE_LIMIT}
"""The bytes that each member may have when it is unpacked."""

SHAPE_INPUT = [None, 2]


class FileRefused(InputError):
    """The file is not opened; the sentence says why."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__("path", template, **values)


def read_layers(path: Path) -> tuple[Layer, ...]:
    """The layers that the file describes. Raises `FileRefused`; reads little and runs nothing."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FileRefused(QT_TRANSLATE_NOOP("engine", "{path} is not a file."), path=path.name)
        if size > FILE_LIMIT:
            template = QT_TRANSLATE_NOOP(
                "engine", "The file has {size:.0f} MiB; a model for this tab has at most {most}."
            )
            raise FileRefused(template, size=size / 2**20, most=FILE_LIMIT >> 20)
        with path.open("rb") as file:
            _check_directory(file, size)
            with zipfile.ZipFile(file) as archive:
                return _layers(_description(archive))
    except OSError as error:
        template = QT_TRANSLATE_NOOP("engine", "The file could not be read: {reason}.")
        raise FileRefused(template, reason=error.strerror or error) from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        if isinstance(error, InputError):
            raise
        raise _broken() from error


def _broken() -> FileRefused:
    return FileRefused(QT_TRANSLATE_NOOP("engine", "This is no whole .keras file: it is damaged, or something else."))


def _check_directory(file: BinaryIO, size: int) -> None:
    """The list of an archive's members stands at its end, and may have millions of entries."""
    file.seek(max(0, size - END_OF_ARCHIVE.size - 0xFFFF))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END_OF_ARCHIVE.size:
        raise _broken()
    directory_bytes = END_OF_ARCHIVE.unpack_from(tail, at)[5]
    if directory_bytes > DIRECTORY_LIMIT:
        raise FileRefused(QT_TRANSLATE_NOOP("engine", "The file holds more than a model: it is not opened."))
    file.seek(0)


def _description(archive: zipfile.ZipFile) -> Any:
    """`config.json`, parsed."""
    names = [member.filename for member in archive.infolist()]
    if len(set(names)) != len(names) or not {DESCRIPTION, WEIGHTS} <= set(names) <= set(LIMITS):
        raise FileRefused(
            QT_TRANSLATE_NOOP("engine", "A .keras file holds a description and weights; this one holds {names}."),
            names=", ".join(names) or "-",
        )
    for member in archive.infolist():
        if member.file_size > LIMITS[member.filename]:
            template = QT_TRANSLATE_NOOP(
                "engine", "{name} in the file would unpack to {size:.0f} MiB; at most {most} are taken."
            )
            raise FileRefused(
                template, name=member.filename, size=member.file_size / 2**20, most=LIMITS[member.filename] >> 20
            )
    with archive.open(DESCRIPTION) as file:
        text = file.read(DESCRIPTION_LIMIT + 1)  # no further, whatever the directory says
    if len(text) > DESCRIPTION_LIMIT:
        raise _broken()
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _broken() from error


def _layers(description: Any) -> tuple[Layer, ...]:
    if _class(description) != "Sequential":
        raise _foreign(_class(description))
    described = _mapping(description, "config").get("layers")
    if not isinstance(described, list) or not 2 <= len(described) <= MOST_LAYERS + 1:
        template = QT_TRANSLATE_NOOP("engine", "A model for this tab has from 1 to {most} layers.")
        raise FileRefused(template, most=MOST_LAYERS)
    first, *rest = described
    for layer in rest:
        if _class(layer) != "Dense":
            raise _foreign(_class(layer))
    if _class(first) != "InputLayer" or _mapping(first, "config").get("batch_shape") != SHAPE_INPUT:
        raise FileRefused(QT_TRANSLATE_NOOP("engine", "The model must take points of two numbers."))
    return tuple(_layer(_mapping(layer, "config")) for layer in rest)


def _foreign(name: str) -> FileRefused:
    if name == "Lambda":
        return FileRefused(
            QT_TRANSLATE_NOOP(
                "engine", "The file holds a Lambda layer, which is a program of someone else's; it is not run."
            )
        )
    return FileRefused(
        QT_TRANSLATE_NOOP("engine", "The file holds {name}; this tab builds a Sequential of Dense layers."), name=name
    )


def _class(described: Any) -> str:
    """The name of a class of Keras's own, or what stands in its place."""
    if not isinstance(described, Mapping):
        raise _broken()
    name, module = described.get("class_name"), described.get("module")
    if not isinstance(name, str) or not isinstance(module, str) or described.get("registered_name") not in (None, name):
        raise _broken()
    return name if module.split(".")[0] == "keras" else f"{module}.{name}"


def _mapping(described: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = described.get(key)
    if not isinstance(value, Mapping):
        raise _broken()
    return value


def _layer(config: Mapping[str, Any]) -> Layer:
    units, activation = config.get("units"), config.get("activation")
    if not isinstance(units, int) or isinstance(units, bool) or not isinstance(activation, str):
        raise _broken()
    unusual = [
        key
        for key in ("bias_regularizer", "kernel_constraint", "bias_constraint", "quantization_config")
        if config.get(key) is not None
    ]
    if config.get("use_bias") is not True:
        unusual.append("use_bias")
    if unusual:
        template = QT_TRANSLATE_NOOP("engine", "A layer in the file has a {name} that this tab has no field for.")
        raise FileRefused(template, name=unusual[0])
    for key in ("kernel_initializer", "bias_initializer"):
        if not _class(config.get(key)).isidentifier():
            raise _foreign(_class(config.get(key)))
    return Layer(units, activation, *_factors(config.get("kernel_regularizer")))


def _factors(regularizer: Any) -> tuple[float, float]:
    """l1 and l2."""
    if regularizer is None:
        return 0.0, 0.0
    if _class(regularizer) not in ("L1L2", "L1", "L2"):
        raise _foreign(_class(regularizer))
    config = _mapping(regularizer, "config")
    factors = config.get("l1", 0.0), config.get("l2", 0.0)
    if not all(isinstance(factor, int | float) and not isinstance(factor, bool) for factor in factors):
        raise _broken()
    return float(factors[0]), float(factors[1])
