from fractions import Fraction
from itertools import combinations
from math import comb
from statistics import mean


def task_func(treated, control, alternative="two-sided"):
    if not treated or not control:
        raise ValueError("both groups need at least one measurement")
    if alternative not in ("two-sided", "greater", "less"):
        raise ValueError(f"unknown alternative {alternative!r}")
    values = [float(v) for v in treated + control]
    n = len(treated)
    total = comb(len(values), n)
    if total > 5000:
        raise ValueError("too many relabellings")
    observed = mean(values[:n]) - mean(values[n:])
    extreme = 0
    for chosen in combinations(range(len(values)), n):
        picked = set(chosen)
        a = [values[i] for i in chosen]
        b = [v for i, v in enumerate(values) if i not in picked]
        diff = mean(a) - mean(b)
        if alternative == "greater":
            extreme += diff >= observed
        elif alternative == "less":
            extreme += diff <= observed
        else:
            extreme += abs(diff) >= abs(observed)
    return {
        "difference": Fraction(observed),
        "relabellings": total,
        "extreme": extreme,
        "p_value": Fraction(extreme, total),
    }
