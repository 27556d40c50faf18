"""How high a plot of losses or of shares has to be."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_HEADROOM = 0.08


def room_for(heights: NDArray[np.float64], *, is_log: bool, is_share: bool) -> tuple[float, float]:
    """The axis from where to where: from 0 on a linear axis of losses, and for a share no more than from 0 to 1.

    heights: what is drawn, on the axis; what is not finite takes no room.
    """
    heights = heights[np.isfinite(heights)]
    if len(heights) == 0:
        return 0.0, 1.0
    low, high = float(heights.min()), float(heights.max())
    if is_log:
        space = max((high - low) * _HEADROOM, 0.05)
        return low - space, high + space
    if is_share:
        space = max((high - low) * _HEADROOM, 0.004)
        return max(low - space, -0.01), min(high + space, 1.01)
    low = min(low, 0.0)
    return low, high + ((high - low) * _HEADROOM or 1.0)
