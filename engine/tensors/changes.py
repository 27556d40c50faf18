"""What an assignment changed, element by element."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def changed(before: NDArray[Any], after: NDArray[Any]) -> NDArray[np.bool_]:
    """Where the two differ; NaN after NaN is no change."""
    differs = np.asarray(before != after)
    if before.dtype.kind not in "biuO":
        differs &= (before == before) | (after == after)
    return _frozen(differs.astype(np.bool_))


def difference(before: NDArray[Any], after: NDArray[Any]) -> NDArray[np.generic] | None:
    """`after` - `before` in a dtype that holds it; None for truth values and text, which have none.

    0 where nothing changed, also where that is NaN or infinite.
    """
    kind = before.dtype.kind
    if kind in "bO":
        return None
    wide: Any = before.dtype
    if kind in "iu":
        wide = np.float64 if before.dtype.itemsize == 8 and not _is_small(before, after) else np.int64
    elif before.dtype.itemsize == 2:
        wide = np.float32
    with np.errstate(all="ignore"):
        result = np.asarray(after.astype(wide) - before.astype(wide))
    result[~changed(before, after)] = 0
    return _frozen(result)


def wrapped(before: NDArray[Any], after: NDArray[Any], added: NDArray[Any]) -> int:
    """How many whole numbers left their dtype's range when `added`, of the same shape, was added: they fell instead
    of growing, or the other way round."""
    if before.dtype.kind not in "iu":
        return 0
    grew, shrank = after > before, after < before
    return int(np.count_nonzero((added > 0) & ~grew | (added < 0) & ~shrank))


def _is_small(*arrays: NDArray[Any]) -> bool:
    """Whether all are so small that their difference is an int64."""
    return all(array.size == 0 or max(-int(array.min()), int(array.max())) < 2**62 for array in arrays)


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
