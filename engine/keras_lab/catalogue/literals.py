"""Values of arguments as Python; imports no TensorFlow."""

from __future__ import annotations

from engine.keras_lab.catalogue.specification import Value


def literal(value: Value) -> str:
    """As one would type it: words in double quotes, lists in square brackets."""
    match value:
        case tuple():
            return f"[{', '.join(literal(entry) for entry in value)}]"
        case str():
            escaped = value.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"'
    return repr(value)
