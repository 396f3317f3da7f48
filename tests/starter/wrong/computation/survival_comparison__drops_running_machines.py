import numpy as np
from scipy.stats import chi2


def task_func(lifetimes, horizon):
    makes = sorted(lifetimes["make"].unique())
    if len(makes) != 2:
        raise ValueError("exactly two makes are required")
    data = lifetimes[lifetimes["failed"]]
    survival, median = {}, {}
    for make in makes:
        hours = np.sort(data.loc[data["make"] == make, "hours"].to_numpy())
        s, result, med = 1.0, 1.0, None
        for t in np.unique(hours):
            n = (hours >= t).sum()
            d = (hours == t).sum()
            s *= 1 - d / n
            if t <= horizon:
                result = s
            if s <= 0.5 and med is None:
                med = float(t)
        survival[make] = round(float(result), 4)
        median[make] = med
    observed = expected = variance = 0.0
    first = data["make"] == makes[0]
    for t in np.unique(data["hours"]):
        at_risk = data["hours"] >= t
        failing = data["hours"] == t
        n, n1, d = at_risk.sum(), (at_risk & first).sum(), failing.sum()
        observed += (failing & first).sum()
        expected += d * n1 / n
        if n > 1:
            variance += d * (n1 / n) * (1 - n1 / n) * (n - d) / (n - 1)
    if variance == 0:
        return {"survival": survival, "median": median, "statistic": None, "p_value": None}
    statistic = (observed - expected) ** 2 / variance
    return {
        "survival": survival,
        "median": median,
        "statistic": round(float(statistic), 4),
        "p_value": round(float(chi2.sf(statistic, df=1)), 4),
    }
