import math
from statistics import NormalDist

import pandas as pd


def task_func(visits, level=0.05):
    counts = visits.pivot_table(index="segment", columns="arm", values="converted", aggfunc=["sum", "count"])
    if len(counts) == 0 or counts.isna().any().any() or counts["count"].shape[1] != 2:
        raise ValueError("each segment needs both arms")
    rows = []
    for segment in counts.index:
        x_c, x_t = counts.loc[segment, ("sum", "control")], counts.loc[segment, ("sum", "treatment")]
        n_c, n_t = counts.loc[segment, ("count", "control")], counts.loc[segment, ("count", "treatment")]
        r_c, r_t = x_c / n_c, x_t / n_t
        r = (x_c + x_t) / (n_c + n_t)
        if 0 < r < 1:
            z = (r_t - r_c) / math.sqrt(r * (1 - r) * (1 / n_c + 1 / n_t))
            p = 2 * NormalDist().cdf(-abs(z))
        else:
            p = 1.0
        lift = r_t / r_c - 1 if r_c else float("nan")
        rows.append([segment, float(r_c), float(r_t), lift, p])
    result = pd.DataFrame(rows, columns=["segment", "control", "treatment", "lift", "p"])
    result = result.sort_values(["p", "segment"]).reset_index(drop=True)
    m = len(result)
    result["adjusted"] = [min(1.0, p * (m - k)) for k, p in enumerate(result["p"])]
    result["significant"] = result["adjusted"] <= level
    return result.round(4)
