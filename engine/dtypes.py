"""What TensorFlow's dtypes can hold. TensorFlow itself wraps what does not fit around, silently, or makes it inf."""

from __future__ import annotations

import math

from engine.errors import QT_TRANSLATE_NOOP

BITS = {f"{sign}int{bits}": bits for sign in ("", "u") for bits in (8, 16, 32, 64)}
LARGEST_FLOAT = {
    "float16": 65504.0,
    "bfloat16": 3.3895313892515355e38,
    "float32": 3.4028234663852886e38,
    "float64": 1.7976931348623157e308,
    "complex64": 3.4028234663852886e38,
    "complex128": 1.7976931348623157e308,
}
ITEM_BYTES = {
    **{name: bits // 8 for name, bits in BITS.items()},
    **{"float16": 2, "bfloat16": 2, "float32": 4, "float64": 8, "complex64": 8, "complex128": 16},
    # An element of text is a `tstring` of 24 bytes.
    **{"bool": 1, "string": 24},
}
"""Bytes of one element."""

FLOATING = ("float16", "bfloat16", "float32", "float64")

Misfit = tuple[str, dict[str, object]]
"""A sentence's template and its values."""


def misfit(value: complex | str, dtype: str) -> Misfit | None:
    """Why a tensor of `dtype` cannot hold this number, truth value or text; None where it can."""
    if isinstance(value, str) or dtype == "string":
        return _text_misfit(value, dtype)
    if dtype == "bool":
        if value in (0, 1):
            return None
        template = QT_TRANSLATE_NOOP("engine", "bool holds True and False, not {value}; choose float32.")
        return template, {"value": value}
    if isinstance(value, complex):
        if not dtype.startswith("complex"):
            template = QT_TRANSLATE_NOOP("engine", "{dtype} holds no complex number such as {value}; choose complex64.")
            return template, {"dtype": dtype, "value": value}
        return misfit(value.real, dtype) or misfit(value.imag, dtype)
    if dtype in BITS:
        return _whole_misfit(value, dtype)
    return _float_misfit(value, dtype)


def whole_limits(dtype: str) -> tuple[int, int]:
    """The least and the greatest number of a dtype of whole numbers."""
    bits = BITS[dtype]
    return (0, 2**bits - 1) if dtype.startswith("u") else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)


def _text_misfit(value: complex | str, dtype: str) -> Misfit | None:
    if isinstance(value, str) and dtype == "string":
        return None
    if isinstance(value, str):
        template = QT_TRANSLATE_NOOP("engine", "{dtype} holds numbers, no text such as “{value}”; choose string.")
        return template, {"dtype": dtype, "value": value if len(value) <= 24 else f"{value[:23]}…"}
    template = QT_TRANSLATE_NOOP("engine", "string holds text; write {value} in quotation marks, or choose float32.")
    return template, {"value": value}


def _whole_misfit(value: float, dtype: str) -> Misfit | None:
    if isinstance(value, float) and not value.is_integer():
        template = QT_TRANSLATE_NOOP("engine", "{dtype} holds whole numbers, not {value}; choose float32.")
        return template, {"dtype": dtype, "value": value}
    least, greatest = whole_limits(dtype)
    if least <= value <= greatest:
        return None
    values = {"dtype": dtype, "least": least, "greatest": greatest, "value": int(value)}
    fitting = [name for name in BITS if (limits := whole_limits(name))[0] <= value <= limits[1]]
    if not fitting:
        template = QT_TRANSLATE_NOOP(
            "engine", "{dtype} holds whole numbers from {least} to {greatest}; {value} would silently become another."
        )
        return template, values
    template = QT_TRANSLATE_NOOP(
        "engine",
        "{dtype} holds whole numbers from {least} to {greatest}; {value} would silently become another; "
        "choose {fitting}.",
    )
    return template, {**values, "fitting": "int64" if "int64" in fitting else fitting[0]}


def _float_misfit(value: float, dtype: str) -> Misfit | None:
    largest = LARGEST_FLOAT[dtype]
    if (isinstance(value, float) and not math.isfinite(value)) or abs(value) <= largest:
        return None
    template = QT_TRANSLATE_NOOP("engine", "{dtype} reaches to {largest} only; {value} would silently become infinite.")
    return template, {"dtype": dtype, "largest": f"{largest:.5g}", "value": value}
