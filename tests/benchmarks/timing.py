"""Measuring on a machine that is never quite still."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternate(rounds: int, *measurements: Callable[[], float]) -> list[list[float]]:
    """What each measurement gave in every round. They take turns, so that a busy moment does not hit only one."""
    results: list[list[float]] = [[] for _ in measurements]
    for _ in range(rounds):
        for result, measure in zip(results, measurements, strict=True):
            result.append(measure())
    return results


def median_ratio(dividends: Sequence[float], divisors: Sequence[float]) -> float:
    """The median of the ratios within each round."""
    return median([over / under for over, under in zip(dividends, divisors, strict=True)])


def median(values: Sequence[float]) -> float:
    return float(np.median(values))


def milliseconds(values: Sequence[float]) -> dict[str, float]:
    """Seconds as details of a row: the median and the longest, in ms."""
    return {"ms p50": 1e3 * median(values), "ms longest": 1e3 * float(np.max(values))}


def percentile_99(values: Sequence[float]) -> float:
    return float(np.percentile(values, 99))


def median_difference(minuends: Sequence[float], subtrahends: Sequence[float]) -> float:
    """The median of the differences within each round."""
    return median([more - less for more, less in zip(minuends, subtrahends, strict=True)])
