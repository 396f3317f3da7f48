import numpy as np
from scipy.stats import chi2


def task_func(lifetimes, horizon):
    makes = sorted(lifetimes["make"].unique())
    if len(makes) != 2:
        raise ValueError(f"expected 2 makes, got {len(makes)}")

    survival, median = {}, {}
    for make in makes:
        group = lifetimes[lifetimes["make"] == make]
        s = 1.0
        survival[make], median[make] = 1.0, None
        for t in sorted(group.loc[group["failed"], "hours"].unique()):
            n = int((group["hours"] >= t).sum())
            d = int(((group["hours"] == t) & group["failed"]).sum())
            s *= 1 - d / n
            if t <= horizon:
                survival[make] = round(s, 4)
            if median[make] is None and s <= 0.5:
                median[make] = float(t)

    o = e = v = 0.0
    for t in sorted(lifetimes.loc[lifetimes["failed"], "hours"].unique()):
        risk = lifetimes[lifetimes["hours"] >= t]
        dead = risk[(risk["hours"] == t) & risk["failed"]]
        n, d = len(risk), len(dead)
        n1 = int((risk["make"] == makes[0]).sum())
        o += int((dead["make"] == makes[0]).sum())
        e += d * n1 / n
        v += np.float64(d * (n1 / n) * (1 - n1 / n) * (n - d)) / (n - 1)
    if v == 0:
        return {"survival": survival, "median": median, "statistic": None, "p_value": None}
    stat = float((o - e) ** 2 / v)
    return {
        "survival": survival,
        "median": median,
        "statistic": round(stat, 4),
        "p_value": round(float(chi2.sf(stat, 1)), 4),
    }
