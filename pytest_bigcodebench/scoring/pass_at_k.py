"""pass@k: the chance that at least one of k samples, drawn from those at hand, passes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import comb, fsum

__all__ = ["mean_pass_at_k", "pass_at_k"]


@lru_cache(maxsize=4096)
def pass_at_k(n: int, c: int, k: int) -> float:
    """Estimate pass@k without bias from ``n`` samples of which ``c`` passed: ``1 - C(n-c, k) / C(n, k)``.

    The estimator of Chen et al. 2021 (arXiv 2107.03374), as the official evaluator has it. It is computed in whole
    numbers with one division at the end, so the result is the float next to the true value for every ``n``.

    Raises ValueError unless ``0 <= c <= n`` and ``1 <= k <= n``.
    """
    if not (0 <= c <= n and 1 <= k <= n):
        raise ValueError(f"pass@{k} of {n} samples with {c} passed: needs 0 <= passed <= samples and 1 <= k <= samples")
    draws = comb(n, k)
    return (draws - comb(n - c, k)) / draws


def mean_pass_at_k(counts: Iterable[tuple[int, int]], k: int) -> float | None:
    """Mean of `pass_at_k` over tasks, given as ``(samples, passed)``; None without tasks or with too few samples."""
    values = [pass_at_k(n, c, k) if n >= k else None for n, c in counts]
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known and len(known) == len(values) else None
