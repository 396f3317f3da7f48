import itertools
from fractions import Fraction


def task_func(treated, control, alternative="two-sided"):
    if not treated or not control or alternative not in {"two-sided", "greater", "less"}:
        raise ValueError("invalid arguments")
    a = [Fraction(x) for x in treated]
    b = [Fraction(x) for x in control]
    pooled = a + b
    total = sum(pooled)

    def stat(part):
        s = sum(part)
        return s / len(a) - (total - s) / len(b)

    observed = stat(a)
    stats = [stat(c) for c in itertools.combinations(pooled, len(a))]
    if len(stats) > 5000:
        raise ValueError("more than 5000 relabellings")
    greater = sum(s >= observed for s in stats)
    less = sum(s <= observed for s in stats)
    if alternative == "greater":
        extreme = greater
    elif alternative == "less":
        extreme = less
    else:
        extreme = min(2 * min(greater, less), len(stats))
    return {
        "difference": observed,
        "relabellings": len(stats),
        "extreme": extreme,
        "p_value": Fraction(extreme, len(stats)),
    }
